// SPDX-License-Identifier: EUPL-1.2
// Draws one input after another beside the page, so that a toggle never waits for it.
import {
  BlockRunner,
  blockCount,
  type LossInput,
  type LossResult,
  lossModel,
  lossResult,
  Tally,
} from '@schouw/core/risk'

export interface Drawn {
  readonly number: number
  readonly result: LossResult
}

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly number: number; readonly input: LossInput }>) => {
    const model = lossModel(data.input)
    const tally = new Tally(model)
    const runner = new BlockRunner(model)
    for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
    const drawn: Drawn = { number: data.number, result: lossResult(model, tally) }
    self.postMessage(drawn)
  },
)
