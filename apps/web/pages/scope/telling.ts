// SPDX-License-Identifier: EUPL-1.2
import type { ScopeResult } from '@schouw/core/law'
import { citation, citedAt, words } from '@schouw/report/words'
import type { Language } from '../../words/index.ts'
import { scopeEn } from '../../words/scope-en.ts'
import { type ScopeWords, scopeNl } from '../../words/scope-nl.ts'

type Ground = ScopeResult['grounds'][number]
type FactName = keyof Ground['facts']

/** How a verdict of the law is said; the words of the report, so that both say the same. */
export function scopeTelling(language: Language) {
  const { say, text } = words(language)
  const own: ScopeWords = { nl: scopeNl, en: scopeEn }[language]
  const factOf = (name: FactName, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return value ? text.yes : text.no
    if (name === 'year') return String(value)
    if (typeof value === 'number') {
      return name.endsWith('_eur') ? say.euro(value) : say.number(value, 1)
    }
    if (name === 'sector' || name === 'subsector') return say.word(value, 'sector')
    if (name === 'ground') return say.word(value, 'sizeGround')
    return say.word(value, 'sizeClass')
  }
  return {
    own,
    say,
    className: (entityClass: ScopeResult['entity_class']) => say.word(entityClass, 'entityClass'),
    verdict: ({ entity_class }: ScopeResult) =>
      entity_class === 'out_of_scope' ? own.no : own.yes(say.word(entity_class, 'entityClass')),
    size: ({ aggregate, size_class }: ScopeResult) =>
      own.size({
        staff: say.number(aggregate.awu, 1),
        turnover: say.euro(aggregate.turnover_eur),
        balance: say.euro(aggregate.balance_eur),
        size: say.word(size_class, 'sizeClass'),
      }),
    rule: ({ rule }: Ground) => say.word(rule, 'ground'),
    facts: ({ facts }: Ground) =>
      (Object.keys(facts) as FactName[])
        .flatMap((name) => {
          const value = facts[name] ?? null
          // The narrower one says it.
          const isSaid = name === 'sector' && (facts.subsector ?? null) !== null
          const shape = say.word(name, 'groundFact')
          return value === null || isSaid || shape === ''
            ? []
            : [shape.replace('{}', factOf(name, value))]
        })
        .join(', '),
    at: (ground: Ground) => citedAt(ground, language),
    article: (source: string) => citation(source, language),
    confidence: (one: Ground['confidence']) => text.law.confidence[one],
    question: (one: ScopeResult['open_questions'][number]) => say.word(one, 'question'),
    popular: ({ popular_rule }: ScopeResult) => {
      const { differs, in_scope, why } = popular_rule
      if (!differs) return own.popularSame
      const because = why === null ? '' : say.word(why, 'popularError')
      return in_scope ? own.popularIn(because) : own.popularOut(because)
    },
  }
}

export type ScopeTelling = ReturnType<typeof scopeTelling>
