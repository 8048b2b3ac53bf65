// SPDX-License-Identifier: EUPL-1.2
import type { Observations, SightedFact } from '../observations.ts'

/**
 * Requests by which a PROFINET device asks whether its own name is free, as all do when they
 * start. A controller asks for the names of its devices instead: it asks for several, or connects
 * to them, or says what it is.
 */
export function namesCheckedByOwner(observations: Observations): ReadonlySet<SightedFact> {
  const askedBy = new Map<string, SightedFact[]>()
  const controllers = new Set<string>()
  for (const fact of observations.facts) {
    const mac = fact.subject.mac ?? ''
    if (fact.name === 'pn_dcp.asked_for') {
      const known = askedBy.get(mac)
      if (known === undefined) askedBy.set(mac, [fact])
      else known.push(fact)
    } else if (fact.name === 'role_hint' && /^io_(controller|supervisor)$/.test(fact.value)) {
      controllers.add(mac)
    }
  }
  for (const { client, operations } of observations.conversations) {
    if (operations.some(({ name }) => name === 'connect')) controllers.add(client.mac ?? '')
  }
  const own = new Set<SightedFact>()
  for (const [mac, facts] of askedBy) {
    const names = new Set(facts.map(({ value }) => value.toLowerCase()))
    if (names.size === 1 && !controllers.has(mac)) for (const fact of facts) own.add(fact)
  }
  return own
}
