// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { WindowInput } from './inputs.ts'
import { isWithinWindow, localMoment } from './windows.ts'

const zone = 'Europe/Amsterdam'
const office: WindowInput = { days: ['tue', 'thu'], from: '08:00', to: '17:00' }
const night: WindowInput = { days: ['fri'], from: '22:00', to: '06:00' }

describe('isWithinWindow', () => {
  it('holds from its first minute up to but not with its last, in local time', () => {
    // 10 November 2026 is a Tuesday; Amsterdam is an hour ahead of UTC.
    const rows: [string, boolean][] = [
      ['2026-11-10T06:59:59Z', false],
      ['2026-11-10T07:00:00Z', true],
      ['2026-11-10T15:59:59Z', true],
      ['2026-11-10T16:00:00Z', false],
      ['2026-11-11T09:00:00Z', false],
    ]
    for (const [instant, isOpen] of rows) {
      assert.equal(isWithinWindow(instant, office, zone), isOpen, instant)
    }
  })

  it('moves with summer time', () => {
    // 13 October 2026: two hours ahead of UTC.
    assert.equal(isWithinWindow('2026-10-13T06:30:00Z', office, zone), true)
    assert.equal(isWithinWindow('2026-10-13T15:30:00Z', office, zone), false)
  })

  it('runs past midnight and belongs to the day it begins', () => {
    const rows: [string, boolean][] = [
      ['2026-11-13T20:59:00Z', false],
      ['2026-11-13T21:00:00Z', true],
      ['2026-11-14T04:59:00Z', true],
      ['2026-11-14T05:00:00Z', false],
      ['2026-11-14T22:00:00Z', false],
      ['2026-11-13T04:00:00Z', false],
    ]
    for (const [instant, isOpen] of rows) {
      assert.equal(isWithinWindow(instant, night, zone), isOpen, instant)
    }
  })

  it('is never open on a day it does not name', () => {
    const hours = fc
      .integer({ min: 0, max: 23 })
      .map((hour) => `${String(hour).padStart(2, '0')}:00`)
    fc.assert(
      fc.property(
        hours,
        hours,
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (from, to, at) => {
          const none: WindowInput = { days: [], from, to }
          assert.equal(isWithinWindow(at.toISOString(), none, zone), false)
        },
      ),
    )
  })
})

describe('localMoment', () => {
  it('is what the clock on the wall says', () => {
    assert.deepEqual(localMoment('2026-11-05T20:42:59Z', zone), {
      weekday: 'thu',
      text: '2026-11-05T21:42',
    })
  })
})
