// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'

const tickMs = 10_000

/**
 * The server's time, going on by this device's own clock: how far that one is off does not matter.
 * Epoch milliseconds.
 */
export function useServerNow(told: string): number {
  const [now, setNow] = useState(() => Date.parse(told))
  useEffect(() => {
    const [at, from] = [Date.parse(told), performance.now()]
    setNow(at)
    const timer = setInterval(() => setNow(at + performance.now() - from), tickMs)
    return () => clearInterval(timer)
  }, [told])
  return now
}
