// SPDX-License-Identifier: EUPL-1.2
import type { Recipe } from './generate.ts'
import { dnsKind, factoryMix, shortKind } from './kinds.ts'

const MB = 1_000_000
const mix = { hosts: 500, slots: 5000, kinds: factoryMix, seed: 2026 }

/** The capture files of the benchmark. Raise `recipeVersion` when any of them changes. */
export const recipes = {
  /** The factory mix. The smaller ones are the beginning of the larger. */
  'mix-20mb': { ...mix, bytes: 20 * MB },
  'mix-300mb': { ...mix, bytes: 300 * MB },
  'mix-2200mb': { ...mix, bytes: 2200 * MB },
  /** About 130,000 conversations with a life of about a dozen packets. */
  'flows-130k': { ...mix, bytes: 600 * MB, life: 12 },
  /** About 2.5 million conversations between 100,000 hosts: the memory test. */
  'flows-2500k': {
    bytes: 860 * MB,
    hosts: 100_000,
    slots: 5000,
    life: 2,
    kinds: [
      { ...dnsKind, share: 25 },
      { ...shortKind, share: 75 },
    ],
    seed: 2027,
  },
} as const satisfies Record<string, Recipe>

export type RecipeName = keyof typeof recipes

export const recipeVersion = 3
