// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { BlockRunner } from './block.ts'
import { type LossRule, lossProblems } from './check.ts'
import type { LossInput, RiskInput, SeverityInput } from './input.ts'
import { blockYears, lossModel } from './model.ts'
import { type LossResult, lossResult } from './result.ts'
import { blockCount, Tally } from './tally.ts'

/** Runs all blocks, in the order given or their own. */
function simulated(input: LossInput, order?: readonly number[]): LossResult {
  assert.deepEqual(lossProblems(input), [])
  const model = lossModel(input)
  const tally = new Tally(model)
  const blocks = order ?? [...new Array(blockCount(model)).keys()]
  const runners = [new BlockRunner(model), new BlockRunner(model)]
  for (const [index, block] of blocks.entries()) tally.take(block, runners[index % 2]!.run(block))
  assert.ok(tally.isComplete)
  return lossResult(model, tally)
}

const once = (loss_eur: SeverityInput, id = 'a'): RiskInput => ({
  id,
  frequency: { bernoulli: 1 },
  loss_eur,
})
const years = 400_000
const normalAt = { p50: 0, p90: 1.2815515655, p95: 1.6448536269, p99: 2.326347874 } as const

describe('a single log-normal loss a year', () => {
  const mu = Math.log(100_000)
  const sigma = Math.log(4) / 1.6448536269514722
  const result = simulated({
    years,
    seed: 11,
    risks: [once({ lognormal: { median: 100_000, p95: 400_000 } })],
  })
  it('has the mean and the percentiles of the formula', () => {
    const mean = Math.exp(mu + sigma ** 2 / 2)
    assert.ok(Math.abs(result.expected_loss_eur - mean) < 4 * result.standard_error_eur)
    for (const level of ['p50', 'p90', 'p95', 'p99'] as const) {
      const exact = Math.exp(mu + sigma * normalAt[level])
      const [low, high] = result.percentile_ranges_eur[level]
      const reach = high - low
      assert.ok(exact > low - reach / 2 && exact < high + reach / 2, level)
    }
  })
  it('has the standard error of the formula', () => {
    const variance = (Math.exp(sigma ** 2) - 1) * Math.exp(2 * mu + sigma ** 2)
    const ratio = result.standard_error_eur / Math.sqrt(variance / years)
    assert.ok(ratio > 0.97 && ratio < 1.03, `${ratio}`)
  })
  it('has the curve of the formula', () => {
    for (const { loss_eur, chance } of result.exceedance) {
      const exact = normalTail((Math.log(loss_eur) - mu) / sigma)
      const error = Math.sqrt((exact * (1 - exact)) / years) + 1 / years
      assert.ok(Math.abs(chance - exact) < 5 * error, `${loss_eur}: ${chance} ${exact}`)
    }
  })
})

describe('compound sums against Panjer’s recursion', () => {
  const unit = 10_000
  const sizes = [0.4, 0.3, 0.15, 0.1, 0.05]
  const discrete = sizes.map((weight, index) => ({ loss_eur: (index + 1) * unit, weight }))
  const families: readonly [string, RiskInput['frequency'], number, number, number][] = [
    // Poisson: a = 0, b = m, p0 = e^-m.
    ['poisson', { poisson: 3.2 }, 0, 3.2, Math.exp(-3.2)],
    // Negative binomial with mean r q / (1 - q): a = q, b = (r - 1) q, p0 = (1 - q)^r.
    [
      'negative binomial',
      { negative_binomial: { mean: 3, variance: 6 } },
      0.5,
      (3 - 1) * 0.5,
      0.5 ** 3,
    ],
  ]
  for (const [name, frequency, a, b, p0] of families) {
    it(`${name} with discrete losses`, () => {
      const result = simulated({
        years,
        seed: 5,
        risks: [{ id: 'a', frequency, loss_eur: { discrete } }],
      })
      const chances = [p0]
      for (let s = 1; s <= 60; s += 1) {
        let sum = 0
        for (let j = 1; j <= Math.min(s, sizes.length); j += 1) {
          sum += (a + (b * j) / s) * sizes[j - 1]! * chances[s - j]!
        }
        chances.push(sum)
      }
      for (const { loss_eur, chance } of result.exceedance) {
        const least = Math.ceil(loss_eur / unit - 1e-9)
        const exact = 1 - chances.slice(0, least).reduce((sum, one) => sum + one, 0)
        const error = Math.sqrt((Math.max(0, exact) * (1 - exact)) / years) + 2 / years
        assert.ok(Math.abs(chance - exact) < 5 * error, `${loss_eur}: ${chance} ${exact}`)
      }
      assert.ok(Math.abs(result.chance_of_loss - (1 - p0)) < 5 / Math.sqrt(years))
    })
  }
  it('two risks: the sum is that of both', () => {
    const risk = (id: string, rate: number): RiskInput => ({
      id,
      frequency: { poisson: rate },
      loss_eur: { fixed: unit },
    })
    const result = simulated({ years, seed: 3, risks: [risk('a', 0.7), risk('b', 1.1)] })
    let term = Math.exp(-1.8)
    let below = 0
    for (let n = 0; n < 8; n += 1) {
      below += term
      term *= 1.8 / (n + 1)
      const found = result.exceedance.findLast(({ loss_eur }) => loss_eur <= (n + 1) * unit)!
      assert.ok(Math.abs(found.chance - (1 - below)) < 5 / Math.sqrt(years))
    }
    assert.equal(result.percentiles_eur.p90 % unit, 0)
  })
})

describe('every severity', () => {
  const all: readonly (readonly [string, SeverityInput, number])[] = [
    ['fixed', { fixed: 5000 }, 5000],
    [
      'interval90',
      { interval90: [1000, 16_000] },
      4000 * Math.exp((Math.log(4) / 1.6448536) ** 2 / 2),
    ],
    ['pert', { pert: { min: 0, mode: 2000, max: 10_000 } }, 3000],
    ['pert, skewed', { pert: { min: 100, mode: 100, max: 10_000 } }, (100 + 400 + 10_000) / 6],
    ['triangular', { triangular: { min: 0, mode: 2000, max: 10_000 } }, 4000],
    ['uniform', { uniform: { min: 2000, max: 4000 } }, 3000],
    ['pareto', { pareto: { min: 1000, shape: 4 } }, 4000 / 3],
    [
      'discrete',
      {
        discrete: [
          { loss_eur: 0, weight: 3 },
          { loss_eur: 8000, weight: 1 },
        ],
      },
      2000,
    ],
  ]
  for (const [name, loss_eur, mean] of all) {
    it(`${name} has its mean`, () => {
      const result = simulated({ years: 200_000, seed: 2, risks: [once(loss_eur)] })
      const error = Math.max(result.standard_error_eur, 1e-6)
      assert.ok(
        Math.abs(result.expected_loss_eur - mean) < 5 * error,
        `${result.expected_loss_eur}`,
      )
    })
  }
})

describe('every frequency', () => {
  const all: readonly (readonly [string, RiskInput['frequency'] & object, number, number])[] = [
    ['poisson, rare', { poisson: 0.01 }, 0.01, 0.01],
    ['poisson, often', { poisson: 40 }, 40, 40],
    ['bernoulli', { bernoulli: 0.3 }, 0.3, 0.21],
    ['negative binomial', { negative_binomial: { mean: 20, variance: 100 } }, 20, 100],
    ['negative binomial, rare', { negative_binomial: { mean: 0.1, variance: 0.2 } }, 0.1, 0.2],
  ]
  for (const [name, frequency, mean, variance] of all) {
    it(`${name} has its mean and variance`, () => {
      const risks: RiskInput[] = [{ id: 'a', frequency, loss_eur: { fixed: 1 } }]
      const result = simulated({ years, seed: 9, risks })
      assert.ok(Math.abs(result.expected_loss_eur - mean) < 5 * Math.sqrt(variance / years) + 0.005)
      const found = result.standard_error_eur ** 2 * years
      // The error itself is told in cents.
      assert.ok(Math.abs(Math.sqrt(found) - Math.sqrt(variance)) < 0.05 * Math.sqrt(variance) + 4)
    })
  }
  it('an interval gives more spread than its mean alone, and the same expectation', () => {
    const of = (frequency: RiskInput['frequency']) =>
      simulated({ years, seed: 4, risks: [{ id: 'a', frequency, loss_eur: { fixed: 1000 } }] })
    const sigma = Math.log(16) / (2 * 1.6448536269514722)
    const mean = Math.exp(Math.log(2) + sigma ** 2 / 2)
    const [wide, narrow] = [of({ interval90: [0.5, 8] }), of({ poisson: mean })]
    assert.ok(wide.standard_error_eur > 1.3 * narrow.standard_error_eur)
    assert.ok(Math.abs(wide.expected_loss_eur - 1000 * mean) < 5 * wide.standard_error_eur)
  })
})

const mixed: LossInput = {
  years: 3 * blockYears + 117,
  seed: 99,
  risks: [
    { id: 'a', frequency: { poisson: 2 }, loss_eur: { interval90: [1000, 50_000] } },
    {
      id: 'b',
      frequency: { interval90: [0.1, 3] },
      loss_eur: { pert: { min: 1, mode: 5, max: 9000 } },
    },
    { id: 'c', frequency: { bernoulli: 0.5 }, loss_eur: { fixed: 2500 } },
    { id: 'd', frequency: null, loss_eur: { uniform: { min: 10, max: 20_000 } } },
  ],
  shared_causes: [
    {
      id: 'x',
      frequency: { poisson: 0.5 },
      hits: [
        { risk: 'd', chance: 1 },
        { risk: 'a', chance: 0.5 },
      ],
    },
  ],
  insurance: [
    { id: 'p', risks: ['a', 'd'], excess_eur: 5000, cover_eur: 20_000, yearly_cover_eur: 30_000 },
  ],
}

describe('a run', () => {
  it('is the same to the last bit in any order of blocks', () => {
    const plain = JSON.stringify(simulated(mixed))
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        assert.equal(JSON.stringify(simulated(mixed, order)), plain)
      }),
      { numRuns: 10 },
    )
  })

  it('adds up: risks to the whole, net and payments to gross', () => {
    const { risks, expected_loss_eur: net, insurance } = simulated(mixed)
    const sum = risks.reduce((all, one) => all + (one.expected_loss_eur ?? 0), 0)
    assert.ok(Math.abs(sum - net) < 0.05)
    const paid = insurance!.policies[0]!.expected_payment_eur
    assert.ok(Math.abs(net + paid - insurance!.expected_gross_loss_eur) < 0.05)
    assert.ok(paid > 0)
  })

  it('draws a risk’s own numbers whatever stands beside it', () => {
    const alone = simulated({
      ...mixed,
      risks: mixed.risks.slice(0, 1),
      shared_causes: [],
      insurance: [],
    })
    const beside = simulated({ ...mixed, shared_causes: [], insurance: [] })
    assert.deepEqual(alone.risks[0], beside.risks[0])
  })

  it('changes with the seed, and with nothing else', () => {
    assert.deepEqual(simulated(mixed), simulated(structuredClone(mixed)))
    const other = simulated({ ...mixed, seed: 100 })
    assert.notEqual(other.expected_loss_eur, simulated(mixed).expected_loss_eur)
    assert.notEqual(other.inputs_digest, simulated(mixed).inputs_digest)
  })

  it('has a curve on which losses rise and chances never do', () => {
    const { exceedance, chance_of_loss } = simulated(mixed)
    for (const [index, { loss_eur, chance }] of exceedance.entries()) {
      const before = exceedance[index - 1]
      assert.ok(chance > 0 && chance <= chance_of_loss)
      if (before === undefined) continue
      assert.ok(loss_eur > before.loss_eur && chance <= before.chance)
    }
  })

  it('lets a shared cause strike together: more spread, the same expectation', () => {
    const pair = (frequency: RiskInput['frequency'], shared: boolean): LossInput => ({
      years,
      seed: 8,
      risks: ['a', 'b'].map((id) => ({ id, frequency, loss_eur: { fixed: 1000 } })),
      ...(shared
        ? {
            shared_causes: [
              {
                id: 'x',
                frequency: { poisson: 1 },
                hits: ['a', 'b'].map((risk) => ({ risk, chance: 1 })),
              },
            ],
          }
        : {}),
    })
    const together = simulated(pair(null, true))
    const apart = simulated(pair({ poisson: 1 }, false))
    assert.ok(Math.abs(together.expected_loss_eur - 2000) < 5 * together.standard_error_eur)
    // Two Poisson sums that are one another have twice the variance of two that are not.
    const ratio = together.standard_error_eur / apart.standard_error_eur
    assert.ok(Math.abs(ratio - Math.SQRT2) < 0.02, `${ratio}`)
  })

  it('pays from a policy above the excess, up to the cover', () => {
    const fixedLoss = (fixed: number, policy: object) =>
      simulated({
        years: 1000,
        seed: 1,
        risks: [once({ fixed })],
        insurance: [{ id: 'p', excess_eur: 1000, ...policy }],
      }).expected_loss_eur
    assert.equal(fixedLoss(900, {}), 900)
    assert.equal(fixedLoss(5000, {}), 1000)
    assert.equal(fixedLoss(5000, { cover_eur: 1500 }), 3500)
    assert.equal(fixedLoss(5000, { cover_eur: 1500, yearly_cover_eur: 500 }), 4500)
  })

  it('names missing estimates and leaves them out', () => {
    const risks = [...mixed.risks, { id: 'e', frequency: null, loss_eur: null }]
    const result = simulated({ ...mixed, risks })
    assert.deepEqual(result.missing, [
      { risk: 'e', estimate: 'frequency' },
      { risk: 'e', estimate: 'loss_eur' },
    ])
    assert.equal(result.risks.at(-1)!.expected_loss_eur, null)
    assert.equal(result.expected_loss_eur, simulated(mixed).expected_loss_eur)
  })
})

describe('bad ranges', () => {
  const risk = (more: Partial<RiskInput>): LossInput => ({
    years: 10,
    seed: 1,
    risks: [{ ...once({ fixed: 1 }), ...more }],
  })
  const at = 'risks.0.'
  const cases: readonly (readonly [LossInput, string, LossRule])[] = [
    [{ ...risk({}), years: 0 }, 'years', 'years_in_range'],
    [{ ...risk({}), years: 1.5 }, 'years', 'years_in_range'],
    [{ ...risk({}), seed: -1 }, 'seed', 'seed_in_range'],
    [{ ...risk({}), risks: [] }, 'risks', 'at_least_one_risk'],
    [{ ...risk({}), risks: [once({ fixed: 1 }), once({ fixed: 2 })] }, 'risks.1.id', 'id_once'],
    [risk({ frequency: { poisson: -1 } }), `${at}frequency.poisson`, 'events_in_range'],
    [risk({ frequency: { bernoulli: 1.1 } }), `${at}frequency.bernoulli`, 'chance_in_range'],
    [risk({ frequency: { interval90: [2, 1] } }), `${at}frequency.interval90`, 'low_below_high'],
    [risk({ frequency: { interval90: [0, 1] } }), `${at}frequency.interval90.0`, 'positive'],
    [
      risk({ frequency: { negative_binomial: { mean: 2, variance: 2 } } }),
      `${at}frequency.negative_binomial.variance`,
      'variance_above_mean',
    ],
    [risk({ loss_eur: { fixed: -5 } }), `${at}loss_eur.fixed`, 'euros_in_range'],
    [
      risk({ loss_eur: { lognormal: { median: 10, p95: 10 } } }),
      `${at}loss_eur.lognormal.p95`,
      'p95_above_median',
    ],
    [risk({ loss_eur: { interval90: [5, 4] } }), `${at}loss_eur.interval90`, 'low_below_high'],
    [
      risk({ loss_eur: { interval90: [1e-3, 1e14] } }),
      `${at}loss_eur.interval90`,
      'ends_too_far_apart',
    ],
    [
      risk({ loss_eur: { pert: { min: 5, mode: 4, max: 9 } } }),
      `${at}loss_eur.pert`,
      'min_mode_max_in_order',
    ],
    [
      risk({ loss_eur: { pareto: { min: 5, shape: 1 } } }),
      `${at}loss_eur.pareto.shape`,
      'shape_above_one',
    ],
    [
      risk({ loss_eur: { discrete: [{ loss_eur: 1, weight: 0 }] } }),
      `${at}loss_eur.discrete`,
      'weights_positive',
    ],
    [
      { ...risk({}), insurance: [{ id: 'p', risks: ['zz'], excess_eur: 0 }] },
      'insurance.0.risks.0',
      'known_risk',
    ],
    [
      {
        ...risk({}),
        insurance: [
          { id: 'p', excess_eur: 0 },
          { id: 'q', excess_eur: 0 },
        ],
      },
      'insurance.1',
      'one_policy_a_risk',
    ],
    [{ ...risk({ frequency: { poisson: 10_000 } }), years: 1e8 }, 'years', 'too_many_events'],
  ]
  for (const [input, where, rule] of cases) {
    it(`${rule} at ${where}`, () => {
      const [first] = lossProblems(input)
      assert.deepEqual([first?.at.join('.'), first?.rule], [where, rule])
    })
  }
})

/** Chance above z of the standard normal, by its continued fraction and series. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z)
  if (z > 3) {
    let fraction = z
    for (let k = 60; k >= 1; k -= 1) fraction = z + k / fraction
    return Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * fraction)
  }
  let term = z
  let sum = z
  for (let k = 1; k < 80; k += 1) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return 0.5 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
