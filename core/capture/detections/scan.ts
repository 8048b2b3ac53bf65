// SPDX-License-Identifier: EUPL-1.2
// Fan-out: one device tries many hosts for the same service, or many services of one host, and
// most of it fails. A supervisor that polls thirty controllers gets thirty answers and stays quiet.
import { isRefused } from '../inventory/lines.ts'
import type { Conversation, Seen } from '../observations.ts'
import { type Detect, Findings, mostFrames, note, type Scene } from './finding.ts'
import { techniques } from './techniques.ts'

/** This many tries of which half fail, or half as many that all fail. */
const fewestHosts = 16
const fewestPorts = 20
const failedChance = 0.5
/** A connection of which the tap shows one side only has more packets than a try. */
const packetsOfTry = 4

// Named in a finding; a sweep of everything is known by its count.
const mostServices = 8

interface Tries {
  readonly source: string
  readonly target: string | null
  readonly what: Set<string>
  /** By host or by port: whether any try got an answer. */
  readonly answers: Map<string, boolean>
  firstS: number
  lastS: number
  readonly frames: Seen[]
}

export const detectScans: Detect = (scene) => {
  const sweeps = new Map<string, Tries>()
  const ports = new Map<string, Tries>()
  const suspects = sourcesThatFail(scene)
  if (suspects.size === 0) return []
  for (const conversation of scene.observations.conversations) {
    if (!suspects.has(scene.inventory.assetAt(conversation.client) ?? '')) continue
    if (conversation.directionBasis === 'first' && conversation.transport === 'udp') continue
    addTry(sweeps, ports, conversation, scene)
  }
  const findings = new Findings()
  for (const tries of sweeps.values()) report(findings, tries, fewestHosts, 'hosts')
  for (const tries of ports.values()) report(findings, tries, fewestPorts, 'ports')
  return findings.list()
}

/** Most devices never fail; only the tries of the others are kept book of. */
function sourcesThatFail({ observations, inventory }: Scene): Set<string> {
  const failures = new Map<string, number>()
  for (const conversation of observations.conversations) {
    if (!isFailed(conversation)) continue
    const source = inventory.assetAt(conversation.client)
    if (source !== undefined) failures.set(source, (failures.get(source) ?? 0) + 1)
  }
  const fewest = Math.min(fewestHosts, fewestPorts) / 2
  return new Set([...failures].filter(([, count]) => count >= fewest).map(([source]) => source))
}

function addTry(
  sweeps: Map<string, Tries>,
  ports: Map<string, Tries>,
  conversation: Conversation,
  { inventory }: Scene,
): void {
  const { transport, service, server } = conversation
  if (transport === 'ethernet' || transport === 'ip') return
  const source = inventory.assetAt(conversation.client)
  const host = server.ip
  if (source === undefined || host === undefined) return
  const isAnswered = !isFailed(conversation)
  const what = transport === 'icmp' ? 'icmp' : `${transport}/${service}`
  tally(sweeps, `${source} ${transport}`, { source, target: null }, host, {
    conversation,
    isAnswered,
    what,
  })
  if (transport === 'icmp') return
  const target = inventory.assetAt(server) ?? null
  tally(ports, `${source} ${host} ${transport}`, { source, target }, what, {
    conversation,
    isAnswered,
    what: transport,
  })
}

function isFailed(conversation: Conversation): boolean {
  const { packetsToClient, packetsToServer, connections } = conversation
  if (packetsToClient > 0) return isRefused(conversation)
  return packetsToServer <= packetsOfTry * Math.max(1, connections)
}

function tally(
  all: Map<string, Tries>,
  key: string,
  head: Pick<Tries, 'source' | 'target'>,
  tried: string,
  {
    conversation,
    isAnswered,
    what,
  }: { conversation: Conversation; isAnswered: boolean; what: string },
): void {
  const { firstS, lastS, seen } = conversation
  const tries: Tries = all.get(key) ?? {
    ...head,
    what: new Set(),
    answers: new Map(),
    firstS,
    lastS,
    frames: [],
  }
  all.set(key, tries)
  tries.what.add(what)
  tries.answers.set(tried, isAnswered || (tries.answers.get(tried) ?? false))
  tries.firstS = Math.min(tries.firstS, firstS)
  tries.lastS = Math.max(tries.lastS, lastS)
  if (tries.frames.length < mostFrames) tries.frames.push(seen)
}

function report(
  findings: Findings,
  { source, target, what, answers, firstS, lastS, frames }: Tries,
  fewest: number,
  unit: 'hosts' | 'ports',
): void {
  const failed = [...answers.values()].filter((isAnswered) => !isAnswered).length
  const isMany = answers.size >= fewest && failed >= answers.size * failedChance
  const isAllFailed = answers.size * 2 >= fewest && failed === answers.size
  if (!isMany && !isAllFailed) return
  const head = { kind: 'scan', source, target, protocol: null, technique: techniques.portScan }
  const finding = findings.at(
    head as Parameters<Findings['at']>[0],
    `${unit} ${[...what].join(' ')}`,
  )
  note(finding, { count: answers.size, frames, firstS, lastS })
  finding.detail[unit] = String(answers.size)
  finding.detail['unanswered'] = String(failed)
  finding.detail['services'] = [...what].slice(0, mostServices).join(', ')
}
