// SPDX-License-Identifier: EUPL-1.2
import type { ForbiddenConversation, PathsConduit, PathsInput } from './paths-input.ts'

/** Conversations from zone to zone that no conduit allows. Within a zone everything may talk. */
export function forbiddenConversations(
  { conversations, conduits }: PathsInput,
  zoneOf: (asset: string) => string,
): ForbiddenConversation[] {
  if (conduits === undefined) return []
  const allowed = servicesByZones(conduits)
  const forbidden: ForbiddenConversation[] = []
  for (const { from, to, service, needed = false } of conversations) {
    const from_zone = zoneOf(from)
    const to_zone = zoneOf(to)
    if (from_zone === to_zone) continue
    const services = allowed.get(from_zone)?.get(to_zone)
    if (services?.has('*') === true || services?.has(plain(service)) === true) continue
    const why = services === undefined ? 'no_conduit' : 'service_not_in_conduit'
    forbidden.push({ from, to, service, from_zone, to_zone, why, needed })
  }
  return forbidden
}

/** Several conduits between the same zones carry what any of them does. */
function servicesByZones(
  conduits: readonly PathsConduit[],
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const byZones = new Map<string, Map<string, Set<string>>>()
  for (const { from_zone, to_zone, services } of conduits) {
    const byTo = byZones.get(from_zone) ?? new Map<string, Set<string>>()
    const known = byTo.get(to_zone) ?? new Set<string>()
    for (const service of services) known.add(plain(service))
    byZones.set(from_zone, byTo.set(to_zone, known))
  }
  return byZones
}

function plain(service: string): string {
  return service.trim().toLowerCase()
}
