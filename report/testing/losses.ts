// SPDX-License-Identifier: EUPL-1.2
import type { Losses, LossesDrawn } from '@schouw/core/baseline'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  lossModel,
  lossResult,
  Tally,
} from '@schouw/core/risk'

const ranges = [
  ['r1', 0.05, 0.3, 180_000, 1_500_000],
  ['r2', 0.03, 0.3, 60_000, 500_000],
  ['brand', 0.002, 0.02, 600_000, 4_000_000],
] as const

function drawn(times: number): LossesDrawn {
  const input: LossInput = {
    years: 4096,
    seed: 1,
    risks: ranges.map(([id, low, high, least, most]) => ({
      id,
      frequency: { interval90: [low * times, high * times] },
      loss_eur: { interval90: [least, most] },
    })),
  }
  const model = lossModel(input)
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return { input, result: lossResult(model, tally), appetite: null }
}

/** Two risks of the measurement and one of the company's own, with a measure that halves them. */
export const losses: Losses = {
  now: drawn(1),
  later: drawn(0.5),
  appetite: null,
  risks: ranges.map(([id, low, high, least, most], at) => ({
    id,
    name: at === 2 ? 'Brand in de hal' : null,
    times_per_year: { low, high },
    loss_eur: { low: least, high: most },
    loss_from: at === 2 ? 'said' : 'outage',
    outage_hours: at === 2 ? null : { low: 24, high: 140 },
    outage_basis: at === 2 ? null : 'said',
    likelihood: at === 2 ? 1 : 4,
    impact: 5,
    hurts: at !== 1,
    missing: [],
  })),
  treatments: [
    {
      id: 'muur',
      name: 'Muur',
      risk: 'r1',
      cost_eur_once: 40_000,
      cost_eur_per_year: 6_000,
    },
  ],
}
