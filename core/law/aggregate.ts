// SPDX-License-Identifier: EUPL-1.2
import type { Relation } from './scope.ts'
import type { SizeFacts } from './size.ts'

export type RelationKind = 'linked' | 'partner' | 'none'

/** How one related enterprise counted. `share` 0–1. */
export interface RelationCounted {
  readonly name: string | null
  readonly kind: RelationKind
  readonly share: number
}

export interface Aggregate {
  readonly total: SizeFacts
  /** Own turnover plus that of all linked enterprises: the undertaking a fine looks at. */
  readonly groupTurnoverEur: number
  readonly counted: readonly RelationCounted[]
}

/**
 * Holders whose 25 to 50 percent does not make a partner, as long as they have no control
 * (Recommendation 2003/361/EC, Annex, Article 3(2), second subparagraph). Of local authorities
 * only the small autonomous ones.
 */
const exemptHolder =
  /^(public_invest|venture_capital|business_angel|universit|non_?profit_research|research_cent|institutional_investor|regional_development_fund|(small|autonomous)_local_authorit)/

/**
 * Linked: majority of votes or dominant influence (Annex, Article 3(3)). Capital alone never
 * links. Partner: 25 percent or more of capital or votes, whichever is higher (Article 3(2)).
 */
export function relationKind(relation: Relation): RelationKind {
  // The hint is what somebody thinks; the percentages decide, and scope asks where they differ.
  if (relation.votes_pct > 50 || relation.dominant_influence === true) return 'linked'
  const highest = Math.max(relation.capital_pct, relation.votes_pct)
  if (highest < 25) return 'none'
  if (highest <= 50 && exemptHolder.test(relation.holder_type ?? '')) return 'none'
  return 'partner'
}

/**
 * Own figures plus linked enterprises in full, along chains, plus the partners of each of them pro
 * rata. A partner first takes in its own linked enterprises; its partners do not count (Annex,
 * Article 6(2) and (3)).
 */
export function aggregate(own: SizeFacts, relations: readonly Relation[]): Aggregate {
  const counted: RelationCounted[] = []
  const linked = sum(own, relations, { withPartners: true, counted })
  return {
    total: rounded(linked.total),
    groupTurnoverEur: Math.round(linked.groupTurnoverEur),
    counted,
  }
}

interface Walk {
  readonly withPartners: boolean
  readonly counted: RelationCounted[] | undefined
}

function sum(
  own: SizeFacts,
  relations: readonly Relation[],
  walk: Walk,
): { total: SizeFacts; groupTurnoverEur: number } {
  let total = own
  let groupTurnoverEur = own.turnover_eur
  for (const relation of relations) {
    const kind = relationKind(relation)
    const name = relation.name ?? null
    if (kind === 'linked') {
      const part = sum(relation.data, relation.relations ?? [], walk)
      total = plus(total, part.total, 1)
      groupTurnoverEur += part.groupTurnoverEur
      walk.counted?.push({ name, kind, share: 1 })
    } else if (kind === 'partner' && walk.withPartners) {
      const share = Math.max(relation.capital_pct, relation.votes_pct) / 100
      const part = sum(relation.data, relation.relations ?? [], {
        withPartners: false,
        counted: undefined,
      })
      total = plus(total, part.total, share)
      walk.counted?.push({ name, kind, share })
    } else {
      walk.counted?.push({ name, kind: 'none', share: 0 })
    }
  }
  return { total, groupTurnoverEur }
}

function plus(a: SizeFacts, b: SizeFacts, share: number): SizeFacts {
  return {
    awu: a.awu + b.awu * share,
    turnover_eur: a.turnover_eur + b.turnover_eur * share,
    balance_eur: a.balance_eur + b.balance_eur * share,
  }
}

/** Binary fractions of percentages must not tip a boundary: a millionth is exact enough. */
function rounded(facts: SizeFacts): SizeFacts {
  const clean = (value: number) => Math.round(value * 1e6) / 1e6
  return {
    awu: clean(facts.awu),
    turnover_eur: clean(facts.turnover_eur),
    balance_eur: clean(facts.balance_eur),
  }
}
