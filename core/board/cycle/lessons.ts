// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf, type Ref, refOf } from '../facts.ts'
import { compare } from '../work.ts'

/** Registers that lessons are read from, and the work and risks they led to. */
export const kindsOfLessons = [
  'incident',
  'exercise',
  'awareness-campaign',
  'finding',
  'action',
  'risk',
] as const

/** What an incident, an exercise or a campaign taught, and what came of it. */
export interface Lesson extends Ref {
  readonly name: string
  /** The day it is of; null: nobody wrote it down. */
  readonly on: string | null
  /** Null: it is over and nobody has written down what it taught. */
  readonly text: string | null
  readonly actions: readonly (Ref & { readonly name: string; readonly is_open: boolean })[]
  /** Risks that name it, or that it names. */
  readonly risks: readonly (Ref & { readonly name: string })[]
  /** Measures and requirements that the work on it serves. */
  readonly measures: readonly string[]
  readonly requirements: readonly string[]
}

const over: Readonly<Record<string, readonly string[]>> = {
  incident: ['handled', 'closed'],
  exercise: ['held', 'evaluated'],
  'awareness-campaign': ['held', 'evaluated'],
}
const days: Readonly<Record<string, readonly string[]>> = {
  incident: ['evaluated_on', 'handled_at', 'detected_at'],
  exercise: ['held_on', 'planned_on'],
  'awareness-campaign': ['ends_on', 'starts_on'],
}
const openWork: readonly string[] = ['open', 'in_progress']

/** Of all that is over, the newest first. */
export function lessonsOf(records: readonly RecordVersion[]): readonly Lesson[] {
  const lines = records.filter(({ retired }) => retired === null).map(lineOf)
  const all = (kind: (typeof kindsOfLessons)[number]) => lines.filter((one) => one.kind === kind)
  const around = { actions: all('action'), risks: all('risk'), findings: all('finding') }
  return lines
    .filter(({ kind, state }) => over[kind]?.includes(state) === true)
    .map((line) => lessonOf(line, around))
    .toSorted((a, b) => compare(b.on ?? '', a.on ?? '') || compare(a.id, b.id))
}

interface Around {
  readonly actions: readonly Line[]
  readonly risks: readonly Line[]
  readonly findings: readonly Line[]
}

function lessonOf(line: Line, { actions, risks, findings }: Around): Lesson {
  const found = findings.filter((one) => one.text('source') === line.id).map(({ id }) => id)
  const sources = new Set([line.id, ...found])
  const own = new Set(line.list('actions'))
  const work = actions.filter(
    (one) => own.has(one.id) || one.list('sources').some((id) => sources.has(id)),
  )
  const said = new Set(line.list('risks'))
  const [on = null] = (days[line.kind] ?? []).flatMap((field) => line.text(field) ?? [])
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    on: on?.slice(0, 10) ?? null,
    text: line.text('lessons'),
    actions: work.map((one) => ({
      ...refOf(one),
      name: one.text('name') ?? '',
      is_open: openWork.includes(one.state),
    })),
    risks: risks
      .filter(
        (one) =>
          said.has(one.id) ||
          one.list('incidents').includes(line.id) ||
          one.list('findings').some((id) => found.includes(id)),
      )
      .map((one) => ({ ...refOf(one), name: one.text('name') ?? '' })),
    measures: [...new Set(work.flatMap((one) => one.list('measures')))],
    requirements: [...new Set(work.flatMap((one) => one.list('requirements')))].toSorted(),
  }
}
