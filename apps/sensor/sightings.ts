// SPDX-License-Identifier: EUPL-1.2
// One report as batches for the hub: each can be read without the others, so that neither their
// order nor a missing one matters to the rest. Facts, never payloads.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Asset, InspectionReport } from '@schouw/core/capture'
import { sightingsHead, uplinkLimits } from '@schouw/core/capture/uplink'
import type { Alert } from './findings.ts'

export interface Batches {
  /** Packed, none larger than the hub takes. */
  readonly bodies: readonly Uint8Array[]
  /** What need not be said again today. */
  readonly told: readonly string[]
  /** Devices and conversations beyond what one slice may name. */
  readonly leftOut: number
}

interface Making {
  readonly report: InspectionReport
  readonly alerts: readonly Alert[]
  readonly isTold: (key: string) => boolean
}

const perBatch = 500
const mostFacts = 200
/** Before packing: text that does not pack fits all the same. A device with all its facts has 40 kB. */
const batchBytes = 700_000

export function batchesOf({ report, alerts, isTold }: Making): Batches {
  const all = new Map(report.assets.map((asset) => [asset.id, asset]))
  const byPackets = report.conversations.toSorted((a, b) => packetsOf(b) - packetsOf(a))
  const conversations = byPackets.slice(0, uplinkLimits.conversations)
  const named = report.assets.toSorted((a, b) => b.packets - a.packets)
  const assets = named.slice(0, uplinkLimits.assets)
  const told: string[] = []
  const whole = new Set<string>()
  const tell = (key: string) => {
    if (isTold(key)) return false
    told.push(key)
    return true
  }
  for (const asset of assets) if (tell(keyOf(asset))) whole.add(asset.id)
  const pages = new Pages(report.captures, all, whole)
  for (const one of conversations) pages.conversation(one)
  for (const asset of assets) if (whole.has(asset.id)) pages.device(asset.id)
  for (const alert of alerts) {
    if (tell(`alert ${alert.rule} ${(alert.seen_at ?? '').slice(0, 10)}`)) pages.alert(alert)
  }
  const leftOut =
    report.conversations.length - conversations.length + report.assets.length - assets.length
  return { bodies: pages.packed(), told, leftOut }
}

type Conversation = InspectionReport['conversations'][number]

function packetsOf(one: Conversation): number {
  return one.packets_to_server + one.packets_to_client
}

/** The same as long as nothing new is known of it; a new day says everything once more. */
function keyOf({ id, packets: _p, bytes: _b, first_seen, last_seen, ...asset }: Asset): string {
  const facts = asset.facts.map(({ name, value, protocol }) => [name, value, protocol])
  const text = JSON.stringify({ ...asset, facts: facts.sort() })
  const day = (last_seen ?? first_seen ?? '').slice(0, 10)
  return `asset ${id} ${day} ${createHash('sha256').update(text).digest('base64url')}`
}

class Pages {
  readonly #head: string
  readonly #all: ReadonlyMap<string, Asset>
  /** Devices of which everything is still to be said. */
  readonly #whole: Set<string>
  #lines: string[] = []
  #bytes = 0
  #alerts = 0
  #named = new Set<string>()
  readonly #bodies: Uint8Array[] = []

  constructor(
    captures: InspectionReport['captures'],
    all: ReadonlyMap<string, Asset>,
    whole: Set<string>,
  ) {
    this.#head = JSON.stringify(sightingsHead(captures.map((one) => ({ ...one, oddities: {} }))))
    this.#all = all
    this.#whole = new Set(whole)
  }

  conversation(conversation: Conversation): void {
    this.#makeRoom()
    this.device(conversation.from)
    this.device(conversation.to)
    this.#line({
      conversation: { ...conversation, operations: conversation.operations.slice(0, 40) },
    })
  }

  /** Whole the first time, later as much as it is known by; a part with what it is a part of. */
  device(id: string): void {
    this.#makeRoom()
    const asset = this.#all.get(id)
    if (asset === undefined || this.#named.has(id)) return
    this.#named.add(id)
    if (asset.parent !== null) this.device(asset.parent)
    this.#line({ asset: this.#whole.delete(id) ? whole(asset) : brief(asset) })
  }

  alert(alert: Alert): void {
    if (this.#alerts >= uplinkLimits.alerts) this.#close()
    this.#makeRoom()
    this.#alerts += 1
    this.#line({ alert })
  }

  packed(): readonly Uint8Array[] {
    this.#close()
    return this.#bodies
  }

  #makeRoom(): void {
    if (this.#lines.length >= perBatch || this.#bytes > batchBytes) this.#close()
  }

  #line(value: unknown): void {
    const line = JSON.stringify(value)
    this.#lines.push(line)
    this.#bytes += line.length
  }

  #close(): void {
    if (this.#lines.length > 0) {
      this.#bodies.push(Uint8Array.from(gzipSync([this.#head, ...this.#lines].join('\n'))))
    }
    this.#lines = []
    this.#bytes = 0
    this.#alerts = 0
    this.#named = new Set()
  }
}

function whole({ conflicts: _, facts, ...asset }: Asset) {
  return { ...asset, facts: facts.slice(0, mostFacts) }
}

function brief({ id, parent, macs, ipv4, ipv6, external, hostnames, serial }: Asset) {
  const key = { id, parent, macs: macs.slice(0, 1), ipv4: ipv4.slice(0, 1), external, serial }
  return { ...key, ipv6: ipv4.length > 0 ? [] : ipv6.slice(0, 1), hostnames: hostnames.slice(0, 1) }
}
