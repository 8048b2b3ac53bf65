// SPDX-License-Identifier: EUPL-1.2
import type { incidents } from '@schouw/core/board'
import { isoInZone } from '@schouw/core/kernel'
import type { RecordVersion } from '@schouw/core/registers'
import type { PackBlock, PackSection } from '../emergency/model.ts'
import { breakable } from '../paper/breakable.ts'
import { registerTongue } from '../registers/index.ts'
import { type Language, words } from '../words/index.ts'
import { reportPaperWords } from './report-paper-words.ts'

export interface ReportPaper {
  readonly report: RecordVersion
  readonly incident: RecordVersion
  readonly organisation: RecordVersion | undefined
  /** Its clock, with what is asked; undefined where no law asks it any more. */
  readonly clock: incidents.RoomClock | undefined
  /** Names by the ids of people. */
  readonly names: ReadonlyMap<string, string>
}

/** One report as the authority gets it, with whether and when it went out. Same record, same bytes. */
export function reportOnPaper(of: ReportPaper, language: Language) {
  const { report, organisation, clock } = of
  const own = reportPaperWords[language]
  const tongue = registerTongue(language)
  const { say } = words(language)
  const zone = textOf(organisation, 'time_zone') ?? 'UTC'
  const local = isoInZone(Date.parse(report.changed.at), zone)
  const stage = tongue.code('incident-report', textOf(report, 'stage') ?? '', 'stage')
  const title = clock === undefined ? stage : { nl: clock.title_nl, en: clock.title_en }[language]
  const data = {
    language,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    organisation: textOf(organisation, 'name') ?? '',
    kind: `${textOf(of.incident, 'name') ?? ''} · ${tongue.code('incident-report', report.state)}`,
    asOf: own.asOf(`${say.date(local.slice(0, 10))} ${local.slice(11, 16)}`),
    date: local.slice(0, 10).split('-').map(Number),
    page: own.page,
    sections: [aboutIt(of, { language, zone }), ...itemsOf(of, language)],
  }
  return { data: breakable(data), createdAt: new Date(report.changed.at) }
}

function aboutIt(
  { report, incident, names }: ReportPaper,
  { language, zone }: { readonly language: Language; readonly zone: string },
): PackSection {
  const own = reportPaperWords[language]
  const tongue = registerTongue(language)
  const moment = (name: string) => {
    const at = textOf(report, name)
    if (at === null) return null
    const text = isoInZone(Date.parse(at), zone)
    return `${text.slice(0, 10)} ${text.slice(11, 16)} (UTC${text.slice(-6)})`
  }
  const code = (name: string) => {
    const value = textOf(report, name)
    return value === null ? null : tongue.code('incident-report', value, name)
  }
  const person = (name: string) => {
    const id = textOf(report, name)
    return id === null ? null : (names.get(id) ?? own.unknownPerson)
  }
  const recipients = report.values['recipients']
  const rows = [
    [own.to, listed(recipients, (one) => tongue.code('incident-report', one, 'recipients'))],
    [own.regime, code('regime')],
    [own.incident, [textOf(incident, 'code'), textOf(incident, 'name')].filter(isText).join(' · ')],
    [own.due, moment('due_at')],
    [own.prepared, person('prepared_by')],
    [own.sent, moment('sent_at')],
    [own.sentBy, person('sent_by')],
    [own.channel, code('channel')],
    [own.reference, textOf(report, 'reference')],
    [own.late, textOf(report, 'late_reason')],
    [own.record, `${report.id} · ${own.version(report.version)}`],
  ].flatMap(([name, value]) => (isText(value) && isText(name) ? [[name, value]] : []))
  const [heads = ['', ''], ...rest] = rows
  const isOut = report.state === 'sent' || report.state === 'acknowledged'
  const blocks: PackBlock[] = [
    ...(incident.values['is_exercise'] === true
      ? [{ kind: 'warning', text: own.exercise } as const]
      : []),
    ...(isOut ? [] : [{ kind: 'warning', text: own.notSent } as const]),
    { kind: 'table', table: { heads, widths: [1, 3], rows: rest, rowHeight: null } },
  ]
  return { title: '', opensPage: false, blocks }
}

/** What is asked in the order of the law, then whatever else was written. */
function itemsOf({ report, clock }: ReportPaper, language: Language): readonly PackSection[] {
  const own = reportPaperWords[language]
  const kept = rowsOf(report.values['contents'])
  const asked = clock?.items ?? []
  const sections = asked.map((item): PackSection => {
    const title = { nl: item.title_nl, en: item.title_en }[language]
    const text = kept.get(item.item)
    if (text !== undefined) return section(title, [{ kind: 'text', text }])
    return section(title, [{ kind: 'note', text: item.is_required ? own.lacks : own.empty }])
  })
  const more = [...kept].filter(([name]) => !asked.some(({ item }) => item === name))
  return [...sections, ...more.map(([name, text]) => section(name, [{ kind: 'text', text }]))]
}

function section(title: string, blocks: readonly PackBlock[]): PackSection {
  return { title, opensPage: false, blocks }
}

function rowsOf(value: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(value)) return new Map()
  return new Map(
    value.flatMap((row): [string, string][] => {
      const { item, text } = (row ?? {}) as Readonly<Record<string, unknown>>
      return typeof item === 'string' && typeof text === 'string' ? [[item, text]] : []
    }),
  )
}

function listed(value: unknown, say: (one: string) => string): string | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return value.map((one) => say(String(one))).join(', ')
}

function textOf(record: RecordVersion | undefined, name: string): string | null {
  const value = record?.values[name]
  return typeof value === 'string' ? value : null
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string' && value !== ''
}
