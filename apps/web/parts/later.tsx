// SPDX-License-Identifier: EUPL-1.2
import { Children, type ReactNode, startTransition, useEffect, useState } from 'react'

/**
 * What stands below the first screen: drawn right after it, one child after the other, so that the
 * page answers in between to whoever already does something on it.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const parts = Children.toArray(children)
  const [drawn, setDrawn] = useState(0)
  const isWhole = drawn >= parts.length
  useEffect(() => {
    if (!isWhole) startTransition(() => setDrawn(drawn + 1))
  }, [drawn, isWhole])
  return parts.slice(0, drawn)
}
