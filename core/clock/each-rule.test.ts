// SPDX-License-Identifier: EUPL-1.2
// Every rule of every pack that gives a moment: in time the minute before and at it, late from the
// minute after. What sets the moments is given once; the reports themselves are still to be sent.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { incidentTerms, type Jurisdiction, jurisdictions } from '@schouw/core/law'
import fc from 'fast-check'
import { dueReports } from './due-reports.ts'
import type { ClockCase, ClockReport } from './incident.ts'

const minuteMs = 60_000
const asOf = Date.parse('2026-10-25T00:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

/** Moments from which terms run, and every contract's hours. */
const happened = {
  id: 'I-1',
  time_zone: 'Europe/Amsterdam',
  aware_at: '2026-10-24T23:40:00Z',
  significant: true,
  notification_sent_at: '2026-10-28T10:00:00Z',
  corrective_measure_at: '2026-12-12T09:00:00Z',
  intermediate_requested_at: '2026-10-30T08:00:00Z',
  intermediate_due_at: '2026-11-02T16:00:00Z',
  sent: [{ regime: 'cra', stage: 'notification', sent_at: '2026-10-27T09:00:00Z' }],
  contracts: [
    { id: 'k', party: 'customer', notice_hours: 24 },
    { id: 'v', party: 'insurer', notice_hours: 36 },
  ],
} as const satisfies Partial<ClockCase>

/** Between them they ask every report. */
const kinds: readonly Partial<ClockCase>[] = [
  { personal_data: true, product_vulnerability: true, medical_device: true },
  { trust_service: true, product_incident: true, medical_device: 'death' },
  { medical_device: 'public_health_threat', ongoing: true, handled_at: '2027-01-05T09:00:00Z' },
]

/** The case with this report as yet unsent. */
function unsent(facts: ClockCase, { regime, stage }: ClockReport): ClockCase {
  const others = facts.sent?.filter((one) => one.regime !== regime || one.stage !== stage) ?? []
  if (stage !== 'notification') return { ...facts, sent: others }
  const { notification_sent_at: _, ...rest } = facts
  return { ...rest, sent: others }
}

function sentAt(facts: ClockCase, { regime, stage, contract }: ClockReport, at: number): ClockCase {
  const contracts = (facts.contracts ?? []).map((one) =>
    one.id === contract ? { ...one, sent_at: iso(at) } : one,
  )
  const sent = [...(facts.sent ?? []), { regime, stage, sent_at: iso(at) }]
  return contract === undefined ? { ...facts, sent } : { ...facts, contracts }
}

interface Tried {
  readonly report: ClockReport
  readonly facts: ClockCase
}

/** Reports that have a moment, each with its case. */
function timed(jurisdiction: Jurisdiction): readonly Tried[] {
  return kinds.flatMap((kind) => {
    const facts: ClockCase = { ...happened, jurisdiction, ...kind }
    return dueReports(facts, asOf).reports.flatMap((report) =>
      report.due_at === null || report.status === 'without_delay'
        ? []
        : [{ report, facts: unsent(facts, report) }],
    )
  })
}

function statusOf(facts: ClockCase, { rule, contract }: ClockReport, at: number) {
  const { reports } = dueReports(facts, at)
  return reports.find((one) => one.rule === rule && one.contract === contract)?.status
}

describe('each rule with a moment', () => {
  for (const jurisdiction of jurisdictions) {
    for (const { report, facts } of timed(jurisdiction)) {
      const { rule, due_at: until } = report
      it(`${jurisdiction} ${rule}, ${until}: a minute before, at it, a minute after`, () => {
        const at = Date.parse(until ?? '')
        const moments = [at - minuteMs, at, at + minuteMs]
        assert.deepEqual(
          moments.map((moment) => statusOf(facts, report, moment)),
          ['due', 'due', 'overdue'],
        )
        const sent = moments.map((moment) =>
          statusOf(sentAt(facts, report, moment), report, at + 9e9),
        )
        assert.deepEqual(sent, ['sent', 'sent', 'sent_late'])
      })
    }

    it(`leaves none out in ${jurisdiction}`, () => {
      const tried = new Set(timed(jurisdiction).map(({ report }) => report.rule))
      const { terms } = incidentTerms(jurisdiction)
      const owed = terms.filter(
        ({ duration, calculation_rule: named }) =>
          duration === null || duration.value > 0 || named?.includes('month') === true,
      )
      assert.deepEqual(
        owed.filter(({ id }) => !tried.has(id)).map(({ id }) => id),
        [],
      )
    })
  }
})

/** The definition, day by day: the same number in the next month, or else that month's last day. */
function monthAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const [number, month] = [at.getUTCDate(), at.getUTCMonth()]
  for (;;) {
    const next = new Date(at.getTime() + 86_400_000)
    if ((next.getUTCMonth() - month + 12) % 12 > 1) return at.toISOString().slice(0, 10)
    at.setTime(next.getTime())
    if (at.getUTCMonth() !== month && at.getUTCDate() === number) {
      return at.toISOString().slice(0, 10)
    }
  }
}

describe('a month', () => {
  const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
  it('is the same day of the next, or its last day, as counted day by day where one is', () => {
    const moment = fc.integer({ min: Date.parse('2026-09-12'), max: Date.parse('2060-01-01') })
    const edge = fc.tuple(fc.integer({ min: 2027, max: 2059 }), fc.nat(11), fc.nat(3)).map(
      // Around the end of a month, where months differ.
      ([year, month, back]) => Date.UTC(year, month + 1, 0) - (back - 1) * 43_200_000,
    )
    fc.assert(
      fc.property(fc.oneof(moment, edge), fc.constantFrom(...zones), (at, time_zone) => {
        const sent = { ...happened, time_zone, notification_sent_at: iso(at) }
        const { reports } = dueReports({ ...sent, jurisdiction: 'NL', aware_at: iso(at) }, at)
        const final = reports.find(({ rule }) => rule === 'nl.cbw.final')
        const here = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(at)
        assert.equal(final?.strict_due_at?.slice(0, 16), `${monthAfter(here)}T23:59`)
      }),
    )
  })

  it('ends on the day after a leap day only where there is none', () => {
    assert.deepEqual(
      ['2027-01-31', '2028-01-31', '2028-01-29', '2100-01-30', '2027-12-31', '2027-03-31'].map(
        monthAfter,
      ),
      ['2027-02-28', '2028-02-29', '2028-02-29', '2100-02-28', '2028-01-31', '2027-04-30'],
    )
  })
})
