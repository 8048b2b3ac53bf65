// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isAlive, isFresh, needsSecondFactor, waitMs } from './lifetime.ts'
import { accountGuesses, addressGuesses, freshMs, idleMs, longestMs, skewMs } from './limits.ts'

const base = Date.parse('2026-11-21T12:00:00.000Z')
const at = (ms: number) => new Date(base + ms).toISOString()
const anyMs = fc.integer({ min: -2 * longestMs, max: 2 * longestMs })

describe('a session', () => {
  it('is over at its bounds and not a millisecond before', () => {
    const rows: readonly [number, number, number, boolean][] = [
      [0, 0, 0, true],
      [0, 0, idleMs - 1, true],
      [0, 0, idleMs, false],
      [0, longestMs - 2, longestMs - 1, true],
      [0, longestMs - 1, longestMs, false],
      [0, 0, -skewMs, true],
      [0, 0, -skewMs - 1, false],
    ]
    for (const [created, seen, now, expected] of rows) {
      const times = { createdAt: at(created), seenAt: at(seen) }
      assert.equal(isAlive(times, at(now)), expected, `${created} ${seen} ${now}`)
    }
  })

  it('once over does not come back as time goes on', () => {
    fc.assert(
      fc.property(
        anyMs,
        anyMs,
        fc.nat(longestMs),
        fc.nat(longestMs),
        (created, seen, now, more) => {
          const times = { createdAt: at(created), seenAt: at(seen) }
          // Before its beginning it is not over, but not yet.
          fc.pre(now >= created && now >= seen)
          if (!isAlive(times, at(now))) assert.ok(!isAlive(times, at(now + more)))
        },
      ),
    )
  })

  it('never outlives its longest, however it is used and whatever the clock does', () => {
    fc.assert(
      fc.property(anyMs, anyMs, anyMs, (created, seen, now) => {
        const isIn = isAlive({ createdAt: at(created), seenAt: at(seen) }, at(now))
        if (isIn) {
          assert.ok(now - created < longestMs && now - seen < idleMs)
          assert.ok(now - created >= -skewMs && now - seen >= -skewMs)
        }
      }),
    )
  })
})

describe('a second factor', () => {
  it('is fresh for ten minutes, and never when it was not shown', () => {
    assert.equal(isFresh(at(0), at(freshMs - 1)), true)
    assert.equal(isFresh(at(0), at(freshMs)), false)
    assert.equal(isFresh(at(skewMs + 1), at(0)), false)
    assert.equal(isFresh(null, at(0)), false)
    assert.equal(isFresh(undefined, at(0)), false)
    assert.equal(isFresh('never', at(0)), false)
  })

  it('is asked of every role but two', () => {
    assert.equal(needsSecondFactor(['employee'], false), false)
    assert.equal(needsSecondFactor(['supplier', 'employee'], false), false)
    assert.equal(needsSecondFactor(['employee'], true), true)
    for (const role of ['director', 'ciso', 'customer', 'auditor', 'consultant'] as const) {
      assert.equal(needsSecondFactor(['employee', role], false), true, role)
    }
  })
})

describe('the wait after a guess', () => {
  it('never falls as failures rise, and stays within its bounds', () => {
    for (const rule of [accountGuesses, addressGuesses]) {
      fc.assert(
        fc.property(fc.nat(10_000), (failures) => {
          const wait = waitMs(failures, rule)
          assert.ok(wait <= waitMs(failures + 1, rule))
          assert.ok(wait >= 0 && wait <= rule.longestMs)
          assert.equal(wait === 0, failures <= rule.free)
        }),
      )
    }
  })

  it('leaves no more than a few hundred guesses a day at one account', () => {
    let guesses = 0
    for (let ms = 0; ms < 86_400_000; guesses += 1) ms += waitMs(guesses, accountGuesses)
    assert.ok(guesses < 320, String(guesses))
  })
})
