// SPDX-License-Identifier: EUPL-1.2
// The message of RFC 1157, RFC 1901 and RFC 3412, in the basic encoding rules.
import type { Payload } from '../../protocol.ts'
import { type Element, elementAt } from '../der.ts'

export type SnmpOddity = 'truncated' | 'malformed'

export const pdu = {
  get: 0xa0,
  getNext: 0xa1,
  response: 0xa2,
  set: 0xa3,
  trapV1: 0xa4,
  getBulk: 0xa5,
  inform: 0xa6,
  trapV2: 0xa7,
  report: 0xa8,
} as const

export const tags = {
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  address: 0x40,
} as const

/** Versions as on the wire. */
export const version = { v1: 0, v2c: 1, v3: 3 } as const

export interface Security {
  readonly engineId: Element
  readonly user: Element
  /** Bit 0 authenticated, bit 1 encrypted. */
  readonly flags: number
}

export interface VariableBinding {
  readonly oid: Element
  readonly value: Element
}

export interface SnmpMessage {
  readonly version: number
  /** Versions 1 and 2c. */
  readonly community: Element | undefined
  /** Version 3. */
  readonly security: Security | undefined
  /** Tag of the protocol data unit, 0 when it is encrypted. */
  readonly pduTag: number
  /** Enterprise and agent address of a version 1 trap. */
  readonly trap: { readonly enterprise: Element; readonly agent: Element } | undefined
  readonly bindings: readonly VariableBinding[]
  readonly oddity: SnmpOddity | undefined
}

// A message holds some tens of variables; 65,507 bytes could hold ten thousand empty ones.
const maxBindings = 256

/** Reads elements one after the other; what is missing or of another kind stops it for good. */
class Reader {
  readonly bytes: Uint8Array
  at: number
  readonly to: number
  oddity: SnmpOddity | undefined

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.bytes = bytes
    this.at = from
    this.to = to
  }

  /** The next element, of this kind when one is named. */
  next(kind?: number): Element {
    const element = this.oddity ? undefined : elementAt(this.bytes, this.at, this.to)
    if (element === undefined) {
      this.oddity ??= this.at + 2 > this.to ? 'truncated' : 'malformed'
      return { tag: 0, from: this.to, to: this.to, next: this.to }
    }
    if (element.next > this.to) this.oddity = 'truncated'
    else if (kind !== undefined && element.tag !== kind) this.oddity = 'malformed'
    this.at = Math.min(element.next, this.to)
    return element
  }

  inside(element: Element): Reader {
    const reader = new Reader(this.bytes, element.from, element.to)
    reader.oddity = this.oddity === 'malformed' ? 'malformed' : undefined
    return reader
  }
}

export function readMessage({ bytes, from, to }: Payload): SnmpMessage {
  const outer = new Reader(bytes, from, to)
  const all = outer.next(tags.sequence)
  const reader = outer.inside(all)
  const number = integerIn(bytes, reader.next(tags.integer))
  const parts = number === version.v3 ? readVersion3(reader) : readCommunity(reader)
  return { version: number, ...parts, oddity: outer.oddity ?? parts.oddity ?? reader.oddity }
}

type Parts = Omit<SnmpMessage, 'version'>

function readCommunity(reader: Reader): Parts {
  const community = reader.next(tags.octets)
  if (reader.oddity !== undefined) return { ...nothing, oddity: reader.oddity }
  return { ...readPdu(reader), community }
}

function readVersion3(reader: Reader): Parts {
  const header = reader.inside(reader.next(tags.sequence))
  header.next(tags.integer)
  header.next(tags.integer)
  const flags = header.next(tags.octets)
  const outer = reader.inside(reader.next(tags.octets))
  const parameters = outer.inside(outer.next(tags.sequence))
  const engineId = parameters.next(tags.octets)
  parameters.next(tags.integer)
  parameters.next(tags.integer)
  const user = parameters.next(tags.octets)
  const oddity = reader.oddity ?? header.oddity ?? outer.oddity ?? parameters.oddity
  if (oddity !== undefined) return { ...nothing, oddity }
  const bits = flags.to > flags.from ? (reader.bytes[flags.from] as number) : 0
  const security = { engineId, user, flags: bits & 3 }
  const data = reader.next()
  if (reader.oddity !== undefined || data.tag !== tags.sequence) {
    return { ...nothing, security, oddity: reader.oddity }
  }
  const scoped = reader.inside(data)
  scoped.next(tags.octets)
  scoped.next(tags.octets)
  return { ...readPdu(scoped), security }
}

const nothing: Parts = {
  community: undefined,
  security: undefined,
  pduTag: 0,
  trap: undefined,
  bindings: [],
  oddity: undefined,
}

function readPdu(reader: Reader): Parts {
  const element = reader.next()
  if (reader.oddity === 'malformed') return { ...nothing, oddity: reader.oddity }
  const fields = reader.inside(element)
  let trap: SnmpMessage['trap']
  if (element.tag === pdu.trapV1) {
    trap = { enterprise: fields.next(tags.oid), agent: fields.next(tags.address) }
  }
  // Generic, specific and time stamp of a version 1 trap; else request, error and index.
  for (let count = 0; count < 3; count += 1) fields.next()
  const list = fields.inside(fields.next(tags.sequence))
  const bindings: VariableBinding[] = []
  while (list.oddity === undefined && list.at < list.to && bindings.length < maxBindings) {
    const pair = list.inside(list.next(tags.sequence))
    const oid = pair.next(tags.oid)
    const value = pair.next()
    list.oddity ??= pair.oddity
    if (list.oddity === undefined) bindings.push({ oid, value })
  }
  const oddity = reader.oddity ?? fields.oddity ?? list.oddity
  return { ...nothing, pduTag: element.tag, trap, bindings, oddity }
}

function integerIn(bytes: Uint8Array, element: Element): number {
  return element.to - element.from === 1 ? (bytes[element.from] as number) : -1
}
