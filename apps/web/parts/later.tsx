// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, startTransition, useEffect, useState } from 'react'

/**
 * What stands below the first screen: drawn right after it, in small pieces between which the page
 * answers whoever already does something on it.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [isDue, setIsDue] = useState(false)
  useEffect(() => startTransition(() => setIsDue(true)), [])
  return isDue ? children : null
}
