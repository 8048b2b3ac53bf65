// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isoInZone, localTime, startOfDay } from './zone.ts'

const zones = fc.constantFrom(
  'Europe/Amsterdam',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
)
const instants = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2060-01-01') })

it('writes an instant in a zone so that it reads back as the same second and the same day', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const text = isoInZone(instant, zone)
      assert.equal(Date.parse(text), Math.floor(instant / 1000) * 1000)
      assert.equal(text.slice(0, 10), localTime(instant, zone).date)
    }),
  )
})

it('starts a day at its first moment, also when the clocks change', () => {
  assert.equal(
    isoInZone(startOfDay('2026-10-25', 'Europe/Amsterdam'), 'UTC').slice(0, 16),
    '2026-10-24T22:00',
  )
  assert.equal(
    isoInZone(startOfDay('2026-03-29', 'Europe/Amsterdam'), 'UTC').slice(0, 16),
    '2026-03-28T23:00',
  )
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const { date } = localTime(instant, zone)
      const start = startOfDay(date, zone)
      assert.equal(localTime(start, zone).date, date)
      assert.notEqual(localTime(start - 60_000, zone).date, date)
    }),
  )
})
