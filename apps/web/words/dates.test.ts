// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import { day } from './dates.ts'

const zone = process.env['TZ']
after(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

// A day of the calendar has no zone; elsewhere it was told a day early to whoever sat west of UTC.
for (const where of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/Amsterdam', 'UTC']) {
  it(`D15: a day is the same day for who looks from ${where}`, () => {
    process.env['TZ'] = where
    assert.equal(day('2026-11-22', 'nl'), '22 nov 2026')
    assert.equal(day('2027-01-01', 'en'), '1 Jan 2027')
    assert.equal(day('2026-03-29', 'en'), '29 Mar 2026')
    assert.equal(addDays('2026-12-31', 1), '2027-01-01')
    assert.equal(addDays('2026-10-25', 1), '2026-10-26')
  })
}
