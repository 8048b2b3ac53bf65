// SPDX-License-Identifier: EUPL-1.2
// What later sources show that the ones before them did not. The judgement is the core's own, made
// from what the server says of the network.
import type { AnswerOf } from '@schouw/contract/client'
import { type Deviation, type DriftReport, deviations, learn } from '@schouw/core/capture/drift'
import { hex, sha256 } from '@schouw/core/kernel'

export type Network = AnswerOf<'GET /api/v1/network'>

export interface Departure extends Deviation {
  /** Of the alert it becomes: the same departure is the same alert. */
  readonly code: string
}

/** A source, and from when to when it saw anything. */
export interface Learnt {
  readonly id: string
  readonly name: string
  readonly last: string
}

/** In the order of what they show last; the last one is the newest. */
export function sourcesIn(network: Network): readonly Learnt[] {
  const lasts = new Map<string, string>()
  for (const { source, last } of network.conversations) {
    const known = lasts.get(source)
    if (last !== null && (known === undefined || known < last)) lasts.set(source, last)
  }
  return network.sources
    .map(({ id, name, at }) => ({ id, name, last: lasts.get(id) ?? at }))
    .toSorted((one, other) => (one.last < other.last ? -1 : 1))
}

/** `until`: the last source that shows what is usual. */
export function departuresIn(network: Network, until: string, asOf: string): readonly Departure[] {
  const order = sourcesIn(network).map(({ id }) => id)
  const learnt = new Set(order.slice(0, order.indexOf(until) + 1))
  const isLearnt = (source: string) => learnt.has(source)
  const before = reportOf(network, isLearnt)
  const after = reportOf(network, (source) => !isLearnt(source))
  return deviations(learn(before), after, { asOf }).map((one) => ({ ...one, code: codeOf(one.id) }))
}

function reportOf(network: Network, isWanted: (source: string) => boolean): DriftReport {
  const talks = network.conversations.filter(({ source }) => isWanted(source))
  const times = new Map<string, { first: string | null; last: string | null }>()
  for (const { from, to, first, last } of talks) {
    for (const id of [from, to]) {
      const known = times.get(id)
      times.set(id, {
        first: least(known?.first ?? null, first),
        last: most(known?.last ?? null, last),
      })
    }
  }
  const seen = network.assets.filter(({ id }) => times.has(id))
  return {
    captures: network.sources
      .filter(({ id }) => isWanted(id))
      .map(({ id, name }) => {
        const own = talks.filter(({ source }) => source === id)
        const first = own.reduce<string | null>((low, one) => least(low, one.first), null)
        const last = own.reduce<string | null>((high, one) => most(high, one.last), null)
        return { file: name, first, last }
      }),
    assets: seen.map((node) => assetOf(node, times.get(node.id), talks)),
    conversations: talks.map((one) => ({
      from: one.from,
      to: one.to,
      transport: one.transport,
      port: one.port,
      protocol: one.protocol,
      direction_basis: one.is_direction_sure ? 'handshake' : 'first',
      connections: one.connections,
      unanswered: one.unanswered,
      first: one.first,
      last: one.last,
      frame: { capture: one.capture ?? '', frame: one.frame ?? 0 },
      operations: one.operations.map((operation) => ({ ...operation, frames: [] })),
    })),
    // What a recording shows by itself is an alert of its own.
    detections: [],
  }
}

function assetOf(
  node: Network['assets'][number],
  times: { first: string | null; last: string | null } | undefined,
  talks: Network['conversations'],
): DriftReport['assets'][number] {
  const { id, name, address, is_outside, level } = node
  const used = talks.filter(({ from }) => from === id)
  return {
    id,
    macs: [],
    ipv4: address?.includes('.') === true ? [address] : [],
    ipv6: [],
    external: is_outside,
    silent: false,
    // Changes of these stand on the page of what was seen.
    ...{ vendor: null, model: null, firmware: null, serial: null },
    hostnames: [name],
    purdue_level: levelOf(level),
    first_seen: times?.first ?? null,
    last_seen: times?.last ?? null,
    facts: [],
    services_used: used.map(({ transport, port, protocol }) => ({ transport, port, protocol })),
  }
}

const levels = [0, 1, 2, 3, 3.5, 4, 5] as const

function levelOf(level: string | null): (typeof levels)[number] | null {
  return levels.find((one) => String(one) === level) ?? null
}

function least(one: string | null, other: string | null): string | null {
  return one === null ? other : other === null ? one : one < other ? one : other
}

function most(one: string | null, other: string | null): string | null {
  return one === null ? other : other === null ? one : one > other ? one : other
}

const codeCharacters = 24

function codeOf(id: string): string {
  const bytes = new TextEncoder().encode(id)
  return `departure-${hex(sha256(bytes)).slice(0, codeCharacters)}`
}
