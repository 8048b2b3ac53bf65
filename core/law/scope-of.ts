// SPDX-License-Identifier: EUPL-1.2
import { type Aggregate, aggregate, relationKind } from './aggregate.ts'
import { authorities, duties, fines } from './consequences.ts'
import { classByGround, classBySize, rankOfClass } from './entity-class.ts'
import { euPack, lawPack } from './packs/index.ts'
import type { LawPack } from './packs/pack.ts'
import type {
  FiscalYear,
  Ground,
  GroundRule,
  OpenQuestion,
  PopularError,
  ScopeCase,
  ScopeResult,
} from './scope.ts'
import { type SectorEntryFound, sectorEntry } from './sector.ts'
import { rankOf, sizeClass, statusClass } from './size.ts'
import type { SizeClass } from './terms.ts'

/**
 * Whether and how the law applies to one company, with the rules that decided.
 * Throws when there is no financial year: the edge refuses that first.
 */
export function scopeOf(facts: ScopeCase): ScopeResult {
  const pack = lawPack(facts.jurisdiction)
  const size = sizing(pack, facts)
  const entries = [facts.sector, ...(facts.side_activities ?? [])].map((claim) =>
    sectorEntry(euPack, claim),
  )
  const bySize = entries.map((entry) => ({
    entry,
    verdict: classBySize(pack, entry.annex, size.status),
  }))
  const heaviest = bySize.reduce((best, now) =>
    rankOfClass(now.verdict.entityClass) > rankOfClass(best.verdict.entityClass) ? now : best,
  )
  const special = classByGround(pack, facts, size.status)
  const isSpecial =
    special !== undefined &&
    rankOfClass(special.entityClass) >= rankOfClass(heaviest.verdict.entityClass)
  const verdict = isSpecial && special.grounds.length > 0 ? special : heaviest.verdict
  const naive = popularRule(size.latest, entries)
  const isInScope = verdict.entityClass !== 'out_of_scope'
  return {
    id: facts.id ?? null,
    jurisdiction: facts.jurisdiction,
    aggregate: size.aggregate.total,
    raw_class_last_year: size.raw,
    size_class: size.status,
    entity_class: verdict.entityClass,
    grounds: [...heaviest.entry.grounds, ...size.grounds, ...verdict.grounds],
    popular_rule: {
      in_scope: naive,
      differs: naive !== isInScope,
      why: naive === isInScope ? null : whyPopularDiffers(facts, size, isInScope),
    },
    authorities: isInScope ? authorities(pack, heaviest.entry) : [],
    duties: duties(pack, verdict.entityClass, facts.makes_digital_products === true),
    fines: fines(pack, verdict.entityClass, size.aggregate.groupTurnoverEur),
    open_questions: openQuestions(facts, entries, special?.openQuestions ?? []),
  }
}

interface Sizing {
  readonly latest: FiscalYear
  readonly aggregate: Aggregate
  readonly raw: SizeClass
  readonly status: SizeClass
  readonly grounds: readonly Ground[]
}

function sizing(pack: LawPack, facts: ScopeCase): Sizing {
  const years = [...facts.fiscal_years].sort((a, b) => a.year - b.year)
  const latest = years.at(-1)
  if (latest === undefined) throw new Error('a scope case needs at least one financial year')
  const standsAlone = pack.switches.independence_rule && facts.it_independent === true
  const relations = standsAlone ? [] : (facts.relations ?? [])
  const { ceilings } = euPack.size
  const yearly = years.map((year) => ({
    year: year.year,
    total: aggregate(year, relations),
  }))
  const classes = yearly.map(({ year, total }) => ({
    year,
    size: sizeClass(total.total, ceilings),
  }))
  const raw = classes.at(-1)?.size ?? 'micro'
  const total = aggregate(latest, relations)
  const status = statusClass(classes, facts.prior_status ?? null, facts.ownership_changed_in)
  const grounds = sizeGrounds({ facts, latest, total, raw, status })
  return {
    latest,
    aggregate: total,
    raw,
    status,
    grounds: standsAlone ? [...grounds, independence(pack)] : grounds,
  }
}

function sizeGrounds(sized: {
  readonly facts: ScopeCase
  readonly latest: FiscalYear
  readonly total: Aggregate
  readonly raw: SizeClass
  readonly status: SizeClass
}): readonly Ground[] {
  const { facts, latest, total, raw, status } = sized
  const { awu, turnover_eur, balance_eur } = total.total
  const grounds = [
    sizeGround(raw, { year: latest.year, awu, turnover_eur, balance_eur, size: raw }),
  ]
  for (const relation of total.counted) {
    if (relation.kind === 'none') continue
    grounds.push(
      sizeGround(relation.kind, { name: relation.name, share_pct: relation.share * 100 }),
    )
  }
  if (raw !== status) {
    grounds.push(
      sizeGround('two_years', {
        last_year: raw,
        prior: facts.prior_status ?? null,
        counts: status,
      }),
    )
  }
  if (facts.ownership_changed_in !== undefined) {
    grounds.push(sizeGround('ownership_change', { year: facts.ownership_changed_in }))
  }
  if (latest.estimate === true) grounds.push(sizeGround('new_company', { year: latest.year }))
  return grounds
}

function sizeGround(id: GroundRule, facts: Ground['facts']): Ground {
  const rule = euPack.size.rules.find((entry) => entry.id === id)
  const source = rule?.source ?? euPack.size.source
  // The rule's own place; what else supports it stays in the source.
  const article = source.split('; ')[0] ?? source
  return { rule: id, article, source, confidence: rule?.confidence ?? 'known', facts }
}

function independence(pack: LawPack): Ground {
  const { source, confidence, independence_article } = pack.switches
  return {
    rule: 'independence',
    article: independence_article ?? source,
    source,
    confidence,
    facts: { it_independent: true },
  }
}

/**
 * What articles tell directors: one of three figures of the own company is enough. Shown beside
 * the law because many have read it, and because it errs both ways.
 */
function popularRule(latest: FiscalYear, entries: readonly SectorEntryFound[]): boolean {
  const { small } = euPack.size.ceilings
  const isOneAbove =
    latest.awu >= small.awu ||
    latest.turnover_eur > small.turnover_eur ||
    latest.balance_eur > small.balance_eur
  return isOneAbove && entries.some((entry) => entry.annex !== null)
}

function whyPopularDiffers(facts: ScopeCase, size: Sizing, isInScope: boolean): PopularError {
  if (facts.designated_essential === true) return 'designation_ignored'
  if (isInScope && facts.size_independent_ground !== undefined)
    return 'size_independent_ground_ignored'
  if (rankOf(size.raw) !== rankOf(size.status)) return 'two_years_ignored'
  if (isInScope) return 'group_ignored'
  return 'one_amount_is_not_enough'
}

function openQuestions(
  facts: ScopeCase,
  entries: readonly SectorEntryFound[],
  special: readonly OpenQuestion[],
): readonly OpenQuestion[] {
  const asked = new Set<OpenQuestion>()
  if (hasOtherHint(facts)) asked.add('relation_hint_differs')
  for (const question of entries.flatMap((entry) => entry.openQuestions)) asked.add(question)
  for (const question of special) asked.add(question)
  const isFirstYear = facts.fiscal_years.length === 1 && (facts.prior_status ?? null) === null
  if (isFirstYear) asked.add('earlier_years_unknown')
  if (facts.makes_digital_products === undefined) asked.add('makes_digital_products')
  return [...asked]
}

function hasOtherHint(facts: ScopeCase): boolean {
  return (facts.relations ?? []).some(
    ({ kind_hint, ...relation }) => kind_hint !== undefined && kind_hint !== relationKind(relation),
  )
}
