// SPDX-License-Identifier: EUPL-1.2
import { daysBetween } from '@schouw/core/kernel'
import type { SupplierGap, SupplierView } from './baseline.ts'
import type { Finding } from './finding.ts'
import type { SupplierRow } from './inputs.ts'
import type { Scene } from './scene.ts'

/** Requirement D3 asks notice within 24 hours; D4 a review every year. */
const noticeHours = 24
const reviewDays = 365

/** Columns that nobody filled in for any supplier measure nothing. */
function isKept(rows: readonly SupplierRow[], key: keyof SupplierRow): boolean {
  return rows.some((row) => row[key] !== null)
}

const gaps: readonly {
  readonly gap: SupplierGap
  readonly column: keyof SupplierRow
  readonly isOpen: (row: SupplierRow, today: string) => boolean
}[] = [
  {
    gap: 'no_notice_clause',
    column: 'notice_hours',
    isOpen: ({ notice_hours }) => notice_hours === null || notice_hours > noticeHours,
  },
  {
    gap: 'no_security_clauses',
    column: 'has_security_clauses',
    isOpen: ({ has_security_clauses }) => has_security_clauses !== true,
  },
  {
    gap: 'no_exit_plan',
    column: 'has_exit_plan',
    isOpen: ({ has_exit_plan }) => has_exit_plan !== true,
  },
  {
    gap: 'not_reviewed',
    column: 'last_review',
    isOpen: ({ last_review }, today) =>
      last_review === null || daysBetween(last_review, today) > reviewDays,
  },
  {
    gap: 'no_certificate',
    column: 'certificate_valid_until',
    isOpen: ({ certificate, certificate_valid_until }, today) =>
      certificate !== null && certificate_valid_until !== null && certificate_valid_until < today,
  },
]

/** What is missing at a supplier; only for critical ones, where a requirement asks it. */
export function supplierViews(scene: Scene, findings: readonly Finding[]): SupplierView[] {
  const rows = scene.inputs.suppliers ?? []
  return rows.map((row) => {
    const isCritical = row.is_critical === true
    const own = findings.filter(({ suppliers }) => suppliers.includes(row.id))
    const open = gaps.filter(({ column, isOpen }) => {
      return isCritical && isKept(rows, column) && isOpen(row, scene.asOf.date)
    })
    const seen = own.some(({ check }) => check === 'remote_access_without_grant')
    return {
      id: row.id,
      name: row.name,
      is_critical: isCritical,
      gaps: [
        ...open.map(({ gap }) => gap),
        ...(seen ? (['remote_access_without_grant'] as const) : []),
      ],
      source: { kind: 'row', ...row.at },
    }
  })
}
