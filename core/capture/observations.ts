// SPDX-License-Identifier: EUPL-1.2
import type { ChildKind, Effect, EventName, FactName } from './protocol.ts'

/** Where something was seen: index of the capture in `Observations.captures`, frame from 1. */
export interface Seen {
  readonly capture: number
  readonly frame: number
}

export type CaptureFormat = 'pcap' | 'pcapng'

export interface CaptureSummary {
  readonly file: string
  readonly format: CaptureFormat
  readonly packets: number
  /** Sum of the lengths on the wire. */
  readonly bytes: number
  /** ISO 8601 in UTC with as many digits as the file gives; absent when no packet has a time. */
  readonly first?: string
  readonly last?: string
  /** Named, counted: what could not be read and what is strange. Never silent. */
  readonly oddities: Readonly<Record<string, number>>
}

/** Where frames come from or go to. */
export interface End {
  /** Absent for link types without MAC addresses. */
  readonly mac?: string | undefined
  /** Absent for frames without IP. */
  readonly ip?: string | undefined
  /** Counts the ends of one set of observations from 0; absent in those written by hand. */
  readonly number?: number | undefined
}

/**
 * An address pair seen as the *sender* of frames. Hosts behind a router share its MAC: the
 * inventory decides which are one device.
 */
export interface Sender extends End {
  /** Innermost VLAN, absent when untagged. */
  readonly vlan?: number | undefined
  readonly packets: number
  readonly bytes: number
  /** Epoch seconds. */
  readonly firstS: number
  readonly lastS: number
  readonly seen: Seen
  /** Time to live or hop limit of the first packet. */
  readonly ttl?: number | undefined
}

/** How flows of a service begin whose protocol is not known. */
export interface Shape {
  readonly transport: 'tcp' | 'udp' | 'ethernet'
  /** Port of the server, EtherType for `ethernet`. */
  readonly service: number
  /** `text HELO`, or `bytes x0x00xxx`: where zeros stand in the first eight bytes. */
  readonly shape: string
  readonly seen: Seen
}

/** A message stated that this MAC uses this address. */
export interface Binding {
  readonly mac: string
  readonly ip: string
  readonly protocol: string
  readonly packets: number
  readonly firstS: number
  readonly lastS: number
  readonly seen: Seen
}

export interface SightedOperation {
  readonly name: string
  readonly effect: Effect
  readonly isFromServer: boolean
  readonly count: number
  /** First frames, at most `limits.framesPerOperation`; one for reads. */
  readonly frames: readonly Seen[]
}

/**
 * All flows between one client and one server for one service. `client` opened the conversation as
 * far as the capture shows (`directionBasis`).
 */
export interface Conversation {
  readonly client: End
  readonly server: End
  readonly vlan?: number | undefined
  readonly transport: 'tcp' | 'udp' | 'icmp' | 'ip' | 'ethernet'
  /** Port of the server; EtherType for `ethernet`, protocol number for `ip`. */
  readonly service: number
  /** Innermost name known: `s7comm`; undefined when unknown. */
  readonly protocol?: string | undefined
  readonly protocolBasis: 'decoded' | 'port' | 'unknown'
  readonly directionBasis: 'handshake' | 'port' | 'first'
  /** Different client ports. */
  readonly connections: number
  /** TCP connections that were refused or never answered. */
  readonly unanswered: number
  readonly packetsToServer: number
  readonly packetsToClient: number
  readonly bytesToServer: number
  readonly bytesToClient: number
  readonly firstS: number
  readonly lastS: number
  readonly seen: Seen
  readonly operations: readonly SightedOperation[]
  /** When the first of its connections began, in order of time; absent or empty where there is one. */
  readonly starts?: readonly Start[]
}

/** One connection began. */
export interface Start {
  readonly timeS: number
  readonly seen: Seen
}

/** Whom a fact is about, with addresses resolved. */
export interface FactSubject {
  readonly mac?: string
  readonly ip?: string
  readonly child?: { readonly kind: ChildKind; readonly key: string }
}

export interface SightedFact {
  readonly subject: FactSubject
  readonly name: FactName
  readonly value: string
  readonly protocol: string
  readonly packets: number
  readonly firstS: number
  readonly lastS: number
  readonly seen: Seen
}

export interface SightedEvent {
  readonly name: EventName
  readonly protocol: string
  readonly detail: Readonly<Record<string, string>>
  readonly client: End
  readonly server: End
  readonly service: number
  readonly count: number
  readonly frames: readonly Seen[]
}

/** An address whose frames came from another MAC than before: router, failover or spoofing. */
export interface AddressMove {
  readonly ip: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly seen: Seen
  /** `arp`: stated in ARP; `traffic`: seen in frames. */
  readonly basis: 'arp' | 'traffic'
}

export interface LeftOut {
  /** `flows`, `hosts`, `facts` … */
  readonly what: string
  readonly limit: number
  readonly leftOut: number
}

/**
 * A long list, read as often as one likes. The row may be one object that turns to the next: what
 * must outlive its turn is copied.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly at: (index: number) => Row | undefined
}

/** What a set of captures shows, before anybody decides which addresses are one device. */
export interface Observed {
  readonly captures: readonly CaptureSummary[]
  readonly protocols: Readonly<Record<string, { readonly packets: number; readonly bytes: number }>>
  readonly senders: Rows<Sender>
  readonly bindings: Rows<Binding>
  readonly conversations: Rows<Conversation>
  readonly facts: Rows<SightedFact>
  readonly events: readonly SightedEvent[]
  readonly moves: readonly AddressMove[]
  /** Absent in observations written by hand. */
  readonly shapes?: readonly Shape[]
  readonly leftOut: readonly LeftOut[]
}

/** The same with every row an object of its own, which may be kept: a kilobyte for each. */
export interface Observations extends Observed {
  readonly senders: readonly Sender[]
  readonly bindings: readonly Binding[]
  readonly conversations: readonly Conversation[]
  readonly facts: readonly SightedFact[]
}
