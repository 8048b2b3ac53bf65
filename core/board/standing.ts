// SPDX-License-Identifier: EUPL-1.2
import type { MeasureResult } from '@schouw/core/assurance'
import { dikeOf } from './dike.ts'
import { type Line, type Ref, Registers, refOf, type StandingFacts } from './facts.ts'
import { type Path, pathOf } from './path.ts'
import { type Risks, risksOf } from './risks.ts'
import { type TrainingTerm, trainingTerms } from './terms.ts'
import { compare, type DecisionAsked, decisionsAsked, type Roadmap, roadmapOf } from './work.ts'

/** A report that is to be sent, or was due. */
export interface ReportDue extends Ref {
  readonly incident: string | null
  readonly stage: string
  readonly regime: string
  readonly due_at: string
  readonly is_late: boolean
}

/** What a board has to know today, each part of it with the record that it comes from. */
export interface Standing {
  readonly measures: readonly MeasureResult[]
  readonly answer: {
    /** Sections below the level of the board; null while it has set none. */
    readonly below: number | null
    readonly contradicted: number
    readonly not_measured: number
  }
  readonly board_level: { readonly level: number; readonly decision: string | null } | null
  readonly decisions: readonly DecisionAsked[]
  readonly risks: Risks
  readonly training: readonly TrainingTerm[]
  readonly roadmap: Roadmap
  readonly reports: readonly ReportDue[]
  readonly open_incidents: readonly (Ref & { readonly name: string })[]
  /** The first ninety days. */
  readonly path: Path
}

/** The same registers on the same day give the same standing. */
export function standing(facts: StandingFacts): Standing {
  const registers = new Registers(facts)
  const [organisation] = registers.all('organisation')
  const record = facts.records.organisation?.find(({ id }) => id === organisation?.id)
  const rows: unknown = record?.values['board_levels']
  const measures = dikeOf(registers, facts, Array.isArray(rows) ? rows : undefined)
  const level = organisation?.number('board_level') ?? null
  const training = trainingTerms(registers, facts.today)
  const measured = measures.filter((measure) => measure.level !== null).length
  const hasTarget = measures.some(({ target }) => target !== null)
  return {
    measures,
    answer: {
      below: hasTarget ? measures.filter(isBelow).length : null,
      contradicted: measures.filter(({ is_contradicted }) => is_contradicted).length,
      not_measured: measures.length - measured,
    },
    board_level:
      level === null
        ? null
        : { level, decision: organisation?.text('board_level_decision') ?? null },
    decisions: decisionsAsked(registers, facts.today),
    risks: risksOf(facts),
    training,
    roadmap: roadmapOf(registers, facts.today),
    reports: reportsDue(registers, facts.now),
    open_incidents: registers
      .all('incident')
      .filter((line) => line.text('handled_at') === null && !isDrill(line))
      .map((line) => ({ ...refOf(line), name: line.text('name') ?? '' })),
    path: pathOf(facts, { registers, training, measured }),
  }
}

/** What is not measured is not known to be high enough, but it is counted apart. */
function isBelow({ level, target }: MeasureResult): boolean {
  return level !== null && target !== null && level < target
}

/** A drill is practice: it stands in its own room and counts nowhere. */
function isDrill(line: Line): boolean {
  return line.flag('is_exercise') === true
}

function reportsDue(registers: Registers, now: string): readonly ReportDue[] {
  const drills = new Set(
    registers
      .all('incident')
      .filter(isDrill)
      .map(({ id }) => id),
  )
  return registers
    .all('incident-report')
    .filter((line) => !drills.has(line.text('incident') ?? ''))
    .flatMap((line) => {
      const due = line.text('due_at')
      const isOver = line.text('sent_at') !== null || line.state === 'not_required'
      if (due === null || isOver) return []
      return [
        {
          ...refOf(line),
          incident: line.text('incident'),
          stage: line.text('stage') ?? '',
          regime: line.text('regime') ?? '',
          due_at: due,
          is_late: due < now,
        },
      ]
    })
    .toSorted((a, b) => compare(a.due_at, b.due_at))
}
