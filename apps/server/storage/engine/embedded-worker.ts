// SPDX-License-Identifier: EUPL-1.2
// The thread of the embedded database: bytes of the PostgreSQL protocol in, bytes out. A query
// blocks its thread until it is answered, and that must not be the one that serves people.
import { constants, cpSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { DurableFiles } from './durable-files.ts'
import type { FromWorker, ToWorker, WorkerData } from './embedded-messages.ts'
import { inOwnMemory } from './memory.ts'

const { directory, cells } = workerData as WorkerData
const port = parentPort
if (port === null) throw new Error('this file is a worker thread')
const tell = (message: FromWorker) => {
  port.postMessage(message, 'bytes' in message ? [message.bytes.buffer as ArrayBuffer] : [])
}

// `-F` would turn fsync off. fdatasync does nothing in this build, so it has to be `fsync`.
const settings = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  shared_buffers: '32MB',
  // By itself a megabyte, of which page after page is written while a large change is under way.
  wal_buffers: '4MB',
  jit: 'off',
}

const options: PGliteOptions = {
  fs: new DurableFiles(directory, cells, die),
  startParams: [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ],
}
const db = await PGlite.create(options)

/** After the engine's own abort its memory means nothing; only a new thread goes on from disk. */
function die(): void {
  process.exit(1)
}

async function answer(stream: number, request: Uint8Array): Promise<void> {
  const parts: Uint8Array[] = []
  await db.execProtocolRawStream(request, {
    syncToFs: false,
    onRawData: (bytes: Uint8Array) => {
      parts.push(bytes.slice())
    },
  })
  tell({ stream, bytes: inOwnMemory(parts) })
}

async function take(message: ToWorker): Promise<void> {
  if ('bytes' in message) {
    await answer(message.stream, message.bytes)
  } else if (message.ask === 'dump') {
    const file = await db.dumpDataDir('gzip')
    tell({ dump: new Uint8Array(await file.arrayBuffer()) })
  } else if (message.ask === 'copy') {
    tell({ copied: message.to, trouble: copy(message.to) })
  } else {
    await db.close()
    tell({ closed: true })
  }
}

/** Between two messages nothing is written: what is copied is what a power cut would leave. */
function copy(to: string): unknown {
  try {
    cpSync(directory, to, {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
      filter: (path) => basename(path) !== 'postmaster.pid',
    })
    return undefined
  } catch (error) {
    return error
  }
}

port.on('message', (message: ToWorker) => {
  take(message).catch(die)
})
tell({ ready: true })
