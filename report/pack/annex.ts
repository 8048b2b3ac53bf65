// SPDX-License-Identifier: EUPL-1.2
import { curveOnPaper } from '../risk/index.ts'
import { dike } from './front.ts'
import type { Cell, PackBlock, Told } from './model.ts'
import { figureTable } from './second.ts'

/** Everything behind the two pages, each part with where it comes from. */
export function annex(told: Told): readonly PackBlock[] {
  return [
    { kind: 'page' },
    ...risks(told),
    ...measures(told),
    ...incidents(told),
    ...suppliers(told),
    ...training(told),
    ...roadmap(told),
    ...money(told),
    ...questions(told),
    ...checklist(told),
  ]
}

export function heading(text: string): PackBlock {
  return { kind: 'heading', level: 1, text }
}

/** What a year may cost; a sentence where there is nothing to draw. */
function curve({ of, own, language }: Told): PackBlock {
  if (of.curve === null) return { kind: 'text', text: own.noCurve }
  const { result: after, limits } = of.curve
  const drawn = curveOnPaper({ before: null, after, appetiteEur: null, limits }, language)
  const alt = `${drawn.title}. ${drawn.description}`
  return { kind: 'picture', svg: drawn.svg, alt, widthMm: 165 }
}

export function risks(told: Told): readonly PackBlock[] {
  const { pack, own, say, source } = told
  const range = (of_: { readonly low: number; readonly high: number } | null) =>
    of_ === null ? own.unknown : `${say.number(of_.low, 2)} – ${say.number(of_.high, 2)}`
  const rows = pack.standing.risks.largest.map((risk): readonly Cell[] => [
    { text: risk.name },
    {
      text:
        risk.loss_eur === null
          ? own.unknown
          : say.euroRange({ low_eur: risk.loss_eur.low, high_eur: risk.loss_eur.high }),
    },
    { text: range(risk.times_per_year) },
  ])
  return [
    heading(`${own.annex}: ${own.risks}`),
    curve(told),
    {
      kind: 'table',
      caption: own.risks,
      heads: [own.risk, own.perTime, own.often],
      widths: [3.4, 1.6, 1.2],
      aligns: ['left', 'right', 'right'],
      rows,
    },
    source(own.sources.risks),
  ]
}

export function measures({ pack, own, say, source }: Told): readonly PackBlock[] {
  const rows = pack.standing.measures.map((one): readonly Cell[] => {
    const rests = [
      one.rests_on.tested > 0 ? own.tested : '',
      one.rests_on.shown > 0 ? own.shown : '',
      one.rests_on.said > 0 ? own.said : '',
    ].filter((text) => text !== '')
    const isBelow = one.level !== null && one.target !== null && one.level < one.target
    return [
      { text: `${one.id}  ${say.word(one.id, 'measure')}` },
      one.level === null
        ? { text: own.notMeasured, tone: 'quiet' }
        : { text: say.number(one.level, 1), tone: isBelow ? 'ask' : 'strong' },
      { text: one.target === null ? '' : say.number(one.target, 1) },
      one.is_contradicted ? { text: own.contradicted, tone: 'broken' } : { text: rests.join(', ') },
    ]
  })
  return [
    heading(own.measures),
    {
      kind: 'table',
      caption: own.measures,
      heads: [own.measure, own.now, own.wanted, own.rests],
      widths: [4, 1.1, 1, 1.8],
      aligns: ['left', 'right', 'right', 'left'],
      rows,
    },
    source(own.sources.dike),
  ]
}

export function incidents({ pack, own, say, source }: Told): readonly PackBlock[] {
  const rows = pack.incidents.map((one): readonly Cell[] => {
    const late = one.reports.some(({ is_late }) => is_late)
    const reports = one.reports.map(({ stage, sent_at, due_at, is_late }) => {
      const name = own.stages[stage] ?? stage
      if (sent_at !== null) return `${name}: ${is_late ? own.tooLate : own.onTime}`
      return `${name}: ${due_at === null ? own.unknown : own.notSent(say.shortDate(due_at.slice(0, 10)))}`
    })
    return [
      { text: `${one.code} ${one.name}` },
      { text: reports.join('; '), tone: late ? 'broken' : 'plain' },
      {
        text: one.handled_at === null ? own.running : say.shortDate(one.handled_at.slice(0, 10)),
        tone: one.handled_at === null ? 'ask' : 'plain',
      },
    ]
  })
  return [
    heading(own.incidents),
    rows.length === 0
      ? { kind: 'text', text: own.noIncidents }
      : {
          kind: 'table',
          caption: own.incidents,
          heads: [own.incident, own.reports, own.handled],
          widths: [2.4, 3.4, 1],
          aligns: ['left', 'left', 'left'],
          rows,
        },
    source(own.sources.incidents),
  ]
}

export function suppliers({ pack, own, say, source }: Told): readonly PackBlock[] {
  const rows = pack.suppliers.map((one): readonly Cell[] => [
    { text: one.name },
    { text: own.weights[one.criticality] ?? one.criticality },
    one.last_review_on === null
      ? { text: own.unknown, tone: 'ask' }
      : { text: say.shortDate(one.last_review_on) },
    {
      text: one.next_review_on === null ? own.unknown : say.shortDate(one.next_review_on),
      tone: one.is_overdue ? 'broken' : 'plain',
    },
  ])
  return [
    heading(own.suppliers),
    rows.length === 0
      ? { kind: 'text', text: own.noSuppliers }
      : {
          kind: 'table',
          caption: own.suppliers,
          heads: [own.supplier, own.weight, own.reviewed, own.next],
          widths: [3, 1, 1.2, 1.2],
          aligns: ['left', 'left', 'left', 'left'],
          rows,
        },
    source(own.sources.suppliers),
  ]
}

export function training({ of, pack, own, say, source }: Told): readonly PackBlock[] {
  const rows = pack.standing.training.map((one): readonly Cell[] => [
    { text: of.names.get(one.person) ?? one.person },
    { text: own.seats[one.role] ?? one.role },
    { text: one.due_on === null ? '' : say.shortDate(one.due_on) },
    {
      text: own.statuses[one.status] ?? one.status,
      tone: one.status === 'overdue' ? 'broken' : one.status === 'fulfilled' ? 'good' : 'plain',
    },
  ])
  return [
    heading(own.training),
    rows.length === 0
      ? { kind: 'text', text: own.noTraining }
      : {
          kind: 'table',
          caption: own.training,
          heads: [own.who, '', own.term, own.standing],
          widths: [2.4, 2, 1.4, 1],
          aligns: ['left', 'left', 'left', 'left'],
          rows,
        },
    source(own.sources.training),
  ]
}

export function roadmap({ of, pack, own, say, source }: Told): readonly PackBlock[] {
  const { roadmap: plan } = pack.standing
  const rows = plan.next.map((one): readonly Cell[] => [
    { text: one.name },
    { text: one.owner === null ? own.unknown : (of.names.get(one.owner) ?? one.owner) },
    {
      text: one.due_on === null ? own.unknown : say.shortDate(one.due_on),
      tone: one.is_late ? 'broken' : 'plain',
    },
  ])
  const week = plan.week === null ? '' : `${own.week(plan.week)} `
  return [
    heading(own.roadmap),
    { kind: 'text', text: `${week}${own.counts(plan.open, plan.done, plan.late)}` },
    {
      kind: 'table',
      caption: own.roadmap,
      heads: [own.action, own.owner, own.day],
      widths: [3.6, 1.8, 1.2],
      aligns: ['left', 'left', 'left'],
      rows,
    },
    source(own.sources.plan),
  ]
}

/** What was asked, granted and spent, and what it was said that the difference would lead to. */
export function money({ pack, own, say, source }: Told): readonly PackBlock[] {
  const { budgets, not_done: notDone } = pack.plan.money
  const amount = (value: number | null): Cell =>
    value === null ? { text: own.unknown, tone: 'quiet' } : { text: say.euro(value) }
  const rows = budgets.flatMap((budget) => [
    [
      { text: withYear(budget.name, budget.year), tone: 'strong' },
      ...[budget.asked_eur, budget.granted_eur, budget.committed_eur, budget.spent_eur].map(amount),
    ] as readonly Cell[],
    ...budget.parts.map((part): readonly Cell[] => [
      { text: part.name },
      ...[part.asked_eur, part.granted_eur, part.committed_eur, part.spent_eur].map(amount),
    ]),
  ])
  const missed = notDone.map((one): readonly Cell[] => [
    { text: one.name },
    { text: own.notDoneHow[one.what] ?? one.what, tone: 'ask' },
    amount(one.asked_eur),
    amount(one.granted_eur),
    one.consequence === null ? { text: own.noConsequence, tone: 'ask' } : { text: one.consequence },
  ])
  return [
    heading(own.money),
    rows.length === 0
      ? { kind: 'text', text: own.noMoney }
      : {
          kind: 'table',
          caption: own.money,
          heads: [own.budget, own.asked, own.granted, own.committed, own.spent],
          widths: [3, 1.2, 1.2, 1.2, 1.2],
          aligns: ['left', 'right', 'right', 'right', 'right'],
          rows,
        },
    { kind: 'heading', level: 2, text: own.notDone },
    missed.length === 0
      ? { kind: 'text', text: own.noNotDone }
      : {
          kind: 'table',
          caption: own.notDone,
          heads: [own.subject, own.standing, own.asked, own.granted, own.consequence],
          widths: [2.4, 1.1, 1, 1, 2.4],
          aligns: ['left', 'left', 'right', 'right', 'left'],
          rows: missed,
        },
    source(own.sources.money),
  ]
}

function withYear(name: string, year: number | null): string {
  return year === null || name.includes(String(year)) ? name : `${name} (${year})`
}

/** Figures that answer each question, by their id. */
const answering: readonly (readonly string[])[] = [
  ['risks_above_appetite'],
  ['overdue_actions', 'evidence_current'],
  ['asset_coverage', 'eol_ot', 'segmentation_violations'],
  ['time_to_first_report', 'exercise_recency', 'restore_tests', 'offline_backup'],
  ['board_training'],
]

/** Each with its answer, the figures that bear it and where they come from; `drawn` in a paper of its own. */
export function questions(
  told: Told,
  { isDrawn = false }: { readonly isDrawn?: boolean } = {},
): readonly PackBlock[] {
  const { pack, own, source } = told
  const { standing } = pack
  const late = pack.incidents.flatMap(({ reports }) => reports).filter(({ is_late }) => is_late)
  const bound = standing.training.filter(({ status }) => status !== 'no_duty')
  const trained = bound.filter(({ status }) => status === 'fulfilled')
  const answers = [
    own.a1(standing.risks.count, standing.risks.without_euros),
    own.a2(standing.roadmap.late),
    own.a3(standing.answer.contradicted, standing.answer.not_measured),
    own.a4(late.length, standing.open_incidents.length),
    own.a5(trained.length, bound.length, standing.decisions.length),
  ]
  const { sources: from } = own
  const sources = [from.risks, from.promised, from.dike, from.incidents, from.standing]
  const pictures = isDrawn ? [[curve(told)], [], [dike(told)]] : []
  return [
    heading(own.questions),
    ...own.five.flatMap((question, at): readonly PackBlock[] => [
      { kind: 'heading', level: 2, text: question },
      { kind: 'text', text: answers[at] ?? '' },
      ...(isDrawn ? (pictures[at] ?? []) : []),
      ...figuresOf(told, answering[at] ?? []),
      source(sources[at] ?? ''),
    ]),
  ]
}

function figuresOf(told: Told, ids: readonly string[]): readonly PackBlock[] {
  const lines = told.pack.figures.lines.filter(({ id }) => ids.includes(id))
  return lines.length === 0 ? [] : [figureTable(told, lines)]
}

export function checklist({ pack, own, say, source }: Told): readonly PackBlock[] {
  const rows = pack.checklist.map(({ point, is_met, of }): readonly Cell[] => [
    { text: own.points[point] },
    is_met === null
      ? { text: own.unknown, tone: 'quiet' }
      : { text: is_met ? own.met : own.notMet, tone: is_met ? 'good' : 'broken' },
    { text: of === null ? '' : own.of(say.number(of.part), say.number(of.whole)), tone: 'quiet' },
    { text: own.sources.points[point], tone: 'quiet' },
  ])
  return [
    heading(own.checklist),
    {
      kind: 'table',
      caption: own.checklist,
      heads: [own.point, own.standing, '', own.appears],
      widths: [4, 0.8, 0.9, 2],
      aligns: ['left', 'left', 'left', 'left'],
      rows,
    },
    source(own.sources.checklist),
  ]
}
