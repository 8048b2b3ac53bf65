// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { BlockRunner } from './block.ts'
import type { LossInput } from './input.ts'
import { expectedLosses } from './means.ts'
import { lossModel } from './model.ts'
import { lossResult } from './result.ts'
import { blockCount, Tally } from './tally.ts'

function simulated(input: LossInput) {
  const model = lossModel(input)
  const tally = new Tally(model)
  const runner = new BlockRunner(model)
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return lossResult(model, tally)
}

describe('expected losses', () => {
  it('are what the simulation comes to, with a policy and a shared cause too', () => {
    const input: LossInput = {
      years: 200_000,
      seed: 5,
      risks: [
        { id: 'a', frequency: { interval90: [0.5, 2] }, loss_eur: { interval90: [100, 2000] } },
        { id: 'b', frequency: { poisson: 1 }, loss_eur: { uniform: { min: 0, max: 900 } } },
        { id: 'c', frequency: null, loss_eur: { fixed: 700 } },
        { id: 'd', frequency: { poisson: 3 }, loss_eur: null },
      ],
      shared_causes: [{ id: 'x', frequency: { poisson: 0.5 }, hits: [{ risk: 'c', chance: 0.4 }] }],
      insurance: [
        { id: 'p', risks: ['a'], excess_eur: 300, cover_eur: 800 },
        { id: 'q', risks: ['b'], excess_eur: 200, cover_eur: 300 },
      ],
    }
    const drawn = simulated(input)
    for (const [at, { id, eur }] of expectedLosses(input).entries()) {
      const { expected_loss_eur: other, standard_error_eur: error } = drawn.risks[at]!
      if (other === null || eur === null) assert.deepEqual([id, eur, other], ['d', null, null])
      else assert.ok(Math.abs(eur - other) < 4 * (error ?? 0) + 1e-6, `${id}: ${eur} ${other}`)
    }
  })

  it('never rise with a policy, and are nothing below nothing', () => {
    const amount = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(amount, amount, amount, amount, (low, more, excess, cover) => {
        const risks: LossInput['risks'] = [
          { id: 'a', frequency: { poisson: 1 }, loss_eur: { interval90: [low, low + more] } },
        ]
        const bare = expectedLosses({ years: 1, seed: 1, risks })[0]?.eur ?? -1
        const insurance = [{ id: 'p', excess_eur: excess, cover_eur: cover }]
        const net = expectedLosses({ years: 1, seed: 1, risks, insurance })[0]?.eur ?? -1
        assert.ok(net >= -1e-6 && net <= bare * (1 + 1e-9), `${net} of ${bare}`)
      }),
    )
  })
})
