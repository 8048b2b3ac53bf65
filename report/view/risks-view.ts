// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Risk } from '@schouw/core/baseline'
import { euroBars } from '../drawings/index.ts'
import { drawingTable } from './dike-view.ts'
import type { Block, Picture, Section, Table, Text } from './document.ts'
import { moneyOf, outageOf } from './front.ts'
import { lossesBlock, matrixBlock } from './losses-view.ts'
import { capital, findingRuns, joined, plain, quiet, riskTitle, type Telling } from './telling.ts'

export function risksSection(tell: Telling): Section {
  const { baseline, text } = tell
  const words = text.risks
  const inEuros = [lossesBlock(tell), matrixBlock(tell)].filter((block) => block !== null)
  const blocks: Block[] =
    baseline.risks.length === 0
      ? [{ kind: 'text', text: plain(words.none) }, ...inEuros]
      : [
          { kind: 'text', text: plain(words.intro) },
          { kind: 'picture', picture: picture(tell), table: riskTable(tell) },
          ...inEuros,
          ...baseline.risks.map((risk): Block => detail(tell, risk)),
        ]
  if (baseline.crown_jewels.length > 0) {
    blocks.push({
      kind: 'group',
      id: 'crown-jewels',
      title: text.risks.jewels,
      blocks: [{ kind: 'table', table: jewelTable(tell) }],
    })
  }
  return { id: 'risks', title: words.title, blocks }
}

function picture(tell: Telling): Picture {
  const { baseline, say, text } = tell
  const bars = baseline.risks.map((risk) => ({
    number: tell.riskNumber(risk.id) ?? 0,
    text: `${riskTitle(tell, risk)}. ${eventOf(tell, risk)}`,
    money: risk.consequence.money,
    euros: moneyOf(tell, risk) ?? '',
    outage: outageOf(tell, risk) ?? '',
  }))
  return (style) =>
    euroBars(
      bars,
      {
        title: text.risks.caption,
        description: text.risks.describe,
        table: drawingTable(riskTable(tell)),
        unknown: text.front.unknownMoney,
        tick: (eur) => say.euroRange({ low_eur: eur, high_eur: eur }),
      },
      style,
    )
}

function riskTable(tell: Telling): Table {
  const { baseline, text, sentence } = tell
  const { columns, caption } = text.risks
  return {
    caption,
    columns: [
      { title: columns.number, align: 'right', grow: 0 },
      { title: columns.risk, align: 'left', grow: 4 },
      { title: columns.likelihood, align: 'right', grow: 0 },
      { title: columns.impact, align: 'right', grow: 0 },
      { title: columns.outage, align: 'right', grow: 0 },
      { title: columns.money, align: 'right', grow: 0 },
    ],
    rows: baseline.risks.map((risk) => {
      const number = tell.riskNumber(risk.id) ?? 0
      return {
        cells: [
          plain(String(number)),
          [{ text: sentence(risk.sentence), to: `risk-${number}` }],
          plain(String(risk.likelihood.level)),
          plain(String(risk.impact.level)),
          cell(outageOf(tell, risk), text.front.unknownOutage),
          cell(moneyOf(tell, risk), text.front.unknownMoney),
        ],
      }
    }),
  }
}

function cell(text: string | null, unknown: string): Text {
  return text === null ? quiet(unknown) : plain(text)
}

/** The event without what stands still: that is said beside it. */
export function eventOf({ sentence }: Telling, { sentence: one }: Risk): string {
  const facts = 'processes' in one.facts ? { ...one.facts, processes: '' } : one.facts
  return sentence({ ...one, facts } as Risk['sentence'])
}

function detail(tell: Telling, risk: Risk): Block {
  const { say, text, sentence } = tell
  const words = text.risks
  const number = tell.riskNumber(risk.id) ?? 0
  const { continuity, safety, reputation } = risk.consequence
  const effects = [continuity, safety, reputation].flatMap((one) =>
    one === null ? [] : [sentence(one)],
  )
  const labelled = (label: string, rest: Text): Block => ({
    kind: 'text',
    text: [{ text: `${label} `, quiet: true }, ...rest],
  })
  const weighed = ({ level, reasons }: Risk['likelihood']) =>
    plain(words.level(level, say.list(reasons.map((reason) => sentence(reason)))))
  const findings = findingRuns(tell, risk.contradictions)
  const actions = joined(
    risk.actions.flatMap((id): Text[] => {
      const at = tell.actionNumber(id)
      return at === null ? [] : [[{ text: String(at), to: `action-${at}` }]]
    }),
  )
  const ways: Text[] = [
    ...(findings.length === 0 ? [] : [[{ text: `${words.findings} ` }, ...findings]]),
    ...(actions.length === 0 ? [] : [[{ text: `${words.actions} ` }, ...actions]]),
  ]
  return {
    kind: 'group',
    id: `risk-${number}`,
    title: `${number}  ${riskTitle(tell, risk)}`,
    blocks: [
      { kind: 'text', text: plain([eventOf(tell, risk), sentence(risk.cause)].join(' ')) },
      ...(effects.length === 0 ? [] : [labelled(words.loses, plain(effects.join(' ')))]),
      labelled(words.likelihood, weighed(risk.likelihood)),
      labelled(words.impact, weighed(risk.impact)),
      ...(ways.length === 0
        ? []
        : [{ kind: 'note' as const, text: capitalRuns(joined(ways, ' · ')) }]),
    ],
  }
}

function capitalRuns([first, ...rest]: Text): Text {
  return first === undefined ? [] : [{ ...first, text: capital(first.text) }, ...rest]
}

function jewelTable({ baseline, say, text }: Telling): Table {
  const { jewelColumns: columns, jewels } = text.risks
  const hours = (value: number | null) =>
    value === null ? quiet(text.unknown) : plain(say.hours(value, value))
  return {
    caption: jewels,
    isCaptionHidden: true,
    columns: [
      { title: columns.process, align: 'left', grow: 3 },
      { title: columns.owner, align: 'left', grow: 2 },
      { title: columns.cost, align: 'right', grow: 0 },
      { title: columns.most, align: 'right', grow: 0 },
      { title: columns.recovery, align: 'right', grow: 0 },
      { title: columns.test, align: 'right', grow: 0 },
    ],
    rows: baseline.crown_jewels.map((jewel: Baseline['crown_jewels'][number]) => ({
      cells: [
        plain(jewel.name),
        jewel.owner === null ? quiet(text.unknown) : plain(jewel.owner),
        jewel.outage_cost_eur_per_hour === null
          ? quiet(text.unknown)
          : plain(say.euro(jewel.outage_cost_eur_per_hour)),
        hours(jewel.max_outage_hours),
        hours(jewel.recovery_hours),
        jewel.last_restore_test === null
          ? quiet(text.unknown)
          : plain(say.shortDate(jewel.last_restore_test)),
      ],
    })),
  }
}
