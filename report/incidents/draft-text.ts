// SPDX-License-Identifier: EUPL-1.2
import type { incidents } from '@schouw/core/board'
import { isoInZone } from '@schouw/core/kernel'
import { kinds, type RecordKind, type RecordVersion } from '@schouw/core/registers'
import { registerTongue } from '../registers/index.ts'
import type { Language } from '../words/speech.ts'

/** A row of `incident-report.contents`; the text is empty where nothing is known yet. */
export interface DraftText {
  readonly item: string
  readonly title: string
  readonly text: string
  readonly is_required: boolean
  readonly is_missing: boolean
}

export interface DraftSources {
  readonly incident: RecordVersion
  readonly organisation: RecordVersion | undefined
  readonly log: readonly incidents.RoomLine[]
  readonly language: Language
  /** IANA zone in which moments are told. */
  readonly timeZone: string
}

export function draftTexts(
  items: readonly incidents.DraftItem[],
  sources: DraftSources,
): readonly DraftText[] {
  return items.map((item) => ({
    item: item.item,
    title: { nl: item.title_nl, en: item.title_en }[sources.language],
    text: [...fieldTexts(item, sources), ...lineTexts(item, sources)].join('\n'),
    is_required: item.is_required,
    is_missing: item.is_missing,
  }))
}

function fieldTexts({ known }: incidents.DraftItem, sources: DraftSources): readonly string[] {
  const isAlone = known.length === 1
  const tongue = registerTongue(sources.language)
  return known.flatMap(({ of, field }) => {
    const record = of === 'incident' ? sources.incident : sources.organisation
    const value = record?.values[field]
    if (value === undefined) return []
    const text = told(of, field, value, sources)
    const [label] = tongue.field(of, field)
    return [isAlone ? text : `${label}: ${text}`]
  })
}

/** A value as a person would write it down. */
function told(of: 'incident' | 'organisation', name: string, value: unknown, to: DraftSources) {
  const kind: RecordKind = kinds[of]
  const field = kind.fields[name]
  const tongue = registerTongue(to.language)
  if (field?.type === 'choice') return tongue.code(of, String(value), name)
  if (field?.type === 'instant') return moment(String(value), to.timeZone)
  if (field?.type === 'hours') return `${value} ${{ nl: 'uur', en: 'hours' }[to.language]}`
  if (field?.type === 'euro') return `€ ${value}`
  if (field?.type === 'rows' && Array.isArray(value)) {
    return value.map((row) => rowText(of, name, row, to)).join('\n')
  }
  return Array.isArray(value) ? value.join(', ') : String(value)
}

function rowText(of: 'incident' | 'organisation', name: string, row: unknown, to: DraftSources) {
  const tongue = registerTongue(to.language)
  const cells = Object.entries((row ?? {}) as Readonly<Record<string, unknown>>)
  return `- ${cells
    .map(([cell, value]) =>
      typeof value === 'string' && cell === 'type'
        ? tongue.code(of, value, `${name}.${cell}`)
        : typeof value === 'string' && cell.endsWith('_at')
          ? moment(value, to.timeZone)
          : String(value),
    )
    .join(' ')}`
}

function lineTexts({ lines }: incidents.DraftItem, { log, timeZone }: DraftSources): string[] {
  return log
    .filter(({ id }) => lines.includes(id))
    .map(({ happened_at, text }) => `${moment(happened_at, timeZone)} ${text}`)
}

/** To the minute, in the organisation's zone, with its offset: nobody has to guess the zone. */
function moment(instant: string, zone: string): string {
  const text = isoInZone(Date.parse(instant), zone)
  return `${text.slice(0, 10)} ${text.slice(11, 16)} (UTC${text.slice(-6)})`
}
