// SPDX-License-Identifier: EUPL-1.2
import type { LossInput, LossResult } from '@schouw/core/risk'
import { useEffect, useRef, useState } from 'react'
import type { Drawn } from './worker.ts'

/** Fewer than the server draws: an answer while the hand is still on the switch. */
export const quickYears = 10_000

/** The figures of an input, drawn in the browser; null while there are none. */
export function useQuick(input: LossInput): LossResult | null {
  const worker = useRef<Worker | null>(null)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const asked = useRef(0)
  useEffect(() => {
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    own.onmessage = ({ data }: MessageEvent<Drawn>) => setDrawn(data)
    worker.current = own
    return () => own.terminate()
  }, [])
  const key = JSON.stringify(input)
  useEffect(() => {
    asked.current += 1
    worker.current?.postMessage({ number: asked.current, input: JSON.parse(key) })
  }, [key])
  // What was drawn for an earlier input is no answer to this one.
  return drawn !== null && drawn.number === asked.current ? drawn.result : null
}
