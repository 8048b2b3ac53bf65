// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, Losses } from '@schouw/core/baseline'
import { onPaper } from '../drawings/index.ts'
import { curveDrawing, matrixDrawing, riskWords } from '../risk/index.ts'
import type { Block, Picture, Table, Text } from './document.ts'
import { clamped, linked, plain, quiet, riskTitle, type Telling } from './telling.ts'

type LossLine = Losses['risks'][number]

/** What the estimates come to: the curve, the limits of the board, and each risk in euros. */
export function lossesBlock(tell: Telling): Block | null {
  const { losses } = tell.baseline
  // Those kept from before they were in it have none.
  if (losses == null || losses.risks.length === 0) return null
  const words = riskWords[tell.language].losses
  return {
    kind: 'group',
    id: 'losses',
    title: words.title,
    blocks: [
      { kind: 'text', text: plain(said(tell, losses)) },
      ...warnings(tell, losses),
      ...(losses.now === null ? [] : [curveBlock(tell, losses, losses.now)]),
      { kind: 'table', table: lossTable(tell, losses), opensPage: true },
      ...(losses.now === null ? [] : [proof(tell, losses.now)]),
    ],
  }
}

function said({ say, language }: Telling, { now, later, appetite, treatments }: Losses): string {
  const words = riskWords[language].losses
  const amount = (eur: number) => say.euroRange({ low_eur: eur, high_eur: eur })
  if (now === null) return words.nothing
  const figures = ({ result }: NonNullable<Losses['now']>) =>
    [amount(result.expected_loss_eur), amount(result.percentiles_eur.p90)] as const
  const held = now.appetite
  const sum = (of: (one: Losses['treatments'][number]) => number | null) =>
    treatments.reduce((all, one) => all + (of(one) ?? 0), 0)
  return [
    words.answer(...figures(now)),
    ...(appetite === null || held === null
      ? [words.noAppetite]
      : [held.broken === 0 ? words.within(held.of) : words.broken(held.broken, held.of)]),
    ...(later === null
      ? []
      : [
          words.later(treatments.length, ...figures(later)),
          ...(held !== null && held.broken > 0 && later.appetite !== null
            ? [words.laterBroken(later.appetite.broken)]
            : []),
          words.costs(
            amount(sum((one) => one.cost_eur_once)),
            amount(sum((one) => one.cost_eur_per_year)),
          ),
        ]),
  ].join(' ')
}

function warnings(
  { language, baseline }: Telling,
  { risks, treatments }: Losses,
): readonly Block[] {
  const words = riskWords[language].losses
  const out = risks.filter((one) => one.times_per_year === null || one.loss_eur === null)
  const partly = risks.filter((one) => one.missing.length > 0 && !out.includes(one))
  const costless = treatments.filter(
    (one) => one.cost_eur_once === null && one.cost_eur_per_year === null,
  )
  const unlikely = risks.filter(({ id, likelihood }) => {
    const measured = baseline.risks.find((one) => one.id === id)?.likelihood.level ?? 0
    return likelihood !== null && likelihood < measured
  })
  const texts = [
    ...(unlikely.length === 0 ? [] : [words.unlikely(unlikely.length)]),
    ...(out.length === 0 ? [] : [words.missing(out.length, risks.length)]),
    ...(partly.length === 0 ? [] : [words.partly(partly.length)]),
    ...(costless.length === 0 ? [] : [words.costless(costless.length)]),
  ]
  return texts.map((text) => ({ kind: 'note', text: plain(text) }))
}

function curveBlock(
  { language }: Telling,
  { later, appetite }: Losses,
  now: NonNullable<Losses['now']>,
): Block {
  const held = (later ?? now).appetite
  const of = {
    before: later === null ? null : now.result,
    after: (later ?? now).result,
    later: 'proposed',
    appetiteEur: appetite?.eur_per_year ?? null,
    limits: held?.points ?? [],
  } as const
  const picture: Picture = (style) => curveDrawing(of, language, style)
  return { kind: 'picture', picture, table: drawn(picture) }
}

/** What a picture says, as a table of the report. */
function drawn(picture: Picture): Table {
  const { table } = picture({ palette: onPaper, prefix: 'table', width: 740 }, false)
  return {
    caption: table.caption,
    columns: table.columns.map(({ title, isNumber }, n) => ({
      title,
      align: isNumber ? 'right' : 'left',
      grow: n === 0 ? 2 : 0,
    })),
    rows: table.rows.map((cells) => ({ cells: cells.map((cell) => plain(cell)) })),
  }
}

function lossTable(tell: Telling, { now, later, risks }: Losses): Table {
  const { say, language } = tell
  const words = riskWords[language].losses
  const unknown = quiet(words.unknown)
  const yearly = (of: Losses['now'], id: string): Text => {
    const eur = of?.result.risks.find((one) => one.id === id)?.expected_loss_eur ?? null
    return eur === null ? unknown : plain(say.euroRange({ low_eur: eur, high_eur: eur }))
  }
  const columns = later === null ? words.columns.slice(0, -1) : words.columns
  return {
    caption: words.table,
    columns: columns.map((title, n) => ({
      title,
      align: n === 1 || n === 4 ? 'left' : 'right',
      grow: n === 1 ? 4 : n === 4 ? 1 : 0,
    })),
    rows: risks.map((one, at) => ({
      cells: [
        plain(String(at + 1)),
        nameOf(tell, one),
        one.times_per_year === null ? unknown : plain(times(tell, one.times_per_year)),
        one.loss_eur === null
          ? unknown
          : plain(say.euroRange({ low_eur: one.loss_eur.low, high_eur: one.loss_eur.high })),
        one.loss_from === null ? unknown : plain(words.from[groundOf(one)]),
        yearly(now, one.id),
        ...(later === null ? [] : [yearly(later, one.id)]),
      ],
    })),
  }
}

/** As the company calls it, leading to what was measured of it. */
function nameOf(tell: Telling, { id, name }: LossLine): Text {
  const number = tell.riskNumber(id)
  const risk = tell.baseline.risks.find((one) => one.id === id)
  const text = clamped(name ?? (risk === undefined ? id : riskTitle(tell, risk)))
  return [linked(text, number === null ? null : `risk-${number}`)]
}

function times({ say }: Telling, { low, high }: { low: number; high: number }): string {
  const [from, to] = [say.number(low, 3), say.number(high, 3)]
  return from === to ? from : `${from} – ${to}`
}

function groundOf({ loss_from, outage_basis }: LossLine): 'said' | 'outage' | 'tested' {
  if (loss_from === 'said') return 'said'
  return outage_basis === 'tested' ? 'tested' : 'outage'
}

/** Where to get the same figures again. */
function proof({ say, language }: Telling, { result }: NonNullable<Losses['now']>): Block {
  const { years, seed, model, inputs_digest: digest } = result
  const words = riskWords[language].losses
  return {
    kind: 'note',
    text: plain(words.proof(say.number(years, 0), seed, model, digest.slice(0, 16))),
  }
}

/** Likelihood against impact; numbers as in the tables. */
export function matrixBlock(tell: Telling): Block | null {
  const rated = ratedRisks(tell.baseline).map(({ id, likelihood, impact, hurts }, at) => {
    const risk = tell.baseline.risks.find((one) => one.id === id)
    const own = tell.baseline.losses?.risks.find((one) => one.id === id)?.name
    const name = clamped(own ?? (risk === undefined ? id : riskTitle(tell, risk)))
    return { code: String(at + 1), name, likelihood, impact, hurts }
  })
  if (rated.every((one) => one.likelihood === null || one.impact === null)) return null
  const picture: Picture = (style, links) =>
    matrixDrawing(
      rated.map((one, at) => {
        const isMeasured = links && at < tell.baseline.risks.length
        return isMeasured ? { ...one, href: `#risk-${at + 1}` } : one
      }),
      tell.language,
      style,
    )
  return { kind: 'picture', picture, table: drawn(picture) }
}

function ratedRisks({
  risks,
  losses,
}: Baseline): readonly Pick<LossLine, 'id' | 'likelihood' | 'impact' | 'hurts'>[] {
  if (losses != null) return losses.risks
  return risks.map(({ id, likelihood, impact, consequence }) => ({
    id,
    likelihood: likelihood.level,
    impact: impact.level,
    hurts: consequence.safety !== null,
  }))
}
