// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesOfText } from '@schouw/fixtures/vectors'
import fc from 'fast-check'
import { Frontier, leafHash } from '../trees/index.ts'
import { decideHead, type StoredLog } from './index.ts'

const origin = 'log.example/a'

/** Roots of a log whose entries from `other` on are another history. */
function rootsOf(size: number, other = Number.POSITIVE_INFINITY): readonly Uint8Array[] {
  const frontier = Frontier.empty()
  const roots = [frontier.root()]
  for (let index = 0; index < size; index += 1) {
    frontier.append(leafHash(bytesOfText(`${index}${index >= other ? ' other' : ''}`)))
    roots.push(frontier.root())
  }
  return roots
}

const roots = rootsOf(20)
const head = (size: number, of = roots) => ({ origin, size, root: of[size]! })
const stored = (size: number, of = roots): StoredLog => ({
  origin,
  size,
  rootAt: (at) => (at <= size ? of[at] : undefined),
})
const said = (...args: Parameters<typeof decideHead>) => {
  const decision = decideHead(...args)
  return decision.act === 'refuse' ? decision.reason : decision.act
}

describe('the head at start-up', () => {
  it('goes on where nothing happened, and signs what a crash left unsigned', () => {
    assert.equal(said({ lastSigned: head(8) }, stored(8)), 'continue')
    assert.equal(said({ lastSigned: head(8) }, { ...stored(8), published: head(8) }), 'continue')
    assert.deepEqual(decideHead({ lastSigned: head(8) }, stored(11)), {
      act: 'publish',
      from: 8,
      to: 11,
    })
    // Signed and kept outside, not yet published: the same note is published.
    const unpublished = { ...stored(8), published: head(7) }
    assert.deepEqual(decideHead({ lastSigned: head(8) }, unpublished), {
      act: 'publish',
      from: 8,
      to: 8,
    })
    assert.equal(said({ lastSigned: head(0) }, stored(0)), 'continue')
  })

  it('begins only on the day it was said to begin', () => {
    assert.equal(said({ isInception: true }, stored(0)), 'open')
    assert.equal(said({}, stored(0)), 'known-head-missing')
    assert.equal(said({ isInception: true }, stored(3)), 'known-head-missing')
    assert.equal(
      said({ isInception: true }, { ...stored(0), published: head(0) }),
      'known-head-missing',
    )
    assert.equal(said({ isInception: true, witnessed: [4] }, stored(0)), 'rollback')
  })

  it('refuses an old copy, and says which entries are to be brought back', () => {
    const decision = decideHead({ lastSigned: head(12) }, stored(9))
    assert.deepEqual(decision, {
      act: 'refuse',
      reason: 'rollback',
      facts: { size: 9, signed: 12, from: 9, to: 12 },
    })
    assert.equal(said({ lastSigned: head(12) }, stored(12)), 'continue')
    assert.equal(said({ lastSigned: head(9), witnessed: [10, 3] }, stored(9)), 'rollback')
  })

  it('refuses another history, at the same size and above it', () => {
    const forked = rootsOf(20, 5)
    assert.equal(said({ lastSigned: head(8) }, stored(8, forked)), 'fork')
    assert.equal(said({ lastSigned: head(8) }, stored(14, forked)), 'fork')
    assert.equal(said({ lastSigned: head(5) }, stored(14, forked)), 'publish')
    const published = { ...stored(14), published: head(7, forked) }
    assert.equal(said({ lastSigned: head(8) }, published), 'fork')
  })

  it('refuses another log, a head that went back, and a tree with holes', () => {
    assert.equal(said({ lastSigned: { ...head(8), origin: 'b' } }, stored(8)), 'other-log')
    const ahead = { ...stored(8), published: head(8) }
    assert.equal(said({ lastSigned: head(6) }, ahead), 'known-head-behind')
    const holes = { ...stored(8), rootAt: () => undefined }
    assert.equal(said({ lastSigned: head(8) }, holes), 'tree-incomplete')
    const beyond = { ...stored(8), published: head(9) }
    assert.equal(said({ lastSigned: head(8) }, beyond), 'tree-incomplete')
  })

  it('never lets a second root of a signed size be signed', () => {
    const size = fc.nat(20)
    fc.assert(
      fc.property(size, size, size, (signed, now, other) => {
        const history = rootsOf(now, other)
        const decision = decideHead({ lastSigned: head(signed) }, stored(now, history))
        const isSafe = now >= signed && (other >= signed || other >= now)
        assert.equal(decision.act !== 'refuse', isSafe)
      }),
    )
  })
})
