// SPDX-License-Identifier: EUPL-1.2
import { onPaper } from '../drawings/index.ts'
import { type DikeTelling, dikePicture } from '../view/dike-view.ts'
import { words } from '../words/index.ts'
import type { Cell, PackBlock, Told } from './model.ts'

const mostDecisions = 4
const mostRisks = 5
const mostDeviations = 6

/** Page one: the director’s screen on paper. */
export function pageOne(told: Told): readonly PackBlock[] {
  return [...answer(told), ...decisions(told), ...stops(told), ...deviations(told)]
}

/** The dike, as it stands in every paper. */
export function dike({ pack, language }: Told): PackBlock {
  const { measures } = pack.standing
  const { say, text, sentence } = words(language)
  const board_level = pack.standing.board_level
  const baseline = {
    measures,
    board_level:
      board_level === null
        ? null
        : { level: board_level.level, decided_on: null, decision: board_level.decision },
    comparison: null,
    actions: [],
  }
  const tell: DikeTelling = { say, text, sentence, baseline }
  const drawn = dikePicture(tell)({ palette: onPaper, prefix: 'dike', width: 760 }, false)
  const alt = `${drawn.title}. ${drawn.description}`
  return { kind: 'picture', svg: drawn.svg, alt, widthMm: 176 }
}

function answer(told: Told): readonly PackBlock[] {
  const { of, pack, own } = told
  const { measures, answer: counts } = pack.standing
  const said = own.answer({
    below: counts.below,
    contradicted: counts.contradicted,
    unmeasured: counts.not_measured,
    all: measures.length,
  })
  return [
    { kind: 'heading', level: 1, text: own.title },
    { kind: 'text', text: said, tone: 'strong' },
    dike(told),
    told.source(own.sources.dike),
    ...(of.hidden.length === 0
      ? []
      : [{ kind: 'text', text: own.hidden(of.hidden.join(', ')), tone: 'ask' } as const]),
  ]
}

function decisions({ pack, own, say, source }: Told): readonly PackBlock[] {
  const asked = pack.standing.decisions.filter(({ is_tabled }) => is_tabled)
  const head: PackBlock = { kind: 'heading', level: 2, text: own.decide, tone: 'ask' }
  if (asked.length === 0) return [head, { kind: 'text', text: own.decideNone }]
  const rows = asked.slice(0, mostDecisions).map((one): readonly Cell[] => [
    { text: one.question, tone: 'strong' },
    { text: one.if_yes ?? own.unknown },
    { text: one.if_no ?? one.if_nothing ?? own.unknown },
    { text: one.cost_eur === null ? own.unknown : say.euro(one.cost_eur) },
    {
      text:
        one.due_on === null
          ? ''
          : `${say.dayMonth(one.due_on)}${one.is_late ? ` (${own.late})` : ''}`,
      ...(one.is_late ? { tone: 'broken' as const } : {}),
    },
  ])
  return [
    head,
    {
      kind: 'table',
      caption: own.decide,
      heads: ['', own.ifYes, own.ifNo, '€', own.due('').trim()],
      widths: [3, 2.2, 2.2, 0.9, 0.9],
      aligns: ['left', 'left', 'left', 'right', 'left'],
      rows,
    },
    source(own.sources.decisions),
  ]
}

function stops({ pack, own, say, source }: Told): readonly PackBlock[] {
  const { largest } = pack.standing.risks
  const head: PackBlock = { kind: 'heading', level: 2, text: own.stops }
  const rows = largest.slice(0, mostRisks).map((risk): readonly Cell[] => [
    { text: risk.name, tone: 'strong' },
    {
      text:
        risk.loss_eur === null
          ? own.unknown
          : say.euroRange({ low_eur: risk.loss_eur.low, high_eur: risk.loss_eur.high }),
    },
    {
      text:
        risk.outage_hours === null
          ? own.unknown
          : say.hours(risk.outage_hours.low, risk.outage_hours.high),
    },
    risk.is_lapsed
      ? { text: own.lapsed, tone: 'broken' }
      : { text: risk.accepted_until === null ? '' : say.shortDate(risk.accepted_until) },
  ])
  if (rows.length === 0) return [head, { kind: 'text', text: own.none }]
  return [
    head,
    {
      kind: 'table',
      caption: own.stops,
      heads: [own.risk, own.perTime, own.outage, own.accepted],
      widths: [3.2, 1.5, 1.3, 1.2],
      aligns: ['left', 'right', 'right', 'left'],
      rows,
    },
    source(own.sources.risks),
  ]
}

function deviations({ pack, own, say, figureName, source }: Told): readonly PackBlock[] {
  const { deviations: found, lines } = pack.figures
  // Also what no register has taken up yet: the limits of the pack are proposals, but they are there.
  const beyond = lines
    .filter(({ band }) => band === 'red' || band === 'amber')
    .toSorted((a, b) => Number(b.band === 'red') - Number(a.band === 'red'))
    .slice(0, mostDeviations)
  const head: PackBlock = { kind: 'heading', level: 2, text: own.deviations }
  if (beyond.length === 0) return [head, { kind: 'text', text: own.deviationsNone }]
  const rows = beyond.map((line): readonly Cell[] => {
    const { band } = line
    const action = found.find(({ figure }) => figure === line.id)?.action ?? null
    const due = action?.due_on
    return [
      { text: figureName(line), tone: 'strong' },
      {
        text: line.value === null ? own.unknown : own.amount(say.number(line.value, 1), line.unit),
      },
      { text: own.bands[band] ?? band, tone: band === 'red' ? 'broken' : 'ask' },
      {
        text:
          action === null
            ? own.noWork
            : own.workOpen(due == null ? own.unknown : say.dayMonth(due)),
      },
    ]
  })
  return [
    head,
    {
      kind: 'table',
      caption: own.deviations,
      heads: [own.figure, own.value, own.standing, own.work],
      widths: [2.6, 1, 1.3, 1.8],
      aligns: ['left', 'right', 'left', 'left'],
      rows,
    },
    source(own.sources.figures),
  ]
}
