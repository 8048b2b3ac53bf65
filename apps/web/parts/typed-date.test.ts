// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { shownDate, typedDate } from './typed-date.ts'

const done = { withTime: false, isDone: true }

describe('a date that somebody types', () => {
  const understood: readonly (readonly [string, string])[] = [
    ['31-12-2026', '2026-12-31'],
    ['1/2/2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    [' 1 2 2026 ', '2026-02-01'],
    ['01022026', '2026-02-01'],
    ['1-2-26', '2026-02-01'],
    ['2026-12-31', '2026-12-31'],
    ['29-02-2028', '2028-02-29'],
  ]
  for (const [typed, day] of understood) {
    it(`reads ${typed}`, () => assert.equal(typedDate(typed, done), day))
  }

  for (const typed of ['', 'morgen', '31-02-2026', '29-02-2027', '13-13-2026', '1-2', '0-1-2026']) {
    it(`takes “${typed}” for no day`, () => assert.equal(typedDate(typed, done), ''))
  }

  it('waits for the whole year while somebody is typing', () => {
    assert.equal(typedDate('1-2-20', { withTime: false, isDone: false }), '')
    assert.equal(typedDate('1-2-2026', { withTime: false, isDone: false }), '2026-02-01')
  })

  it('reads a time where one is asked, and no day without it', () => {
    const asked = { withTime: true, isDone: true }
    assert.equal(typedDate('31-12-2026 9:05', asked), '2026-12-31T09:05')
    assert.equal(typedDate('31/12/2026, 23.59', asked), '2026-12-31T23:59')
    assert.equal(typedDate('2026-12-31T14:30', asked), '2026-12-31T14:30')
    assert.equal(typedDate('31-12-2026', asked), '')
    assert.equal(typedDate('31-12-2026 24:00', asked), '')
    assert.equal(typedDate('31-12-2026 12:60', asked), '')
  })

  it('reads back what it shows, in either language', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00Z'),
      max: new Date('2199-12-31T00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, fc.constantFrom('nl', 'en'), fc.boolean(), (at, language, withTime) => {
        const iso = at.toISOString().slice(0, withTime ? 16 : 10)
        const shown = shownDate(iso, language)
        assert.equal(typedDate(shown, { withTime, isDone: false }), iso)
      }),
    )
  })

  it('leaves what is no day as it was typed', () => {
    assert.equal(shownDate('volgende week', 'nl'), 'volgende week')
  })
})
