// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file while it is being read: on disk, never in memory whole. */
export interface Spooled {
  readonly sha256: string
  readonly bytes: number
  /** Whether it begins as gzip does. */
  readonly isPacked: boolean
  readonly path: string
  readonly read: () => AsyncIterable<Uint8Array>
}

/** As it comes, packed or not. A day of a busy plant's log packs into a tenth of this. */
export const sourceBytes = 2 * 1024 * 1024 * 1024

export type SpoolRefusal = 'file-empty' | 'file-too-large' | 'upload-stalled'

/** A sender who is silent for so long has gone. */
const silenceMs = 60_000

/** Hands the file to the work and removes it afterwards, whatever happens. */
export async function spooled<T>(
  stream: AsyncIterable<Uint8Array> & { destroy?: () => void },
  work: (file: Spooled) => Promise<T>,
): Promise<T | SpoolRefusal> {
  const path = join(tmpdir(), `schouw-source-${randomUUID()}`)
  try {
    const written = await write(path, stream)
    if (typeof written === 'string') return written
    return await work({ ...written, path, read: () => createReadStream(path) })
  } finally {
    await rm(path, { force: true })
  }
}

async function write(
  path: string,
  stream: AsyncIterable<Uint8Array> & { destroy?: () => void },
): Promise<Omit<Spooled, 'read' | 'path'> | SpoolRefusal> {
  const file = await open(path, 'wx', 0o600)
  let hasStalled = false
  const stall = () => {
    hasStalled = true
    stream.destroy?.()
  }
  let timer = setTimeout(stall, silenceMs)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    let head = Buffer.alloc(0)
    for await (const chunk of stream) {
      clearTimeout(timer)
      timer = setTimeout(stall, silenceMs)
      bytes += chunk.length
      if (bytes > sourceBytes) return 'file-too-large'
      hash.update(chunk)
      if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)])
      await file.writeFile(chunk)
    }
    if (hasStalled) return 'upload-stalled'
    const isPacked = head[0] === 0x1f && head[1] === 0x8b
    return bytes === 0 ? 'file-empty' : { sha256: hash.digest('hex'), bytes, isPacked }
  } catch (error) {
    if (hasStalled) return 'upload-stalled'
    throw error
  } finally {
    clearTimeout(timer)
    await file.close()
  }
}
