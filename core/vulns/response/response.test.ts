// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { advisoryOf } from '../read.ts'
import { csaf } from '../testing/documents.ts'
import {
  type DecisionFacts,
  differencesBetween,
  type Exposure,
  nextWindow,
  proposed,
  viewOf,
} from './index.ts'

const calm: DecisionFacts = {
  verdict: 'affected',
  isExploited: false,
  exploitChance: 0.01,
  exposure: 'closed',
  isSafetyRelated: false,
  isCrownJewel: false,
  fix: 'available',
  nextWindow: '2026-11-28',
  shieldedUntil: null,
  exceptedUntil: null,
  today: '2026-11-22',
}

const worse: readonly Exposure[] = ['closed', 'reachable', 'open']
const pressing = { never: 0, next_window: 1, now: 2, find_out: 3 }

describe('a proposal', () => {
  it('is now for what is exploited, within reach and a crown jewel', () => {
    const facts = { ...calm, isExploited: true, exposure: 'reachable', isCrownJewel: true } as const
    assert.deepEqual(proposed(facts), {
      when: 'now',
      act: 'patch',
      because: ['exploited', 'exposure_reachable', 'crown_jewel'],
      on: '2026-11-22',
    })
  })

  it('waits for the next window where a measure stands in its place, until that measure ends', () => {
    const facts = { ...calm, isExploited: true, exposure: 'open', isSafetyRelated: true } as const
    const shielded = proposed({ ...facts, shieldedUntil: '2026-11-22' })
    assert.deepEqual([shielded.when, shielded.on], ['next_window', '2026-11-28'])
    assert.ok(shielded.because.includes('shielded'))
    assert.equal(proposed({ ...facts, shieldedUntil: '2026-11-21' }).when, 'now')
  })

  it('is never for its own sake where nobody exploits and nobody reaches it', () => {
    assert.deepEqual(proposed(calm), {
      when: 'never',
      act: 'nothing',
      because: ['not_known_exploited', 'exposure_closed', 'impact_low'],
      on: null,
    })
  })

  it('is never under an exception that is in force, and asked again the day after', () => {
    const facts = { ...calm, isExploited: true, exposure: 'open' } as const
    const until = proposed({ ...facts, exceptedUntil: '2026-11-22' })
    assert.deepEqual([until.when, until.because, until.on], ['never', ['excepted'], '2026-11-22'])
    assert.equal(proposed({ ...facts, exceptedUntil: '2026-11-21' }).when, 'now')
  })

  it('sends people to look where the verdict is open', () => {
    const { when, act } = proposed({ ...calm, verdict: 'cannot_decide' })
    assert.deepEqual([when, act], ['find_out', 'look_up'])
  })

  it('mitigates what has no fix, and says that no window is planned', () => {
    const facts = { ...calm, exposure: 'open', fix: 'none', nextWindow: null } as const
    const { when, act, because, on } = proposed(facts)
    assert.deepEqual([when, act, on], ['next_window', 'mitigate', null])
    assert.deepEqual(because.slice(-2), ['no_fix', 'no_window'])
  })

  it('takes what is unknown for no better than what is known', () => {
    const unknown = { ...calm, exposure: 'unknown', isSafetyRelated: null } as const
    assert.equal(proposed(unknown).when, 'next_window')
    const { because } = proposed({ ...unknown, isExploited: null, exploitChance: null })
    assert.deepEqual(because, ['exploitation_unknown', 'exposure_unknown', 'impact_unknown'])
  })

  it('never becomes less pressing when a fact becomes worse, and always says why', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({
          isExploited: fc.constantFrom(false, true),
          exploitChance: chance,
          at: fc.integer({ min: 0, max: 2 }),
          isSafetyRelated: fc.boolean(),
          isCrownJewel: fc.boolean(),
        }),
        chance,
        ({ at, ...given }, rise) => {
          const of = (more: Partial<DecisionFacts>) => {
            const facts = { ...calm, ...given, exposure: worse[at] ?? 'closed', ...more }
            const { when, because } = proposed(facts)
            assert.ok(because.length > 0)
            return pressing[when]
          }
          const now = of({})
          assert.ok(of({ isExploited: true }) >= now)
          assert.ok(of({ exploitChance: Math.min(1, given.exploitChance + rise) }) >= now)
          assert.ok(of({ exposure: worse[Math.min(2, at + 1)] ?? 'open' }) >= now)
          assert.ok(of({ isSafetyRelated: true }) >= now)
          assert.ok(of({ isCrownJewel: true }) >= now)
        },
      ),
    )
  })
})

describe('the next window', () => {
  const windows = [{ days: ['sat', 'sun'], from: '06:00', to: '14:00' }]
  it('begins tomorrow at the earliest', () => {
    // 22 November 2026 is a Sunday.
    assert.equal(nextWindow(windows, '2026-11-22')?.on, '2026-11-28')
    assert.equal(nextWindow(windows, '2026-11-27')?.on, '2026-11-28')
    assert.equal(nextWindow(windows, '2026-11-28')?.on, '2026-11-29')
  })
  it('is none where none is planned', () => assert.equal(nextWindow([], '2026-11-22'), null))
  it('is the first of a day', () => {
    const two = [...windows, { days: ['sat'], from: '02:00', to: '04:00' }]
    assert.equal(nextWindow(two, '2026-11-22')?.from, '02:00')
  })
})

describe('an advisory to show', () => {
  const of = (range: string, more: object = {}) => {
    const vulnerability = {
      cve: 'CVE-2026-0001',
      product_status: { known_affected: ['P1'] },
      remediations: [{ category: 'vendor_fix', details: 'Update', product_ids: ['P1'] }],
      scores: [{ cvss_v3: { baseScore: 7.5 }, products: ['P1'] }],
      ...more,
    }
    const found = advisoryOf(
      csaf([{ name: 'A-1', range }], { id: 'X-1', vulnerabilities: [vulnerability] }),
    )
    if (found === undefined) throw new Error('no advisory')
    return found
  }

  it('names products, score and what can be done', () => {
    const { weaknesses, score } = viewOf(of('<2'))
    assert.equal(score, 7.5)
    assert.deepEqual(weaknesses[0]?.products, { affected: ['Siemens A-1 <2'] })
    assert.equal(weaknesses[0]?.fix, 'available')
  })

  it('differs from another revision in what matters, and in nothing where only the number moved', () => {
    assert.deepEqual(differencesBetween(of('<2'), of('<2')), [])
    const wider = differencesBetween(of('<2'), of('<3'))
    assert.deepEqual(wider[0], {
      what: 'product',
      subject: 'Siemens A-1',
      before: '<2',
      after: '<3',
    })
    const unfixed = differencesBetween(of('<2'), of('<2', { remediations: [] }))
    assert.deepEqual(
      unfixed.map(({ what, subject, after }) => [what, subject, after]),
      [['remediation', 'vendor_fix', null]],
    )
  })

  it('is bounded whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const found = advisoryOf({ document: { csaf_version: '2.0' }, vulnerabilities: value })
        if (found !== undefined) assert.ok(viewOf(found).weaknesses.length <= 200)
      }),
    )
  })
})
