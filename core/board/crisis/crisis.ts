// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@schouw/core/kernel'
import type { Actor, KindName, RecordVersion } from '@schouw/core/registers'
import { processLines } from '../continuity/processes.ts'
import { type RestoreStep, restoreOrder } from '../continuity/restore-order.ts'
import { type Line, lineOf } from '../facts.ts'
import { type Isolation, isolationOf } from './isolation.ts'
import { type CrisisPlace, crisisPlaces, reachedWithoutUs } from './places.ts'
import { audiences, type StatementLine, statementLines } from './statements.ts'

export const kindsOfCrisis = [
  'organisation',
  'crisis-contact',
  'holding-statement',
  'person',
  'playbook',
  'process',
  'zone',
  'conduit',
  'asset',
  'crown-jewel',
  'remote-access',
] as const satisfies readonly KindName[]

/** Who takes the emergency pack along: it holds the numbers of people. */
export const packReaders = [
  'director',
  'ciso',
  'it_manager',
  'ot_engineer',
] as const satisfies Actor['roles']

export interface CrisisFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfCrisis)[number], readonly RecordVersion[]>>
  >
  readonly hidden?: readonly KindName[]
  readonly today: string
}

/**
 * What is missing. `about`: the function, audience or record; of a number nothing is said to a reader
 * who may not know it.
 */
export interface CrisisGap {
  readonly code:
    | 'nobody_for'
    | 'no_deputy'
    | 'deputy_without_number'
    | 'no_number'
    | 'needs_network'
    | 'no_channel'
    | 'not_called'
    | 'no_statement'
    | 'statement_not_ready'
    | 'no_playbook'
    | 'playbook_not_approved'
  readonly about: string
  readonly record: string | null
}

export interface Crisis {
  readonly places: readonly CrisisPlace[]
  readonly statements: readonly StatementLine[]
  readonly playbooks: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
    readonly version: number
    readonly exercised_on: string | null
  }[]
  readonly gaps: readonly CrisisGap[]
  readonly isolation: Isolation
  readonly order: readonly RestoreStep[]
}

/** Requirement C6: the team with its powers, its means, and prepared messages. */
const needed = [
  'crisis_lead',
  'decision_maker',
  'it_lead',
  'ot_lead',
  'spokesperson',
  'log_keeper',
  'police',
  'insurer',
  'forensics',
  'csirt',
] as const

/** The same registers on the same day give the same page. */
export function crisisOf(facts: CrisisFacts): Crisis {
  const all = (kind: (typeof kindsOfCrisis)[number]): readonly Line[] =>
    (facts.records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  const places = crisisPlaces(all('crisis-contact'), all('person'))
  const statements = statementLines(all('holding-statement'))
  const playbooks = all('playbook').filter(({ state }) => state !== 'withdrawn')
  const processes = processLines({
    ...{ processes: all('process'), backups: [], tried: [], incidents: [] },
  })
  return {
    places,
    statements,
    playbooks: playbooks
      .map((line) => ({
        ...{ id: line.id, name: line.text('name') ?? '', state: line.state, version: line.version },
        exercised_on: line.text('exercised_on'),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    gaps: [...placeGaps(places, facts), ...statementGaps(statements), ...playbookGaps(playbooks)],
    isolation: isolationOf({
      zones: all('zone'),
      conduits: all('conduit'),
      assets: all('asset'),
      jewels: all('crown-jewel'),
      processes: all('process'),
      remoteAccess: all('remote-access'),
    }),
    order: restoreOrder(processes),
  }
}

const monthsOfANumber = 12

function placeGaps(
  places: readonly CrisisPlace[],
  { hidden = [], today }: CrisisFacts,
): readonly CrisisGap[] {
  const gaps: CrisisGap[] = needed
    .filter((role) => !places.some((one) => one.function === role))
    .map((about) => ({ code: 'nobody_for', about, record: null }))
  if (places.length === 0) return gaps
  for (const one of places) {
    const gap = (code: CrisisGap['code']) => gaps.push({ code, about: one.name, record: one.id })
    if (!one.is_outside && one.deputy === null) gap('no_deputy')
    const seesPeople = !hidden.includes('person')
    if (seesPeople && one.deputy !== null && !hasNumber(one.deputy)) gap('deputy_without_number')
    const isKnown = one.phone !== null || seesPeople
    if (one.needs_network === true) gap('needs_network')
    else if (isKnown && !reachedWithoutUs(one)) gap('no_number')
    const called = one.last_called_on
    if (called === null || addMonths(called, monthsOfANumber) < today) gap('not_called')
  }
  const hasChannel = places.some(({ channel, is_outside }) => channel !== null && !is_outside)
  if (!hasChannel) gaps.push({ code: 'no_channel', about: '', record: null })
  return gaps
}

function hasNumber({ phone, emergency_phone }: NonNullable<CrisisPlace['deputy']>): boolean {
  return phone !== null || emergency_phone !== null
}

function statementGaps(statements: readonly StatementLine[]): readonly CrisisGap[] {
  return audiences.flatMap((about): readonly CrisisGap[] => {
    const own = statements.filter(({ audience }) => audience === about)
    if (own.length === 0) return [{ code: 'no_statement', about, record: null }]
    if (own.some(({ is_ready }) => is_ready)) return []
    return [{ code: 'statement_not_ready', about, record: own[0]?.id ?? null }]
  })
}

function playbookGaps(playbooks: readonly Line[]): readonly CrisisGap[] {
  if (playbooks.length === 0) return [{ code: 'no_playbook', about: '', record: null }]
  return playbooks
    .filter(({ state }) => state !== 'approved')
    .map((line) => ({
      code: 'playbook_not_approved',
      about: line.text('name') ?? '',
      record: line.id,
    }))
}
