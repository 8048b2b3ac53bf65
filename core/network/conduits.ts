// SPDX-License-Identifier: EUPL-1.2
import type { ForbiddenConversation, PathsInput } from './paths-input.ts'

/**
 * Conversations from zone to zone that no conduit allows. Within a zone everything may talk. `from` and
 * `to`: of each conversation the place of its ends in `assets`.
 */
export function forbiddenConversations(
  { assets, conversations, conduits }: PathsInput,
  { from, to }: { readonly from: Int32Array; readonly to: Int32Array },
): ForbiddenConversation[] {
  if (conduits === undefined) return []
  const numbers = new Map<string, number>()
  const numberOf = (zone: string) => {
    const known = numbers.get(zone) ?? numbers.size
    numbers.set(zone, known)
    return known
  }
  const zones = new Int32Array(assets.length)
  for (let index = 0; index < assets.length; index += 1) zones[index] = numberOf(assets[index].zone)
  const pairs = conduits.map(({ from_zone, to_zone }) => [numberOf(from_zone), numberOf(to_zone)])
  // Several conduits between the same zones carry what any of them does.
  const allowed = new Map<number, Set<string>>()
  for (const [index, { services }] of conduits.entries()) {
    const [tail, head] = pairs[index]
    const key = tail * numbers.size + head
    const known = allowed.get(key) ?? new Set<string>()
    allowed.set(key, known)
    for (const service of services) known.add(plain(service))
  }
  const forbidden: ForbiddenConversation[] = []
  for (let index = 0; index < conversations.length; index += 1) {
    const tail = zones[from[index]]
    const head = zones[to[index]]
    if (tail === head) continue
    const services = allowed.get(tail * numbers.size + head)
    const one = conversations[index]
    if (services !== undefined && carries(services, one.service)) continue
    forbidden.push({
      from: one.from,
      to: one.to,
      service: one.service,
      from_zone: assets[from[index]].zone,
      to_zone: assets[to[index]].zone,
      why: services === undefined ? 'no_conduit' : 'service_not_in_conduit',
      needed: one.needed === true,
    })
  }
  return forbidden
}

function carries(services: ReadonlySet<string>, service: string): boolean {
  return services.has(service) || services.has('*') || services.has(plain(service))
}

function plain(service: string): string {
  return service.trim().toLowerCase()
}
