// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lawPack } from '@schouw/core/law'
import fc from 'fast-check'
import { dueReports, type IncidentTimes } from './due-reports.ts'
import { carriedOver, isHoliday } from './working-day.ts'

const aware = Date.parse('2026-10-24T23:40:00Z')
const base: IncidentTimes = { jurisdiction: 'NL', timeZone: 'Europe/Amsterdam', awareAt: aware }
const due = (more: Partial<IncidentTimes>, stage: string) => {
  const found = dueReports({ ...base, ...more }).find((report) => report.stage === stage)
  return found?.dueAt == null ? found?.dueAt : new Date(found.dueAt).toISOString()
}

describe('dueReports', () => {
  it('counts hours exactly from awareness, across the end of summer time', () => {
    assert.equal(due({}, 'early_warning'), '2026-10-25T23:40:00.000Z')
    assert.equal(due({}, 'notification'), '2026-10-27T23:40:00.000Z')
  })

  it('gives the final report no date before the notification was sent', () => {
    assert.equal(due({}, 'final_report'), null)
  })

  // Regulation 1182/71 art. 3(2)(c): same day number, else the month's last day; end of local day.
  const months: readonly [string, string][] = [
    ['2026-10-27T10:00:00Z', '2026-11-27T22:59:00.000Z'],
    ['2027-01-29T10:00:00Z', '2027-03-01T22:59:00.000Z'],
    ['2026-03-31T22:30:00Z', '2026-05-01T21:59:00.000Z'],
    ['2026-11-25T10:00:00Z', '2026-12-28T22:59:00.000Z'],
    ['2027-02-26T10:00:00Z', '2027-03-30T21:59:00.000Z'],
  ]
  for (const [sent, until] of months) {
    it(`gives a notification sent ${sent} until ${until}`, () => {
      assert.equal(due({ notificationSentAt: Date.parse(sent) }, 'final_report'), until)
    })
  }

  it('asks a progress report while it goes on, and the final one a month after handling', () => {
    const times = { notificationSentAt: Date.parse('2026-10-27T10:00:00Z'), isOngoing: true }
    assert.equal(due(times, 'progress_report'), '2026-11-27T22:59:00.000Z')
    assert.equal(due(times, 'final_report'), null)
    const handledAt = Date.parse('2026-12-10T10:00:00Z')
    assert.equal(due({ ...times, handledAt }, 'final_report'), '2027-01-11T22:59:00.000Z')
  })

  it('never ends a term earlier than the strict one, whenever and wherever', () => {
    const zone = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'UTC')
    const instant = fc.integer({ min: Date.parse('2026-08-15'), max: Date.parse('2060-01-01') })
    fc.assert(
      fc.property(zone, instant, (timeZone, notificationSentAt) => {
        for (const report of dueReports({ ...base, timeZone, notificationSentAt })) {
          assert.ok((report.dueAt ?? 0) >= (report.strictDueAt ?? 0))
        }
      }),
    )
  })
})

describe('holidays', () => {
  const { days } = lawPack('NL').holidays
  for (const day of [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-04-27',
    '2026-05-05',
    '2026-05-14',
    '2026-05-25',
    '2026-12-25',
    '2025-04-26',
  ]) {
    it(`knows ${day}`, () => assert.ok(isHoliday(day, days)))
  }
  it('carries Good Friday over Easter to Tuesday', () => {
    assert.equal(carriedOver('2026-04-03', days), '2026-04-07')
  })
})
