// SPDX-License-Identifier: EUPL-1.2
import { addMonths, daysBetween } from '@schouw/core/kernel'
import type { Line, Registers } from '../facts.ts'
import { isCritical } from './sides.ts'
import { acceptedIds, type Count, daysOfYear, type FigureFacts, type Way } from './way.ts'

/** People, suppliers, access, and the work itself. */
export const waysOfWork: Readonly<Record<string, Way>> = {
  overdue_actions: {
    as: 'percent',
    rests: ['action'],
    count: ({ registers, today }) => {
      const open = registers
        .all('action')
        .filter(({ state }) => state === 'open' || state === 'in_progress')
      const late = open.filter((line) => (line.text('due_on') ?? '9999') < today)
      const undated = open.filter((line) => line.text('due_on') === null)
      return {
        part: late.length,
        whole: open.length,
        missing: undated.length,
        off: [...late, ...undated],
      }
    },
  },
  board_training: {
    as: 'percent',
    rests: ['appointment', 'certificate', 'training'],
    count: boardTraining,
  },
  awareness: { as: 'percent', rests: ['person', 'training'], count: awareness },
  phish_report: {
    as: 'percent',
    rests: ['awareness-campaign', 'phishing-result'],
    days: daysOfYear,
    count: drillReports,
  },
  staff_reports: {
    as: 'per_hundred',
    rests: ['incident', 'person'],
    days: daysOfYear,
    count: staffReports,
  },
  evidence_current: {
    as: 'percent',
    rests: ['requirement-answer', 'evidence-file'],
    count: ({ measures }) => {
      const all = measures.flatMap(({ requirements }) => requirements)
      if (all.every(({ status }) => status === 'not_measured')) return null
      const bound = all.filter(({ status }) => status !== 'not_applicable')
      const proven = bound.filter(({ evidence }) =>
        evidence.some(({ state }) => state === 'valid' || state === 'expiring'),
      )
      return { part: proven.length, whole: bound.length }
    },
  },
  risks_above_appetite: { as: 'count', rests: ['risk', 'acceptance'], count: largeRisks },
  supplier_reviews: {
    as: 'percent',
    rests: ['supplier', 'supplier-review'],
    days: daysOfYear,
    count: supplierReviews,
  },
  supplier_clauses: { as: 'percent', rests: ['supplier', 'contract'], count: supplierClauses },
  vendor_sessions: { as: 'percent', rests: ['remote-access'], count: controlledAccess },
  mfa_remote: {
    as: 'percent',
    rests: ['remote-access', 'access-account'],
    count: ({ registers }) => {
      const ways = registers.all('remote-access').filter(({ state }) => state === 'allowed')
      const open = [...ways, ...registers.all('access-account').filter(isFromOutside)]
      const known = open.filter((line) => line.flag('mfa') !== null)
      const off = open.filter((line) => line.flag('mfa') !== true)
      const part = open.length - off.length
      return { part, whole: known.length, missing: open.length - known.length, off }
    },
  },
}

/** An account of people in a directory that answers from anywhere. */
function isFromOutside(line: Line): boolean {
  const type = line.text('account_type')
  return (
    line.text('source') === 'entra' &&
    line.flag('is_enabled') !== false &&
    type !== 'service' &&
    type !== 'built_in'
  )
}

/** Whoever has booked a course within the term counts for half. */
function boardTraining({ registers, training, today }: FigureFacts): Count | null {
  const bound = training.filter(({ status }) => status !== 'no_duty')
  const planned = registers
    .all('training')
    .filter(({ state }) => state === 'planned')
    .filter((line) => line.list('audience').includes('board'))
  const isBooked = ({ person, due_on }: (typeof bound)[number]) =>
    planned.some((line) => {
      const on = line.text('planned_on')
      return (
        on !== null &&
        on >= today &&
        on <= (due_on ?? '0000') &&
        line.list('participants').includes(person)
      )
    })
  const weights = bound.map((term) =>
    term.status === 'fulfilled' ? 1 : term.status === 'running' && isBooked(term) ? 0.5 : 0,
  )
  const unknown = bound.filter(({ status }) => status === 'unknown').length
  const ids = new Set(bound.filter(({ status }) => status !== 'fulfilled').map(({ id }) => id))
  return {
    part: weights.reduce((sum: number, one) => sum + one, 0),
    whole: bound.length,
    missing: unknown,
    off: registers.all('appointment').filter(({ id }) => ids.has(id)),
  }
}

const aboutAwareness: readonly string[] = ['awareness', 'phishing']
const usualRepeatMonths = 12

function awareness({ registers, today }: FigureFacts): Count | null {
  const given = registers.all('training').filter(({ state }) => state === 'given')
  const fits = given
    .filter((line) => line.list('topics').some((topic) => aboutAwareness.includes(topic)))
    .filter((line) => {
      const on = line.text('given_on')
      if (on === null || on > today) return false
      return addMonths(on, line.number('repeat_months') ?? usualRepeatMonths) >= today
    })
  // Without one session on record nobody knows who was trained.
  if (given.length === 0) return null
  const trained = new Set(fits.flatMap((line) => line.list('participants')))
  const staff = staffOn(registers, today)
  const off = staff.filter(({ id }) => !trained.has(id))
  return { part: staff.length - off.length, whole: staff.length, off }
}

function staffOn(registers: Registers, today: string): readonly Line[] {
  return registers
    .all('person')
    .filter((line) => (line.text('left_on') ?? '9999') > today)
    .filter((line) => (line.text('started_on') ?? '0000') <= today)
    .filter((line) => !isOnlyOutside(line))
}

/** What somebody noticed and told, whatever it turned out to be: also what was nothing was well told. */
function staffReports({ registers, today }: FigureFacts): Count | null {
  const days = registers
    .all('incident')
    .filter((line) => line.flag('is_exercise') !== true)
    .flatMap((line) => line.text('noticed_at')?.slice(0, 10) ?? [])
  // Without one report ever on record nobody knows whether there was a way to tell anything.
  if (days.length === 0) return null
  const recent = days.filter((on) => on <= today && daysBetween(on, today) <= daysOfYear)
  return { part: recent.length, whole: staffOn(registers, today).length }
}

/** Of each drill what its sender counted, else what is known of people. */
function drillReports({ registers, today }: FigureFacts): Count | null {
  const results = registers.all('phishing-result')
  const drills = registers
    .all('awareness-campaign')
    .filter((line) => line.text('type') === 'phishing_simulation')
    .filter(({ state }) => state === 'held' || state === 'evaluated')
    .filter((line) => {
      const on = line.text('ends_on') ?? line.text('starts_on')
      return on !== null && on <= today && daysBetween(on, today) <= daysOfYear
    })
    .map((line) => {
      // The counts hold whoever was sent it, and a board sees them without seeing who did what.
      const counted = { part: line.number('reported_count'), whole: line.number('delivered_count') }
      if (counted.part !== null && counted.whole !== null) return { line, ...counted }
      const own = results.filter((one) => one.text('campaign') === line.id)
      const known = own.filter((one) => one.flag('was_reported') !== null)
      const reported = known.filter((one) => one.flag('was_reported') === true).length
      return known.length > 0 ? { line, part: reported, whole: known.length } : { line, ...counted }
    })
  const known = drills.filter(({ part, whole }) => part !== null && whole !== null)
  const off = drills.filter(({ part, whole }) => part === null || whole === null)
  return {
    part: known.reduce((sum, { part }) => sum + (part ?? 0), 0),
    whole: known.reduce((sum, { whole }) => sum + (whole ?? 0), 0),
    missing: off.length,
    off: off.map(({ line }) => line),
  }
}

function isOnlyOutside(line: Line): boolean {
  const places = line.list('works_in')
  return places.length > 0 && places.every((place) => place === 'outside')
}

/** A large risk: likelihood times impact, both 1–5. Editorial, as the limits are. */
const largeRisk = 12

function largeRisks(facts: FigureFacts): Count | null {
  const accepted = acceptedIds(facts)
  const open = facts.registers
    .all('risk')
    .filter(({ state }) => state !== 'closed' && state !== 'rejected')
  const weighed = open.filter((line) => weightOf(line) !== null)
  const large = weighed.filter(
    (line) => (weightOf(line) ?? 0) >= largeRisk && !accepted.has(line.id),
  )
  const missing = open.length - weighed.length
  return { part: large.length, whole: weighed.length, missing, off: large }
}

function weightOf(line: Line): number | null {
  const likelihood = line.number('likelihood')
  const impact = line.number('impact')
  return likelihood === null || impact === null ? null : likelihood * impact
}

const dealtWith: readonly string[] = ['active', 'ending']

function supplierReviews({ registers, today }: FigureFacts): Count | null {
  const isRecent = (on: string | null) =>
    on !== null && on <= today && daysBetween(on, today) <= daysOfYear
  const reviewed = new Set(
    registers
      .all('supplier-review')
      .filter((line) => line.state === 'assessed' && isRecent(line.text('reviewed_on')))
      .flatMap((line) => line.text('supplier') ?? []),
  )
  const all = registers.all('supplier').filter(({ state }) => dealtWith.includes(state))
  const critical = all.filter(isCritical)
  const unweighed = all.filter((line) => line.text('criticality') === null)
  const off = critical.filter(
    (line) => !reviewed.has(line.id) && !isRecent(line.text('last_review_on')),
  )
  return {
    part: critical.length - off.length,
    whole: critical.length,
    missing: unweighed.length,
    off: [...off, ...unweighed],
  }
}

/** What a contract with a critical supplier says at least. Editorial; (EU) 2024/2690, 5.1. */
const askedClauses: readonly string[] = [
  'security_duties',
  'incident_notice',
  'vulnerability_notice',
  'audit_right',
  'subcontracting',
  'exit',
]

function supplierClauses({ registers }: FigureFacts): Count | null {
  const critical = new Set(
    registers
      .all('supplier')
      .filter((line) => dealtWith.includes(line.state) && isCritical(line))
      .map(({ id }) => id),
  )
  const contracts = registers
    .all('contract')
    .filter((line) => line.state === 'in_force' && critical.has(line.text('supplier') ?? ''))
  const bare = [...critical].filter((id) => !contracts.some((line) => line.text('supplier') === id))
  const isWhole = (line: Line) => {
    const agreed = line
      .rows('clauses')
      .filter((row) => row.flag('is_agreed') === true)
      .map((row) => row.text('subject'))
    return askedClauses.every((subject) => agreed.includes(subject))
  }
  const off = contracts.filter((line) => !isWhole(line))
  // A critical supplier whose contract nobody has entered is not known to have one.
  const missing = registers.all('supplier').filter(({ id }) => bare.includes(id))
  return {
    part: contracts.length - off.length,
    whole: contracts.length,
    missing: missing.length,
    off: [...off, ...missing],
  }
}

/** Leave of suppliers: through a gateway, approved each time, recorded. */
function controlledAccess({ registers }: FigureFacts): Count | null {
  const open = registers
    .all('remote-access')
    .filter((line) => line.state === 'allowed' && line.text('supplier') !== null)
  const isControlled = (line: Line) =>
    line.text('gateway') !== null &&
    line.flag('approved_per_session') === true &&
    line.flag('recorded') === true
  const off = open.filter((line) => !isControlled(line))
  return { part: open.length - off.length, whole: open.length, off }
}
