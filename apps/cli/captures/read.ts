// SPDX-License-Identifier: EUPL-1.2
// Files into the inspection: plain ones straight into its own buffer, compressed ones unpacked on
// the way. What was read before something went wrong is kept.
import { createHash, type Hash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import * as zlib from 'node:zlib'
import { type Inspection, NotACapture } from '@schouw/core/capture'
import { codeOf, type Source } from './sources.ts'

export interface Reading {
  readonly digest: string | undefined
  /** Why the rest of the file could not be read; what came before counts. */
  readonly problem?: string
}

export interface ReadOptions {
  readonly withDigest: boolean
  /** Called after every piece with the bytes of the file read so far. */
  readonly onBytes: (count: number) => void
  readonly isCancelled: () => boolean
}

/** Reads of this size let signals and progress in often enough. */
const breathBytes = 32 * 1024 * 1024

// A capture of nothing but repeated frames packs about 1:200; a bomb packs 1:1000. Small files
// may do as they like: they cannot unpack to much.
const bombRatio = 400
const bombFreeBytes = 1 << 28

/**
 * Throws `NotACapture` when the bytes are none, and system errors when the file does not open.
 * The inspection has been opened and is closed by this.
 */
export async function readCapture(
  source: Source,
  inspection: Inspection,
  options: ReadOptions,
): Promise<Reading> {
  const file = openSync(source.path, 'r')
  let hash = options.withDigest ? createHash('sha256') : undefined
  let problem: string | undefined
  try {
    const packing = packingOf(file)
    inspection.open(source.name)
    if (packing === undefined) {
      problem = await readPlain(file, inspection, hash, options)
    } else {
      const unpacked = await readPacked(source, packing, inspection, options)
      hash = unpacked.hash
      problem = unpacked.problem
    }
    try {
      inspection.close()
    } catch (fault) {
      // Nothing could be unpacked: that is the news, not that nothing is there.
      if (problem === undefined || !(fault instanceof NotACapture)) throw fault
    }
  } finally {
    closeSync(file)
  }
  const digest = options.isCancelled() ? undefined : hash?.digest('hex')
  return problem === undefined ? { digest } : { digest, problem }
}

async function readPlain(
  file: number,
  inspection: Inspection,
  hash: Hash | undefined,
  { onBytes, isCancelled }: ReadOptions,
): Promise<string | undefined> {
  let sinceBreath = 0
  let position = 0
  for (;;) {
    const { buffer, offset, length } = inspection.space()
    let count: number
    try {
      count = readSync(file, buffer, offset, length, null)
    } catch (fault) {
      return codeOf(fault)
    }
    if (count === 0) return undefined
    hash?.update(buffer.subarray(offset, offset + count))
    inspection.filled(count)
    position += count
    sinceBreath += count
    if (sinceBreath >= breathBytes) {
      sinceBreath = 0
      onBytes(position)
      await setImmediate()
      if (isCancelled()) return 'cancelled'
    }
  }
}

type Packing = 'gzip' | 'zstd'

function packingOf(file: number): Packing | undefined {
  const head = new Uint8Array(4)
  const count = readSync(file, head, 0, 4, 0)
  if (count >= 2 && head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const isZstd = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd
  return count === 4 && isZstd ? 'zstd' : undefined
}

async function readPacked(
  { path }: Source,
  packing: Packing,
  inspection: Inspection,
  { withDigest, onBytes, isCancelled }: ReadOptions,
): Promise<{ hash: Hash | undefined; problem: string | undefined }> {
  const hash = withDigest ? createHash('sha256') : undefined
  const packed = createReadStream(path, { highWaterMark: 1 << 18 })
  const unpack = packing === 'gzip' ? zlib.createGunzip() : zlib.createZstdDecompress()
  let packedBytes = 0
  let unpackedBytes = 0
  packed.on('data', (chunk) => {
    hash?.update(chunk)
    packedBytes += chunk.length
    onBytes(packedBytes)
  })
  packed.on('error', (fault) => unpack.destroy(fault))
  packed.pipe(unpack)
  try {
    for await (const chunk of unpack as AsyncIterable<Uint8Array>) {
      unpackedBytes += chunk.length
      if (unpackedBytes > bombFreeBytes && unpackedBytes > packedBytes * bombRatio) {
        return { hash: undefined, problem: 'unpacks-without-end' }
      }
      inspection.feed(chunk)
      if (isCancelled()) return { hash: undefined, problem: 'cancelled' }
    }
  } catch (fault) {
    // Not a capture after all: the caller names it. Anything else is the packing's own trouble.
    const code = codeOf(fault)
    if (fault instanceof NotACapture) throw fault
    return { hash: await rest(packed, hash), problem: packingTrouble(code) }
  } finally {
    packed.destroy()
  }
  return { hash, problem: undefined }
}

function packingTrouble(code: string): string {
  if (code === 'Z_BUF_ERROR') return 'packed-cut-short'
  return /^(Z_|ZSTD)/.test(code) ? 'packed-damaged' : code
}

/** The digest is of the whole file, also of what could not be unpacked. */
async function rest(
  packed: ReturnType<typeof createReadStream>,
  hash: Hash | undefined,
): Promise<Hash | undefined> {
  if (hash === undefined || packed.destroyed) return undefined
  packed.unpipe()
  for await (const _chunk of packed) {
    // The data listener has taken it.
  }
  return hash
}
