// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueReports } from '@schouw/core/clock'
import { jurisdictions } from '@schouw/core/law'
import fc from 'fast-check'
import { brokenBytes, mutants } from '../entries/testing/mutants.ts'
import { problemLine } from '../problem/index.ts'
import { readClockFile } from './index.ts'

const read = (value: unknown) =>
  readClockFile('c.json', Buffer.from(JSON.stringify(value)), jurisdictions)
const one = {
  id: 'a',
  jurisdiction: 'NL',
  time_zone: 'Europe/Amsterdam',
  aware_at: '2026-10-25T02:30:00+01:00',
}

describe('readClockFile', () => {
  it('takes the least there is to know, numbers for ids, and null for absent', () => {
    const { incidents, problems } = read({ incidents: [{ ...one, id: 7, handled_at: null }] })
    assert.deepEqual(problems, [])
    assert.deepEqual(incidents, [{ ...one, id: '7' }])
  })

  const refused: readonly (readonly [string, unknown])[] = [
    ['no incidents', {}],
    ['an empty list', { incidents: [] }],
    ['an id twice', { incidents: [one, one] }],
    ['a wall time', { incidents: [{ ...one, aware_at: '2026-10-25T02:30:00' }] }],
    ['a day that does not exist', { incidents: [{ ...one, aware_at: '2026-02-29T02:30:00Z' }] }],
    ['hour 24', { incidents: [{ ...one, aware_at: '2026-02-28T24:00:00Z' }] }],
    ['an offset of no place', { incidents: [{ ...one, aware_at: '2026-02-28T10:00:00+25:00' }] }],
    ['minutes of no offset', { incidents: [{ ...one, aware_at: '2026-02-28T10:00:00+01:99' }] }],
    ['a country without a pack', { incidents: [{ ...one, jurisdiction: 'FR' }] }],
    ['an offset for a zone', { incidents: [{ ...one, time_zone: '+01:00' }] }],
    [
      'hours that cannot be',
      { incidents: [{ ...one, contracts: [{ id: 'x', notice_hours: -1 }] }] },
    ],
    ['words for a yes', { incidents: [{ ...one, significant: 'yes' }] }],
  ]
  for (const [what, value] of refused) {
    it(`refuses ${what}, with its place`, () => {
      const { problems } = read(value)
      assert.equal(problems.length, 1)
      assert.match(problemLine(problems[0]!), /^c\.json:\d+:\d+: expected .+, found .+/)
    })
  }

  it('gives for any content incidents that the clock can answer, or problems', () => {
    const key = fc.constantFrom(...Object.keys(one), 'significant', 'contracts', 'sent', 'ongoing')
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(one), true, []))
    fc.assert(
      fc.property(fc.array(fc.dictionary(key, value), { maxLength: 3 }), (changes) => {
        const file = read({ incidents: changes.map((change) => ({ ...one, ...change })) })
        if (file.problems.length > 0) return
        for (const incident of file.incidents) dueReports(incident, 0)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { incidents, problems } = readClockFile('c', bytes, jurisdictions)
        assert.ok(incidents.length > 0 || problems.length > 0)
      }),
    )
  })

  it('takes no moment that is none, however near it comes', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
    const offset = fc.oneof(
      fc.constantFrom('Z', 'z', ''),
      fc.tuple(fc.constantFrom('+', '-'), two, two).map(([sign, h, m]) => `${sign}${h}:${m}`),
    )
    fc.assert(
      fc.property(fc.array(two, { minLength: 5, maxLength: 5 }), offset, (parts, last) => {
        const [month, day, hour, minute, second] = parts
        const aware_at = `2027-${month}-${day}T${hour}:${minute}:${second}${last}`
        const { incidents, problems } = read({ incidents: [{ ...one, aware_at }] })
        if (problems.length > 0) return
        for (const incident of incidents) dueReports(incident, 0)
        assert.ok(!Number.isNaN(Date.parse(aware_at)), aware_at)
      }),
      { numRuns: 2000 },
    )
  })

  const whole = {
    incidents: [
      {
        ...one,
        significant: true,
        early_warning_sent_at: '2026-10-25T12:00:00+01:00',
        handled_at: '2026-11-20T09:00:00+01:00',
        personal_data: true,
        contracts: [{ id: 'k', party: 'customer', notice_hours: 12 }],
      },
      { ...one, id: 'b', jurisdiction: 'BE', time_zone: 'Europe/Brussels', ongoing: true },
    ],
  }
  const judged = ({ incidents, problems }: ReturnType<typeof readClockFile>) => {
    for (const problem of problems) {
      assert.match(problemLine(problem), /^c(\.\w+)?(:\d+:\d+)?: expected .+, found .+/s)
    }
    if (problems.length > 0) return
    assert.ok(incidents.length > 0)
    for (const incident of incidents) {
      for (const { due_at: due } of dueReports(incident, 0).reports) {
        assert.ok(due === null || !Number.isNaN(Date.parse(due)), JSON.stringify(incident))
      }
    }
  }

  it('gives for any change of a good file due reports, or places', () => {
    assert.deepEqual(read(whole).problems, [])
    fc.assert(
      fc.property(mutants(whole), (value) => judged(read(value))),
      { numRuns: 400 },
    )
  })

  it('gives for a broken file due reports, or places, and never throws', () => {
    const yaml = `incidents:
  - id: a
    jurisdiction: NL
    time_zone: Europe/Amsterdam
    aware_at: 2026-10-25T02:30:00+01:00
    contracts: [{ id: k, party: customer, notice_hours: 12 }]
`
    for (const text of [yaml, JSON.stringify(whole, null, 1)]) {
      fc.assert(
        fc.property(brokenBytes(text), (bytes) =>
          judged(readClockFile('c.yaml', bytes, jurisdictions)),
        ),
        { numRuns: 300 },
      )
    }
  })
})
