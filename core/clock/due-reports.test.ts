// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { incidentTerms, jurisdictions, lawPack } from '@schouw/core/law'
import fc from 'fast-check'
import { dueReports } from './due-reports.ts'
import type { ClockCase, ClockReport, ReportStatus } from './incident.ts'
import { contractTriggers, triggers } from './triggers.ts'
import { carriedOver, isHoliday } from './working-day.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
const base: ClockCase = {
  id: 'I-1',
  jurisdiction: 'NL',
  time_zone: 'Europe/Amsterdam',
  aware_at: '2026-10-24T23:40:00Z',
  significant: true,
}
const before = Date.parse('2026-10-24T23:41:00Z')
const iso = (at: number) => new Date(at).toISOString()
const find = (
  more: Partial<ClockCase>,
  stage: string,
  { regime = 'cbw', asOf = before } = {},
): ClockReport | undefined =>
  dueReports({ ...base, ...more }, asOf).reports.find(
    (report) => report.stage === stage && report.regime === regime,
  )
const due = (more: Partial<ClockCase>, stage: string, regime = 'cbw') => {
  const at = find(more, stage, { regime })?.due_at
  return at == null ? at : iso(Date.parse(at))
}

describe('dueReports', () => {
  it('counts hours exactly from awareness, across the end of summer time', () => {
    assert.equal(due({}, 'early_warning'), '2026-10-25T23:40:00.000Z')
    assert.equal(due({}, 'notification'), '2026-10-27T23:40:00.000Z')
    assert.equal(find({}, 'early_warning')?.due_at, '2026-10-26T00:40:00+01:00')
  })

  it('gives the final report no date before the notification was sent', () => {
    assert.equal(due({}, 'final_report'), null)
    assert.equal(find({}, 'final_report')?.status, 'waiting')
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
      assert.equal(due({ notification_sent_at: sent }, 'final_report'), until)
    })
  }

  it('asks a progress report while it goes on, and the final one a month after handling', () => {
    const times = { notification_sent_at: '2026-10-27T10:00:00Z', ongoing: true }
    assert.equal(due(times, 'progress_report'), '2026-11-27T22:59:00.000Z')
    assert.equal(due(times, 'final_report'), null)
    const handled_at = '2026-12-10T10:00:00Z'
    assert.equal(due({ ...times, handled_at }, 'final_report'), '2027-01-11T22:59:00.000Z')
  })

  it('asks one final report: after the month, or after handling, never both', () => {
    const finals = (handled_at: string) =>
      dueReports(
        { ...base, notification_sent_at: '2026-10-27T10:00:00Z', handled_at },
        before,
      ).reports.filter(({ stage }) => stage === 'final_report' || stage === 'progress_report')
    assert.deepEqual(
      finals('2026-11-27T22:59:59Z').map(({ rule }) => rule),
      ['nl.cbw.final'],
    )
    assert.deepEqual(
      finals('2026-11-27T23:00:00Z').map(({ rule }) => rule),
      ['nl.cbw.progress', 'nl.cbw.final_after_progress'],
    )
  })

  it('asks the notification of a trust service within a day, and once', () => {
    const { reports } = dueReports({ ...base, trust_service: true }, before)
    const found = reports.filter(({ stage }) => stage === 'notification')
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['nl.cbw.notification_trust'],
    )
    assert.equal(iso(Date.parse(found[0]!.due_at!)), '2026-10-25T23:40:00.000Z')
  })

  it('asks nothing of the Act when it is decided that the incident is not significant', () => {
    const result = dueReports({ ...base, significant: false, personal_data: true }, before)
    assert.deepEqual(
      result.reports.map(({ regime }) => regime),
      ['gdpr'],
    )
    assert.ok(result.not_due.every(({ why }) => why === 'not_significant'))
    assert.equal(result.not_due.length, 5)
  })

  it('asks nothing of the Act where it was concluded not to be for the organisation', () => {
    const given = { ...base, significant: null, personal_data: true, out_of_scope: true }
    const result = dueReports(given, before)
    assert.deepEqual(
      result.reports.map(({ regime }) => regime),
      ['gdpr'],
    )
    assert.ok(result.not_due.every(({ why }) => why === 'out_of_scope'))
    assert.equal(result.not_due.length, 5)
    assert.deepEqual(
      result.remarks.flatMap(({ fields }) => fields).filter((field) => field === 'significant'),
      [],
    )
  })

  it('lets the clock run while significance is undecided, and says so', () => {
    const result = dueReports({ ...base, significant: null }, before)
    assert.equal(result.reports.find(({ stage }) => stage === 'early_warning')?.status, 'due')
    assert.deepEqual(result.remarks, [{ code: 'undecided', fields: ['significant'] }])
  })

  // Cbw in force 15 August 2026; CRA art. 14 applies from 11 September 2026.
  for (const [aware_at, regimes] of [
    ['2026-08-14T23:59:00+02:00', []],
    ['2026-08-15T00:00:00+02:00', ['cbw']],
    ['2026-09-10T23:59:00+02:00', ['cbw']],
    ['2026-09-11T00:00:00+02:00', ['cbw', 'cra']],
  ] as const) {
    it(`knows the law that applies at ${aware_at}`, () => {
      const { reports } = dueReports({ ...base, aware_at, product_vulnerability: true }, before)
      assert.deepEqual([...new Set(reports.map(({ regime }) => regime))], regimes)
    })
  }

  it('counts a contract’s hours, and invents none', () => {
    const contracts = [{ id: 'a', notice_hours: 12 }, { id: 'b' }]
    const { reports } = dueReports({ ...base, contracts }, before)
    const found = reports.filter(({ regime }) => regime === 'contract')
    assert.deepEqual(
      found.map(({ contract, due_at, status }) => [contract, due_at, status]),
      [
        ['a', '2026-10-25T12:40:00+01:00', 'due'],
        ['b', null, 'no_term'],
      ],
    )
  })

  it('leaves no trigger of a report in the packs unheard', () => {
    const known = new Set([...Object.keys(triggers), ...Object.values(contractTriggers)])
    for (const jurisdiction of jurisdictions) {
      for (const { id, trigger_event } of incidentTerms(jurisdiction).terms) {
        assert.ok(known.has(trigger_event), id)
      }
    }
  })
})

/** Every stage with a moment: the field that says it was sent, and that moment. */
const stages: readonly {
  readonly name: string
  readonly with: Partial<ClockCase>
  readonly sent: (at: string) => Partial<ClockCase>
  readonly until: string
  /** End of a day: the whole last minute is in time. */
  readonly isDay: boolean
}[] = [
  {
    name: 'early_warning cbw',
    with: {},
    sent: (at) => ({ early_warning_sent_at: at }),
    until: '2026-10-25T23:40:00Z',
    isDay: false,
  },
  {
    name: 'notification cbw',
    with: {},
    sent: (at) => ({ notification_sent_at: at }),
    until: '2026-10-27T23:40:00Z',
    isDay: false,
  },
  {
    name: 'intermediate_report cbw',
    with: {
      intermediate_requested_at: '2026-10-30T08:00:00Z',
      intermediate_due_at: '2026-11-02T16:00:00Z',
    },
    sent: (at) => ({ intermediate_sent_at: at }),
    until: '2026-11-02T16:00:00Z',
    isDay: false,
  },
  {
    name: 'final_report cbw',
    with: { notification_sent_at: '2026-10-28T10:00:00Z' },
    sent: (at) => ({ final_sent_at: at }),
    until: '2026-11-30T22:59:00Z',
    isDay: true,
  },
  {
    name: 'progress_report cbw',
    with: { notification_sent_at: '2026-10-28T10:00:00Z', ongoing: true },
    sent: (at) => ({ progress_sent_at: at }),
    until: '2026-11-30T22:59:00Z',
    isDay: true,
  },
  {
    name: 'notification gdpr',
    with: { personal_data: true },
    sent: (sent_at) => ({ sent: [{ regime: 'gdpr', stage: 'notification', sent_at }] }),
    until: '2026-10-27T23:40:00Z',
    isDay: false,
  },
  {
    name: 'final_report cra',
    with: { product_vulnerability: true, corrective_measure_at: '2026-12-12T09:00:00Z' },
    sent: (sent_at) => ({ sent: [{ regime: 'cra', stage: 'final_report', sent_at }] }),
    until: '2026-12-28T22:59:00Z',
    isDay: true,
  },
  {
    name: 'notification mdr',
    with: { medical_device: 'death' },
    sent: (sent_at) => ({ sent: [{ regime: 'mdr', stage: 'notification', sent_at }] }),
    until: '2026-11-04T22:59:00Z',
    isDay: true,
  },
]

describe('a report', () => {
  for (const { name, with: facts, sent, until, isDay } of stages) {
    const [stage = '', regime = ''] = name.split(' ')
    const at = Date.parse(until)
    const table: readonly [number, ReportStatus, ReportStatus][] = [
      [at - minuteMs, 'due', 'sent'],
      [at, 'due', 'sent'],
      [at + minuteMs, 'overdue', 'sent_late'],
    ]
    it(`${name} is in time a minute before ${until} and then, late a minute after`, () => {
      assert.equal(due(facts, stage, regime), iso(at))
      for (const [moment, open, done] of table) {
        assert.equal(find(facts, stage, { regime, asOf: moment })?.status, open)
        const report = { ...facts, ...sent(iso(moment)) }
        assert.equal(find(report, stage, { regime, asOf: before })?.status, done)
        // Whatever happens later does not make it good.
        const after = { ...report, handled_at: iso(moment + hourMs) }
        if (stage !== 'final_report' && stage !== 'progress_report') {
          assert.equal(find(after, stage, { regime, asOf: at + 9e9 })?.status, done)
        }
      }
      const lastSecond = iso(at + minuteMs - 1)
      const verdict = find({ ...facts, ...sent(lastSecond) }, stage, { regime })?.status
      assert.equal(verdict, isDay ? 'sent' : 'sent_late')
    })
  }

  it('that is entered late is overdue at once', () => {
    const now = Date.parse('2026-12-24T08:00:00Z')
    assert.equal(find({}, 'early_warning', { asOf: now })?.status, 'overdue')
    assert.equal(find({}, 'notification', { asOf: now })?.status, 'overdue')
  })

  it('is never in time after a correction of awareness to an earlier moment made it late', () => {
    const report = { early_warning_sent_at: '2026-10-25T23:00:00Z' }
    assert.equal(find(report, 'early_warning')?.status, 'sent')
    const earlier = { ...report, aware_at: '2026-10-24T20:00:00Z' }
    assert.equal(find(earlier, 'early_warning')?.status, 'sent_late')
  })
})

describe('terms, whenever and wherever', () => {
  const zone = fc.constantFrom(
    'Europe/Amsterdam',
    'America/New_York',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  )
  const instant = fc
    .integer({ min: Date.parse('2026-09-12'), max: Date.parse('2060-01-01') })
    .map((at) => at - (at % 1000))
  const country = fc.constantFrom(...jurisdictions)

  it('never end earlier than the strict one, and are told in the zone of the organisation', () => {
    fc.assert(
      fc.property(zone, instant, country, (time_zone, sent, jurisdiction) => {
        const at = iso(sent)
        const incident = { ...base, jurisdiction, time_zone, notification_sent_at: at }
        const more = { product_vulnerability: true, corrective_measure_at: at, aware_at: at }
        for (const report of dueReports({ ...incident, ...more }, sent).reports) {
          if (report.due_at === null) continue
          assert.ok(Date.parse(report.due_at) >= Date.parse(report.strict_due_at!))
          assert.ok(Date.parse(report.due_at) >= sent)
        }
      }),
    )
  })

  it('in hours are exactly as long as they say', () => {
    fc.assert(
      fc.property(zone, instant, country, (time_zone, aware, jurisdiction) => {
        const incident = { ...base, jurisdiction, time_zone, aware_at: iso(aware) }
        const { reports } = dueReports({ ...incident, personal_data: true }, aware)
        for (const { stage, due_at } of reports) {
          const hours = { early_warning: 24, notification: 72 }[stage as string]
          if (hours !== undefined) assert.equal(Date.parse(due_at!) - aware, hours * hourMs)
        }
      }),
    )
  })

  it('in months end on the last minute of a day 28 to 31 days on, or of the next working day', () => {
    fc.assert(
      fc.property(zone, instant, (time_zone, sent) => {
        const facts = { ...base, time_zone, notification_sent_at: iso(sent) }
        const report = dueReports(facts, sent).reports.find(({ stage }) => stage === 'final_report')
        const { due_at, strict_due_at } = report!
        assert.match(due_at!, /T23:59:00/)
        const days = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000
        const here = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(sent)
        const length = days(strict_due_at!) - days(here)
        assert.ok(length >= 28 && length <= 31, `${here} ${strict_due_at}`)
        const { days: holidays } = lawPack('NL').holidays
        assert.equal(carriedOver(strict_due_at!.slice(0, 10), holidays), due_at!.slice(0, 10))
      }),
    )
  })

  it('of an earlier awareness never end later', () => {
    fc.assert(
      fc.property(instant, fc.nat(90 * 24 * hourMs), zone, (aware, back, time_zone) => {
        const ends = (at: number) =>
          dueReports({ ...base, time_zone, aware_at: iso(at) }, aware).reports.map(({ due_at }) =>
            due_at === null ? 0 : Date.parse(due_at),
          )
        const [early, late] = [ends(aware - back + (back % 1000)), ends(aware)]
        for (const [index, end] of early.entries()) assert.ok(end <= late[index]!)
      }),
    )
  })

  it('never turn from late to in time as time goes by', () => {
    fc.assert(
      fc.property(instant, fc.nat(4e9), fc.nat(4e9), (aware, wait, more) => {
        const late = (asOf: number) =>
          dueReports({ ...base, aware_at: iso(aware), personal_data: true }, asOf)
            .reports.filter(({ status }) => status === 'overdue')
            .map(({ rule }) => rule)
        const [first, then] = [late(aware + wait), late(aware + wait + more)]
        for (const rule of first) assert.ok(then.includes(rule))
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
