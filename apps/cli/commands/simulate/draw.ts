// SPDX-License-Identifier: EUPL-1.2
// Draws all blocks of a model: alone, or with workers that ask for the next block when they have
// finished one. Progress goes by blocks; a cancel is heard between two of them.
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type BlockResult, BlockRunner, blockCount, type LossModel, Tally } from '@schouw/core/risk'
import { StepProgress } from '../../terminal/progress.ts'
import type { Shell } from '../../terminal/shell.ts'

/** Below this many expected events a worker would take longer to start than to help. */
const worthWorkers = 60_000_000
/** How far results may run ahead of the one that is next in order: what bounds the memory. */
const ahead = 64

/** Undefined when the person cancelled. */
export async function drawn(
  model: LossModel,
  shell: Shell,
  asked: number | undefined,
): Promise<Tally | undefined> {
  let isCancelled = false
  shell.onCancel(() => {
    isCancelled = true
  })
  const blocks = blockCount(model)
  const progress = new StepProgress(shell, blocks)
  const tally = new Tally(model)
  const most = asked ?? (expectedEvents(model) < worthWorkers ? 1 : availableParallelism())
  const workers = Math.min(most, blocks)
  const work = { model, blocks, tally, isCancelled: () => isCancelled, progress }
  try {
    if (workers === 1) await drawAlone(work)
    else await drawTogether(work, workers)
  } finally {
    progress.done()
  }
  return tally.isComplete ? tally : undefined
}

interface Work {
  readonly model: LossModel
  readonly blocks: number
  readonly tally: Tally
  readonly isCancelled: () => boolean
  readonly progress: StepProgress
}

async function drawAlone({ model, blocks, tally, isCancelled, progress }: Work): Promise<void> {
  const runner = new BlockRunner(model)
  for (let block = 0; block < blocks && !isCancelled(); block += 1) {
    tally.take(block, runner.run(block))
    progress.at(block + 1)
    // Lets a cancel through.
    await setImmediate()
  }
}

/** What a worker sends back. */
export interface Drawn {
  readonly block: number
  readonly result: BlockResult
}

async function drawTogether(work: Work, count: number): Promise<void> {
  const workers = Array.from({ length: count }, () => {
    const file = new URL('./worker.ts', import.meta.url)
    return new Worker(file, { workerData: work.model.input })
  })
  try {
    await allBlocks(work, workers)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function allBlocks(work: Work, workers: readonly Worker[]): Promise<void> {
  const { blocks, tally, isCancelled, progress } = work
  const idle: Worker[] = []
  let next = 0
  let done = 0
  return new Promise((resolve, reject) => {
    const give = (worker: Worker): void => {
      if (isCancelled()) resolve()
      else if (next >= blocks) return
      else if (next - tally.blocksTaken >= ahead) idle.push(worker)
      else {
        worker.postMessage(next)
        next += 1
      }
    }
    for (const worker of workers) {
      worker.on('error', reject)
      worker.on('message', ({ block, result }: Drawn) => {
        tally.take(block, result)
        done += 1
        progress.at(done)
        if (done === blocks) resolve()
        give(worker)
        for (const waiting of idle.splice(0)) give(waiting)
      })
      give(worker)
    }
  })
}

function expectedEvents({ risks, causes, years }: LossModel): number {
  let yearly = 0
  for (const { frequency } of risks) yearly += frequency.mean
  for (const { frequency, hits } of causes) yearly += frequency.mean * hits.length
  // A year of a risk without events costs about a twentieth of an event.
  return (yearly + risks.length / 20) * years
}
