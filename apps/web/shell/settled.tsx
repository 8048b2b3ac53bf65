// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Whoever waits longer sees what is there already, with what is still being asked. */
const mostMs = 700
const lookMs = 20

/**
 * A page that has just been opened is shown once what it asked for has come: nothing moves under
 * the reader. It is there all the time, only not seen.
 */
export function Settled({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  const queries = useQueryClient()
  const [shown, setShown] = useState<string | null>(null)
  const isShown = shown === pathname
  useArrival(isShown ? pathname : null)
  useKeyboard()
  useEffect(() => {
    if (isShown) return
    const until = performance.now() + mostMs
    const asked = () => queries.isFetching({ predicate: ({ state }) => state.status === 'pending' })
    let quiet = 0
    // Looked at now and then: to follow every answer would draw the page once for each.
    const timer = setInterval(() => {
      // What a first answer leads to is asked in the same breath.
      quiet = asked() === 0 ? quiet + 1 : 0
      if (quiet > 1 || performance.now() > until) setShown(pathname)
    }, lookMs)
    // A page whose answers were here has asked nothing by now: what is drawn together is asked in
    // one turn after this one.
    queueMicrotask(() => {
      if (asked() === 0) setShown(pathname)
    })
    return () => clearInterval(timer)
  }, [isShown, pathname, queries])
  return <div className={isShown ? 'whole-page' : 'whole-page unseen'}>{children}</div>
}

/** Whoever went to another page is at its top, with the keyboard in it. */
function useArrival(pathname: string | null): void {
  const how = useNavigationType()
  const { hash } = useLocation()
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (pathname === null || pathname === before.current) return
    const isFirst = before.current === null
    before.current = pathname
    if (isFirst) return
    const main = document.getElementById('content')
    // A field of the page that asked for the keyboard keeps it.
    if (main?.contains(document.activeElement) === false) main.focus({ preventScroll: true })
    if (how !== 'POP' && hash === '') window.scrollTo(0, 0)
  }, [pathname, how, hash])
}

/** Fetched with the first key: most come with a mouse or a finger. */
function useKeyboard(): void {
  useEffect(() => {
    const begin = () => {
      const main = document.getElementById('content')
      if (main !== null) void import('./keyboard.ts').then((found) => found.keepKeyboard(main))
    }
    window.addEventListener('keydown', begin, { once: true })
    return () => window.removeEventListener('keydown', begin)
  }, [])
}
