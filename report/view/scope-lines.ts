// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Text } from './document.ts'
import { joined, linked, lowered, plain, type Telling } from './telling.ts'

type Ground = Baseline['scope']['grounds'][number]

/** In scope or not, in one sentence. */
export function scopeVerdict({ baseline, say, text }: Telling): string {
  const { entity_class } = baseline.scope
  if (entity_class === 'out_of_scope') return text.scope.no
  return text.scope.yes(say.word(entity_class, 'entityClass'))
}

/** Why, and who watches. */
export function scopeLines(tell: Telling): readonly Text[] {
  const { baseline, say, text } = tell
  const { scope } = baseline
  const isIn = scope.entity_class !== 'out_of_scope'
  const lines: Text[] = [plain(`${whySentences(tell).join('. ')}.`)]
  if (scope.popular_rule.differs) {
    const rule = scope.popular_rule.in_scope
      ? text.scope.popularInScope
      : text.scope.popularOutOfScope
    const why = scope.popular_rule.why
    const reason = why === null ? rule : `${rule}; ${say.word(why, 'popularError')}`
    lines.push(plain(text.scope.popularDiffers(lowered(reason))))
  }
  if (!isIn) lines.push(plain(text.scope.noButCustomers))
  const names = (role: string) =>
    scope.authorities.filter((one) => one.role === role).map((one) => one.name)
  const supervisors = names('supervisor')
  const portal = names('portal')
  const contact = [
    ...(supervisors.length > 0 ? [text.scope.supervisor(say.list(supervisors))] : []),
    ...(portal.length > 0 ? [text.scope.portal(say.list(portal))] : []),
  ]
  if (contact.length > 0) lines.push(plain(contact.join(' ')))
  return lines
}

/** How many questions are still open; the chapter asks them. */
export function openLine({ baseline, say, text }: Telling): readonly Text[] {
  const open = baseline.scope.open_questions.length
  if (open === 0) return []
  return [[{ text: text.scope.open(open, say), to: 'law-questions', quiet: true }]]
}

function whySentences(tell: Telling): readonly string[] {
  const { say, text, baseline } = tell
  const { grounds, size_class, aggregate } = baseline.scope
  const sector = grounds.find((ground) =>
    /^(sector_named|annex_named|nace_division_listed)$/.test(ground.rule),
  )
  const unlisted = grounds.find((ground) => ground.rule === 'not_listed')
  const designated = grounds.find((ground) => ground.rule === 'designated')
  const year = grounds.find((ground) => ground.facts['year'] !== undefined)?.facts['year']
  const sizes = text.scope.size({
    staff: say.number(aggregate.awu),
    turnover: say.euroRange({ low_eur: aggregate.turnover_eur, high_eur: aggregate.turnover_eur }),
    balance: say.euroRange({ low_eur: aggregate.balance_eur, high_eur: aggregate.balance_eur }),
    size: say.word(size_class, 'sizeClass'),
    year: year === undefined ? text.unknown : String(year),
  })
  return [
    ...(designated === undefined ? [] : [text.scope.designated]),
    ...(sector === undefined
      ? []
      : [text.scope.sectorListed(sectorName(tell, sector), annexOf(sector))]),
    ...(unlisted === undefined
      ? []
      : [text.scope.sectorNotListed(textOf(unlisted.facts['division']))]),
    sizes,
  ]
}

function sectorName({ say, text }: Telling, ground: Ground): string {
  const id = textOf(ground.facts['subsector']) ?? textOf(ground.facts['sector'])
  if (id !== null) return say.word(id, 'sector')
  const division = textOf(ground.facts['division'])
  if (division === null) return text.unknown
  const known = sectorOfDivision[division.slice(0, 2)]
  return known === undefined
    ? text.scope.division(division)
    : `${say.word(known, 'sector')} (NACE ${division})`
}

/** Divisions that are a whole sector or subsector of the annexes. */
const sectorOfDivision: Readonly<Record<string, string>> = {
  '10': 'food',
  '11': 'food',
  '20': 'chemicals',
  '26': 'manufacturing.computer_electronic_optical',
  '27': 'manufacturing.electrical',
  '28': 'manufacturing.machinery',
  '29': 'manufacturing.motor_vehicles',
  '30': 'manufacturing.other_transport',
}

function annexOf(ground: Ground): string {
  return /Annex (I+)/.exec(ground.article)?.[1] ?? ''
}

function textOf(value: Ground['facts'][keyof Ground['facts']]): string | null {
  return value === undefined || value === null ? null : String(value)
}

/** How the group was added up: in the table of grounds, not in the margin. */
const groupRules: ReadonlySet<string> = new Set([
  'linked',
  'partner',
  'exempt_investors',
  'two_years',
  'ownership_change',
  'new_company',
])

/** The articles that decided, for the margin; each leads to the table of grounds. */
export function scopeArticles({ article: said, baseline }: Telling): Text {
  const deciding = baseline.scope.grounds.filter(({ rule }) => !groupRules.has(rule))
  const articles = [...new Set(deciding.map((ground) => ground.article))]
  return joined(
    articles.map((article): Text => [linked(said(article), 'law-grounds', { quiet: true })]),
    ' · ',
  )
}
