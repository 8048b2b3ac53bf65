// SPDX-License-Identifier: EUPL-1.2
/**
 * Emergency pack: what lies on paper for the hour in which there is no network, as the plain values
 * its PDF template reads. Call list, cutting off zone by zone, order of restoring, playbooks, first
 * messages, and forms for the log and the clocks. The same registers give the same bytes.
 */
import { type Crisis, crisisOf, type kindsOfCrisis } from '@schouw/core/board/crisis'
import { isoInZone } from '@schouw/core/kernel'
import { type Jurisdiction, jurisdictions } from '@schouw/core/law'
import type { RecordVersion } from '@schouw/core/registers'
import { gapText } from '../crisis-gaps/index.ts'
import { breakable } from '../paper/breakable.ts'
import { type Language, words } from '../words/index.ts'
import { formSections } from './forms.ts'
import { isolationSection } from './isolation.ts'
import type { PackBlock, PackSection, Told } from './model.ts'
import { peopleSections } from './people.ts'
import { playbookSections, statementSection } from './texts.ts'
import { emergencyWords } from './words.ts'

export interface EmergencyFacts {
  readonly records: Readonly<
    Partial<Record<(typeof kindsOfCrisis)[number], readonly RecordVersion[]>>
  >
  readonly today: string
}

/** Values of the template, and the moment of the last change in them: the time of making. */
export function emergencyPack(facts: EmergencyFacts, language: Language) {
  const own = emergencyWords(language)
  const { say } = words(language)
  const crisis = crisisOf(facts)
  const organisation = standing(facts.records.organisation)[0]
  const zone = textOf(organisation, 'time_zone') ?? 'UTC'
  const at = lastChange(facts)
  const local = isoInZone(at.getTime(), zone)
  const told: Told = {
    own,
    language,
    crisis,
    jurisdiction: jurisdictionOf(organisation),
    records: (kind) => standing(facts.records[kind]),
  }
  const data = {
    language,
    title: own.title,
    organisation: textOf(organisation, 'name') ?? '',
    kind: own.kind,
    asOf: own.asOf(`${say.date(local.slice(0, 10))} ${local.slice(11, 16)}`),
    date: local.slice(0, 10).split('-').map(Number),
    page: own.page,
    sections: sectionsOf(told),
  }
  return { data: breakable(data), createdAt: at }
}

function sectionsOf(told: Told): readonly PackSection[] {
  const { own, crisis } = told
  const first: PackBlock = { kind: 'steps', items: own.first.steps }
  const lacks: PackBlock = { kind: 'warning', text: own.gaps.said(crisis.gaps.length) }
  return [
    {
      title: own.first.title,
      opensPage: false,
      blocks: crisis.gaps.length === 0 ? [first] : [first, lacks],
    },
    ...peopleSections(told),
    isolationSection(told),
    orderSection(told),
    ...playbookSections(told),
    statementSection(told),
    ...formSections(told),
    ...gapSections(told),
  ]
}

/** What the registers lack, to be filled in with a pen; no chapter when nothing is. */
function gapSections({ own, crisis, language }: Told): readonly PackSection[] {
  if (crisis.gaps.length === 0) return []
  const rows = crisis.gaps.map((gap) => [gapText(gap, language), ''])
  const table: PackBlock = {
    kind: 'table',
    table: { heads: own.gaps.columns, widths: [3, 2], rows, rowHeight: null },
  }
  const help: PackBlock = { kind: 'text', text: own.gaps.help }
  return [{ title: `10. ${own.gaps.title}`, opensPage: true, blocks: [help, table] }]
}

function orderSection({ own, crisis, records }: Told): PackSection {
  const { order } = own
  const processes = new Map(records('process').map((one) => [one.id, one]))
  const people = new Map(records('person').map((one) => [one.id, textOf(one, 'name') ?? '']))
  const rows = crisis.order.map(({ process, name, wave, waits_for }) => {
    const record = processes.get(process)
    const hours = textOf(record, 'max_outage_hours')
    const waits = waits_for.map((id) => textOf(processes.get(id), 'name') ?? '')
    const owner = people.get(textOf(record, 'owner') ?? '') ?? own.nobody
    const criteria = textOf(record, 'restart_criteria') ?? order.noCriteria
    return [
      String(wave),
      name,
      waits.length === 0 ? order.nothing : waits.join(', '),
      hours === null ? order.unknown : order.hours(hours),
      `${owner}: ${criteria}`,
    ]
  })
  const table: PackBlock = {
    kind: 'table',
    table: { heads: order.columns, widths: [0.5, 2, 1.8, 0.9, 3], rows, rowHeight: null },
  }
  const none: PackBlock = { kind: 'note', text: own.none }
  return {
    title: `4. ${order.title}`,
    opensPage: true,
    blocks: [{ kind: 'text', text: order.help }, rows.length === 0 ? none : table],
  }
}

function standing(records: readonly RecordVersion[] | undefined): readonly RecordVersion[] {
  return (records ?? []).filter(({ retired }) => retired === null)
}

export function textOf(record: RecordVersion | undefined, field: string): string | null {
  const value: unknown = record?.values[field]
  return typeof value === 'string' ? value : null
}

function lastChange({ records }: EmergencyFacts): Date {
  const moments = Object.values(records)
    .flat()
    .flatMap((one) => Date.parse(one.changed.at))
  return new Date(moments.reduce((last, one) => Math.max(last, one), 0))
}

function jurisdictionOf(organisation: RecordVersion | undefined): Jurisdiction | null {
  return jurisdictions.find((one) => one === textOf(organisation, 'jurisdiction')) ?? null
}

export type { Crisis }
