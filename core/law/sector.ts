// SPDX-License-Identifier: EUPL-1.2
import type { EuPack, NaceDivision } from './packs/pack.ts'
import type { Ground, OpenQuestion, SectorClaim } from './scope.ts'

/** Which entry of the annexes an activity falls under. `annex: null` is: not listed. */
export interface SectorEntryFound {
  readonly annex: 'I' | 'II' | null
  readonly sector: string | null
  readonly subsector: string | null
  readonly grounds: readonly Ground[]
  readonly openQuestions: readonly OpenQuestion[]
}

/** Divisions of which any activity counts; for the others the product or the scale decides. */
const decidedByDivision: ReadonlySet<string> = new Set(['21', '26', '27', '28', '29', '30'])

/** Divisions most of which fall under the wording: presumed in while nobody says otherwise. */
const presumedByDivision: ReadonlySet<string> = new Set(['10', '11', '20'])

export function divisionOf(nace: string): string {
  return nace.replace(/^[A-Za-z]+\s*/, '').slice(0, 2)
}

export function naceDivision(pack: EuPack, nace: string | undefined): NaceDivision | undefined {
  if (nace === undefined) return undefined
  const division = divisionOf(nace)
  return pack.nace.divisions.find((entry) => entry.division === division)
}

/**
 * A named sector decides; else the NACE division does. A claim of "not listed" is overruled only
 * where the annex names the whole division, because elsewhere a definition decides that no code
 * tells (medical devices, industrial scale of food, REACH roles).
 */
export function sectorEntry(pack: EuPack, claim: SectorClaim): SectorEntryFound {
  const division = naceDivision(pack, claim.nace_division)
  const sectorId = claim.sector_id ?? claim.subsector_id?.split('.')[0]
  const named = pack.sectors.find((sector) => sector.id === sectorId)
  if (named !== undefined) {
    const isOther = typeof claim.annex === 'string' && claim.annex !== named.annex
    const questions: readonly OpenQuestion[] = isOther ? ['annex_differs'] : []
    return found(
      named.annex,
      named.id,
      claim.subsector_id ?? null,
      {
        rule: 'sector_named',
        article: `NIS2 Annex ${named.annex}`,
        source: named.source,
        confidence: named.confidence,
        facts: {
          sector: named.id,
          subsector: claim.subsector_id ?? null,
          division: claim.nace_division ?? null,
        },
      },
      [...questions, ...questionsOf(division)],
    )
  }
  if (division?.listed) {
    const isDecided = decidedByDivision.has(division.division)
    const isPresumed = claim.annex === undefined && presumedByDivision.has(division.division)
    if (isDecided || isPresumed || typeof claim.annex === 'string') return byDivision(division)
    return { ...notListed(claim, division), openQuestions: ['sector_definition'] }
  }
  if (typeof claim.annex === 'string' && division === undefined) {
    return found(
      claim.annex,
      null,
      null,
      {
        rule: 'annex_named',
        article: `NIS2 Annex ${claim.annex}`,
        source: `NIS2 Annex ${claim.annex}`,
        confidence: 'known',
        facts: { sector: claim.sector_id ?? null },
      },
      ['sector_unknown'],
    )
  }
  return notListed(claim, division)
}

function byDivision(division: NaceDivision): SectorEntryFound {
  const target = division.target ?? ''
  const isSub = target.includes('.')
  return found(
    division.annex,
    isSub ? (target.split('.')[0] ?? null) : target,
    isSub ? target : null,
    {
      rule: 'nace_division_listed',
      article: `NIS2 Annex ${division.annex ?? ''}`,
      source: division.source,
      confidence: division.confidence,
      facts: { division: division.division, note: division.note_en },
    },
    questionsOf(division),
  )
}

function notListed(claim: SectorClaim, division: NaceDivision | undefined): SectorEntryFound {
  const questions: readonly OpenQuestion[] =
    division === undefined || division.listed ? [] : ['other_activities', 'chemicals_articles']
  return found(
    null,
    null,
    null,
    {
      rule: 'not_listed',
      article: 'NIS2 Annexes I and II',
      source: division?.source ?? 'NIS2 Annexes I and II (absence)',
      confidence: division?.confidence ?? 'known',
      facts: { division: claim.nace_division ?? null, note: division?.note_en ?? null },
    },
    questions,
  )
}

function questionsOf(division: NaceDivision | undefined): readonly OpenQuestion[] {
  if (division === undefined || !division.listed || decidedByDivision.has(division.division))
    return []
  return ['sector_definition']
}

function found(
  annex: 'I' | 'II' | null,
  sector: string | null,
  subsector: string | null,
  ground: Ground,
  openQuestions: readonly OpenQuestion[],
): SectorEntryFound {
  return { annex, sector, subsector, grounds: [ground], openQuestions }
}
