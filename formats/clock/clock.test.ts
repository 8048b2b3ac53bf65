// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueReports } from '@schouw/core/clock'
import { jurisdictions } from '@schouw/core/law'
import fc from 'fast-check'
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
})
