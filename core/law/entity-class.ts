// SPDX-License-Identifier: EUPL-1.2

import { euPack } from './packs/index.ts'
import type { LawPack } from './packs/pack.ts'
import type { Ground, GroundRule, OpenQuestion, ScopeCase } from './scope.ts'
import { rankOf } from './size.ts'
import type { EntityClass, SizeClass } from './terms.ts'

export interface EntityVerdict {
  readonly entityClass: EntityClass
  readonly grounds: readonly Ground[]
  readonly openQuestions: readonly OpenQuestion[]
}

/** What a size-independent ground does, by class of size. `designated` needs a minister's decision. */
const independentGrounds: Readonly<
  Record<string, (size: SizeClass) => EntityClass | 'designated' | 'question'>
> = {
  ecn_ecs: (size) => (rankOf(size) >= rankOf('medium') ? 'essential' : 'important'),
  trust: (size) => (size === 'large' ? 'essential' : 'important'),
  trust_qualified: () => 'essential',
  tld_dns: () => 'essential',
  public_admin: () => 'essential',
  critical_entity: () => 'essential',
  sole_provider: () => 'designated',
  public_safety: () => 'designated',
  systemic: () => 'designated',
  special_importance: () => 'designated',
  former_oes: () => 'designated',
  domain_registration: () => 'question',
}

export function rankOfClass(entityClass: EntityClass): number {
  return ['out_of_scope', 'important', 'essential'].indexOf(entityClass)
}

/** Class by annex and size (NIS2 Article 3(1)(a) and 3(2)): Annex II never makes essential. */
export function classBySize(
  pack: LawPack,
  annex: 'I' | 'II' | null,
  size: SizeClass,
): EntityVerdict {
  const articles = pack.class_articles
  if (annex === null) return { entityClass: 'out_of_scope', grounds: [], openQuestions: [] }
  if (rankOf(size) < rankOf('medium')) {
    const threshold = annex === 'I' ? articles.important.annex_i : articles.important.annex_ii
    return verdict('out_of_scope', 'below_medium', threshold, { annex, size })
  }
  if (annex === 'I' && size === 'large') {
    return verdict('essential', 'annex_i_large', articles.essential_size, { annex, size })
  }
  const article = annex === 'I' ? articles.important.annex_i : articles.important.annex_ii
  return verdict('important', annex === 'I' ? 'annex_i_medium' : 'annex_ii', article, {
    annex,
    size,
  })
}

/** Grounds that work whatever the size, and designation. Undefined when none applies. */
export function classByGround(
  pack: LawPack,
  facts: ScopeCase,
  size: SizeClass,
): EntityVerdict | undefined {
  if (facts.designated_essential === true) {
    return verdict('essential', 'designated', pack.class_articles.designation, {
      ground: facts.designation_ground ?? null,
    })
  }
  const id = facts.size_independent_ground ?? facts.designation_ground
  if (id === undefined) return undefined
  const entry = euPack.size_independent_grounds.find(
    (ground) => ground.id === id.replace(/_qualified$/, ''),
  )
  const effect = independentGrounds[id]?.(size)
  if (entry === undefined || effect === undefined) {
    return { entityClass: 'out_of_scope', grounds: [], openQuestions: ['ground_unknown'] }
  }
  if (effect === 'designated' || effect === 'question') {
    return { entityClass: 'out_of_scope', grounds: [], openQuestions: ['size_independent_ground'] }
  }
  return verdict(
    effect,
    'size_independent',
    { article: entry.source, ...entry },
    { ground: id, size },
  )
}

function verdict(
  entityClass: EntityClass,
  rule: GroundRule,
  article: {
    readonly article: string
    readonly source: string
    readonly confidence: Ground['confidence']
  },
  facts: Ground['facts'],
): EntityVerdict {
  const { source, confidence } = article
  return {
    entityClass,
    grounds: [{ rule, article: article.article, source, confidence, facts }],
    openQuestions: [],
  }
}
