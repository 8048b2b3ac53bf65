// SPDX-License-Identifier: EUPL-1.2
// Looks a packet up in a capture beside the page. Nothing of the capture leaves this browser.
import { type FoundFrame, FrameSearch, NotACapture } from '@schouw/core/capture'

export interface Asked {
  readonly number: number
  readonly file: Blob
  readonly frame: number
  /** SHA-256 that the file is to have; it is not read any further when it has another. */
  readonly sha256: string | null
}

export type Answer =
  /** `isSame`: the file has the digest it is to have. */
  | { readonly number: number; readonly frame: FoundFrame; readonly isSame: boolean }
  | { readonly number: number; readonly no: 'other-file' | 'no-capture' | 'too-large' }
  /** Packets that the capture does have. */
  | { readonly number: number; readonly no: 'not-there'; readonly packets: number }

/** What a browser takes into memory at once, to see whether it is the same file. */
const mostBytes = 512 * 1024 * 1024

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answered(data).then(
    (answer) => self.postMessage(answer),
    () => self.postMessage({ number: data.number, no: 'no-capture' }),
  )
})

async function answered({ number, file, frame, sha256 }: Asked): Promise<Answer> {
  if (file.size > mostBytes) return { number, no: 'too-large' }
  const digest = sha256 === null ? null : await digestOf(file)
  if (digest !== null && digest !== sha256) return { number, no: 'other-file' }
  const search = new FrameSearch(frame)
  const reader = (await unpacked(file)).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || !search.feed(value)) break
    }
  } catch (fault) {
    if (!(fault instanceof NotACapture) && !(fault instanceof TypeError)) throw fault
    // A pack that breaks off, or something else under the name of a capture.
    if (search.found === undefined && search.passed === 0) return { number, no: 'no-capture' }
  } finally {
    await reader.cancel().catch(() => {})
  }
  const { found, passed } = search
  return found === undefined
    ? { number, no: 'not-there', packets: passed }
    : { number, frame: found, isSame: digest !== null }
}

async function unpacked(file: Blob): Promise<ReadableStream<Uint8Array>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  const isPacked = first === 0x1f && second === 0x8b
  return isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()
}

/** Null where the browser has no digests: on a page that came without TLS from another machine. */
async function digestOf(file: Blob): Promise<string | null> {
  if (crypto.subtle === undefined) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
