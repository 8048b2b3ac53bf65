// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about what a document of its category must have.
import { listOf, objectOf, textOf, textsOf } from '../json.ts'
import { type Facts, productsNamed, type Weakness } from './facts.ts'
import { type Found, none, type Rules } from './rule.ts'

const advisory = 'csaf_security_advisory'
const vex = 'csaf_vex'
const informational = ['csaf_informational_advisory', 'csaf_security_incident_response']
const deprecated = 'csaf_deprecated_security_advisory'
const withdrawn = 'csaf_withdrawn'
const superseded = 'csaf_superseded'

type Rule = (facts: Facts) => Found

/** For these categories, and from 2.1 on for those too. */
function of(categories: readonly string[], rule: Rule, since: readonly string[] = []): Rule {
  return (facts) =>
    categories.includes(facts.category) || (facts.isOfTwoOne && since.includes(facts.category))
      ? rule(facts)
      : none
}

function each(isFine: (one: Weakness['one']) => boolean): Rule {
  return ({ weaknesses }) => weaknesses.flatMap(({ one, place }) => (isFine(one) ? none : [place]))
}

const hasNote = (facts: Facts, categories: readonly string[]) =>
  listOf(facts.head['notes']).some((note) =>
    categories.includes(textOf(objectOf(note)['category'])),
  )

export const profileRules: Rules = {
  // What only informs says what about.
  '6.1.27.1': of(informational, (facts) =>
    hasNote(facts, ['description', 'details', 'general', 'summary']) ? none : ['/document/notes'],
  ),
  // What only informs refers to more elsewhere.
  '6.1.27.2': of(informational, ({ head }) => {
    const references = listOf(head['references']).map(objectOf)
    return references.some(({ category }) => category === 'external')
      ? none
      : ['/document/references']
  }),
  // What only informs, or is no longer there, has no vulnerabilities.
  '6.1.27.3': of(
    ['csaf_informational_advisory'],
    ({ document }) => (document['vulnerabilities'] === undefined ? none : ['/vulnerabilities']),
    [withdrawn, superseded],
  ),
  // An advisory and a VEX have products.
  '6.1.27.4': of(
    [advisory, vex],
    ({ document }) => (document['product_tree'] === undefined ? ['/product_tree'] : none),
    [deprecated],
  ),
  // An advisory and a VEX describe each vulnerability.
  '6.1.27.5': of(
    [advisory, vex],
    each((one) => listOf(one['notes']).length > 0),
    [deprecated],
  ),
  // An advisory says of each vulnerability how products stand.
  '6.1.27.6': of(
    [advisory],
    each((one) => one['product_status'] !== undefined),
    [deprecated],
  ),
  // A VEX says of each vulnerability what is fixed, affected, not affected or looked into.
  '6.1.27.7': of(
    [vex],
    each((one) => {
      const status = objectOf(one['product_status'])
      const names = ['fixed', 'known_affected', 'known_not_affected', 'under_investigation']
      return names.some((name) => status[name] !== undefined)
    }),
  ),
  // A VEX names each vulnerability, and from 2.1 on for each of its products.
  '6.1.27.8': of([vex], (facts) =>
    facts.weaknesses.flatMap(({ one, place }) => (isNamed(one, facts) ? none : [place])),
  ),
  // A VEX says why what is not affected is not.
  '6.1.27.9': of([vex], (facts) => unspoken(facts, 'known_not_affected')),
  // A VEX says what to do about what is affected.
  '6.1.27.10': of([vex], (facts) => unspoken(facts, 'known_affected')),
  // An advisory and a VEX have vulnerabilities.
  '6.1.27.11': of(
    [advisory, vex],
    ({ document }) => (document['vulnerabilities'] === undefined ? ['/vulnerabilities'] : none),
    [deprecated],
  ),
}

export const profileRulesSince: Rules = {
  // An advisory says of each vulnerability what is affected.
  '6.1.27.12': of(
    [advisory],
    each((one) => objectOf(one['product_status'])['known_affected'] !== undefined),
  ),
  // What is no longer there says why, in a description.
  '6.1.27.14': of([withdrawn, superseded], (facts) =>
    hasNote(facts, ['description']) ? none : ['/document/notes'],
  ),
  // What is no longer there has no products.
  '6.1.27.15': of([withdrawn, superseded], ({ document }) =>
    document['product_tree'] === undefined ? none : ['/product_tree'],
  ),
  // What is no longer there was there before: its history has two revisions at least.
  '6.1.27.16': of([withdrawn, superseded], ({ revisions }) =>
    revisions.length < 2 ? ['/document/tracking/revision_history'] : none,
  ),
  // In English the reason of a withdrawal is one note with that title.
  '6.1.27.17': of([withdrawn], (facts) =>
    hasOneNote(facts, 'Reasoning for Withdrawal', 'description') ? none : ['/document/notes'],
  ),
  // In English the reason of a supersession is one note with that title.
  '6.1.27.18': of([superseded], (facts) =>
    hasOneNote(facts, 'Reasoning for Supersession', 'description') ? none : ['/document/notes'],
  ),
  // In English what is superseded refers to what came in its place.
  '6.1.27.19': of([superseded], (facts) => {
    const references = listOf(facts.head['references']).map(objectOf)
    const isThere = references.some(
      ({ category, summary }) =>
        category === 'external' && textOf(summary).startsWith('Superseding Document'),
    )
    return isThere || !isEnglish(facts) ? none : ['/document/references']
  }),
}

/** An id may be for some products only; one that is not, and a CVE, is for all. */
function isNamed(one: Weakness['one'], facts: Facts): boolean {
  if (one['cve'] !== undefined) return true
  const ids = listOf(one['ids'])
  if (ids.length === 0) return false
  const isForSome = (id: unknown) => {
    const { product_ids: products, group_ids: groups } = objectOf(id)
    return products !== undefined || groups !== undefined
  }
  if (!facts.isOfTwoOne || !ids.every(isForSome)) return true
  const named = new Set(ids.flatMap((id) => productsNamed(id, facts)))
  const statuses = Object.values(objectOf(one['product_status']))
  return statuses.flatMap(textsOf).every((id) => named.has(id))
}

function isEnglish({ head }: Facts): boolean {
  const language = textOf(head['lang'])
  return language === '' || /^en(?:-|$)/i.test(language)
}

/** In another language the standard knows no title: then it cannot be missing. */
export function hasOneNote(facts: Facts, title: string, category: string): boolean {
  if (!isEnglish(facts)) return true
  const notes = listOf(facts.head['notes']).map(objectOf)
  const titled = notes.filter((note) => note['title'] === title)
  return titled.length === 1 && titled[0]?.['category'] === category
}

/** Products of a status for which nothing says why, or what to do. */
function unspoken(facts: Facts, status: 'known_affected' | 'known_not_affected'): Found {
  return facts.weaknesses.flatMap(({ one, place }) => {
    const said =
      status === 'known_affected'
        ? listOf(one['remediations'])
        : [
            ...listOf(one['flags']),
            ...listOf(one['threats']).filter((value) => objectOf(value)['category'] === 'impact'),
          ]
    const spoken = new Set(said.flatMap((item) => productsNamed(item, facts)))
    const isWhole = textsOf(objectOf(one['product_status'])[status]).every((id) => spoken.has(id))
    return isWhole ? none : [`${place}/product_status/${status}`]
  })
}
