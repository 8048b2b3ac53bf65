// SPDX-License-Identifier: EUPL-1.2
import type { ScopeResult } from '@schouw/core/law'
import { words as wordsOf } from '@schouw/report/words'
import type { Language } from '../../language.ts'

const words = {
  nl: {
    staff: 'arbeidsjaareenheden',
    turnover: 'omzet',
    balance: 'balanstotaal',
    grounds: 'Gronden',
    duties: 'Plichten',
    from: 'sinds',
    future: 'vanaf',
    due: 'uiterlijk',
    authorities: 'Instanties',
    fines: 'Boete ten hoogste',
    questions: 'Nog te beantwoorden',
    popular: (says: boolean) =>
      `De vuistregel "een van drie cijfers" zegt ${says ? 'wel' : 'niet'} onder de wet en klopt hier niet`,
    uncertain: '(onzeker)',
  },
  en: {
    staff: 'annual work units',
    turnover: 'turnover',
    balance: 'balance sheet total',
    grounds: 'Grounds',
    duties: 'Duties',
    from: 'since',
    future: 'from',
    due: 'by',
    authorities: 'Authorities',
    fines: 'Fine at most',
    questions: 'Still to answer',
    popular: (says: boolean) =>
      `The rule of thumb "one of three figures" says ${says ? 'in' : 'out of'} scope and is wrong here`,
    uncertain: '(uncertain)',
  },
} as const

/** The answer in plain words for a terminal. */
export function scopeText(result: ScopeResult, language: Language): string {
  const say = words[language]
  const { euro, number, word } = wordsOf(language).say
  const { aggregate } = result
  const lines = [
    `${result.id ?? result.jurisdiction}: ${word(result.entity_class, 'entityClass')} (${word(result.size_class, 'sizeClass')})`,
    `  ${number(aggregate.awu, 2)} ${say.staff}, ${say.turnover} ${euro(aggregate.turnover_eur)}, ${say.balance} ${euro(aggregate.balance_eur)}`,
  ]
  const { popular_rule: popular } = result
  if (popular.differs && popular.why !== null) {
    lines.push(`  ${say.popular(popular.in_scope)}: ${word(popular.why, 'popularError')}.`)
  }
  lines.push('', say.grounds)
  for (const ground of result.grounds) {
    lines.push(
      `  ${word(ground.rule, 'ground')} (${ground.article})${mark(ground.confidence, say.uncertain)}`,
    )
  }
  lines.push('', say.duties)
  for (const duty of result.duties) {
    const title = language === 'nl' ? duty.title_nl : duty.title_en
    const dates = [
      duty.from === null ? '' : `${say.from} ${duty.from}`,
      duty.due === null || duty.due === duty.from ? '' : `${say.due} ${duty.due}`,
    ].filter((text) => text !== '')
    const place = [duty.article, ...dates].join(', ')
    lines.push(`  ${title} (${place})${mark(duty.confidence, say.uncertain)}`)
  }
  if (result.authorities.length > 0) lines.push('', say.authorities)
  for (const one of result.authorities) {
    lines.push(
      `  ${word(one.role, 'authority')}: ${one.name}${mark(one.confidence, say.uncertain)}`,
    )
  }
  if (result.fines.length > 0) lines.push('', say.fines)
  for (const fine of result.fines) {
    const breach = language === 'nl' ? fine.breach_nl : fine.breach_en
    lines.push(`  ${euro(fine.max_eur ?? fine.fixed_max_eur)}: ${breach} (${fine.source})`)
  }
  if (result.open_questions.length > 0) lines.push('', say.questions)
  for (const question of result.open_questions) lines.push(`  ${word(question, 'question')}`)
  return `${lines.join('\n')}\n`
}

function mark(confidence: string, uncertain: string): string {
  return confidence === 'uncertain' ? ` ${uncertain}` : ''
}
