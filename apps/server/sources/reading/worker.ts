// SPDX-License-Identifier: EUPL-1.2
// Reads a large file in a thread of its own and hands over what it says piece by piece: a message
// that holds everything would keep the thread that serves people as busy as the reading itself.
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromReader } from './messages.ts'
import { documentIn, sourceIn, type Wanted } from './read.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker thread')

/** Items of one message: some milliseconds of work for whoever receives it. */
const together = 500

const tell = async (message: FromReader) => {
  const answered = once(port, 'message')
  port.postMessage(message)
  await answered
}

const wanted = workerData as Wanted
if (wanted.what === 'document') {
  port.postMessage({ part: 'document', document: await documentIn(wanted) })
} else {
  const source = await sourceIn(wanted)
  const { sightings = [], components = [], conversations = [] } = source?.read ?? {}
  for (let at = 0; at < sightings.length; at += together) {
    await tell({ part: 'sightings', items: sightings.slice(at, at + together) })
  }
  for (let at = 0; at < components.length; at += together) {
    await tell({ part: 'components', items: components.slice(at, at + together) })
  }
  for (let at = 0; at < conversations.length; at += together) {
    await tell({ part: 'conversations', items: conversations.slice(at, at + together) })
  }
  const rest =
    source === undefined
      ? undefined
      : { ...source, read: { ...source.read, sightings: [], components: [], conversations: [] } }
  port.postMessage({ part: 'source', source: rest })
}
port.close()
