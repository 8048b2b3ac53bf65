// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/language.tsx'

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }))

/** Opens the search, also by Ctrl-K or ⌘K; what it takes is fetched when it is first opened. */
export function SearchButton() {
  const { search } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [isFetched, setIsFetched] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setIsFetched(true)
      setIsOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <Button
        variant="default"
        size="xs"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setIsFetched(true)
          setIsOpen(true)
        }}
      >
        {search.open} <kbd className="key">Ctrl K</kbd>
      </Button>
      {isFetched && (
        <Suspense fallback={null}>
          <Search isOpen={isOpen} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
