// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { instantOf, instantsAt, momentIn, wallOf } from './wall-time.ts'

const amsterdam = 'Europe/Amsterdam'

describe('times of a room', () => {
  it('are those of the organisation, with the zone named', () => {
    const of = { language: 'nl', zone: amsterdam } as const
    assert.equal(momentIn('2026-11-15T01:40:00.000Z', of), '15 nov 2026, 02:40 CET')
    assert.equal(momentIn('2026-07-15T01:40:00.000Z', of), '15 jul 2026, 03:40 CEST')
    const far = { language: 'en', zone: 'America/New_York' } as const
    assert.match(momentIn('2026-11-15T01:40:00.000Z', far), /^14 Nov 2026, 20:40 (GMT-5|EST)$/)
  })

  it('are read back as they are written, but for the hour that comes twice', () => {
    const zones = fc.constantFrom(amsterdam, 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')
    const minutes = fc.integer({ min: 29_000_000, max: 32_000_000 })
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const at = minute * 60_000
        const back = instantOf(wallOf(at, zone), zone)
        assert.ok(back === at || back === at - 3_600_000)
        assert.equal(wallOf(back, zone), wallOf(at, zone))
      }),
    )
  })

  it('know both of an hour that comes twice, one of any other, none that is skipped', () => {
    const at = (wall: string) => instantsAt(wall, amsterdam).map((one) => new Date(one).toJSON())
    assert.deepEqual(at('2026-10-25T02:30'), [
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ])
    assert.equal(at('2026-10-25T01:59').length, 1)
    assert.deepEqual(at('2026-10-25T03:00'), ['2026-10-25T02:00:00.000Z'])
    assert.deepEqual(at('2027-03-28T02:30'), [])
  })

  it('take the first of an hour that comes twice, and go on where one is skipped', () => {
    const utc = (wall: string) => new Date(instantOf(wall, amsterdam)).toISOString()
    assert.equal(utc('2026-10-25T02:30'), '2026-10-25T00:30:00.000Z')
    assert.equal(utc('2027-03-28T02:30'), '2027-03-28T01:30:00.000Z')
    assert.equal(utc('2026-11-15T02:40'), '2026-11-15T01:40:00.000Z')
  })
})
