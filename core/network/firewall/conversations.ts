// SPDX-License-Identifier: EUPL-1.2
import type { PathsConversation } from '../paths-input.ts'
import { type AddressSpan, addressOf, familyOf, isLinkLocal } from './addresses.ts'
import { permittedServices, serviceTexts } from './permitted.ts'
import type { Match, RuleSet } from './rule-set.ts'

export interface PlacedAsset {
  readonly id: string
  readonly zone: string
  /** IPv4 and IPv6; what no router forwards is left out. */
  readonly addresses?: readonly string[]
}

export interface PermittedConversations {
  readonly conversations: readonly PathsConversation[]
  /** Beyond what is listed. */
  readonly leftOut: number
  /** Assets of which no rule can say anything. */
  readonly withoutAddress: readonly string[]
}

// Two thousand assets in ten zones with one service each way are some four million.
const mostConversations = 500_000

/**
 * What may be opened between zones by these rules, seen or not. Within a zone no firewall stands
 * between. Assets that no rule tells apart are judged once.
 */
export function permittedConversations(
  set: RuleSet,
  assets: readonly PlacedAsset[],
): PermittedConversations {
  const edges = edgesOf(set)
  const groups = new Map<string, { readonly zone: string; addresses: bigint[]; ids: string[] }>()
  const withoutAddress: string[] = []
  for (const { id, zone, addresses = [] } of assets) {
    const values = addresses
      .map(addressOf)
      .filter((value) => value !== undefined)
      .filter((value) => set.families.includes(familyOf(value)) && !isLinkLocal(value))
    if (values.length === 0) {
      withoutAddress.push(id)
      continue
    }
    const key = `${zone}\n${values.map((value) => placeOf(edges, value)).join(' ')}`
    const group = groups.get(key) ?? { zone, addresses: values, ids: [] }
    groups.set(key, group)
    group.ids.push(id)
  }
  const conversations: PathsConversation[] = []
  let leftOut = 0
  for (const source of groups.values()) {
    for (const target of groups.values()) {
      if (source.zone === target.zone) continue
      const services = new Set(
        source.addresses.flatMap((from) =>
          target.addresses
            .filter((to) => familyOf(to) === familyOf(from))
            .flatMap((to) => serviceTexts(permittedServices(set, from, to))),
        ),
      )
      for (const from of source.ids) {
        for (const to of target.ids) {
          for (const service of services) {
            if (conversations.length < mostConversations) conversations.push({ from, to, service })
            else leftOut += 1
          }
        }
      }
    }
  }
  return { conversations, leftOut, withoutAddress }
}

/** Where one span of the rules begins, or the place behind it: between two nothing differs. */
function edgesOf({ chains, gates }: RuleSet): readonly bigint[] {
  const edges = new Set<bigint>([0n])
  const add = (spans: readonly AddressSpan[] | undefined) => {
    for (const [from, to] of spans ?? []) edges.add(from).add(to + 1n)
  }
  const addMatch = ({ sources, targets }: Pick<Match, 'sources' | 'targets'>) => {
    add(sources)
    add(targets)
  }
  for (const gate of gates) addMatch(gate)
  for (const { rules } of chains.values()) for (const { match } of rules) addMatch(match)
  return [...edges].sort((a, b) => (a < b ? -1 : 1))
}

function placeOf(edges: readonly bigint[], value: bigint): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? 0n) <= value) low = middle + 1
    else high = middle
  }
  return low
}
