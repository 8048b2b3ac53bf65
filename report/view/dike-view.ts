// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import {
  type DikeSection,
  type DikeWords,
  type DrawingTable,
  dike,
  dikeMark,
} from '../drawings/index.ts'
import type { DikeNote, Picture, Table, Text } from './document.ts'
import { lowered, plain, type Telling } from './telling.ts'

type Measure = Baseline['measures'][number]

/** As much as the dike needs: of a nulmeting, or of registers as they stand. */
export type DikeTelling = Pick<Telling, 'say' | 'text' | 'sentence'> & {
  readonly baseline: Pick<Baseline, 'measures' | 'comparison' | 'board_level' | 'actions'>
  /** Where a section leads; its place on the same page when absent. */
  readonly leadsTo?: (measure: string) => string
}

/** The dike with all ten sections, or with only some of them. */
export function dikePicture(tell: DikeTelling): Picture {
  return (style, links) => dike(sections(tell, links), dikeWords(tell), style)
}

/** One section by itself. */
export function dikeMarkOf(tell: DikeTelling, measure: Measure): Picture {
  const say = { table: drawingTable(dikeTable(tell)), notMeasured: tell.text.notMeasured }
  return (style) => dikeMark(sectionOf(tell, measure, false), say, style)
}

function sections(tell: DikeTelling, links: boolean): readonly DikeSection[] {
  return tell.baseline.measures.map((measure) => sectionOf(tell, measure, links))
}

function sectionOf(tell: DikeTelling, measure: Measure, links: boolean): DikeSection {
  const before = tell.baseline.comparison?.measures.find(({ id }) => id === measure.id)
  return {
    id: measure.id,
    name: tell.say.word(measure.id, 'measure'),
    level: measure.level,
    restsOn: measure.rests_on,
    isContradicted: measure.is_contradicted,
    target: measure.target,
    earlier: before?.before ?? null,
    label: sentences(tell, measure).join(' '),
    ...(links ? { href: tell.leadsTo?.(measure.id) ?? `#measure-${measure.id}` } : {}),
  }
}

function dikeWords(tell: DikeTelling): DikeWords {
  const { baseline, say, text } = tell
  const words = text.dike
  const { board_level, comparison, measures } = baseline
  const targets = measures.flatMap(({ target }) => (target === null ? [] : [target]))
  const hasBoardLine = targets.length > 0
  const general = board_level?.level ?? Math.min(...targets)
  const counts = {
    below: measures.filter((one) => isBelow(one)).length,
    contradicted: measures.filter((one) => one.is_contradicted).length,
    missing: measures.filter((one) => one.level === null).length,
  }
  return {
    title: words.title,
    description: words.describe(counts, say),
    table: drawingTable(dikeTable(tell)),
    notMeasured: text.notMeasured,
    hasBoardLine,
    boardLine: hasBoardLine
      ? words.board({
          level: say.number(general, 1),
          others: measures.flatMap(({ id, target }) =>
            target === null || target === general
              ? []
              : [{ name: say.word(id, 'measure'), level: say.number(target, 1) }],
          ),
          decision: board_level?.decision ?? null,
          date:
            typeof board_level?.decided_on === 'string'
              ? say.shortDate(board_level.decided_on)
              : null,
        })
      : words.noBoard,
    tested: words.tested,
    shown: words.shown,
    said: words.said,
    contradicted: words.contradicted,
    short: words.short,
    earlier: comparison === null ? null : words.earlier(say.shortDate(comparison.earlier_as_of)),
    level: (value) => say.fixed(value, 1),
  }
}

export function isBelow({ level, target }: Measure): boolean {
  return level !== null && target !== null && level < target
}

/** What stands there, the weakest proof, what raises it. */
export function sentences(tell: DikeTelling, measure: Measure): readonly string[] {
  const { say, text } = tell
  const words = text.dike
  const name = say.word(measure.id, 'measure')
  if (measure.level === null) return [`${name}: ${text.notMeasured}.`, words.unknown]
  const target = measure.target === null ? null : say.number(measure.target, 1)
  return [
    words.state({ name, level: say.fixed(measure.level, 1), target }),
    ...(measure.weakest === null
      ? []
      : [
          words.weakest({
            requirement: say.requirement.phrase(measure.weakest.requirement),
            level: say.number(measure.weakest.level),
          }),
        ]),
    ...nextStep(tell, measure),
  ]
}

function nextStep(tell: DikeTelling, measure: Measure): readonly string[] {
  const { baseline, say, text, sentence } = tell
  if (measure.next_step === null) return []
  const action = baseline.actions.find(({ id }) => id === measure.next_step?.action)
  if (action === undefined) {
    return [text.dike.raiseRequirement(say.requirement.phrase(measure.next_step.requirement))]
  }
  const mine = measure.requirements.filter(({ id }) => action.requirements.includes(id))
  // An action over many sections says which of its requirements are this one's.
  const isWide = action.requirements.length > 3 && mine.length > 0
  const own = isWide ? say.list(mine.map(({ id }) => say.requirement.phrase(id))) : ''
  const cost = action.cost_eur === null ? '' : `, ${say.euroRange(action.cost_eur)}`
  return [
    text.dike.raise({
      action: `${lowered(sentence(action.title))}${own === '' ? '' : text.dike.here(own)}`,
      owner: action.owner ?? say.word(action.owner_role, 'role'),
      due: say.date(action.due),
      cost,
    }),
  ]
}

export function dikeNotes(tell: DikeTelling): readonly DikeNote[] {
  return tell.baseline.measures.map((measure) => ({
    id: measure.id,
    title: `${measure.id} ${tell.say.word(measure.id, 'measure')}`,
    sentences: sentences(tell, measure),
    to: `measure-${measure.id}`,
  }))
}

/** The dike in rows. */
export function dikeTable(tell: DikeTelling): Table {
  const { baseline, say, text } = tell
  const words = text.dike
  const before = new Map(baseline.comparison?.measures.map(({ id, before }) => [id, before]))
  const hasBefore = baseline.comparison !== null
  const number = (value: number | null | undefined): Text =>
    typeof value === 'number'
      ? plain(say.fixed(value, 1))
      : [{ text: text.notMeasured, quiet: true }]
  return {
    caption: words.caption,
    columns: [
      { title: words.columns.section, align: 'left', grow: 2 },
      { title: words.columns.level, align: 'right', grow: 0 },
      { title: words.columns.target, align: 'right', grow: 0 },
      ...(hasBefore ? [{ title: words.columns.earlier, align: 'right' as const, grow: 0 }] : []),
      { title: words.columns.rests, align: 'left', grow: 3 },
      { title: words.columns.measured, align: 'right', grow: 0 },
      { title: words.columns.contradicted, align: 'left', grow: 0 },
    ],
    rows: baseline.measures.map((measure) => ({
      cells: [
        [{ text: `${measure.id} ${say.word(measure.id, 'measure')}`, to: `measure-${measure.id}` }],
        number(measure.level),
        measure.target === null ? plain('–') : plain(say.number(measure.target, 1)),
        ...(hasBefore ? [number(before.get(measure.id))] : []),
        plain(measure.level === null ? '' : words.restsOn(shares(measure))),
        plain(say.of(measure.measured, measure.applicable)),
        measure.is_contradicted ? [{ text: text.yes, broken: true as const }] : plain(text.no),
      ],
    })),
  }
}

/** Whole percents. */
export function shares({ rests_on }: Measure): { tested: number; shown: number; said: number } {
  return {
    tested: Math.round(rests_on.tested * 100),
    shown: Math.round(rests_on.shown * 100),
    said: Math.round(rests_on.said * 100),
  }
}

/** The plain form that a drawing carries. */
export function drawingTable(table: Table): DrawingTable {
  return {
    caption: table.caption,
    columns: table.columns.map(({ title, align }) => ({ title, isNumber: align === 'right' })),
    rows: table.rows.map(({ cells }) => cells.map((runs) => runs.map((run) => run.text).join(''))),
  }
}
