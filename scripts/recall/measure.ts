// SPDX-License-Identifier: EUPL-1.2
// Compares one capture's inspection with the other program's answers.
import { readFileSync } from 'node:fs'
import {
  Inspection,
  type InspectionReport,
  inspectionReport,
  protocols,
} from '@schouw/core/capture'
import { macVendor } from '../../apps/cli/captures/makers.ts'
import { isSetAside } from './differences.ts'
import { type Field, forms, type Kind, kinds, mayState, texts } from './kinds.ts'
import type { Case, IdentityRow, Truth } from './truth.ts'

type Observations = ReturnType<Inspection['observations']>

/** `found` of `wanted`; `extra` is what we have beyond it. */
export interface Score {
  wanted: number
  found: number
  extra: number
}

export interface Measurement {
  readonly hosts: Record<string, Score>
  readonly protocols: Record<string, Score>
  readonly facts: Record<string, Score>
  readonly misses: readonly Miss[]
  readonly seconds: number
}

export interface Miss {
  readonly capture: string
  readonly kind: string
  readonly field: string
  readonly value: string
}

export function observe(path: string): Observations {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open(path)
  try {
    inspection.feed(readFileSync(path))
    inspection.close()
  } catch (fault) {
    if (!(fault instanceof Error) || fault.name !== 'NotACapture') throw fault
  }
  return inspection.observations()
}

export function measure({ name, path, truth }: Case): Measurement {
  const start = performance.now()
  const observations = observe(path)
  const report = inspectionReport(observations, { vendorOf: macVendor })
  const seconds = (performance.now() - start) / 1000
  const { assets } = report
  const misses: Miss[] = []
  const missed = (kind: string, field: string) => (value: string) => {
    misses.push({ capture: name, kind, field, value })
  }
  const loud = assets.filter(({ silent }) => !silent)
  const stated = new Set(truth.arp_bindings.flatMap(({ mac, ip }) => [mac, ip]))
  const hosts = {
    mac: compare(
      truth.mac_senders.map(({ mac }) => mac),
      loud.flatMap(({ macs }) => macs),
      stated,
      missed('host', 'mac'),
    ),
    ipv4: compare(
      truth.ipv4_senders.map(({ ip }) => ip),
      loud.flatMap(({ ipv4 }) => ipv4),
      stated,
      missed('host', 'ipv4'),
    ),
    ipv6: compare(
      truth.ipv6_senders.map(({ ip }) => ip),
      loud.flatMap(({ ipv6 }) => ipv6),
      stated,
      missed('host', 'ipv6'),
    ),
  }
  return {
    hosts,
    protocols: packetScores(truth, report.protocols),
    facts: factScores(truth, new Pool(observations, report), missed),
    misses,
    seconds,
  }
}

function compare(
  wanted: readonly string[],
  ours: readonly string[],
  stated: ReadonlySet<string>,
  missed: (value: string) => void,
): Score {
  const want = new Set(wanted.filter(isDeviceAddress))
  const have = new Set(ours)
  let found = 0
  for (const value of want) {
    if (have.has(value)) found += 1
    else missed(value)
  }
  const extra = [...have].filter((value) => !want.has(value) && !stated.has(value)).length
  return { wanted: want.size, found, extra }
}

/** Group addresses and placeholders belong to no device (see the golden file). */
function isDeviceAddress(text: string): boolean {
  if (text === '') return false
  if (/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(text)) {
    return (Number.parseInt(text.slice(0, 2), 16) & 1) === 0 && !/^00(:00){5}$/.test(text)
  }
  if (text.includes(':')) return text !== '::' && !text.startsWith('ff')
  const first = Number(text.split('.')[0])
  return first > 0 && first < 224
}

function packetScores(
  truth: Truth,
  ours: Readonly<Record<string, { packets: number }>>,
): Record<string, Score> {
  const scores: Record<string, Score> = {}
  for (const [name, wanted] of Object.entries(truth.protocol_packets)) {
    const have = ours[name]?.packets ?? 0
    scores[name] = {
      wanted,
      found: Math.min(wanted, have),
      extra: Math.max(0, have - wanted),
    }
  }
  return scores
}

function factScores(
  truth: Truth,
  pool: Pool,
  missed: (kind: string, field: string) => (value: string) => void,
): Record<string, Score> {
  const scores: Record<string, Score> = {}
  const seen = new Set([
    ...[...truth.ipv4_senders, ...truth.ipv6_senders].map(({ ip }) => ip),
    ...truth.ipv4_destinations_that_never_send,
    ...truth.ipv6_destinations_that_never_send,
  ])
  const { tcp_conversations: tcp, udp_conversations: udp } = truth
  const ends = new Set(
    [...tcp.list, ...udp.list].flatMap(({ a, ap, b, bp }) => [`${a} ${ap}`, `${b} ${bp}`]),
  )
  const sighted = {
    isSeen: (ip: string) => seen.has(ip),
    answersOn: (ip: string, port: number) => ends.has(`${ip} ${port}`),
  }
  for (const [name, rows] of Object.entries(truth.identity)) {
    const kind = kinds[name]
    if (kind === undefined) throw new Error(`no comparison for identity kind ${name}`)
    const score = { wanted: 0, found: 0, extra: 0 }
    scores[name] = score
    for (const row of rows) {
      for (const field of kind.fields) {
        const shape = typeof field === 'string' ? { name: field } : field
        for (const value of new Set(valuesOf(row, shape))) {
          if (isSetAside(name, shape.name, value, row, sighted)) continue
          score.wanted += 1
          if (pool.has(row, name, kind, value)) score.found += 1
          else missed(name, shape.name)(`${row['mac'] ?? ''} ${row['ip'] ?? ''} ${value}`)
        }
      }
    }
  }
  return scores
}

function valuesOf(row: IdentityRow, field: Field): string[] {
  const values = field.read?.(row) ?? texts(row[field.name])
  return values.filter((value) => value.trim() !== '' && !/^0+(\.0+){3}$/.test(value))
}

/** Facts that we keep with what they belong to: an object's number, a service's port and version. */
function piecesOf(name: string, value: string): readonly string[] {
  const [first = '', ...rest] = value.split(' ')
  if (name === 'bacnet.object') return [rest.join(' ')]
  return name === 'ads.service' ? [rest.slice(0, -1).join(' '), rest.at(-1) ?? first] : []
}

/** What the published inventory holds, by address of the asset and altogether, each by protocol. */
class Pool {
  readonly #byAddress = new Map<string, Map<string, Set<string>>>()
  readonly #all = new Map<string, Set<string>>()
  /** Addresses known at all: what an answer about an address comes down to. */
  readonly #addresses = new Set<string>()
  readonly #inEvents = new Set<string>()

  constructor({ bindings }: Observations, { assets, detections }: InspectionReport) {
    const byId = new Map(assets.map((asset) => [asset.id, asset]))
    for (const asset of assets) {
      const owner = (asset.parent === null ? undefined : byId.get(asset.parent)) ?? asset
      const addresses = [...owner.macs, ...owner.ipv4, ...owner.ipv6]
      for (const address of addresses) this.#addresses.add(address)
      for (const { name, value, protocol } of asset.facts) {
        for (const form of [value, ...piecesOf(name, value)].flatMap(forms)) {
          put(this.#all, form, protocol)
          for (const address of addresses) {
            const own = this.#byAddress.get(address) ?? new Map<string, Set<string>>()
            this.#byAddress.set(address, own)
            put(own, form, protocol)
          }
        }
      }
    }
    for (const { mac, ip } of bindings) this.#addresses.add(mac).add(ip)
    for (const { protocol, detail } of detections) {
      if (protocol !== null) this.#inEvents.add(protocol)
      for (const text of Object.values(detail)) {
        for (const value of [text, ...text.split(', ')]) {
          for (const form of forms(value)) this.#inEvents.add(form)
        }
      }
    }
  }

  has(row: IdentityRow, name: string, kind: Kind, value: string): boolean {
    const wanted = forms(value)
    if (kind.inEvents === true && wanted.some((form) => this.#inEvents.has(form))) return true
    const isStated = (facts: ReadonlyMap<string, ReadonlySet<string>> | undefined) =>
      wanted.some((form) =>
        [...(facts?.get(form) ?? [])].some((protocol) => mayState(name, protocol)),
      )
    if (kind.where === 'anywhere') {
      return isStated(this.#all) || wanted.some((form) => this.#addresses.has(form))
    }
    const about = [row['ip'], row['mac']].filter((text) => typeof text === 'string' && text !== '')
    return about.some((address) => isStated(this.#byAddress.get(String(address))))
  }
}

function put(facts: Map<string, Set<string>>, form: string, protocol: string): void {
  const known = facts.get(form) ?? new Set()
  facts.set(form, known.add(protocol))
}
