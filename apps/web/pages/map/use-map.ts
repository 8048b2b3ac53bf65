// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Layout } from './layout.ts'
import type { Asked, Frame, Told } from './messages.ts'
import type { MapModel, Network, ZoneNames } from './model.ts'
import type { Look } from './paint.ts'
import type { Ways, WhatIf } from './paths.ts'
import type { Permitted } from './permitted.ts'
import type { RulesFile } from './rules-file.ts'

export interface Placed {
  readonly model: MapModel
  readonly layout: Layout
}

type OnPicture = (frame: Frame, bitmap: ImageBitmap) => void

/** The thread that draws, and what it has said. One picture is asked for at a time, the last one. */
export function useMapThread(network: Network, names: ZoneNames) {
  const thread = useRef<Worker>(null)
  const onPicture = useRef<OnPicture>(null)
  const isDrawing = useRef(false)
  const waiting = useRef<Extract<Asked, { ask: 'picture' }>>(null)
  const question = useRef(0)
  const [placed, setPlaced] = useState<Placed | null>(null)
  const [ways, setWays] = useState<Ways | null>(null)
  /** Undefined: not asked, or not answered yet. */
  const [permitted, setPermitted] = useState<Permitted | null>()
  const asking = useRef(0)
  useEffect(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    thread.current = worker
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.tell === 'placed') setPlaced({ model: data.model, layout: data.layout })
      else if (data.tell === 'ways') {
        if (data.number === question.current) setWays(data.ways)
      } else if (data.tell === 'rules') {
        if (data.number === asking.current) setPermitted(data.permitted)
      } else if (data.tell === 'file') download(data.blob, `schouw-map.${data.type}`)
      else {
        isDrawing.current = false
        onPicture.current?.(data.frame, data.bitmap)
        const next = waiting.current
        waiting.current = null
        if (next !== null) ask(next)
      }
    })
    const ask = (asked: Extract<Asked, { ask: 'picture' }>) => {
      isDrawing.current = true
      worker.postMessage(asked)
    }
    worker.postMessage({ ask: 'network', network, names } satisfies Asked)
    return () => {
      worker.terminate()
      thread.current = null
      isDrawing.current = false
    }
  }, [network, names])
  const draw = useCallback((frame: Frame, look: Look) => {
    const asked = { ask: 'picture', frame, look } as const
    if (isDrawing.current) {
      waiting.current = asked
      return
    }
    isDrawing.current = true
    thread.current?.postMessage(asked)
  }, [])
  const search = useCallback((whatIf: WhatIf) => {
    question.current += 1
    thread.current?.postMessage({ ask: 'ways', number: question.current, whatIf } satisfies Asked)
  }, [])
  /** What was said of other rules counts no more, nor what is still to come of it. */
  const forgetRules = useCallback(() => {
    asking.current += 1
    setPermitted(undefined)
  }, [])
  const judgeRules = useCallback((file: RulesFile, whatIf: WhatIf) => {
    asking.current += 1
    const number = asking.current
    thread.current?.postMessage({ ask: 'rules', number, file, whatIf } satisfies Asked)
  }, [])
  const save = (type: 'svg' | 'png', look: Look, title: string) =>
    thread.current?.postMessage({ ask: 'file', type, look, title } satisfies Asked)
  return { placed, ways, permitted, draw, search, forgetRules, judgeRules, save, onPicture }
}

export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
