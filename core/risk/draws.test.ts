// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { logFactorial, poisson } from './draws.ts'
import { exp } from './exponential.ts'
import { fillLognormal, normal } from './normal.ts'
import { Stream, streamKey } from './stream.ts'

const stream = (name: string) => new Stream().seek(streamKey(1, name), 0)

describe('streams', () => {
  it('are xoshiro128** as its authors wrote it', () => {
    const mask = 0xffffffffn
    const turn = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & mask
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 4, maxLength: 4 }), (seed) => {
        const state = seed.map((word) => BigInt(word >>> 0)) as [bigint, bigint, bigint, bigint]
        const own = new Stream()
        ;[own.a, own.b, own.c, own.d] = seed as [number, number, number, number]
        for (let step = 0; step < 20; step += 1) {
          const expected = (turn((state[1] * 5n) & mask, 7n) * 9n) & mask
          const shifted = (state[1] << 9n) & mask
          state[2] ^= state[0]
          state[3] ^= state[1]
          state[1] ^= state[2]
          state[0] ^= state[3]
          state[2] ^= shifted
          state[3] = turn(state[3], 11n)
          assert.equal(BigInt(own.next() >>> 0), expected)
        }
      }),
    )
  })

  it('differ by seed, purpose and block, and are the same again', () => {
    const first = (seed: number, purpose: string, block: number) =>
      new Stream().seek(streamKey(seed, purpose), block).next()
    const all = [first(1, 'a', 0), first(2, 'a', 0), first(1, 'b', 0), first(1, 'a', 1)]
    assert.equal(new Set(all).size, 4)
    assert.equal(first(1, 'a', 0), all[0])
    assert.notEqual(first(1, '1\u0000x', 0), first(1, '1x', 0))
  })

  it('give uniform values strictly between 0 and 1, of mean a half, that do not follow each other', () => {
    const source = stream('uniform')
    const count = 400_000
    let sum = 0
    let product = 0
    let before = 0.5
    for (let i = 0; i < count; i += 1) {
      const u = source.uniform()
      assert.ok(u > 0 && u < 1)
      sum += u
      product += (u - 0.5) * (before - 0.5)
      before = u
    }
    assert.ok(Math.abs(sum / count - 0.5) < 5 / Math.sqrt(12 * count))
    assert.ok(Math.abs(product / count) < 5 / (12 * Math.sqrt(count)))
  })
})

describe('the exponential', () => {
  it('is that of the engine to fifteen digits, everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        assert.ok(Math.abs(exp(x) / Math.exp(x) - 1) < 2e-15, `${x}`)
      }),
      { numRuns: 5000 },
    )
    assert.deepEqual([exp(0), exp(-1e9), exp(1e9)], [1, 0, Number.POSITIVE_INFINITY])
    assert.ok(Number.isNaN(exp(Number.NaN)))
  })
})

describe('the normal', () => {
  it('has moments, and shares in bins and far tails, of the formula', () => {
    const source = stream('normal')
    const count = 4_000_000
    const bins = new Float64Array(160)
    const moments = [0, 0, 0, 0, 0]
    let beyond4 = 0
    for (let i = 0; i < count; i += 1) {
      const z = normal(source)
      for (let power = 1; power <= 4; power += 1) moments[power]! += z ** power
      if (Math.abs(z) > 4) beyond4 += 1
      const bin = Math.floor((z + 4) * 20)
      if (bin >= 0 && bin < 160) bins[bin]! += 1
    }
    const [, first, second, third, fourth] = moments.map((sum) => sum / count) as number[]
    const root = Math.sqrt(count)
    assert.ok(Math.abs(first!) < 5 / root)
    assert.ok(Math.abs(second! - 1) < (5 * Math.SQRT2) / root)
    assert.ok(Math.abs(third!) < (5 * Math.sqrt(15)) / root)
    assert.ok(Math.abs(fourth! - 3) < (5 * Math.sqrt(96)) / root)
    // 2 × 3.167e-5 of the normal lies beyond 4.
    assert.ok(Math.abs(beyond4 - count * 6.334e-5) < 5 * Math.sqrt(count * 6.334e-5))
    let chiSquared = 0
    for (let bin = 0; bin < 160; bin += 1) {
      let share = 0
      for (let part = 0; part < 50; part += 1) {
        const z = -4 + (bin + (part + 0.5) / 50) / 20
        share += Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 1000
      }
      chiSquared += (bins[bin]! - count * share) ** 2 / (count * share)
    }
    // 160 degrees of freedom: mean 160, deviation 18.
    assert.ok(chiSquared > 80 && chiSquared < 250, `${chiSquared}`)
  })

  it('gives the same log-normal written out as by calls', () => {
    const [one, other] = [stream('twice'), stream('twice')]
    const into = new Float64Array(100_000)
    fillLognormal(one, into, into.length, { mu: 2, sigma: 1.5 })
    for (const value of into) assert.equal(value, exp(2 + 1.5 * normal(other)))
  })
})

describe('poisson', () => {
  for (const mean of [0.02, 0.9, 9.9, 10, 47, 900, 250_000]) {
    it(`of mean ${mean} has its mean, its variance and its shares`, () => {
      const source = stream(`poisson ${mean}`)
      const count = 200_000
      let sum = 0
      let squares = 0
      const seen = new Map<number, number>()
      for (let i = 0; i < count; i += 1) {
        const k = poisson(source, mean)
        sum += k
        squares += (k - mean) ** 2
        seen.set(k, (seen.get(k) ?? 0) + 1)
      }
      assert.ok(Math.abs(sum / count - mean) < 5 * Math.sqrt(mean / count))
      const spread = Math.sqrt((mean + 2 * mean * mean) / count)
      assert.ok(Math.abs(squares / count - mean) < 5 * spread)
      for (const [k, times] of seen) {
        const share = Math.exp(k * Math.log(mean) - mean - logFactorial(k)) * count
        assert.ok(Math.abs(times - share) < 6 * Math.sqrt(share) + 6, `${k}: ${times} ${share}`)
      }
    })
  }
  it('knows factorials', () => {
    let sum = 0
    for (let k = 1; k < 300; k += 1) {
      sum += Math.log(k)
      assert.ok(Math.abs(logFactorial(k) - sum) < 1e-10 * Math.max(1, sum))
    }
  })
})
