// SPDX-License-Identifier: EUPL-1.2
// Fan-out: one device tries many hosts for the same service, or many services of one host, and
// most of it fails. A supervisor that polls thirty controllers gets thirty answers and stays quiet.
import { isFailed } from '../inventory/lines.ts'
import type { Conversation, Seen } from '../observations.ts'
import { type Detect, Findings, mostFrames, note, type Scene } from './finding.ts'
import { techniques } from './techniques.ts'

/** This many tries of which half fail, or half as many that all fail. */
const fewestHosts = 16
const fewestPorts = 20
const failedChance = 0.5
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

export const detectScans: Detect = ({ inventory }) => {
  // Most devices never fail; only the tries of the others are kept book of.
  const fewest = Math.min(fewestHosts, fewestPorts) / 2
  const sources = new Map<string, Source>()
  const suspicious = inventory.conversations(
    (lines, line) => lines.failures[lines.from(line)] >= fewest,
  )
  for (const conversation of suspicious) {
    const { client, transport, directionBasis } = conversation
    if (inventory.failuresOf(client) < fewest) continue
    if (transport === 'ethernet' || transport === 'ip') continue
    if (directionBasis === 'first' && transport === 'udp') continue
    const id = inventory.assetAt(client)
    if (id !== undefined) addTry(sourceAt(sources, id), conversation, inventory)
  }
  const findings = new Findings()
  for (const { sweeps } of sources.values()) {
    for (const tries of sweeps.values()) report(findings, tries, fewestHosts, 'hosts')
  }
  for (const { hosts } of sources.values()) {
    for (const tries of hosts.values()) report(findings, tries, fewestPorts, 'ports')
  }
  return findings.list()
}

/** What one device tried. */
interface Source {
  readonly id: string
  /** By transport. */
  readonly sweeps: Map<string, Tries>
  /** By address and transport. */
  readonly hosts: Map<string, Tries>
}

function sourceAt(sources: Map<string, Source>, id: string): Source {
  const known = sources.get(id)
  if (known !== undefined) return known
  const made = { id, sweeps: new Map(), hosts: new Map() }
  sources.set(id, made)
  return made
}

function addTry(
  { id: source, sweeps, hosts }: Source,
  conversation: Conversation,
  { assetAt }: Scene['inventory'],
): void {
  const { transport, service, server } = conversation
  const host = server.ip
  if (host === undefined) return
  const isAnswered = !isFailed(conversation)
  const what = transport === 'icmp' ? 'icmp' : `${transport}/${service}`
  const sweep = triesAt(sweeps, transport, { source, target: null })
  tally(sweep, conversation, { tried: host, what, isAnswered })
  if (transport === 'icmp') return
  const key = `${host} ${transport}`
  const ports = triesAt(hosts, key, { source, target: assetAt(server) ?? null })
  tally(ports, conversation, { tried: what, what: transport, isAnswered })
}

function triesAt(
  all: Map<string, Tries>,
  key: string,
  head: Pick<Tries, 'source' | 'target'>,
): Tries {
  const known = all.get(key)
  if (known !== undefined) return known
  const made: Tries = {
    ...head,
    what: new Set(),
    answers: new Map(),
    firstS: Number.POSITIVE_INFINITY,
    lastS: Number.NEGATIVE_INFINITY,
    frames: [],
  }
  all.set(key, made)
  return made
}

function tally(
  tries: Tries,
  { firstS, lastS, seen }: Conversation,
  { tried, what, isAnswered }: { tried: string; what: string; isAnswered: boolean },
): void {
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
