// SPDX-License-Identifier: EUPL-1.2
// A device that calls the same place on the internet again and again in an even rhythm. Update services
// and clouds do so; so does what waits there for orders. A person decides once which it is.
import type { Conversation, Start } from '../observations.ts'
import { type Detect, Findings, note, type Scene } from './finding.ts'
import { isInternet } from './internet.ts'
import { techniques } from './techniques.ts'

/** Fewer calls may be even by chance. */
const fewestCalls = 8
/** Quicker than this is a page that loads its parts. */
const shortestS = 5
/** Common tools vary their rhythm by some tenths; those who do more are not found by it. */
const jitter = 0.2
const evenChance = 0.8

/** Asking for the time and for names is regular everywhere. */
const ordinary: ReadonlySet<string> = new Set(['ntp', 'dns', 'icmp', 'icmpv6'])

export const detectBeaconing: Detect = (scene) => {
  const { inventory } = scene
  const findings = new Findings()
  for (const conversation of inventory.conversations(inventory.isAbroad)) {
    if (conversation.connections < fewestCalls || !callsOut(conversation, scene)) continue
    const { client, server, transport, service, protocol, starts = [] } = conversation
    const rhythmS = rhythmOf(starts)
    const source = inventory.assetAt(client)
    if (rhythmS === undefined || source === undefined) continue
    const target = inventory.assetAt(server) ?? null
    const technique = techniques.standardApplicationProtocol
    const spoken = protocol ?? `${transport}/${service}`
    const head = { kind: 'beaconing', source, target, protocol: spoken, technique } as const
    const finding = findings.at(head, `${server.ip} ${transport}/${service}`)
    const { firstS, lastS, connections } = conversation
    note(finding, { count: connections, frames: starts.map(({ seen }) => seen), firstS, lastS })
    finding.detail['address'] = server.ip ?? ''
    finding.detail['every_seconds'] = String(Math.round(rhythmS))
    finding.detail['service'] = `${transport}/${service}`
  }
  return findings.list()
}

function callsOut(
  { client, server, protocol, directionBasis }: Conversation,
  scene: Scene,
): boolean {
  if (ordinary.has(protocol ?? '') || directionBasis === 'first') return false
  return isInternet(server, scene) && !isInternet(client, scene)
}

/** The usual time between two calls, where most of them keep to it; seconds. */
export function rhythmOf(starts: readonly Start[]): number | undefined {
  if (starts.length < fewestCalls) return undefined
  const gaps = starts.slice(1).map(({ timeS }, at) => timeS - (starts[at]?.timeS ?? Number.NaN))
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? Number.NaN
  if (!(usual >= shortestS)) return undefined
  const even = gaps.filter((gap) => Math.abs(gap - usual) <= usual * jitter).length
  return even >= gaps.length * evenChance ? usual : undefined
}
