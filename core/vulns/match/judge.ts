// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '../advisory.ts'
import { type Identity, isBetter, type Route, routes } from '../names/identify.ts'
import { type Applied, type ApplyReason, applied } from './apply.ts'
import type { AssetReading } from './asset-reader.ts'
import type { Entry } from './entry.ts'

export type Verdict = 'affected' | 'not_affected' | 'cannot_decide'

export type Basis =
  | ApplyReason
  | 'stated_fixed'
  | 'stated_not_affected'
  | 'under_investigation'
  | 'status_contradictory'
  | 'entries_disagree'
  | 'order_number_missing'
  | 'identity_uncertain'

/** An entry of an advisory that was recognised as being about an asset. */
export interface Recognised {
  readonly entry: Entry
  readonly identity: Identity
}

/** One recognised entry with what it says of the asset. */
export interface Claim extends Recognised {
  readonly applied: Applied
  readonly status: ProductStatus
}

export interface Judgement {
  readonly verdict: Verdict
  readonly basis: Basis
  readonly route: Route
  readonly isStated: boolean
  /** 0 to 1. */
  readonly confidence: number
  readonly claims: readonly Claim[]
}

/** The entries that count for an asset, with whether they hold for it. */
export interface Weighed {
  readonly top: readonly Weighing[]
  readonly doubtful: readonly Weighing[]
}

export interface Weighing extends Recognised {
  readonly applied: Applied
}

/**
 * Keeps the most specific entries: a model beats its family, a train beats the whole product.
 * Entries about another train or serial number than the asset's count only where none is left.
 */
export function weighed(all: readonly Recognised[], reading: AssetReading): Weighed {
  const weighings = all.map((one): Weighing => {
    const how = applied(one.entry, reading, one.identity.route)
    return { ...one, applied: how }
  })
  const certain = weighings.filter(({ identity }) => identity.isCertain)
  const own = certain.filter(({ applied: { isOther } }) => isOther !== true)
  const counting = own.length > 0 ? own : certain
  let best: Identity | undefined
  for (const one of counting) {
    const found = specific(one)
    if (best === undefined || isBetter(found, best)) best = found
  }
  const top = counting.filter((one) => best !== undefined && !isBetter(best, specific(one)))
  return { top, doubtful: weighings.filter(({ identity }) => !identity.isCertain) }
}

/** A train beats the whole product, and one train all trains up to it. */
function specific({ identity, entry }: Recognised): Identity {
  const { train } = entry.name
  if (train === undefined) return identity
  return { ...identity, weight: identity.weight + (train.reach === 'within' ? 0.5 : 0.25) }
}

export function judged(
  { top, doubtful }: Weighed,
  statuses: ReadonlyMap<number, ProductStatus>,
): Judgement | undefined {
  const claims = claimsOf(top, statuses)
  const found = claims.length === 0 ? undefined : fromClaims(claims)
  if (found !== undefined && found.verdict !== 'not_affected') return found
  const weight = Math.max(0, ...top.map(({ identity }) => identity.weight))
  const maybe = claimsOf(doubtful, statuses).filter(
    (claim) =>
      claim.status === 'affected' &&
      claim.applied.is !== 'out' &&
      (top.length === 0 || claim.identity.weight > weight),
  )
  if (maybe.length > 0) return undecided('identity_uncertain', maybe)
  return found
}

function claimsOf(all: readonly Weighing[], statuses: ReadonlyMap<number, ProductStatus>): Claim[] {
  return all.flatMap((one) => {
    const status = statuses.get(one.entry.product)
    return status === undefined ? [] : [{ ...one, status }]
  })
}

function fromClaims(claims: readonly Claim[]): Judgement | undefined {
  const affected = claims.filter(({ status }) => status === 'affected')
  const cleared = claims.filter(
    ({ status, applied: { is } }) =>
      (status === 'fixed' || status === 'not_affected') && is === 'in',
  )
  const open = claims.filter(
    ({ status, applied: { is } }) =>
      (status === 'under_investigation' || status === 'unknown') && is !== 'out',
  )
  const clash = claims.filter(
    ({ status, applied: { is } }) => status === 'contradictory' && is !== 'out',
  )
  const keys = byKey(affected)
  const inside = keys.filter(({ is }) => is === 'in')
  const outside = keys.filter(({ is }) => is === 'out')
  const unclear = keys.filter(({ is }) => is === 'unclear')
  if (clash.length > 0) return undecided('status_contradictory', clash)
  if (inside.length > 0) {
    if (cleared.length > 0) return undecided('entries_disagree', [...affected, ...cleared])
    const isOpen = affected.some(({ identity }) => identity.isUndetermined)
    const isMixed = isOpen && inside.length < keys.length
    if (isMixed) return undecided('order_number_missing', affected)
    return decided('affected', inside[0]?.deciding as Claim, affected)
  }
  if (cleared.length > 0) return decided('not_affected', cleared[0] as Claim, cleared)
  if (unclear.length > 0) return undecided(unclear[0]?.deciding.applied.because as Basis, affected)
  if (open.length > 0) return undecided('under_investigation', open)
  if (outside.length === 0) return undefined
  const telling = outside.find(({ deciding }) => deciding.applied.because === 'fixed_version')
  return decided('not_affected', (telling ?? outside[0])?.deciding as Claim, affected)
}

interface KeyResult {
  readonly is: Applied['is']
  readonly deciding: Claim
}

/** Ranges of one product are a union: inside any is inside. */
function byKey(affected: readonly Claim[]): KeyResult[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of affected) {
    const group = groups.get(claim.entry.key)
    if (group === undefined) groups.set(claim.entry.key, [claim])
    else group.push(claim)
  }
  return [...groups.values()].map((group) => {
    // Several single versions are a list, and what is not on it is not meant.
    const isList = group.length > 1
    const isOf = ({ applied: one }: Claim): Applied['is'] =>
      isList && one.because === 'version_not_enumerated' ? 'out' : one.is
    const deciding =
      group.find((claim) => isOf(claim) === 'in') ??
      group.find((claim) => isOf(claim) === 'unclear') ??
      group.find(({ applied: one }) => one.because === 'fixed_version') ??
      (group[0] as Claim)
    return { is: isOf(deciding), deciding }
  })
}

const routeConfidence: Readonly<Record<Route, number>> = {
  serial_number: 1,
  hash: 1,
  package_url: 0.98,
  cpe: 0.95,
  order_number: 0.98,
  order_pattern: 0.93,
  catalogue_family: 0.88,
  vendor_model: 0.85,
  family: 0.7,
}

function decided(verdict: Verdict, deciding: Claim, claims: readonly Claim[]): Judgement {
  const { identity, applied: how, status } = deciding
  const isStated = verdict === 'affected' || status !== 'affected'
  const basis: Basis =
    verdict === 'not_affected' && status === 'fixed'
      ? 'stated_fixed'
      : verdict === 'not_affected' && status === 'not_affected'
        ? 'stated_not_affected'
        : how.because
  const confidence =
    routeConfidence[identity.route] * (isStated ? 1 : 0.95) * (identity.isUndetermined ? 0.8 : 1)
  return {
    verdict,
    basis,
    route: identity.route,
    isStated,
    confidence: rounded(confidence),
    claims: [deciding, ...claims.filter((claim) => claim !== deciding)],
  }
}

function undecided(basis: Basis, claims: readonly Claim[]): Judgement {
  const route = claims
    .map(({ identity }) => identity.route)
    .toSorted((a, b) => routes.indexOf(a) - routes.indexOf(b))[0] as Route
  const confidence = rounded(routeConfidence[route] * 0.5)
  return { verdict: 'cannot_decide', basis, route, isStated: false, confidence, claims }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
