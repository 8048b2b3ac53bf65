// SPDX-License-Identifier: EUPL-1.2
// The thread in which captures are read. It is handed everything it needs: the policy that it is
// served with lets it open no connection of its own, so what it reads cannot leave by it.
import { CardMakers } from '@schouw/core/capture'
import { inspected } from './inspected.ts'
import type { Asked, Told } from './messages.ts'

/** A page that is told of every piece has no time for anything else. */
const breathMs = 100

const tell = (told: Told) => postMessage(told)

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void read(data).catch((fault: unknown) =>
    tell({ tell: 'fault', message: fault instanceof Error ? fault.message : String(fault) }),
  )
})

async function read({ files, siteRanges, makers }: Asked): Promise<void> {
  const [seed = 0] = crypto.getRandomValues(new Int32Array(1))
  const decoder = new TextDecoder()
  const decode = (name: Uint8Array) => decoder.decode(name)
  let toldAt = 0
  const done = await inspected({
    files,
    siteRanges,
    makers: makers === null ? undefined : new CardMakers(makers, decode),
    seed,
    nowS: Date.now() / 1000,
    onProgress: (file, bytes, packets) => {
      const now = performance.now()
      if (now - toldAt < breathMs) return
      toldAt = now
      tell({ tell: 'progress', file, bytes, packets })
    },
    onRead: () => tell({ tell: 'adding-up' }),
  })
  tell({ tell: 'done', inspected: done })
}
