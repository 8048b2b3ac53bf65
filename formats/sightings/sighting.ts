// SPDX-License-Identifier: EUPL-1.2

/** Where in a file something stands: a line of a log, a path in a document, a row of a table. */
export type Where =
  | { readonly line: number }
  | { readonly path: string; readonly frame?: number }
  | { readonly row: number; readonly column?: string }

/** What a device is known by in the file. At least one is there. */
export interface SightingKey {
  /** Lower case with colons. Only where the file says whose it is, never of a router in between. */
  readonly mac?: string
  /** RFC 5952 spelling. */
  readonly ip?: string
  readonly name?: string
  readonly serial?: string
}

/** One thing that the file states about a device, once, however often it is said. */
export interface SightingFact {
  /** As the inventory spells them: `vendor`, `model`, `firmware`, `hostname`, `service` … */
  readonly name: string
  readonly value: string
  /** What said it: `s7comm`, `dhcp`, `nmap`; a guess has `guess` behind it. */
  readonly protocol: string
  /** UTC to the millisecond, where the file gives a time. */
  readonly at?: string
  /** The last time, when there were several. */
  readonly lastAt?: string
  readonly times: number
  /** Of the first time. */
  readonly where: Where
}

export interface Sighting {
  readonly key: SightingKey
  /** Whether the source itself counts it among its own: absent is not said. */
  readonly isLocal?: boolean
  readonly facts: readonly SightingFact[]
}

/** Who opened what to whom, between two sightings of the same source, by their numbers. */
export interface SightedConversation {
  readonly from: number
  readonly to: number
  readonly transport: 'tcp' | 'udp' | 'icmp' | 'ip' | 'ethernet'
  /** Of who answers; EtherType for `ethernet`, protocol number for `ip`. */
  readonly port: number
  readonly protocol: string | null
  /** Named by its port alone. */
  readonly isGuess: boolean
  /** Whether it was seen who opened it. */
  readonly isDirectionSure: boolean
  readonly connections: number
  readonly unanswered: number
  readonly packetsToServer: number
  readonly packetsToClient: number
  readonly bytesToServer: number
  readonly bytesToClient: number
  /** UTC to the millisecond. */
  readonly first: string | null
  readonly last: string | null
  /** The first packet of it. */
  readonly capture: string | null
  readonly frame: number | null
  readonly operations: readonly {
    readonly name: string
    readonly effect: string
    readonly count: number
  }[]
}

/** A piece of software or firmware that a bill of materials names. */
export interface SightedComponent {
  /** Number of the sighting it is in; null where the document says of nothing. */
  readonly within: number | null
  /** Number of the component it is part of. */
  readonly partOf: number | null
  /** The document's own name for it. */
  readonly ref: string | null
  readonly type: string
  readonly name: string
  readonly version: string | null
  readonly vendor: string | null
  readonly purl: string | null
  readonly cpe: string | null
  readonly licence: string | null
  readonly sha256: string | null
  /** Numbers of components it uses. */
  readonly uses: readonly number[]
  readonly where: Where
}

export type SightingProblemCode =
  | 'not-this-format'
  | 'too-large'
  | 'damaged'
  | 'truncated'
  | 'encoding'
  | 'line-too-long'
  | 'not-json'
  | 'not-xml'
  | 'entities-refused'
  | 'too-deep'
  | 'columns-differ'
  | 'field-refused'
  | 'reference-missing'
  | 'address-of-several'
  | 'limit'

/** Something that could not be used; the rest was. */
export interface SightingProblem {
  readonly where: Where
  readonly code: SightingProblemCode
  readonly expected: string
  readonly found: string
}

/** Somebody who worked on a machine from elsewhere, as recordings show it. */
export interface SightedSession {
  readonly tool: string
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly first_at: string | null
  readonly last_at: string | null
  readonly capture: string | null
  readonly frame: number | null
  readonly times: number
}

/** What every reader of a source answers. */
export interface Sighted {
  readonly sightings: readonly Sighting[]
  readonly components?: readonly SightedComponent[]
  readonly conversations?: readonly SightedConversation[]
  readonly sessions?: readonly SightedSession[]
  /** The document's own identity, such as `serialNumber` and `version`. */
  readonly document?: Readonly<Record<string, string>>
  /** At most `sightingLimits.problems`; the last one then says how many more there are. */
  readonly problems: readonly SightingProblem[]
  /** Lines, hosts, rows or components that were looked at. */
  readonly read: number
}

/** Bounds we choose for files from other tools. */
export const sightingLimits = {
  /** Of a log after unpacking; read as a stream, so it bounds time, not memory. */
  logBytes: 16 * 1024 * 1024 * 1024,
  /** Of a document that has to be in memory whole. */
  documentBytes: 64 * 1024 * 1024,
  /** A log line longer than this is no line of a log. */
  lineBytes: 1024 * 1024,
  /** Deeper nesting than any of these formats has use for. */
  depth: 64,
  /** Devices of one file. A scanned /16 is 65,536. */
  sightings: 100_000,
  /** Different values of one name, protocol and device. */
  valuesPerName: 64,
  factsPerSighting: 1_024,
  /** Characters of a value; no identity is longer. */
  valueCharacters: 1_000,
  problems: 1_000,
  components: 200_000,
} as const
