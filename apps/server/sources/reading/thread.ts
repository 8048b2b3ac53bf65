// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SightedComponent, SightedConversation, Sighting } from '@schouw/formats/sightings'
import type { DocumentRead } from '../documents/read.ts'
import type { FromReader } from './messages.ts'
import { documentIn, type SourceRead, sourceIn, type Wanted } from './read.ts'

/** What is smaller is read in less time than a thread takes to start. */
const smallBytes = { source: 4 * 1024 * 1024, packed: 256 * 1024, document: 512 * 1024 } as const
/** A file whose contents take more is refused, and nobody else notices. */
const readingMb = 2_048

interface OfFile {
  readonly bytes: number
  readonly isPacked: boolean
  readonly signal?: AbortSignal
}

/** Undefined when it is nobody's format, `file-too-large` when it does not fit in memory. */
export async function readSourceFile(
  wanted: Extract<Wanted, { what: 'source' }>,
  { bytes, isPacked, signal }: OfFile,
): Promise<SourceRead | 'file-too-large' | 'stopped' | undefined> {
  if (bytes <= (isPacked ? smallBytes.packed : smallBytes.source)) return sourceIn(wanted)
  const last = await inThread(wanted, signal)
  if (typeof last === 'string') return last
  return last.part === 'source' ? last.source : undefined
}

export async function readDocumentBytes(
  wanted: Extract<Wanted, { what: 'document' }>,
): Promise<DocumentRead | 'file-too-large'> {
  if (wanted.bytes.length <= smallBytes.document) return documentIn(wanted)
  const last = await inThread(wanted)
  if (last === 'file-too-large') return last
  if (last === 'stopped' || last.part !== 'document')
    throw new Error('a reading thread that answered something else')
  return last.document
}

type Last = Extract<FromReader, { part: 'source' | 'document' }>

function inThread(
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Last | 'file-too-large' | 'stopped'> {
  return new Promise((resolve, reject) => {
    const sightings: Sighting[] = []
    const components: SightedComponent[] = []
    const conversations: SightedConversation[] = []
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      workerData: wanted,
      resourceLimits: { maxOldGenerationSizeMb: readingMb },
    })
    const stop = () => {
      resolve('stopped')
      worker.terminate().catch(() => {})
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromReader) => {
      if (message.part === 'document') return resolve(message)
      if (message.part === 'source') {
        const { source } = message
        if (source === undefined) return resolve(message)
        const read = { ...source.read, sightings, components, conversations }
        return resolve({ part: 'source', source: { ...source, read } })
      }
      if (message.part === 'sightings') sightings.push(...message.items)
      else if (message.part === 'components') components.push(...message.items)
      else conversations.push(...message.items)
      worker.postMessage('next')
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('file-too-large') : reject(error),
    )
    worker.once('exit', (code) => reject(new Error(`reading a file ended with ${code}`)))
  })
}
