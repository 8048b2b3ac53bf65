// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import type { Answer } from './worker.ts'

interface Sought {
  readonly file: Blob | null
  readonly frame: number
  readonly sha256: string | null
}

/** What a capture says of one of its packets; null while there is none or it is being looked for. */
export function useFrame({ file, frame, sha256 }: Sought): Answer | null {
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    const own = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    own.onmessage = ({ data }: MessageEvent<Answer>) => setAnswer(data)
    worker.current = own
    return () => own.terminate()
  }, [])
  useEffect(() => {
    asked.current += 1
    setAnswer(null)
    if (file === null) return
    worker.current?.postMessage({ number: asked.current, file, frame, sha256 })
  }, [file, frame, sha256])
  return answer !== null && answer.number === asked.current ? answer : null
}
