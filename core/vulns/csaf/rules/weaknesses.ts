// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about vulnerabilities: status, remediations, flags.
import { listOf, objectOf, textOf, textsOf } from '../json.ts'
import { type Facts, productsNamed, type Weakness } from './facts.ts'
import { type Found, none, type Rules, repeated } from './rule.ts'

const statusGroups = {
  affected: ['first_affected', 'known_affected', 'last_affected'],
  notAffected: ['known_not_affected'],
  fixed: ['first_fixed', 'fixed'],
  investigated: ['under_investigation'],
  unknown: ['unknown'],
} as const

type StatusGroup = keyof typeof statusGroups

/** By product, the groups of statuses that it is in. */
export function statusOf({ one }: Weakness): ReadonlyMap<string, readonly StatusGroup[]> {
  const status = objectOf(one['product_status'])
  const found = new Map<string, readonly StatusGroup[]>()
  for (const [group, names] of groups) {
    const alone = [group]
    for (const name of names) {
      for (const id of textsOf(status[name])) {
        const own = found.get(id)
        if (own === undefined) found.set(id, alone)
        else if (!own.includes(group)) found.set(id, [...own, group])
      }
    }
  }
  return found
}

const groups = Object.entries(statusGroups) as [StatusGroup, readonly string[]][]

export const weaknessRules: Rules = {
  // A product stands in one group of statuses.
  '6.1.6': ({ weaknesses }) =>
    weaknesses.flatMap((weakness) =>
      statusOf(weakness)
        .values()
        .some((groups) => groups.length > 1)
        ? [`${weakness.place}/product_status`]
        : none,
    ),
  // Each CVE is one vulnerability.
  '6.1.23': ({ weaknesses }) =>
    repeated(
      weaknesses,
      ({ one }) => textOf(one['cve']),
      ({ place }) => place,
    ),
  // A party did one thing at a time.
  '6.1.24': ({ weaknesses }) =>
    weaknesses.flatMap(({ one, place }) =>
      repeated(
        listOf(one['involvements']).map(objectOf),
        ({ party, date }) => `${textOf(party)}\n${textOf(date)}`,
        () => `${place}/involvements`,
      ),
    ),
  // A remediation names the products it is for.
  '6.1.29': (facts) => withoutProduct(facts, 'remediations'),
  // A flag names the products it is for.
  '6.1.32': (facts) => withoutProduct(facts, 'flags'),
  // Of a product one justification says why it is not affected.
  '6.1.33': (facts) =>
    facts.weaknesses.flatMap(({ one, place }) => {
      const flags = listOf(one['flags']).filter((flag) =>
        justifications.includes(textOf(objectOf(flag)['label'])),
      )
      return repeated(
        flags.flatMap((flag) => [...new Set(productsNamed(flag, facts))]),
        (id) => id,
        () => `${place}/flags`,
      )
    }),
}

export const weaknessRulesSince: Rules = {
  // Of a product no two remediations exclude each other.
  '6.1.35': (facts) =>
    facts.weaknesses.flatMap(({ one, place }) => {
      const given = new Map<string, Set<string>>()
      return listOf(one['remediations']).flatMap((item, at) => {
        const category = textOf(objectOf(item)['category'])
        const isOff = productsNamed(item, facts).map((id) => {
          const before = given.get(id) ?? new Set<string>()
          given.set(id, before.add(category))
          return [...before].some((other) => isExcluding(category, other))
        })
        return isOff.includes(true) ? [`${place}/remediations/${at}`] : none
      })
    }),
  // No remediation is for a product whose status leaves nothing of the kind to do.
  '6.1.36': (facts) =>
    facts.weaknesses.flatMap((weakness) => {
      const { one, place } = weakness
      const remediations = listOf(one['remediations'])
      if (remediations.length === 0) return none
      const statuses = statusOf(weakness)
      return remediations.flatMap((item, at) => {
        const off = senseless[textOf(objectOf(item)['category'])] ?? []
        const isOff = productsNamed(item, facts).some((id) =>
          (statuses.get(id) ?? []).some((group) => off.includes(group)),
        )
        return isOff ? [`${place}/remediations/${at}`] : none
      })
    }),
}

const justifications = [
  'component_not_present',
  'inline_mitigations_already_exist',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_not_present',
]

/** These stand beside nothing else; of the others, one says what there is of a fix. */
const alone = ['optional_patch', 'none_available']
const ofTheFix = ['vendor_fix', 'fix_planned', 'no_fix_planned']

function isExcluding(category: string, other: string): boolean {
  if (category === other) return false
  if (alone.includes(category) || alone.includes(other)) return true
  return ofTheFix.includes(category) && ofTheFix.includes(other)
}

const senseless: Readonly<Record<string, readonly StatusGroup[]>> = {
  workaround: ['notAffected', 'fixed'],
  mitigation: ['notAffected', 'fixed'],
  vendor_fix: ['notAffected', 'fixed'],
  none_available: ['notAffected', 'fixed'],
  optional_patch: ['affected'],
  fix_planned: ['fixed'],
  no_fix_planned: ['fixed'],
}

function withoutProduct({ weaknesses }: Facts, part: string): Found {
  return weaknesses.flatMap(({ one, place }) =>
    listOf(one[part]).flatMap((value, at) => {
      const { product_ids: products, group_ids: groups } = objectOf(value)
      return products === undefined && groups === undefined ? [`${place}/${part}/${at}`] : none
    }),
  )
}
