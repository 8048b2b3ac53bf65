// SPDX-License-Identifier: EUPL-1.2
import { type Point, pointsFor } from './points.ts'
import { type Sort, sorts } from './sort.ts'

type Answer = 'yes' | 'partly' | 'no' | 'not_applicable'
type Judged = 'enough' | 'enough_with_condition' | 'not_enough'

/** A row of the register as it stands; whatever it holds, nothing is thrown. */
export interface Row {
  readonly point: string
  readonly answer?: Answer
  readonly explanation?: string
  readonly files?: readonly string[]
  readonly judged?: Judged
}

export interface Line {
  readonly point: Point
  readonly row: Row
  /** A yes or partly that nothing shows although the point asks for it. */
  readonly isOnlySaid: boolean
}

export interface PurchaseStanding {
  readonly lines: readonly Line[]
  /** Points of one's own, or of a list that was asked earlier. */
  readonly others: readonly Row[]
  readonly unanswered: number
  readonly unjudged: number
  readonly notEnough: number
  readonly withCondition: number
  /** What the judgements come to; null while any is missing. A person decides. */
  readonly advice: 'buy' | 'buy_with_conditions' | 'do_not_buy' | null
  readonly order: 'none' | 'after_decision' | 'before_decision' | 'against_decision'
}

/** How far a purchase is: what is still to be answered and judged, and whether its order came first. */
export function purchaseStanding(values: Readonly<Record<string, unknown>>): PurchaseStanding {
  const sort = sorts.find((one) => one === values['sort'])
  const rows = rowsOf(values['points'])
  const asked = sort === undefined ? [] : pointsFor(sort)
  const lines = asked.map((point): Line => {
    const row = rows.findLast((one) => one.point === point.id) ?? { point: point.id }
    const isClaimed = row.answer === 'yes' || row.answer === 'partly'
    const isOnlySaid = point.wantsProof === true && isClaimed && (row.files ?? []).length === 0
    return { point, row, isOnlySaid }
  })
  const others = rows.filter(({ point }) => !asked.some(({ id }) => id === point))
  const all = [...lines.map(({ row }) => row), ...others]
  const judgedAs = (judged: Judged) => all.filter((row) => row.judged === judged).length
  const unjudged = all.filter(({ judged }) => judged === undefined).length
  const [notEnough, withCondition] = [judgedAs('not_enough'), judgedAs('enough_with_condition')]
  return {
    lines,
    others,
    unanswered: all.filter(({ answer }) => answer === undefined).length,
    unjudged,
    notEnough,
    withCondition,
    advice: adviceOf({ isOpen: unjudged > 0 || all.length === 0, lines, notEnough, withCondition }),
    order: orderOf(values),
  }
}

function adviceOf({
  isOpen,
  lines,
  notEnough,
  withCondition,
}: {
  readonly isOpen: boolean
  readonly lines: readonly Line[]
  readonly notEnough: number
  readonly withCondition: number
}): PurchaseStanding['advice'] {
  if (isOpen) return null
  if (lines.some(({ point, row }) => point.isKey === true && row.judged === 'not_enough')) {
    return 'do_not_buy'
  }
  return notEnough + withCondition > 0 ? 'buy_with_conditions' : 'buy'
}

function orderOf(values: Readonly<Record<string, unknown>>): PurchaseStanding['order'] {
  const [ordered, decided] = [values['ordered_on'], values['decided_on']]
  if (typeof ordered !== 'string') return 'none'
  if (typeof decided !== 'string' || decided > ordered || values['verdict'] === undefined) {
    return 'before_decision'
  }
  return values['verdict'] === 'do_not_buy' ? 'against_decision' : 'after_decision'
}

/** The rows for a first question to the supplier: every point that is asked of this sort. */
export function firstRows(sort: Sort): readonly Row[] {
  return pointsFor(sort).map(({ id }) => ({ point: id }))
}

function rowsOf(value: unknown): readonly Row[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (row): row is Row =>
      typeof row === 'object' && row !== null && typeof row.point === 'string' && row.point !== '',
  )
}
