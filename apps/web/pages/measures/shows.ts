// SPDX-License-Identifier: EUPL-1.2
import type { applicability } from '@schouw/core/board'

export const shows = ['all', 'yes', 'no', 'open', 'contradicted', 'stale', 'unproven'] as const
export type Show = (typeof shows)[number]

export function isShown(row: applicability.ApplicabilityRow, show: Show): boolean {
  const { applies, proofs, contradictions } = row
  const isIn = applies === 'yes' || applies === 'partly'
  if (show === 'yes') return isIn
  if (show === 'no') return applies === 'no'
  if (show === 'open') return applies === 'unanswered' || applies === 'unmapped'
  if (show === 'contradicted') return contradictions.length > 0
  if (show === 'stale') return proofs.off > 0
  if (show === 'unproven') return isIn && proofs.fresh + proofs.ending + proofs.off === 0
  return true
}
