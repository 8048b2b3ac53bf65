// SPDX-License-Identifier: EUPL-1.2

/**
 * Whose word counts where a record has a value and the row has another. `ours`: the record's.
 * `theirs`: the row's. `fill`: the row's, but only where the record has none. `refuse`: nobody's,
 * until somebody has looked.
 */
export const conflictRules = ['theirs', 'ours', 'fill', 'refuse'] as const

export type ConflictRule = (typeof conflictRules)[number]
