// SPDX-License-Identifier: EUPL-1.2
import type { incidents } from '@schouw/core/board'
import type { Language } from '../words/speech.ts'

/** Of the record, as they are. */
const told = [
  'incident',
  'stage',
  'regime',
  'rule',
  'number',
  'recipients',
  'language',
  'due_at',
  'sent_at',
  'reference',
] as const

type Told = { readonly [Field in (typeof told)[number]]: unknown }

/** A report field by field, for a portal that takes files; what lacks is named, never left out. */
export interface PortalReport extends Told {
  readonly schema: 'schouw/incident-report/1'
  /** An exercise goes to nobody outside. */
  readonly is_exercise: boolean
  readonly title: { readonly nl: string; readonly en: string } | null
  readonly is_complete: boolean
  /** Required items without a text. */
  readonly lacking: readonly string[]
  readonly items: readonly {
    readonly item: string
    readonly title: string
    /** Null: nothing is known yet. */
    readonly text: string | null
    readonly is_required: boolean
    readonly source: string | null
  }[]
}

interface Sources {
  readonly values: Readonly<Record<string, unknown>>
  readonly clock: incidents.RoomClock | undefined
  readonly isExercise: boolean
  /** Text of each item, by its name, in the order in which they are written. */
  readonly texts: readonly { readonly item: string; readonly text: string }[]
  readonly language: Language
}

export function portalReport(sources: Sources): PortalReport {
  const { values, clock, isExercise, texts, language } = sources
  const items = texts.map(({ item, text }) => {
    const asked = clock?.items.find((one) => one.item === item)
    const titles = asked && { nl: asked.title_nl, en: asked.title_en }
    return {
      ...{ item, title: titles?.[language] ?? item, text: text.trim() || null },
      ...{ is_required: asked?.is_required ?? false, source: asked?.source ?? null },
    }
  })
  const given = new Set(items.flatMap(({ item, text }) => (text === null ? [] : [item])))
  const lacking = (clock?.items ?? [])
    .filter((one) => one.is_required && !given.has(one.item))
    .map(({ item }) => item)
  const fields = Object.fromEntries(told.map((field) => [field, values[field] ?? null])) as Told
  return {
    ...{ schema: 'schouw/incident-report/1', ...fields, is_exercise: isExercise },
    title: clock === undefined ? null : { nl: clock.title_nl, en: clock.title_en },
    ...{ is_complete: lacking.length === 0, lacking, items },
  }
}
