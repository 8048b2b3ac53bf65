// SPDX-License-Identifier: EUPL-1.2
// The thread in which captures are read. It fetches one file, the register of card makers, from where
// the page came from, and sends nothing anywhere but to the page.
import { CardMakers } from '@schouw/core/capture'
import makersFile from '../../../../formats/oui/oui.bin?url'
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

async function read({ files, siteRanges }: Asked): Promise<void> {
  const [seed = 0] = crypto.getRandomValues(new Int32Array(1))
  let toldAt = 0
  const done = await inspected({
    files,
    siteRanges,
    makers: await makers(),
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

async function makers(): Promise<CardMakers | undefined> {
  const decoder = new TextDecoder()
  try {
    const came = await fetch(makersFile)
    if (!came.ok) return undefined
    const bytes = new Uint8Array(await came.arrayBuffer())
    return new CardMakers(bytes, (name) => decoder.decode(name))
  } catch {
    return undefined
  }
}
