// SPDX-License-Identifier: EUPL-1.2
import type { FileKind, Verdict } from '@schouw/core/ledger/verdicts'

export interface ReportPart extends Verdict {
  /** Of a log its origin, of a file its name. */
  readonly name: string
}

export interface Report {
  readonly kind: FileKind | 'data' | 'unknown'
  /** As it was asked for. */
  readonly name: string
  readonly isProven: boolean
  readonly parts: readonly ReportPart[]
}

/** `schouw/verify/1`, documented in `docs/formats/verify.md`. */
export function reportJson({ kind, name, isProven, parts }: Report): unknown {
  return {
    schema: 'schouw/verify/1',
    subject: { kind, name },
    is_proven: isProven,
    parts: parts.map((part) => ({
      name: part.name,
      is_proven: part.isProven,
      layers: part.layers,
      findings: part.findings,
      finding_count: part.count,
    })),
  }
}
