// SPDX-License-Identifier: EUPL-1.2
// Draws the blocks it is asked for, one at a time.
import { parentPort, workerData } from 'node:worker_threads'
import { BlockRunner, type LossInput, lossModel } from '@schouw/core/risk'
import type { Drawn } from './draw.ts'

const runner = new BlockRunner(lossModel(workerData as LossInput))

parentPort?.on('message', (block: number) => {
  const result = runner.run(block)
  const answer: Drawn = { block, result }
  const buffers = new Set(Object.values(result).flatMap(bufferOf))
  parentPort?.postMessage(answer, [...buffers])
})

function bufferOf(value: unknown): ArrayBuffer[] {
  return value instanceof Float64Array ? [value.buffer as ArrayBuffer] : []
}
