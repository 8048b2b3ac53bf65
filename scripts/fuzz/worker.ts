// SPDX-License-Identifier: EUPL-1.2
// Runs a campaign off the main thread and says at which case it is.
import { parentPort, workerData } from 'node:worker_threads'
import { campaign } from './campaign.ts'

const { seed, cases, progress } = workerData as {
  seed: number
  cases: number
  progress: Int32Array
}

parentPort?.postMessage(campaign(seed, cases, (at) => Atomics.store(progress, 0, at)))
