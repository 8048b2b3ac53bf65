// SPDX-License-Identifier: EUPL-1.2
// A file into the inspection, a piece at a time: it is never whole in memory. What was read before
// something went wrong is kept, as on the command line.
import { type Inspection, NotACapture } from '@schouw/core/capture'
import { hex, Sha256 } from '@schouw/core/kernel'

/** As much of a `File` as reading needs. */
export type Readable = Pick<Blob, 'size' | 'slice' | 'stream'> & { readonly name: string }

export interface Reading {
  /** Of the file as it lies on disk. */
  readonly digest: string | undefined
  /** Why the rest of the file could not be read; what came before counts. */
  readonly problem?: string
}

export type OnBytes = (count: number) => void

// A capture of nothing but repeated frames packs about 1:200; a bomb packs 1:1000. Small files
// may do as they like: they cannot unpack to much.
const bombRatio = 400
const bombFreeBytes = 1 << 28

/** Throws `NotACapture` when the bytes are none. Opens the inspection and closes it. */
export async function readCapture(
  file: Readable,
  inspection: Inspection,
  onBytes: OnBytes,
): Promise<Reading> {
  const [a, b, c, d] = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  // A browser has no unpacker for it.
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) {
    return { digest: undefined, problem: 'packed-zstd' }
  }
  const isPacked = a === 0x1f && b === 0x8b
  const hash = new Sha256()
  const read = isPacked ? readPacked : readPlain
  inspection.open(file.name)
  const problem = await read(file, { inspection, hash, onBytes })
  try {
    inspection.close()
  } catch (fault) {
    // Nothing could be unpacked: that is the news, not that nothing is there.
    if (problem === undefined || !(fault instanceof NotACapture)) throw fault
  }
  if (problem === 'unpacks-without-end') return { digest: undefined, problem }
  const digest = hex(hash.digest())
  return problem === undefined ? { digest } : { digest, problem }
}

interface Into {
  readonly inspection: Inspection
  readonly hash: Sha256
  readonly onBytes: OnBytes
}

async function readPlain(
  file: Readable,
  { inspection, hash, onBytes }: Into,
): Promise<string | undefined> {
  let bytes = 0
  const reader = file.stream().getReader()
  for (;;) {
    let next: ReadableStreamReadResult<Uint8Array>
    try {
      next = await reader.read()
    } catch {
      // Moved, changed or taken away while we read: the browser does not say which.
      return 'gone-while-reading'
    }
    if (next.done) return undefined
    hash.update(next.value)
    inspection.feed(next.value)
    bytes += next.value.length
    onBytes(bytes)
  }
}

async function readPacked(
  file: Readable,
  { inspection, hash, onBytes }: Into,
): Promise<string | undefined> {
  let packedBytes = 0
  const unpacking = unpacked(file.stream(), (chunk) => {
    hash.update(chunk)
    packedBytes += chunk.length
    onBytes(packedBytes)
  })
  let bytes = 0
  for (;;) {
    const next = await unpacking.next()
    if (next === undefined) return unpacking.problem()
    bytes += next.length
    if (bytes > bombFreeBytes && bytes > packedBytes * bombRatio) {
      unpacking.stop()
      return 'unpacks-without-end'
    }
    inspection.feed(next)
  }
}

/** Told of each piece as it lies on disk, also of what cannot be unpacked. */
function unpacked(
  packed: ReadableStream<Uint8Array<ArrayBuffer>>,
  onPacked: (chunk: Uint8Array) => void,
) {
  const { readable, writable } = new DecompressionStream('gzip')
  const writer = writable.getWriter()
  const reader = readable.getReader()
  const source = packed.getReader()
  let isGone = false
  let isDamaged = false
  const feed = async () => {
    for (;;) {
      const piece = await source.read().catch(() => undefined)
      if (piece === undefined) isGone = true
      if (piece === undefined || piece.done) break
      onPacked(piece.value)
      if (isDamaged) continue
      try {
        await writer.ready
        await writer.write(piece.value)
      } catch {
        isDamaged = true
      }
    }
    if (isDamaged) return
    try {
      // Ready is only who has handed over everything: an end that fails drops what waits.
      await writer.ready
      await writer.close()
    } catch {
      // It ended too early; whoever reads hears it.
    }
  }
  const fed = feed()
  let isCut = false
  return {
    next: async (): Promise<Uint8Array | undefined> => {
      try {
        const { value } = await reader.read()
        if (value !== undefined) return value
      } catch {
        isCut = true
      }
      await fed
      return undefined
    },
    problem: () => {
      if (isGone) return 'gone-while-reading'
      if (isDamaged) return 'packed-damaged'
      return isCut ? 'packed-cut-short' : undefined
    },
    stop: () => {
      isDamaged = true
      void source.cancel().catch(() => undefined)
      void reader.cancel().catch(() => undefined)
    },
  }
}
