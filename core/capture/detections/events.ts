// SPDX-License-Identifier: EUPL-1.2
// What decoders saw happen, as findings: log-ins that can be read along, default community names,
// weak log-ins, old TLS, addresses and names set from outside.
import type { DetectionKind } from '../asset.ts'
import type { SightedEvent } from '../observations.ts'
import type { EventName } from '../protocol.ts'
import { type Detect, type Finding, Findings, note, noteWord, type Scene } from './finding.ts'
import { type Technique, techniques } from './techniques.ts'

interface Meaning {
  readonly kind: DetectionKind
  readonly technique: Technique | null
  /** Details that keep findings apart. */
  readonly apart: readonly string[]
}

function meaningOf({ name, protocol, detail }: SightedEvent): Meaning | undefined {
  if (name !== 'old_version') return meanings[name]
  if (protocol.startsWith('smb') || /smb ?1|nt lm 0\.12/i.test(detail['version'] ?? '')) {
    // Only the choice counts: every old Windows still offers it.
    return detail['how'] === 'offered' ? undefined : smb1
  }
  if (/^(ssl|tls|dtls)/i.test(detail['version'] ?? '')) return oldTls
  return { kind: 'weak_authentication', technique: null, apart: ['version'] }
}

const smb1: Meaning = {
  kind: 'smb1',
  technique: techniques.exploitationOfRemoteServices,
  apart: [],
}
const oldTls: Meaning = { kind: 'old_tls', technique: techniques.networkSniffing, apart: [] }
const configuration: Meaning = {
  kind: 'device_configuration',
  technique: techniques.modifyParameter,
  apart: [],
}

const meanings: Readonly<Partial<Record<EventName, Meaning>>> = {
  cleartext_login: {
    kind: 'cleartext_login',
    technique: techniques.networkSniffing,
    apart: [],
  },
  default_community: {
    kind: 'default_credentials',
    technique: techniques.defaultCredentials,
    apart: ['community'],
  },
  weak_authentication: {
    kind: 'weak_authentication',
    technique: techniques.validAccounts,
    apart: ['scheme', 'method'],
  },
  address_set: configuration,
  name_set: configuration,
  factory_reset: configuration,
}

export const detectEvents: Detect = (scene) => {
  const findings = new Findings()
  const times = new ConversationTimes(scene)
  const agreed = agreedVersions(scene)
  for (const event of scene.observations.events) {
    const meaning = meaningOf(event)
    if (meaning === undefined) continue
    if (meaning === oldTls && isOutvoted(event, agreed)) continue
    const source = scene.inventory.assetAt(event.client) ?? null
    const target = scene.inventory.assetAt(event.server) ?? null
    const { kind, technique, apart } = meaning
    const { protocol, detail } = event
    const key = apart.map((name) => detail[name] ?? '').join(' ')
    const finding = findings.at({ kind, source, target, protocol, technique }, key)
    note(finding, { count: event.count, frames: event.frames, ...times.of(event) })
    if (kind === 'device_configuration') noteWord(finding, 'what', event.name)
    for (const [name, value] of Object.entries(detail)) {
      if (!isSecret(name) && value !== '') noteWord(finding, name, value)
    }
  }
  return withoutDoubles(findings.list())
}

/** A community that is the default needs no second line for travelling in clear text. */
function withoutDoubles(list: readonly Finding[]): Finding[] {
  const pair = ({ source, target, protocol }: Finding) => JSON.stringify([source, target, protocol])
  const defaults = new Set(
    list.filter(({ kind }) => kind === 'default_credentials').map((one) => pair(one)),
  )
  return list.filter(
    (one) =>
      one.kind !== 'weak_authentication' ||
      one.detail['method'] !== 'community' ||
      !defaults.has(pair(one)),
  )
}

/** A password is never shown, whatever a decoder handed over. */
function isSecret(name: string): boolean {
  return /pass(word)?|secret|token|key/i.test(name)
}

/** Pairs for which the server's choice is known: then the offer does not count. */
function agreedVersions({ inventory }: Scene): Set<string> {
  const pairs = new Set<string>()
  for (const { value, protocol, subject } of inventory.noted.versions) {
    if (protocol === 'tls' && /1\.[23]/.test(value)) {
      pairs.add(subject.ip ?? subject.mac ?? '')
    }
  }
  return pairs
}

function isOutvoted(event: SightedEvent, agreed: ReadonlySet<string>): boolean {
  return event.detail['how'] === 'offered' && agreed.has(event.server.ip ?? event.server.mac ?? '')
}

/** Events carry no time of their own: the conversation they happened in gives the bounds. */
export class ConversationTimes {
  readonly #byEnds = new Map<string, { firstS: number; lastS: number }>()

  constructor({ observations }: Scene) {
    const wanted = new Set(observations.events.map((event) => endsKey(event)))
    const services = new Set(observations.events.map(({ service }) => service))
    if (wanted.size === 0) return
    for (const conversation of observations.conversations) {
      if (!services.has(conversation.service)) continue
      const key = endsKey(conversation)
      if (!wanted.has(key)) continue
      const { firstS, lastS } = conversation
      const known = this.#byEnds.get(key)
      if (known === undefined) {
        this.#byEnds.set(key, { firstS, lastS })
        continue
      }
      known.firstS = Math.min(known.firstS, firstS)
      known.lastS = Math.max(known.lastS, lastS)
    }
  }

  of(event: SightedEvent): { firstS: number; lastS: number } | Record<string, never> {
    return this.#byEnds.get(endsKey(event)) ?? {}
  }
}

function endsKey({ client, server, service }: Pick<SightedEvent, 'client' | 'server' | 'service'>) {
  return `${client.ip ?? client.mac} ${server.ip ?? server.mac} ${service}`
}
