// SPDX-License-Identifier: EUPL-1.2

/** Bounds that we choose. What falls outside is counted in `Observations.leftOut`, never dropped. */
export interface Limits {
  /**
   * Flows held at once, at some 90 bytes each. A hostile capture makes flows at will: beyond this
   * the half that was silent longest is closed, which loses no packet but may count a connection
   * twice.
   */
  readonly flows: number
  /** Address pairs (MAC, IP, VLAN) that send or are addressed. */
  readonly hosts: number
  /** Different IPv6 addresses. */
  readonly ipv6Addresses: number
  /** Conversations kept apart; each becomes an object of about 300 bytes in the end. */
  readonly conversations: number
  /** Conversations of which it is kept when their connections began, at some 2 kB each. */
  readonly starts: number
  /** Devices of which the stated time is held against that of the recording. */
  readonly clocks: number
  /** (conversation, operation, direction) kept apart. */
  readonly operations: number
  /** Frames kept of an operation that does more than read. */
  readonly framesPerOperation: number
  readonly facts: number
  /** Characters of a fact's value; longer ones are cut and counted. */
  readonly factLength: number
  readonly events: number
  readonly framesPerEvent: number
  readonly bindings: number
  /** Notes that decoders keep to read an answer with its question. */
  readonly notes: number
  readonly moves: number
  /** Half-read TCP directions; the oldest gives way. */
  readonly streams: number
  /** Bytes that one direction may hold back while a segment is missing or a message unfinished. */
  readonly streamBytes: number
  /** Datagrams of which the first fragment is remembered. */
  readonly fragments: number
  /** Payloads of a flow on unknown ports that are compared with every roaming signature. */
  readonly guesses: number
  /** Services of unknown protocols of which the first bytes are kept as a shape. */
  readonly unknownServices: number
  /** Different names of oddities per capture. */
  readonly oddities: number
}

export const defaultLimits: Limits = {
  flows: 2_000_000,
  hosts: 150_000,
  ipv6Addresses: 200_000,
  conversations: 100_000,
  starts: 10_000,
  clocks: 10_000,
  operations: 100_000,
  framesPerOperation: 5,
  facts: 50_000,
  factLength: 1024,
  events: 20_000,
  framesPerEvent: 5,
  bindings: 200_000,
  notes: 20_000,
  moves: 20_000,
  streams: 2048,
  streamBytes: 65_536,
  fragments: 4096,
  guesses: 3,
  unknownServices: 1000,
  oddities: 500,
}

/** Largest packet record. The same bound as libpcap's MAXIMUM_SNAPLEN; anything above is garbage. */
export const maxPacketBytes = 262_144

/**
 * Largest length on the wire that is believed: offloading network cards hand over up to 512 KiB.
 */
export const maxWireBytes = 1 << 24

/** Read target: small enough to stay in the second-level cache, large enough for few system calls. */
export const chunkBytes = 131_072
