// SPDX-License-Identifier: EUPL-1.2
import type { PathsConversation } from '../paths-input.ts'
import { addressOf, familyOf, isLinkLocal } from './addresses.ts'
import { metBy, narrowedTo, permittedServices, serviceTexts } from './permitted.ts'
import type { RuleSet } from './rule-set.ts'

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

interface Group {
  readonly zone: string
  readonly addresses: readonly Met[]
  readonly ids: string[]
}

/** An address, and which rules it meets: two that meet the same are judged once. */
interface Met {
  readonly address: bigint
  readonly asSource: string
  readonly asTarget: string
}

/**
 * What may be opened between zones by these rules, seen or not. Within a zone no firewall stands
 * between. Assets that no rule tells apart are judged once.
 */
export function permittedConversations(
  set: RuleSet,
  assets: readonly PlacedAsset[],
): PermittedConversations {
  const { groups, withoutAddress } = groupsOf(set, assets)
  const between = judgedBy(set)
  const conversations: PathsConversation[] = []
  let leftOut = 0
  for (const source of groups) {
    for (const target of groups) {
      if (source.zone === target.zone) continue
      const services = new Set(
        source.addresses.flatMap((from) => target.addresses.flatMap((to) => between(from, to))),
      )
      if (services.size === 0) continue
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

function groupsOf(set: RuleSet, assets: readonly PlacedAsset[]) {
  const groups = new Map<string, Group>()
  const withoutAddress: string[] = []
  for (const { id, zone, addresses = [] } of assets) {
    const met = addresses
      .map(addressOf)
      .filter((value) => value !== undefined)
      .filter((value) => set.families.includes(familyOf(value)) && !isLinkLocal(value))
      .map((address) => ({
        address,
        asSource: `${familyOf(address)} ${metBy(set, 'sources', address).join()}`,
        asTarget: `${familyOf(address)} ${metBy(set, 'targets', address).join()}`,
      }))
    if (met.length === 0) {
      withoutAddress.push(id)
      continue
    }
    const key = JSON.stringify([zone, met.map(({ asSource, asTarget }) => [asSource, asTarget])])
    const group = groups.get(key) ?? { zone, addresses: met, ids: [] }
    groups.set(key, group)
    group.ids.push(id)
  }
  return { groups: [...groups.values()], withoutAddress }
}

/** Texts of services; of two families none. */
function judgedBy(set: RuleSet): (from: Met, to: Met) => readonly string[] {
  const bySource = new Map<
    string,
    { readonly set: RuleSet; readonly known: Map<string, string[]> }
  >()
  return (from, to) => {
    if (familyOf(from.address) !== familyOf(to.address)) return []
    const own = bySource.get(from.asSource) ?? {
      set: narrowedTo(set, from.address),
      known: new Map(),
    }
    bySource.set(from.asSource, own)
    const known = own.known.get(to.asTarget)
    if (known !== undefined) return known
    const texts = [...serviceTexts(permittedServices(own.set, from.address, to.address))]
    own.known.set(to.asTarget, texts)
    return texts
  }
}
