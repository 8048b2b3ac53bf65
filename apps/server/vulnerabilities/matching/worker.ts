// SPDX-License-Identifier: EUPL-1.2
// Reads and matches in a thread of its own: a document of a hundred megabytes keeps nobody waiting,
// and one that does not fit ends this thread and nothing else.
import { parentPort } from 'node:worker_threads'
import type { CallName } from './messages.ts'
import { work } from './work.ts'

const port = parentPort
if (port === null) throw new Error('this file is a worker thread')

const doing = work()

port.on('message', (asked: { readonly call: CallName; readonly given: never }) => {
  void answer(asked.call, asked.given)
})

async function answer(call: CallName, given: never): Promise<void> {
  try {
    port?.postMessage({ answer: await doing[call](given) })
  } catch (error) {
    port?.postMessage({ fault: error instanceof Error ? error.message : 'thrown' })
  }
}
