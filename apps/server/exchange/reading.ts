// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { exchangeLimits } from './limits.ts'

export interface ReadRow {
  readonly line: number
  readonly cells: readonly (string | number)[]
}

export interface ReadSheet {
  readonly name: string
  readonly rows: readonly ReadRow[]
}

export interface ReadFile {
  readonly format: 'csv' | 'xlsx'
  readonly sheets: readonly ReadSheet[]
  readonly problems: readonly {
    readonly line: number | null
    readonly column: number | null
    readonly expected: string
    readonly found: string
  }[]
}

export interface Arrived extends ReadFile {
  /** SHA-256 in hex. */
  readonly digest: string
  readonly bytes: number
}

export type ArrivalRefusal = 'file-too-large' | 'file-empty' | 'upload-stalled'

/** What somebody sends, on disk while it is read and gone afterwards. */
export async function arrived(
  stream: Readable,
  name: string,
): Promise<Arrived | { readonly refusal: ArrivalRefusal }> {
  const folder = await mkdtemp(join(tmpdir(), 'schouw-import-'))
  try {
    const path = join(folder, 'file')
    const stored = await storedAt(path, stream)
    if ('refusal' in stored) return stored
    return { ...stored, ...(await readApart(path, name)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function storedAt(
  path: string,
  stream: Readable,
): Promise<{ digest: string; bytes: number } | { readonly refusal: ArrivalRefusal }> {
  const hash = createHash('sha256')
  const file = createWriteStream(path)
  let bytes = 0
  let isStalled = false
  const stalled = () => {
    isStalled = true
    stream.destroy()
  }
  let timer = setTimeout(stalled, exchangeLimits.stallMs)
  try {
    for await (const chunk of stream) {
      clearTimeout(timer)
      timer = setTimeout(stalled, exchangeLimits.stallMs)
      bytes += chunk.length
      if (bytes > exchangeLimits.fileBytes) return { refusal: 'file-too-large' }
      hash.update(chunk)
      if (!file.write(chunk)) await once(file, 'drain')
    }
  } catch (error) {
    if (isStalled) return { refusal: 'upload-stalled' }
    throw error
  } finally {
    clearTimeout(timer)
    file.end()
  }
  if (!file.closed) await once(file, 'close')
  if (bytes === 0) return { refusal: 'file-empty' }
  return { digest: hash.digest('hex'), bytes }
}

/** A file that takes all memory or never ends takes its thread with it, and is refused. */
function readApart(path: string, name: string): Promise<ReadFile> {
  const refused = (found: string): ReadFile => ({
    format: /\.xlsx$/i.test(name) ? 'xlsx' : 'csv',
    sheets: [],
    problems: [{ line: null, column: null, expected: 'a table that can be read', found }],
  })
  return new Promise((resolve) => {
    const worker = new Worker(join(import.meta.dirname, 'reading-worker.ts'), {
      workerData: { path, name },
      resourceLimits: { maxOldGenerationSizeMb: exchangeLimits.readingMb },
    })
    const timer = setTimeout(() => {
      resolve(refused('one that takes too long'))
      worker.terminate().catch(() => {})
    }, exchangeLimits.readingMs)
    worker.once('message', (read: ReadFile) => resolve(read))
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      resolve(refused(isMemory ? 'one that takes too much memory' : 'damage'))
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      resolve(refused('damage'))
    })
  })
}
