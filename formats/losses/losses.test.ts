// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  BlockRunner,
  blockCount,
  type LossInput,
  lossModel,
  lossProblems,
  lossResult,
  Tally,
} from '@schouw/core/risk'
import fc from 'fast-check'
import { brokenBytes, mutants } from '../entries/testing/mutants.ts'
import { problemLine } from '../problem/index.ts'
import { readLossFile } from './index.ts'

const good = {
  years: 200,
  seed: 7,
  risks: [
    {
      id: 'a',
      frequency: { interval90: [0.1, 2] },
      loss_eur: { lognormal: { median: 1e5, p95: 1e6 } },
    },
    { id: 'b', frequency: { poisson: 0.4 }, loss_eur: { pert: { min: 1, mode: 50, max: 1000 } } },
    { id: 'c', frequency: { bernoulli: 0.2 }, loss_eur: { pareto: { min: 1e4, shape: 2 } } },
    {
      id: 'd',
      frequency: { negative_binomial: { mean: 1, variance: 3 } },
      loss_eur: { discrete: [{ loss_eur: 5, weight: 1 }] },
    },
    { id: 'e', frequency: null, loss_eur: { triangular: { min: 0, mode: 1, max: 2 } } },
  ],
  shared_causes: [{ id: 's', frequency: { poisson: 0.1 }, hits: [{ risk: 'a', chance: 0.5 }] }],
  insurance: [{ id: 'p', risks: ['a'], excess_eur: 1e4, cover_eur: 5e5, yearly_cover_eur: 1e6 }],
}
const yaml = `years: 200
seed: 7
risks:
  - id: a
    frequency: { interval90: [0.1, 2] }
    loss_eur:
      lognormal: { median: 100000, p95: 1000000 }
  - id: b # of the second line
    frequency: { poisson: 0.4 }
    loss_eur: { uniform: { min: 1, max: 1000 } }
shared_causes:
  - { id: s, frequency: { poisson: 0.1 }, hits: [{ risk: a, chance: 0.5 }] }
`
const read = (value: unknown) => readLossFile('r.json', Buffer.from(JSON.stringify(value)))

/** Small enough to be drawn here; what it comes to must be a figure everywhere. */
function drawnOf(input: LossInput) {
  const model = lossModel({ ...input, years: Math.min(input.years, 50) })
  const [runner, tally] = [new BlockRunner(model), new Tally(model)]
  for (let block = 0; block < blockCount(model); block += 1) tally.take(block, runner.run(block))
  return lossResult(model, tally)
}

function judged({ input, problems, file }: ReturnType<typeof readLossFile>): void {
  assert.equal(input === undefined, problems.length > 0)
  for (const problem of problems) {
    assert.match(problemLine(problem), /^r\.\w+(:\d+:\d+)?: expected .+, found .+/s)
  }
  if (input === undefined) return
  const wrong = lossProblems(input)
  // Each place exists, so that the line can be named.
  for (const { at } of wrong) assert.ok(at.length > 0)
  void file
  if (wrong.length > 0 || events(input) > 1e4) return
  const text = JSON.stringify(drawnOf(input), (_key, value) => {
    if (typeof value === 'number') assert.ok(Number.isFinite(value), JSON.stringify(input))
    return value
  })
  assert.ok(text.length > 0)
}

/** The most that any of its numbers could ask to be drawn. */
function events(input: LossInput): number {
  return Math.max(
    0,
    ...numbersIn([input.risks.map(({ frequency }) => frequency), input.shared_causes]),
  )
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('readLossFile', () => {
  it('reads the same from JSON and YAML', () => {
    assert.deepEqual([read(good).problems, read(good).remarks], [[], []])
    const { input, problems } = readLossFile('r.yaml', Buffer.from(yaml))
    assert.deepEqual(problems, [])
    assert.deepEqual(input?.risks[0], good.risks[0])
    assert.deepEqual(lossProblems(good as LossInput), [])
  })

  it('gives for any change of a good file an input the core can answer, or places', () => {
    fc.assert(
      fc.property(mutants(good), (value) => judged(read(value))),
      { numRuns: 400 },
    )
  })

  it('gives for any bytes an input or places, and never throws', () => {
    for (const text of [yaml, JSON.stringify(good, null, 1)]) {
      fc.assert(
        fc.property(brokenBytes(text), (bytes) => judged(readLossFile('r.yaml', bytes))),
        { numRuns: 300 },
      )
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => judged(readLossFile('r.x', bytes))),
    )
  })
})
