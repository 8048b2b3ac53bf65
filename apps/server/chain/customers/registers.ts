// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'
import { type ChainFacts, customers } from '@schouw/core/chain'
import type { KindName } from '@schouw/core/registers'
import type { Answer } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { type RegistersRead, registersRead } from '../../http/reading/registers.ts'
import type { ChainAround } from '../around.ts'

const all = requirementsPack.measures.flatMap(({ requirements }) => requirements)

/** Every requirement, in the order of the pack. */
export const requirementIds: readonly string[] = all.map(({ id }) => id)

/** Own words of each requirement, by which a question finds it. */
export const requirementTexts: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  all.map(({ id, text_nl, text_en }) => [id, [text_nl, text_en]]),
)

export interface FactsRead {
  readonly facts: ChainFacts
  readonly moment: RegistersRead['moment']
}

/** Registers as they stand, as far as this reader may see them. */
export async function factsFor(
  { storage, clock }: Pick<ChainAround, 'storage' | 'clock'>,
  caller: Caller,
  kinds: readonly KindName[] = customers.kindsOfAnswers,
): Promise<FactsRead | { readonly refused: Answer }> {
  const found = await registersRead({ storage, caller, kinds, asOf: undefined, now: clock() })
  if ('refused' in found) return found
  return { facts: { ...found.facts, hidden: found.hidden }, moment: found.moment }
}
