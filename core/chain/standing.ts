// SPDX-License-Identifier: EUPL-1.2
import type { Line } from './facts.ts'

export interface CertificateLine {
  readonly standard: string
  readonly scope: string | null
  readonly number: string | null
  readonly issued_by: string | null
  readonly valid_from: string | null
  readonly valid_until: string | null
  readonly file: string | null
  readonly covers: string | null
  readonly checked_by: string | null
  readonly checked_on: string | null
  /**
   * `valid` only when a person looked at dates and scope; what nobody looked at is `unchecked`, however
   * new it is.
   */
  readonly standing: 'expired' | 'not_covering' | 'unchecked' | 'partly' | 'valid'
}

const worstLast = ['valid', 'partly', 'unchecked', 'not_covering', 'expired'] as const

/** The best first: what the supplier has that still holds. */
export function certificatesOf(supplier: Line, today: string): readonly CertificateLine[] {
  return supplier
    .rows('certificates')
    .map((row): CertificateLine => {
      const until = row.text('valid_until')
      const covers = row.text('covers_what_they_deliver')
      const checked = row.text('checked_on')
      const isLooked = checked !== null && covers !== null && until !== null
      const standing =
        until !== null && until < today
          ? 'expired'
          : covers === 'no'
            ? 'not_covering'
            : !isLooked
              ? 'unchecked'
              : covers === 'partly'
                ? 'partly'
                : 'valid'
      return {
        standard: row.text('standard') ?? '',
        scope: row.text('scope'),
        number: row.text('number'),
        issued_by: row.text('issued_by'),
        valid_from: row.text('valid_from'),
        valid_until: until,
        file: row.text('file'),
        covers,
        checked_by: row.text('checked_by'),
        checked_on: checked,
        standing,
      }
    })
    .toSorted((a, b) => worstLast.indexOf(a.standing) - worstLast.indexOf(b.standing))
}

export interface Weighed {
  /** Of the three that Directive (EU) 2022/2555, Article 21(3), asks to weigh of each direct supplier. */
  readonly said: number
  readonly of: 3
  readonly missing: readonly string[]
}

const toWeigh = ['weaknesses', 'product_quality', 'development_practice'] as const

export function weighed(supplier: Line): Weighed {
  const missing = toWeigh.filter((field) => supplier.text(field) === null)
  return { said: toWeigh.length - missing.length, of: 3, missing }
}
