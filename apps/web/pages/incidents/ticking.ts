// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'

const tickMs = 10_000

/**
 * The server's time, going on by this device's own clock: how far that one is off does not matter.
 * Until the server has told, it is this device's. Epoch milliseconds.
 */
export function useServerNow(told: string | undefined): number {
  const [now, setNow] = useState(() => momentOf(told))
  useEffect(() => {
    const [at, from] = [momentOf(told), performance.now()]
    setNow(at)
    const timer = setInterval(() => setNow(at + performance.now() - from), tickMs)
    return () => clearInterval(timer)
  }, [told])
  return now
}

function momentOf(told: string | undefined): number {
  return told === undefined ? Date.now() : Date.parse(told)
}
