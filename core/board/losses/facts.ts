// SPDX-License-Identifier: EUPL-1.2
import { kindsOfLosses } from '@schouw/core/losses'
import type { KindName } from '@schouw/core/registers'

/** Registers that lead from a finding to the decision about its risk. */
export const kindsOfTrail = [
  ...kindsOfLosses,
  'finding',
  'asset',
  'zone',
  'decision',
  'action',
  'incident',
  'exercise',
] as const satisfies readonly KindName[]

export type KindOfTrail = (typeof kindsOfTrail)[number] | 'site'
