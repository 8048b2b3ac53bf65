// SPDX-License-Identifier: EUPL-1.2
import type { EuroRange, Risk } from './baseline.ts'
import type { Line } from './crown-jewels.ts'
import type { Scene } from './scene.ts'
import { type Sentence, sentence } from './sentences.ts'
import { listed } from './texts.ts'

/** What a failure touches and what that means, as far as the company has said. */
export interface Reach {
  readonly lines: readonly Line[]
  /** Whether it keeps these lines down as long as their owners say a serious failure does. */
  readonly isStop: boolean
  /** Whether someone could then command machines. */
  readonly isInControl: boolean
}

export function namesOfLines(lines: readonly Line[]): string {
  return listed(lines.map(({ work }) => work.name))
}

/** Null where a price or a length is not known: a risk without a figure is not a risk of nothing. */
export function lossOf({ lines, isStop }: Reach): EuroRange | null {
  const priced = lines.filter(isPriced)
  if (!isStop || priced.length === 0) return null
  const sum = (pick: (line: Priced) => number) =>
    Math.round(priced.reduce((total, line) => total + line.costPerHour * pick(line), 0))
  return {
    low_eur: sum(({ work }) => work.outage_hours.low),
    high_eur: sum(({ work }) => work.outage_hours.high),
  }
}

type Priced = Line & {
  readonly costPerHour: number
  readonly work: { readonly outage_hours: { readonly low: number; readonly high: number } }
}

function isPriced(line: Line): line is Priced {
  return line.costPerHour !== null && line.work.outage_hours !== null
}

function hoursOf({ lines, isStop }: Reach): { low: number; high: number } | null {
  const known = lines.flatMap(({ work }) => work.outage_hours ?? [])
  if (!isStop || known.length === 0) return null
  return {
    low: Math.min(...known.map(({ low }) => low)),
    high: Math.max(...known.map(({ high }) => high)),
  }
}

export function consequenceOf(reach: Reach): Risk['consequence'] {
  const { lines, isStop, isInControl } = reach
  const hours = hoursOf(reach)
  const processes = namesOfLines(lines)
  const safe = lines.find(({ work }) => work.safety !== null)?.work
  const named = lines.find(({ work }) => work.reputation !== null)?.work
  return {
    continuity: continuityOf(processes, hours, isStop),
    money: lossOf(reach),
    outage_hours: hours,
    safety:
      !isInControl || safe === undefined
        ? null
        : sentence('consequence.safety', { process: safe.name, text: safe.safety ?? '' }),
    reputation:
      !isStop || named === undefined
        ? null
        : sentence('consequence.reputation', { process: named.name, text: named.reputation ?? '' }),
  }
}

function continuityOf(
  processes: string,
  hours: { low: number; high: number } | null,
  isStop: boolean,
): Sentence | null {
  if (processes === '' || !isStop) return null
  return hours === null
    ? sentence('consequence.stop_unknown', { processes })
    : sentence('consequence.stop', { processes, low_hours: hours.low, high_hours: hours.high })
}

/**
 * Loss as a share of yearly turnover → level. Own scale: a thousandth is a bad week for a
 * department, a twentieth is most of a year's profit of an ordinary manufacturer.
 */
const shareLevels: readonly { readonly from: number; readonly level: number }[] = [
  { from: 0.05, level: 5 },
  { from: 0.01, level: 4 },
  { from: 0.002, level: 3 },
  { from: 0.0005, level: 2 },
  { from: 0, level: 1 },
]

export function impactOf(scene: Scene, reach: Reach, fallback: number): Risk['impact'] {
  const reasons: Sentence[] = []
  let level = 1
  const raise = (to: number, why: Sentence) => {
    level = Math.max(level, to)
    reasons.push(why)
  }
  const { lines, isStop, isInControl } = reach
  const jewels = lines.filter(({ work }) => work.crown_jewel)
  if (!isStop && jewels.length > 0) {
    raise(fallback, sentence('reason.crown_jewel', { processes: namesOfLines(jewels) }))
    return { level, reasons }
  }
  if (lines.length === 0 || !isStop) raise(fallback, sentence('reason.no_process_known', {}))
  const loss = lossOf(reach)
  if (loss !== null) {
    const share = loss.high_eur / turnoverOf(scene)
    const facts = { high_eur: loss.high_eur, share_pct: Math.round(share * 1000) / 10 }
    const rung = shareLevels.find(({ from }) => share >= from)?.level ?? 1
    raise(rung, sentence('reason.loss_share', facts))
  } else if (lines.length > 0 && isStop) {
    raise(fallback, sentence('reason.no_cost_known', { processes: namesOfLines(lines) }))
  }
  const late = lines.find(({ work: { outage_hours, max_outage_hours } }) => {
    return (
      outage_hours !== null && max_outage_hours !== null && outage_hours.high > max_outage_hours
    )
  })?.work
  if (isStop && late?.outage_hours && late.max_outage_hours !== null) {
    const facts = { max_outage_hours: late.max_outage_hours, high_hours: late.outage_hours.high }
    raise(4, sentence('reason.beyond_max_outage', { process: late.name, ...facts }))
  }
  const safe = lines.find(({ work }) => work.safety !== null)?.work
  if (isInControl && safe !== undefined) raise(4, sentence('reason.safety', { process: safe.name }))
  if (jewels.length > 0) {
    raise(3, sentence('reason.crown_jewel', { processes: namesOfLines(jewels) }))
  }
  return { level, reasons }
}

/** Of the last year given; at least one euro, so that a share can be taken. */
function turnoverOf({ inputs }: Scene): number {
  const years = inputs.organisation.fiscal_years.toSorted((a, b) => b.year - a.year)
  return Math.max(1, years[0]?.turnover_eur ?? 1)
}
