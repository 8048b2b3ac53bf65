// SPDX-License-Identifier: EUPL-1.2
/**
 * Law packs: what the law says, as data with article, source and confidence. One file a
 * jurisdiction beside the base that all Member States share. Nothing here computes.
 */
import be from './be.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import eu from './eu.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import type { EuPack, LawPack } from './pack.ts'

export const euPack = eu as EuPack
const packs = { NL: nl as LawPack, BE: be as LawPack, DE: de as LawPack }

export type Jurisdiction = keyof typeof packs
export const jurisdictions = Object.keys(packs) as readonly Jurisdiction[]

export function lawPack(jurisdiction: Jurisdiction): LawPack {
  return packs[jurisdiction]
}
