// SPDX-License-Identifier: EUPL-1.2
import { createGunzip } from 'node:zlib'
import type { SightingProblem, Where } from './sighting.ts'

/** A file as it comes: from a disk, a request, or memory. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const whole: Where = { path: '' }

/** Told of what is wrong with the bytes themselves; what came before it is used. */
export type OnProblem = (problem: SightingProblem) => void

/**
 * The bytes of a file, unpacked when they are gzip, whatever its name says. A file that ends too
 * early or goes wrong gives what can be had of it and a problem; never more than `limit` bytes.
 */
export async function* unpacked(
  source: Source,
  limit: number,
  onProblem: OnProblem,
): AsyncGenerator<Uint8Array> {
  const { first, rest } = await opened(source)
  const isPacked = first[0] === 0x1f && first[1] === 0x8b
  const chunks = isPacked ? gunzipped(rest, onProblem) : rest
  let bytes = 0
  for await (const chunk of chunks) {
    if (bytes + chunk.length > limit) {
      yield chunk.subarray(0, limit - bytes)
      onProblem({
        where: whole,
        code: 'too-large',
        expected: `at most ${limit} bytes`,
        found: 'more',
      })
      return
    }
    bytes += chunk.length
    yield chunk
  }
}

/** The whole file, or undefined when it is too large to be held. */
export async function wholeOf(
  source: Source,
  limit: number,
  onProblem: OnProblem,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let isTooLarge = false
  const note: OnProblem = (problem) => {
    if (problem.code === 'too-large') isTooLarge = true
    onProblem(problem)
  }
  for await (const chunk of unpacked(source, limit, note)) chunks.push(chunk)
  return isTooLarge ? undefined : Buffer.concat(chunks)
}

/** Enough of the beginning to know what it is, and everything with that in front. */
async function opened(
  source: Source,
): Promise<{ first: Uint8Array; rest: AsyncIterable<Uint8Array> }> {
  const chunks = each(source)
  let first: Uint8Array = new Uint8Array()
  while (first.length < 2) {
    const next = await chunks.next()
    if (next.done === true) break
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value])
  }
  return { first, rest: behind(first, chunks) }
}

async function* each(source: Source): AsyncGenerator<Uint8Array> {
  yield* source
}

async function* behind(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first
  yield* rest
}

async function* gunzipped(
  source: AsyncIterable<Uint8Array>,
  onProblem: OnProblem,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const fed = feed(source, gunzip)
  fed.catch(() => {})
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array
  } catch (error) {
    const isShort = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
    onProblem({
      where: whole,
      code: isShort ? 'truncated' : 'damaged',
      expected: 'a whole gzip file',
      found: isShort ? 'its end is missing' : 'bytes that do not unpack',
    })
    return
  }
  await fed
}

async function feed(
  source: AsyncIterable<Uint8Array>,
  gunzip: ReturnType<typeof createGunzip>,
): Promise<void> {
  try {
    for await (const chunk of source) {
      if (gunzip.destroyed) return
      if (!gunzip.write(chunk)) {
        await new Promise<void>((resolve) => {
          const done = () => resolve()
          gunzip.once('drain', done).once('close', done).once('error', done)
        })
      }
    }
    gunzip.end()
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error('unreadable'))
    throw error
  }
}
