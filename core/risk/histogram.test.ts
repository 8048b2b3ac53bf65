// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Histogram } from './histogram.ts'

const amounts = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.double({ min: 0.01, max: 1e15, noNaN: true }),
    fc.constantFrom(100_000, 250_000),
  ),
  { minLength: 1, maxLength: 200 },
)

describe('a histogram', () => {
  it('gives every rank within a thousandth of what sorting gives', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const histogram = new Histogram()
        histogram.add(Float64Array.from(list))
        const sorted = list.toSorted((a, b) => a - b)
        for (const [index, exact] of sorted.entries()) {
          assert.ok(Math.abs(histogram.atRank(index + 1) - exact) <= exact * 1e-3)
        }
      }),
    )
  })

  it('gives an amount that many share as it is', () => {
    const histogram = new Histogram()
    histogram.add(new Float64Array(1000).fill(123_456.78))
    assert.ok(Math.abs(histogram.quantile(0.5) - 123_456.78) < 1e-6)
  })

  it('counts exactly how many reach each point of its curve', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const histogram = new Histogram()
        histogram.add(Float64Array.from(list))
        const points = histogram.exceedance(0.9)
        for (const { amount, chance } of points) {
          assert.equal(chance, list.filter((one) => one >= amount).length / list.length)
        }
        const some = list.filter((one) => one > 0).length
        assert.equal(histogram.someChance, some / list.length)
        if (some > 0) assert.equal(points[0]!.chance, some / list.length)
      }),
    )
  })

  it('takes what no year will ever cost', () => {
    const histogram = new Histogram()
    histogram.add(Float64Array.of(1e300, Number.MAX_VALUE, 1e-300))
    assert.ok(histogram.quantile(0.9) >= 1e300)
    assert.equal(histogram.someChance, 2 / 3)
  })
})
