// SPDX-License-Identifier: EUPL-1.2
import { type EvidenceLevel, figuresPack } from '@schouw/core/assurance'
import { addDays } from '@schouw/core/kernel'
import { type KindName, kinds } from '@schouw/core/registers'
import { type Band, bandOf } from '../deviations.ts'
import { type Line, type Ref, type Registers, refOf } from '../facts.ts'
import { compare } from '../work.ts'
import { type Figure, type Limits, limitsOf } from './limits.ts'
import { type Count, type FigureFacts, median, rounded, type Way } from './way.ts'
import { waysOfResponse } from './ways-response.ts'
import { waysOfWeakness } from './ways-weak.ts'
import { waysOfWork } from './ways-work.ts'

/** Why the registers cannot tell a figure, whatever is in them. */
export type Uncounted = 'no_known_exploited' | 'own_figure'

/** A record behind a figure, with what it is called. */
export interface Behind extends Ref {
  readonly name: string
}

/** One figure as it stands: counted from the registers where that can be, else as recorded. */
export interface FigureLine {
  /** Of the pack of figures, or the code of a figure of the organisation's own. */
  readonly id: string
  /** Null: the words stand in the pack. */
  readonly name: string | null
  readonly unit: string
  readonly value: number | null
  /** What was counted out of what. */
  readonly of: { readonly part: number; readonly whole: number } | null
  /** What nobody knows, and so was not counted: with any of it nothing is green. */
  readonly missing: number
  readonly counted_by: 'schouw' | 'person' | null
  /** The day it is of. */
  readonly dated: string | null
  /** First day of what was counted; null for the registers as they stand. */
  readonly since: string | null
  /** Registers that it is counted from. */
  readonly rests: readonly KindName[]
  /** On what those rest, the weakest of them. */
  readonly evidence: EvidenceLevel | null
  readonly uncounted: Uncounted | null
  /** What pulls it the wrong way or is not known, the first of them. */
  readonly off: readonly Behind[]
  readonly off_count: number
  readonly limits: Limits
  readonly band: Band
  /** The record of the figure; null when it is in no register yet. */
  readonly kpi: string | null
  readonly owner: string | null
  /** Recorded by people, oldest first. */
  readonly trend: readonly { readonly on: string; readonly value: number | null }[]
}

const ways: Readonly<Record<string, Way>> = { ...waysOfResponse, ...waysOfWeakness, ...waysOfWork }

const uncounted: Readonly<Record<string, Uncounted>> = {
  kev_ot: 'no_known_exploited',
  kev_internet_it: 'no_known_exploited',
}

/** All figures of the pack, and those of the organisation's own. */
export function figureLines(facts: FigureFacts): readonly FigureLine[] {
  const records = new Map<string, Line>()
  for (const kpi of facts.registers.all('kpi')) {
    const id = idOf(kpi.text('code') ?? kpi.id)
    // A second one that reads as the same figure is a figure of its own.
    records.set(records.has(id) ? kpi.id : id, kpi)
  }
  const packed = figuresPack.figures.map((figure) => {
    const kpi = records.get(figure.id)
    records.delete(figure.id)
    return lineOf(figure.id, { facts, figure, kpi })
  })
  const own = [...records].map(([id, kpi]) => lineOf(id, { facts, figure: undefined, kpi }))
  return [...packed, ...own]
}

/** Of the pack when it is that: `MFA-REMOTE` and `mfa_remote` are one figure. */
function idOf(code: string): string {
  const id = code.toLowerCase().replaceAll('-', '_')
  return figuresPack.figures.some((one) => one.id === id) ? id : code
}

interface Around {
  readonly facts: FigureFacts
  readonly figure: Figure | undefined
  readonly kpi: Line | undefined
}

function lineOf(id: string, { facts, figure, kpi }: Around): FigureLine {
  const { registers, today } = facts
  const recorded = recordedOf(registers, kpi, today)
  const way = figure === undefined ? undefined : ways[id]
  const counted = way === undefined ? undefined : countedOf(way, facts)
  const isSaid = counted?.value == null && recorded.value !== null
  const found = counted === undefined || isSaid ? recorded : counted
  const limits = limitsOf({ registers, kpi, figure, today })
  const { green, amber, is_higher_better: isHigherBetter } = limits
  const band = bandOf(found.value, { green, amber, isHigherBetter })
  const off = counted?.off ?? []
  return {
    id,
    name: figure === undefined ? (kpi?.text('name') ?? id) : null,
    unit: kpi?.text('unit') ?? figure?.unit ?? '',
    value: found.value,
    of: found.of,
    missing: found.missing,
    counted_by: found.counted_by,
    dated: found.dated,
    since: way?.days === undefined || isSaid ? null : addDays(today, -way.days),
    rests: way?.rests ?? [],
    evidence: found.value === null ? null : evidenceOf(found.counted_by, way),
    uncounted: way === undefined ? (uncounted[id] ?? 'own_figure') : null,
    off: off.slice(0, shownOff).map((line) => ({ ...refOf(line), name: nameOf(line, registers) })),
    off_count: off.length,
    limits,
    band: band === 'green' && found.missing > 0 ? 'unknown' : band,
    kpi: kpi?.id ?? null,
    owner: kpi?.text('owner') ?? null,
    trend: recorded.trend,
  }
}

const shownOff = 12

/** Of a seat on the board: whoever sits there. */
function nameOf(line: Line, registers: Registers): string {
  const fields: Readonly<Record<string, { readonly type: string } | undefined>> =
    kinds[line.kind].fields
  for (const field of kinds[line.kind].title) {
    const text = line.text(field)
    if (text === null || fields[field]?.type === 'choice') continue
    if (fields[field]?.type !== 'reference') return text
    const person = registers.all('person').find(({ id }) => id === text)
    if (person !== undefined) return nameOf(person, registers)
  }
  return line.id
}

const weakestFirst: readonly EvidenceLevel[] = ['said', 'shown', 'tested']

/** A count is no firmer than the weakest register under it; what a person says is said. */
function evidenceOf(by: FigureLine['counted_by'], way: Way | undefined): EvidenceLevel {
  if (by !== 'schouw' || way === undefined) return 'said'
  const levels = way.rests.flatMap((name): readonly EvidenceLevel[] => {
    const { evidence } = kinds[name]
    return typeof evidence === 'string' ? [evidence] : Object.values(evidence.levels)
  })
  return weakestFirst.find((level) => levels.includes(level)) ?? 'said'
}

type Found = Pick<FigureLine, 'value' | 'of' | 'missing' | 'counted_by' | 'dated'>

const kept = 8

function recordedOf(
  registers: Registers,
  kpi: Line | undefined,
  today: string,
): Found & Pick<FigureLine, 'trend'> {
  const values = registers.all('kpi-value')
  const corrected = new Set(values.flatMap((line) => line.text('corrects') ?? []))
  const own = values
    .filter((one) => kpi !== undefined && one.text('kpi') === kpi.id && !corrected.has(one.id))
    .filter((one) => (one.text('period_to') ?? '9999') <= today)
    .toSorted((a, b) => compare(a.text('period_to') ?? '', b.text('period_to') ?? ''))
  const last = own.at(-1)
  const by = last?.text('counted_by')
  return {
    value: last?.number('value') ?? null,
    of: null,
    missing: 0,
    counted_by: by === 'schouw' || by === 'person' ? by : null,
    dated: last?.text('period_to') ?? null,
    trend: own
      .slice(-kept)
      .map((one) => ({ on: one.text('period_to') ?? '', value: one.number('value') })),
  }
}

/** No base gives no figure, never zero. */
function countedOf(way: Way, facts: FigureFacts): Found & Pick<Count, 'off'> {
  const isHidden = way.rests.some((kind) => facts.hidden.includes(kind))
  const count = isHidden ? null : way.count(facts)
  const { part = 0, whole = 0, missing = 0, off = [] } = count ?? {}
  const isKnown = count !== null && whole > 0
  const isShare = way.as === 'percent' || way.as === 'count'
  return {
    value: isKnown ? amountOf(way, count) : null,
    of: isKnown && isShare ? { part, whole } : null,
    missing,
    counted_by: isKnown ? 'schouw' : null,
    dated: isKnown ? facts.today : null,
    off,
  }
}

function amountOf({ as }: Way, { part, whole, amounts = [] }: Count): number {
  if (as === 'percent' || as === 'per_hundred') return rounded((100 * part) / whole)
  if (as === 'median') return rounded(median(amounts))
  if (as === 'longest') return rounded(Math.max(...amounts))
  if (as === 'mean') return rounded(amounts.reduce((sum, one) => sum + one, 0) / amounts.length)
  return part
}
