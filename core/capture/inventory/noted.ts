// SPDX-License-Identifier: EUPL-1.2
// The few facts that decide about devices as such, picked out in one reading of them all.
import type { Conversation, FactSubject, Observed, Rows, SightedFact } from '../observations.ts'

export interface NotedFacts {
  /** `management_address` with a card. */
  readonly management: readonly SightedFact[]
  /** Network masks, stated about a card or an address. */
  readonly masks: readonly SightedFact[]
  /** In which a card names the device it is a port of. */
  readonly chassis: readonly SightedFact[]
  /** When certificates end. */
  readonly certificates: readonly SightedFact[]
  /** Versions of TLS that were agreed. */
  readonly versions: readonly SightedFact[]
  /** Names and addresses that somebody asks for. */
  readonly asked: readonly SightedFact[]
  /** Of these, the requests by which a device checks that its own name is free. */
  readonly checked: ReadonlySet<SightedFact>
  /** Everybody of whom something is stated, names that a resolver hands out aside. */
  readonly subjects: ReadonlySet<FactSubject>
}

type ListName = 'management' | 'masks' | 'chassis' | 'certificates' | 'versions' | 'asked'

/** Names by what they decide; looked at once per name, not once per fact. */
function listOf(name: string): ListName | 'hints' | undefined {
  if (name === 'management_address') return 'management'
  if (name === 'tls.version') return 'versions'
  if (name.endsWith('.certificate_not_after')) return 'certificates'
  if (chassisNames.has(name)) return 'chassis'
  if (name === 'role_hint') return 'hints'
  if (/\.(subnet_)?mask$/.test(name)) return 'masks'
  return /\.(asked_for|arp_target)$/.test(name) ? 'asked' : undefined
}

const chassisNames: ReadonlySet<string> = new Set([
  'lldp.chassis_id',
  'lldp.chassis_mac',
  'stp.bridge',
  'pn_dcp.mac',
])

export function noteFacts({ facts, conversations }: Observed): NotedFacts {
  const lists: Record<ListName, SightedFact[]> = {
    management: [],
    masks: [],
    chassis: [],
    certificates: [],
    versions: [],
    asked: [],
  }
  const controllers = new Set<string>()
  const subjects = new Set<FactSubject>()
  const listNames = new Map<string, ListName | 'hints' | 'none'>()
  let last: FactSubject | undefined
  for (const fact of facts) {
    const { name, subject } = fact
    let list = listNames.get(name)
    if (list === undefined) {
      list = listOf(name) ?? 'none'
      listNames.set(name, list)
    }
    if (list === 'hints') {
      if (/^io_(controller|supervisor)$/.test(fact.value)) controllers.add(subject.mac ?? '')
    } else if (list !== 'none') lists[list].push(copyOf(fact))
    // Facts of one device mostly come one after the other.
    if (list === 'asked' || subject === last || fact.protocol === 'dns') continue
    last = subject
    subjects.add(subject)
  }
  return { ...lists, subjects, checked: checkedNames(lists.asked, controllers, conversations) }
}

function copyOf(fact: SightedFact): SightedFact {
  const { subject, name, value, protocol, packets, firstS, lastS, seen } = fact
  return { subject, name, value, protocol, packets, firstS, lastS, seen }
}

/**
 * PROFINET devices ask whether their own name is free when they start. A controller asks for the
 * names of its devices instead: it asks for several, or connects to them, or says what it is.
 */
function checkedNames(
  asked: readonly SightedFact[],
  controllers: ReadonlySet<string>,
  conversations: Rows<Conversation>,
): ReadonlySet<SightedFact> {
  const own = new Set<SightedFact>()
  const askedBy = new Map<string, SightedFact[]>()
  for (const fact of asked) {
    if (fact.name !== 'pn_dcp.asked_for') continue
    const mac = fact.subject.mac ?? ''
    const known = askedBy.get(mac)
    if (known === undefined) askedBy.set(mac, [fact])
    else known.push(fact)
  }
  if (askedBy.size === 0) return own
  const connecting = new Set(controllers)
  for (const { client, operations } of conversations) {
    if (operations.some(({ name }) => name === 'connect')) connecting.add(client.mac ?? '')
  }
  for (const [mac, facts] of askedBy) {
    const names = new Set(facts.map(({ value }) => value.toLowerCase()))
    if (names.size === 1 && !connecting.has(mac)) for (const fact of facts) own.add(fact)
  }
  return own
}
