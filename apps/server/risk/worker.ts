// SPDX-License-Identifier: EUPL-1.2
// Draws all blocks of one input in a thread of its own, and tells how far it is.
import { parentPort, workerData } from 'node:worker_threads'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  type LossResult,
  lossModel,
  lossResult,
  Tally,
} from '@schouw/core/risk'

/** What the thread says. */
export type FromRun =
  | { readonly say: 'progress'; readonly done: number }
  | { readonly say: 'result'; readonly result: LossResult }

const everyMs = 50

const model = lossModel(workerData as LossInput)
const runner = new BlockRunner(model)
const tally = new Tally(model)
const tell = (message: FromRun) => parentPort?.postMessage(message)
let told = performance.now()
for (let block = 0; block < blockCount(model); block += 1) {
  tally.take(block, runner.run(block))
  const now = performance.now()
  if (now - told < everyMs) continue
  told = now
  tell({ say: 'progress', done: block + 1 })
}
tell({ say: 'result', result: lossResult(model, tally) })
