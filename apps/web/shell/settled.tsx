// SPDX-License-Identifier: EUPL-1.2
import { useIsFetching } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/** Whoever waits longer sees what is there already, with what is still being asked. */
const mostMs = 700

/**
 * A page that has just been opened is shown once what it asked for has come: nothing moves under
 * the reader. It is there all the time, only not seen.
 */
export function Settled({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation()
  const asked = useIsFetching({ predicate: ({ state }) => state.status === 'pending' })
  const [shown, setShown] = useState<string | null>(null)
  const isShown = shown === pathname
  useEffect(() => {
    if (isShown || asked > 0) return
    // What a first answer leads to is asked in the same breath.
    const soon = setTimeout(() => setShown(pathname), 0)
    return () => clearTimeout(soon)
  }, [isShown, asked, pathname])
  useEffect(() => {
    const late = setTimeout(() => setShown(pathname), mostMs)
    return () => clearTimeout(late)
  }, [pathname])
  return <div className={isShown ? 'whole-page' : 'whole-page unseen'}>{children}</div>
}
