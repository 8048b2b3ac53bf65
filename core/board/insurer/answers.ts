// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@schouw/core/kernel'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

/** Registers that are asked, in the order of the questions. */
export const kindsOfInsurer = [
  'organisation',
  'legal-entity',
  'appointment',
  'certificate',
  'decision',
  'vote',
  'budget',
  'risk',
  'acceptance',
  'remote-access',
  'access-account',
  'backup',
  'restore-test',
  'asset',
  'finding',
  'exercise',
  'playbook',
  'awareness-campaign',
  'supplier',
  'contract',
  'incident',
  'incident-report',
  'audit',
] as const satisfies readonly KindName[]

type Asked = (typeof kindsOfInsurer)[number]

interface Found {
  /** Null where a count says it, or nothing does. */
  readonly is: 'yes' | 'partly' | 'no' | 'unknown' | 'count'
  readonly part: number | null
  readonly whole: number | null
}

export interface InsurerAnswer extends Found {
  readonly id: InsurerQuestion
  /** Registers it was answered from. */
  readonly sources: readonly Asked[]
  /** Registers that whoever asks may not see: then it is unknown. */
  readonly hidden: readonly Asked[]
}

interface Day {
  readonly all: (kind: Asked) => readonly Line[]
  readonly today: string
  readonly yearAgo: string
  readonly threeYearsAgo: string
}

const unknown: Found = { is: 'unknown', part: null, whole: null }

/** So many of so many; of none nobody knows. */
function share(part: number, whole: number): Found {
  if (whole === 0) return unknown
  return { is: part === whole ? 'yes' : part === 0 ? 'no' : 'partly', part, whole }
}

function count(lines: readonly unknown[]): Found {
  return { is: 'count', part: lines.length, whole: null }
}

/** Said of each; where it was said of none, nobody knows. */
function flagged(lines: readonly Line[], field: string): Found {
  const known = lines.filter((line) => line.flag(field) !== null)
  if (known.length === 0) return unknown
  return share(lines.filter((line) => line.flag(field) === true).length, lines.length)
}

/** A day within the last twelve months, and not to come. */
function recent(field: string, { yearAgo, today }: Day) {
  return (line: Line) => {
    const on = line.text(field)
    return on !== null && on >= yearAgo && on <= today
  }
}

/** Where a register is empty, that nothing happened is not known. */
function some(lines: readonly Line[], found: readonly Line[]): Found {
  if (lines.length === 0) return unknown
  return { is: found.length > 0 ? 'yes' : 'no', part: found.length, whole: null }
}

interface Question {
  readonly from: readonly Asked[]
  readonly answer: (day: Day) => Found
}

const directors = ['executive_director', 'partner', 'managing_partner']
const isReal = (line: Line) => line.flag('is_exercise') !== true

const questions = {
  scope_concluded: {
    from: ['legal-entity'],
    answer: ({ all }) => {
      const entities = all('legal-entity')
      return share(
        entities.filter(({ state }) => state === 'scope_concluded').length,
        entities.length,
      )
    },
  },
  measures_approved: {
    from: ['decision'],
    answer: (day) => {
      const all = day.all('decision').filter(({ state }) => state === 'decided')
      const subjects = ['approve_measures', 'approve_policy']
      const approved = all
        .filter((line) => line.text('outcome') === 'approved')
        .filter((line) => subjects.includes(line.text('subject') ?? ''))
      return some(all, approved.filter(recent('decided_on', day)))
    },
  },
  dissent_recorded: {
    from: ['vote'],
    answer: ({ all, yearAgo }) =>
      count(
        all('vote')
          .filter((line) => line.text('choice') === 'reject')
          .filter((line) => (line.text('cast_at') ?? '') >= yearAgo),
      ),
  },
  directors_trained: {
    from: ['appointment', 'certificate'],
    answer: ({ all, today }) => {
      const sitting = all('appointment')
        .filter((line) => directors.includes(line.text('role') ?? ''))
        .filter((line) => (line.text('from') ?? '') <= today)
        .filter((line) => (line.text('to') ?? '9999') >= today)
      const people = [...new Set(sitting.map((line) => line.text('person')))]
      const checked = all('certificate').filter(({ state }) => state === 'checked')
      const holds = (person: string | null) =>
        checked.some((line) => line.text('person') === person)
      return share(people.filter(holds).length, people.length)
    },
  },
  budget_granted: {
    from: ['budget'],
    answer: ({ all, today }) => {
      const year = Number(today.slice(0, 4))
      const budgets = all('budget').filter((line) => line.number('year') === year)
      const asked = budgets.reduce((sum, line) => sum + (line.number('asked_eur') ?? 0), 0)
      const granted = budgets.filter((line) => line.number('granted_eur') !== null)
      if (budgets.length === 0 || asked === 0 || granted.length === 0) return unknown
      const given = granted.reduce((sum, line) => sum + (line.number('granted_eur') ?? 0), 0)
      return {
        is: given >= asked ? 'yes' : given === 0 ? 'no' : 'partly',
        part: given,
        whole: asked,
      }
    },
  },
  appetite_set: {
    from: ['organisation'],
    answer: ({ all }) => {
      const [own] = all('organisation')
      if (own === undefined) return unknown
      const isSet =
        own.number('risk_appetite_eur_per_year') !== null ||
        own.rows('risk_appetite_points').length > 0
      return { is: isSet ? 'yes' : 'no', part: null, whole: null }
    },
  },
  risks_in_euros: {
    from: ['risk'],
    answer: ({ all }) => {
      const risks = all('risk')
      const known = risks.filter((line) => line.number('loss_eur_high') !== null)
      return share(known.length, risks.length)
    },
  },
  acceptances_standing: {
    from: ['acceptance'],
    answer: ({ all, today }) => {
      const once = all('acceptance').filter(({ state }) =>
        ['accepted', 'lapsed', 'expired'].includes(state),
      )
      const standing = once
        .filter(({ state }) => state === 'accepted')
        .filter((line) => (line.text('valid_until') ?? '9999') >= today)
      return share(standing.length, once.length)
    },
  },
  remote_second_factor: {
    from: ['remote-access'],
    answer: ({ all }) =>
      flagged(
        all('remote-access').filter(({ state }) => state === 'allowed'),
        'mfa',
      ),
  },
  administrators_second_factor: {
    from: ['access-account'],
    answer: ({ all }) =>
      flagged(
        all('access-account').filter(
          (line) => line.flag('is_privileged') === true && line.flag('is_enabled') !== false,
        ),
        'mfa',
      ),
  },
  backups_out_of_reach: {
    from: ['backup'],
    answer: ({ all }) => {
      const backups = all('backup')
      const said = backups.filter(
        (line) => line.flag('is_offline') !== null || line.flag('is_unchangeable') !== null,
      )
      if (said.length === 0) return unknown
      const safe = backups.filter(
        (line) => line.flag('is_offline') === true || line.flag('is_unchangeable') === true,
      )
      return share(safe.length, backups.length)
    },
  },
  restore_proven: {
    from: ['restore-test'],
    answer: (day) => {
      const tests = day
        .all('restore-test')
        .filter(({ state }) => ['done', 'confirmed'].includes(state))
        .filter(recent('tested_on', day))
      return share(tests.filter((line) => line.text('result') === 'passed').length, tests.length)
    },
  },
  devices_supported: {
    from: ['asset'],
    answer: ({ all, today }) => {
      const known = all('asset').filter((line) => line.text('support_until') !== null)
      const supported = known.filter((line) => (line.text('support_until') ?? '') >= today)
      return share(supported.length, known.length)
    },
  },
  findings_open: {
    from: ['finding'],
    answer: ({ all }) =>
      count(
        all('finding')
          .filter(({ state }) => ['open', 'in_treatment', 'lapsed'].includes(state))
          .filter((line) => ['high', 'critical'].includes(line.text('severity') ?? '')),
      ),
  },
  plan_exercised: {
    from: ['exercise'],
    answer: (day) =>
      some(
        day.all('exercise'),
        day
          .all('exercise')
          .filter(({ state }) => ['held', 'evaluated'].includes(state))
          .filter(recent('held_on', day)),
      ),
  },
  playbooks_approved: {
    from: ['playbook'],
    answer: ({ all }) => {
      const books = all('playbook').filter(({ state }) => state !== 'withdrawn')
      return share(books.filter(({ state }) => state === 'approved').length, books.length)
    },
  },
  staff_made_aware: {
    from: ['awareness-campaign'],
    answer: (day) =>
      some(
        day.all('awareness-campaign'),
        day
          .all('awareness-campaign')
          .filter(({ state }) => ['running', 'held', 'evaluated'].includes(state))
          .filter(recent('starts_on', day)),
      ),
  },
  suppliers_reviewed: {
    from: ['supplier'],
    answer: (day) => {
      const critical = day
        .all('supplier')
        .filter((line) => line.text('criticality') === 'critical' && line.state !== 'former')
      return share(critical.filter(recent('last_review_on', day)).length, critical.length)
    },
  },
  suppliers_tell: {
    from: ['supplier', 'contract'],
    answer: ({ all }) => {
      const critical = all('supplier')
        .filter((line) => line.text('criticality') === 'critical' && line.state !== 'former')
        .map(({ id }) => id)
      const telling = new Set(
        all('contract')
          .filter((line) =>
            line
              .rows('clauses')
              .some((row) => row.text('subject') === 'incident_notice' && row.flag('is_agreed')),
          )
          .map((line) => line.text('supplier')),
      )
      return share(critical.filter((id) => telling.has(id)).length, critical.length)
    },
  },
  incidents_significant: {
    from: ['incident'],
    answer: ({ all, threeYearsAgo }) =>
      count(
        all('incident')
          .filter(isReal)
          .filter((line) => line.text('significance') === 'significant')
          .filter((line) => (line.text('detected_at') ?? '9999') >= threeYearsAgo),
      ),
  },
  incidents_open: {
    from: ['incident'],
    answer: ({ all }) =>
      count(
        all('incident')
          .filter(isReal)
          .filter((line) => line.text('handled_at') === null && line.state !== 'dismissed'),
      ),
  },
  reports_in_time: {
    from: ['incident-report'],
    answer: ({ all }) => {
      const sent = all('incident-report').filter(
        (line) => line.text('sent_at') !== null && line.text('due_at') !== null,
      )
      const inTime = sent.filter(
        (line) => (line.text('sent_at') ?? '') <= (line.text('due_at') ?? ''),
      )
      return share(inTime.length, sent.length)
    },
  },
  audited: {
    from: ['audit'],
    answer: (day) =>
      some(
        day.all('audit'),
        day
          .all('audit')
          .filter(({ state }) => ['reported', 'closed'].includes(state))
          .filter(recent('reported_on', day)),
      ),
  },
  insured_limit: {
    from: ['legal-entity'],
    answer: ({ all }) => {
      const known = all('legal-entity').flatMap((line) => line.number('insurance_limit_eur') ?? [])
      if (known.length === 0) return unknown
      return { is: 'count', part: known.reduce((sum, one) => sum + one, 0), whole: null }
    },
  },
} as const satisfies Readonly<Record<string, Question>>

export type InsurerQuestion = keyof typeof questions
export const insurerQuestions = Object.keys(questions) as readonly InsurerQuestion[]

export interface InsurerFacts {
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  readonly hidden: readonly KindName[]
  readonly today: string
}

/** The same registers on the same day give the same answers. */
export function insurerAnswers({ records, hidden, today }: InsurerFacts): readonly InsurerAnswer[] {
  const day: Day = {
    all: (kind) => (records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf),
    today,
    yearAgo: addMonths(today, -12),
    threeYearsAgo: addMonths(today, -36),
  }
  return insurerQuestions.map((id) => {
    const { from, answer }: Question = questions[id]
    const kept = from.filter((kind) => hidden.includes(kind))
    const found = kept.length > 0 ? unknown : answer(day)
    return { id, ...found, sources: from, hidden: kept }
  })
}
