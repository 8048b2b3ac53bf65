// SPDX-License-Identifier: EUPL-1.2
import { euPack } from './packs/index.ts'
import type { DutyEntry, FineEntry, LawPack } from './packs/pack.ts'
import type { Authority, Duty, FineMaximum } from './scope.ts'
import type { SectorEntryFound } from './sector.ts'
import type { EntityClass } from './terms.ts'

/** Whom a company of this sector deals with. Unknown names are left out, never guessed. */
export function authorities(pack: LawPack, entry: SectorEntryFound): readonly Authority[] {
  if (entry.sector === null) return []
  const minister = pack.ministers[entry.subsector ?? ''] ?? pack.ministers[entry.sector]
  const found: Authority[] = []
  for (const authority of pack.authorities) {
    if (authority.minister !== undefined && authority.minister !== minister?.minister) continue
    const { source } = authority
    const name = authority.name ?? authority.name_nl
    if (name !== undefined && authority.minister !== undefined) {
      const confidence = authority.confidence_minister ?? 'known'
      found.push({ role: 'competent_minister', name, source, confidence })
    }
    const confidence = authority.confidence_supervisor ?? authority.confidence ?? 'known'
    found.push({ role: 'supervisor', name: authority.supervisor, source, confidence })
  }
  const csirt = pack.csirt[entry.sector] ?? pack.csirt['default']
  if (csirt !== undefined && csirt.name !== null) {
    const { name, source, confidence } = csirt
    found.push({ role: 'csirt', name, source, confidence })
  }
  const { name, source, confidence } = pack.portal
  found.push({ role: 'portal', name, source, confidence })
  return found
}

export function duties(
  pack: LawPack,
  entityClass: EntityClass,
  makesDigitalProducts: boolean,
): readonly Duty[] {
  const entries = entityClass === 'out_of_scope' ? pack.duties.out_of_scope : pack.duties.in_scope
  const own = entries.filter((entry) => entry.applies_to?.includes(entityClass) ?? true)
  return [...own, ...(makesDigitalProducts ? euPack.product_duties : [])].map(duty)
}

/**
 * Maxima, not expectations. The percentage is of worldwide group turnover of the year before and
 * the higher of both counts; some countries apply the percentage only above a group turnover.
 */
export function fines(
  pack: LawPack,
  entityClass: EntityClass,
  groupTurnoverEur: number | undefined,
): readonly FineMaximum[] {
  if (entityClass === 'out_of_scope') return []
  const other = entityClass === 'essential' ? 'important' : 'essential'
  return pack.fines
    .filter((fine) => !fine.id.includes(`.${other}`) && !fine.id.endsWith('.domain'))
    .map((fine) => maximum(fine, pack.switches.fine_pct_only_above_eur, groupTurnoverEur))
}

function maximum(
  fine: FineEntry,
  pctOnlyAboveEur: number | null,
  groupTurnoverEur: number | undefined,
): FineMaximum {
  return {
    id: fine.id,
    addressee: fine.natural_person ? 'board_member' : 'entity',
    breach_nl: fine.breach_nl,
    breach_en: fine.breach_en,
    fixed_max_eur: fine.fixed_max_eur,
    turnover_pct: fine.turnover_pct,
    max_eur: highest(fine, pctOnlyAboveEur, groupTurnoverEur),
    source: fine.source,
    confidence: fine.confidence,
  }
}

function highest(
  fine: FineEntry,
  pctOnlyAboveEur: number | null,
  groupTurnoverEur: number | undefined,
): number | null {
  if (fine.turnover_pct === null) return fine.fixed_max_eur
  if (groupTurnoverEur === undefined) return null
  if (pctOnlyAboveEur !== null && groupTurnoverEur <= pctOnlyAboveEur) return fine.fixed_max_eur
  // Per mille of a thousandth keeps 1.4 percent of whole euros exact.
  const share = Math.floor((groupTurnoverEur * Math.round(fine.turnover_pct * 1000)) / 100_000)
  return Math.max(fine.fixed_max_eur, share)
}

function duty(entry: DutyEntry): Duty {
  const { id, article, title_nl, title_en, from, due, source, confidence } = entry
  return { id, article, title_nl, title_en, from, due, source, confidence }
}
