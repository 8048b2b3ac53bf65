// SPDX-License-Identifier: EUPL-1.2

/** `, besluit 2026-07`; a decision that names itself one is not called so twice. */
export function decided(decision: string | null, word: string): string {
  if (decision === null) return ''
  return /besluit|decision/i.test(decision) ? `, ${decision}` : `, ${word} ${decision}`
}
