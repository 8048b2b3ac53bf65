// SPDX-License-Identifier: EUPL-1.2

/** What carries a payload to a decoder. `ethernet` decoders are found by EtherType, `llc` by SAP or SNAP. */
export type Carrier = 'ethernet' | 'llc' | 'udp' | 'tcp'

/** One end of a frame. The texts are made on first use: lower case, MAC with colons, IPv6 compressed. */
export interface Party {
  readonly mac: string | undefined
  readonly ip: string | undefined
  readonly port: number
}

/**
 * A window on the bytes of one message. It is reused: valid only during the call,
 * so a decoder copies what it keeps. Bytes outside `from`..`to` are not its business.
 */
export interface Payload {
  readonly bytes: Uint8Array
  /** The same bytes; offsets are the same. */
  readonly view: DataView
  /** Offset of the first byte. */
  readonly from: number
  /** One past the last byte that the capture holds. */
  readonly to: number
  /** The wire carried more than the capture kept, or this is one piece of a fragmented datagram. */
  readonly isCut: boolean
  /** Counted from 1 within the capture. */
  readonly frame: number
  readonly source: Party
  readonly destination: Party
  /** For tcp and udp: whether the side that was connected to is speaking. */
  readonly isFromServer: boolean
  /** EtherType for `ethernet`, (dsap << 8 | ssap) for plain `llc`, SNAP protocol id for SNAP, else 0. */
  readonly type: number
  /** SNAP organisation code, 0 where there is none. */
  readonly organisation: number
}

/** Children hang under a device: they answer through its address. */
export type ChildKind = 'modbus-unit' | 'ethercat-slave' | 's7-slot' | 'cip-slot' | 'ams-netid'

/** Whom a fact is about. Default: the sender of the payload. */
export type Subject =
  | 'sender'
  | 'receiver'
  | { readonly mac?: string; readonly ip?: string }
  | {
      readonly child: ChildKind
      readonly key: string
      readonly of: 'sender' | 'receiver' | { readonly mac: string }
    }

/**
 * Names of facts with a meaning for the inventory. Anything else a message states is kept as
 * `<protocol>.<field>`, for instance `lldp.port_id`.
 */
export type FactName =
  | 'vendor'
  | 'model'
  | 'order_number'
  | 'firmware'
  | 'hardware'
  | 'serial'
  | 'hostname'
  | 'domain'
  | 'station_name'
  | 'description'
  | 'operating_system'
  | 'device_type'
  | 'location'
  | 'contact'
  | 'user_agent'
  | 'server_software'
  | 'certificate_subject'
  | 'sni'
  | 'ja4'
  | 'role_hint'
  | 'management_address'
  | `${string}.${string}`

/** Something that happened, for the detections to judge. Details are short texts. */
export type EventName =
  | 'cleartext_login'
  | 'default_community'
  | 'address_set'
  | 'name_set'
  | 'factory_reset'
  | 'weak_authentication'
  | 'old_version'
  | 'remote_access'
  /** By the recorder alone, of what `Recorder.clock` was told. */
  | 'clock_jump'

/** Where a decoder leaves what it read. Everything is counted and bounded by the engine. */
export interface Recorder {
  /** `value` is the text as sent, trimmed of blanks and trailing NULs; empty values are ignored. */
  fact(name: FactName, value: string, about?: Subject): void
  /** The message states that this MAC uses this address (ARP, DCP, DHCP acknowledgement). */
  binding(mac: string, ip: string): void
  event(name: EventName, detail: Readonly<Record<string, string>>): void
  /** What the sender holds to be the time, in epoch seconds. */
  clock(statedS: number): void
  /** The packet also carries this protocol: counted once a packet, as tshark counts. */
  layer(protocol: string): void
  /** Wire data that could not be accepted, named: `truncated`, `length-out-of-range` … */
  oddity(name: string): void
  /**
   * Keeps a short note with the flow at hand, so that an answer can be read with its question.
   * Bounded over all flows; the oldest notes are lost first, so a decoder must do without.
   */
  remember(key: string, note: string): void
  /** What was noted last under this key, in either direction of this flow. */
  recall(key: string): string | undefined
}

/** What an operation does to the device that receives it. */
export type Effect =
  | 'read'
  | 'write'
  | 'force'
  | 'start'
  | 'stop'
  | 'restart'
  | 'download'
  | 'upload'
  | 'configure'
  | 'firmware'
  | 'authenticate'
  | 'other'

export interface Operation {
  /** Standard name in lower case with underscores: `write_single_register`, `plc_stop`. */
  readonly name: string
  readonly effect: Effect
}

/** Counts operations of the packet at hand; part of the hot loop, allocates nothing. */
export interface Tally {
  /** `code` is 0..65535, the protocol's own numbering; see `Protocol.operation`. */
  add(code: number): void
  /**
   * This packet carries layer number `index` of `Protocol.layers`. Without any call a packet that
   * was not refused counts for `Protocol.name` alone.
   */
  layer(index: number): void
}

/** Result of a scan. */
export const scan = {
  /** Not our protocol: do not count this packet. Two in a row let the flow be guessed anew. */
  foreign: -1,
  /** Ours, nothing more to learn. */
  seen: 0,
  /** Ours, and it states something: hand it to `decode` now. */
  decode: 1,
  /**
   * Ours, nothing but whole messages of which `decode` would say nothing at all: it is not asked,
   * unless bytes are missing before or in the payload. A promise that tests hold every scan to.
   */
  silent: 2,
} as const
export type Scan = -1 | 0 | 1 | 2

/** Part of the hot loop: a few byte tests, no allocation. */
export type VolatileSpans = (view: DataView, from: number, to: number, spans: Int32Array) => number

/**
 * A protocol: one folder, one of these, one line in `protocols/index.ts`.
 *
 * The engine finds the protocol of a flow by port (`ports`), checks it with `recognises`, and tries
 * `recognises` of every protocol that `roams` on the first payloads of flows with unknown ports.
 * Then `scan` sees every payload; `decode` sees the first `deepPackets` payloads of a flow and every
 * payload for which `scan` asks. Every function accepts any bytes: it never throws and never loops
 * longer than the payload is long.
 */
export interface Protocol {
  /** Lower case, as in the shared answers where they name it: `modbus`, `s7comm`, `pn_dcp`. */
  readonly name: string
  readonly carrier: Carrier
  /** Server ports for udp and tcp. */
  readonly ports?: readonly number[]
  /** For `ethernet`. */
  readonly etherTypes?: readonly number[]
  /** For `llc`: matches `Payload.type` and `Payload.organisation`. */
  readonly llc?: readonly { readonly type: number; readonly organisation: number }[]
  /** Its signature is strong enough to be found on any port. */
  readonly roams?: boolean
  /** Whether these bytes can be the beginning of a message of ours. Cheap; no allocation. */
  recognises?(payload: Payload): boolean
  /** Runs on every payload of the flow: a few byte tests, no allocation, no text. */
  scan?(view: DataView, from: number, to: number, isFromServer: boolean, tally: Tally): Scan
  /** Names of the layers that `Tally.layer` counts, outermost first. */
  readonly layers?: readonly string[]
  /** Meaning of a code given to `Tally.add`. */
  operation?(code: number): Operation
  /**
   * First and one past the last byte of what differs between otherwise equal messages and does
   * not matter to `decode`: a transaction number. Equal messages of one sender to one service may
   * be decoded once and counted from then on: for each receiver apart when `decode` asks for its
   * addresses, never when it recalls notes. A function writes such spans as pairs of offsets in
   * order and returns how many, or -1 where no other message will be equal; with one, payloads
   * that `scan` does not ask for are compared as well.
   */
  readonly volatile?: readonly [number, number] | VolatileSpans
  /** How many payloads of a flow are decoded without being asked for; default 8. */
  readonly deepPackets?: number
  /**
   * TCP only: a message may span segments. The engine then hands in-order bytes and keeps what
   * `decode` did not consume, up to this many bytes each way.
   */
  readonly streamBytes?: number
  /**
   * Reads the messages in the payload. Returns how many bytes it consumed; the rest is offered
   * again with the next segment when `streamBytes` is set, else dropped. No return means all.
   */
  decode(payload: Payload, recorder: Recorder): number | undefined
}
