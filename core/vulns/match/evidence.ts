// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '../advisory.ts'
import type { Route } from '../names/identify.ts'
import { isReadable, type RangeReading } from '../versions/range.ts'
import type { ApplyReason } from './apply.ts'
import type { Claim } from './judge.ts'

/** How versions were compared. */
export type Comparator =
  | 'none'
  | 'serial_start'
  | 'firmware_index'
  | 'numbers_and_steps'
  | 'numbers_and_letters'
  | 'numbers'

/** One entry as grounds for a verdict, in words that can be stored and shown. */
export interface Evidence {
  readonly product_id: string
  /** Vendor, family, product and version as the document has them. */
  readonly path: string
  readonly status: ProductStatus
  readonly route: Route
  readonly range: string
  readonly comparator: Comparator
  readonly applies: 'yes' | 'no' | 'unclear'
  readonly because: ApplyReason
}

export function evidenceOf({ entry, identity, applied, status }: Claim): Evidence {
  return {
    product_id: entry.productId,
    path: entry.path,
    status,
    route: identity.route,
    range: entry.range.text === '' ? '*' : entry.range.text,
    comparator: comparatorOf(entry.range),
    applies: applied.is === 'in' ? 'yes' : applied.is === 'out' ? 'no' : 'unclear',
    because: applied.because,
  }
}

function comparatorOf(range: RangeReading): Comparator {
  if (!isReadable(range)) return 'none'
  if (range.serial !== undefined) return 'serial_start'
  const versions = [
    ...range.intervals.flatMap(({ from, to }) => [from?.version, to?.version]),
    ...range.fixes,
    ...range.listed,
    ...range.trains,
  ].filter((one) => one !== undefined)
  if (versions.length === 0) return 'none'
  if (versions.some(({ index, main }) => index !== undefined && main.length === 1)) {
    return 'firmware_index'
  }
  if (versions.some(({ steps }) => steps.some((step) => step > 0))) return 'numbers_and_steps'
  const hasLetters = versions.some(({ main }) => main.some(({ number }) => number === undefined))
  return hasLetters ? 'numbers_and_letters' : 'numbers'
}
