// SPDX-License-Identifier: EUPL-1.2
import { incidentTerms, type Jurisdiction, jurisdictions } from '@schouw/core/law'
import type { Line } from '../facts.ts'
import { linesAbout, linesOf, type RoomFacts } from './facts.ts'
import { type RoomLine, roomLog, standingLines } from './log.ts'

/** One thing a report asks for, with what the registers know of it. */
export interface DraftItem {
  readonly item: string
  readonly title_nl: string
  readonly title_en: string
  readonly source: string
  /** The law asks for it in every case; other items only where they apply or are known. */
  readonly is_required: boolean
  /** Fields of the incident, or of the organisation, that answer it and have a value. */
  readonly known: readonly { readonly of: 'incident' | 'organisation'; readonly field: string }[]
  /** Lines of the log that answer it. */
  readonly lines: readonly string[]
  readonly is_missing: boolean
}

/** Where what a report asks for stands in the registers. What is not here, a person writes. */
const answeredBy: Readonly<Record<string, readonly string[]>> = {
  malicious: ['is_malicious'],
  cross_border: ['crosses_borders', 'affected_countries'],
  cross_border_info: ['crosses_borders', 'affected_countries'],
  cross_border_effects: ['crosses_borders', 'affected_countries'],
  member_states: ['affected_countries'],
  start_time: ['started_at'],
  nature: ['type', 'severity', 'description'],
  recovery_forecast: ['recovery_expected_at'],
  measures: ['measures_taken'],
  mitigation: ['measures_taken'],
  actions: ['measures_taken'],
  assessment: ['severity', 'significance_reason', 'outage_hours', 'affected_users', 'damage_eur'],
  ioc: ['indicators'],
  description: ['description', 'attack_path', 'severity', 'outage_hours', 'damage_eur'],
  cause: ['type', 'cause'],
  what: ['description'],
  fix: ['corrective_measure_at'],
}

/** Of these one field says nothing by itself: the item counts as answered by the fields named here. */
const tellsEnough: Readonly<Record<string, readonly string[]>> = {
  nature: ['description'],
  description: ['description'],
  cause: ['cause'],
  assessment: ['significance_reason'],
}

const contactFields = ['security_mailbox', 'emergency_phone']
const asksContact = new Set(['contact', 'dpo'])
const asksNews = new Set(['update', 'status'])

/**
 * The items of the report that the rule of the law pack asks for; empty where the pack names none,
 * as with contracts. Undefined for a rule that no pack has.
 */
export function draftOf(
  facts: RoomFacts,
  incident: Line,
  rule: string,
): readonly DraftItem[] | undefined {
  const [organisation] = linesOf(facts, 'organisation')
  const term = termOf(organisation?.text('jurisdiction') ?? null, rule)
  if (term === undefined) return undefined
  const news = newsSince(facts, incident.id)
  return (term.required_fields ?? []).map(({ id, nl, en, when, source }) => {
    const known = knownFor(id, incident, organisation)
    const lines = asksNews.has(id) ? news.map((line) => line.id) : []
    const is_required = when === 'required'
    const isAnswered = lines.length > 0 || isEnough(id, known)
    const titles = { title_nl: nl, title_en: en, source }
    return { item: id, ...titles, is_required, known, lines, is_missing: !isAnswered }
  })
}

function termOf(told: string | null, rule: string) {
  const jurisdiction: Jurisdiction | undefined = jurisdictions.find((one) => one === told)
  if (jurisdiction === undefined) return undefined
  return incidentTerms(jurisdiction).terms.find(({ id }) => id === rule)
}

type Known = DraftItem['known']

function knownFor(item: string, incident: Line, organisation: Line | undefined): Known {
  if (asksContact.has(item)) {
    return contactFields.flatMap((field) =>
      (organisation?.text(field) ?? null) === null ? [] : [{ of: 'organisation' as const, field }],
    )
  }
  return (answeredBy[item] ?? []).flatMap((field) =>
    hasValue(incident, field) ? [{ of: 'incident' as const, field }] : [],
  )
}

function hasValue(line: Line, field: string): boolean {
  return (
    line.text(field) !== null ||
    line.number(field) !== null ||
    line.list(field).length > 0 ||
    line.rows(field).length > 0
  )
}

function isEnough(item: string, known: Known): boolean {
  const telling = tellsEnough[item]
  if (telling === undefined) return known.length > 0
  return known.some(({ field }) => telling.includes(field))
}

const newsTypes = new Set([
  'observation',
  'action',
  'decision',
  'restart_accepted',
  'restart_released',
])

/** What stands in the log since the last report that was sent. */
function newsSince(facts: RoomFacts, incident: string): readonly RoomLine[] {
  const sent = linesAbout(facts, 'incident-report', incident)
    .flatMap((line) => line.text('sent_at') ?? [])
    .map((at) => Date.parse(at))
  const since = Math.max(0, ...sent)
  return standingLines(roomLog(linesAbout(facts, 'incident-log-entry', incident))).filter(
    ({ type, recorded_at }) => newsTypes.has(type) && Date.parse(recorded_at) > since,
  )
}
