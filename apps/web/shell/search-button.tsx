// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/language.tsx'

const Search = lazy(async () => ({ default: (await import('./search.tsx')).Search }))

/** Opens the search, also by Ctrl-K or ⌘K; what it takes is fetched when it is first opened. */
export function SearchButton() {
  const { search } = useWords()
  const [isOpen, setIsOpen] = useState(false)
  const [isFetched, setIsFetched] = useState(false)
  // Where the keyboard was before; the dialog, fetched late, does not see that by itself.
  const before = useRef<Element | null>(null)
  const open = useCallback(() => {
    before.current = document.activeElement
    setIsFetched(true)
    setIsOpen(true)
  }, [])
  const close = () => {
    setIsOpen(false)
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [open])
  return (
    <>
      <Button variant="default" size="xs" aria-keyshortcuts="Control+K Meta+K" onClick={open}>
        {search.open} <kbd className="key">Ctrl K</kbd>
      </Button>
      {isFetched && (
        <Suspense fallback={null}>
          <Search isOpen={isOpen} close={close} />
        </Suspense>
      )}
    </>
  )
}
