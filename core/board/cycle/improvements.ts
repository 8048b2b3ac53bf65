// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'
import { compare } from '../work.ts'

export interface Improvement {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly type: string | null
  readonly severity: string | null
  readonly source: string | null
  readonly found_on: string | null
  readonly owner: string | null
  readonly due_on: string | null
  readonly is_open: boolean
  readonly is_late: boolean
  /** Work that names the finding as its source. */
  readonly actions: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
    readonly is_late: boolean
  }[]
}

const overStates: readonly string[] = ['solved', 'verified', 'accepted']
const doneStates: readonly string[] = ['done', 'verified', 'cancelled']
const severities: readonly string[] = ['critical', 'high', 'medium', 'low']

export interface ImprovementFacts {
  readonly findings: readonly RecordVersion[]
  readonly actions: readonly RecordVersion[]
  readonly today: string
}

/** Findings with the work on them: what is open first, late before the rest, then by severity. */
export function improvements({
  findings,
  actions,
  today,
}: ImprovementFacts): readonly Improvement[] {
  const work = actions.filter(({ retired }) => retired === null).map(lineOf)
  return findings
    .filter(({ retired }) => retired === null)
    .map(lineOf)
    .map((line) => improvement(line, { work, today }))
    .toSorted(
      (a, b) =>
        Number(b.is_open) - Number(a.is_open) ||
        Number(b.is_late) - Number(a.is_late) ||
        rank(a.severity) - rank(b.severity) ||
        compare(a.due_on ?? '9999', b.due_on ?? '9999') ||
        compare(a.id, b.id),
    )
}

function improvement(
  line: Line,
  { work, today }: { readonly work: readonly Line[]; readonly today: string },
): Improvement {
  const isOpen = !overStates.includes(line.state)
  const due = line.text('due_on')
  return {
    id: line.id,
    name: line.text('name') ?? '',
    state: line.state,
    type: line.text('type'),
    severity: line.text('severity'),
    source: line.text('source'),
    found_on: line.text('found_on'),
    owner: line.text('owner'),
    due_on: due,
    is_open: isOpen,
    is_late: isOpen && due !== null && due < today,
    actions: work
      .filter((one) => one.list('sources').includes(line.id))
      .map((one) => ({
        id: one.id,
        name: one.text('name') ?? '',
        state: one.state,
        is_late: !doneStates.includes(one.state) && (one.text('due_on') ?? '9999') < today,
      })),
  }
}

function rank(severity: string | null): number {
  const at = severities.indexOf(severity ?? '')
  return at < 0 ? severities.length : at
}
