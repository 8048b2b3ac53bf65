// SPDX-License-Identifier: EUPL-1.2
import type {
  Carrier,
  Operation,
  Payload,
  Protocol,
  Scan,
  Tally,
  VolatileSpans,
} from '../protocol.ts'
import type { Layers } from './layers.ts'

export type Scanner = (
  view: DataView,
  from: number,
  to: number,
  isFromServer: boolean,
  tally: Tally,
) => Scan

const noCandidates: readonly number[] = []
const defaultDeepPackets = 8
const maxDeepPackets = 126

/**
 * The protocols by number (from 1; 0 is none) and by all the ways they are found. Numbers index
 * plain arrays in the hot loop.
 */
export class Registry {
  /** Index 0 is not used. */
  readonly protocols: readonly (Protocol | undefined)[]
  /** Undefined where a protocol has no scan of its own. */
  readonly scanners: readonly (Scanner | undefined)[]
  /** What differs between otherwise equal messages: a function that says, or two fixed offsets. */
  readonly volatileSpans: readonly (VolatileSpans | undefined)[]
  readonly volatileFrom: Int32Array
  readonly volatileTo: Int32Array
  readonly deepPackets: Int32Array
  readonly streamBytes: Int32Array
  /** 1 where payloads that nobody asked for are worth comparing. */
  readonly isCompared: Uint8Array
  /** Layer that counts for the protocol itself, and those that its scan names. */
  readonly nameLayers: Int32Array
  readonly layerIds: readonly Int32Array[]
  /** 1 where a port is the server port of a protocol. */
  readonly tcpPorts = new Uint8Array(65_536)
  readonly udpPorts = new Uint8Array(65_536)
  readonly roaming: { readonly tcp: readonly number[]; readonly udp: readonly number[] }
  private readonly byKey = new Map<number, number[]>()

  constructor(protocols: readonly Protocol[], layers: Layers) {
    if (protocols.length > 255) throw new RangeError('more than 255 protocols')
    this.protocols = [undefined, ...protocols]
    this.scanners = this.protocols.map((protocol) => protocol?.scan)
    this.volatileSpans = this.protocols.map((protocol) =>
      typeof protocol?.volatile === 'function' ? protocol.volatile : undefined,
    )
    const count = this.protocols.length
    this.volatileFrom = new Int32Array(count)
    this.volatileTo = new Int32Array(count)
    this.deepPackets = new Int32Array(count)
    this.streamBytes = new Int32Array(count)
    this.isCompared = new Uint8Array(count)
    this.nameLayers = new Int32Array(count)
    const layerIds: Int32Array[] = [new Int32Array(0)]
    const roaming: { tcp: number[]; udp: number[] } = { tcp: [], udp: [] }
    for (const [index, protocol] of this.protocols.entries()) {
      if (protocol === undefined) continue
      this.deepPackets[index] = Math.min(protocol.deepPackets ?? defaultDeepPackets, maxDeepPackets)
      this.streamBytes[index] = protocol.carrier === 'tcp' ? (protocol.streamBytes ?? 0) : 0
      this.isCompared[index] = typeof protocol.volatile === 'function' ? 1 : 0
      if (typeof protocol.volatile === 'object') {
        this.volatileFrom[index] = protocol.volatile[0]
        this.volatileTo[index] = protocol.volatile[1]
      }
      this.nameLayers[index] = layers.idOf(protocol.name)
      layerIds.push(Int32Array.from(protocol.layers ?? [], (name) => layers.idOf(name)))
      this.enter(protocol, index)
      const carrier = protocol.carrier
      if (protocol.roams === true && (carrier === 'tcp' || carrier === 'udp')) {
        roaming[carrier].push(index)
      }
    }
    this.layerIds = layerIds
    this.roaming = roaming
  }

  /** Protocols for a server port, EtherType or service access point, in the order of the list. */
  candidates(carrier: Carrier, value: number, organisation = 0): readonly number[] {
    return this.byKey.get(keyOf(carrier, value, organisation)) ?? noCandidates
  }

  recognises(index: number, payload: Payload): boolean {
    return this.protocols[index]?.recognises?.(payload) ?? true
  }

  /** What a code stands for; a protocol that does not say leaves the number. */
  operation(index: number, code: number): Operation {
    try {
      const operation = this.protocols[index]?.operation?.(code)
      if (operation !== undefined) return operation
    } catch {
      // As for a protocol that does not say: its scan still counted something.
    }
    return { name: `code_${code}`, effect: 'other' }
  }

  private enter(protocol: Protocol, index: number): void {
    for (const port of protocol.ports ?? []) {
      this.add(keyOf(protocol.carrier, port, 0), index)
      if (protocol.carrier === 'tcp') this.tcpPorts[port] = 1
      else if (protocol.carrier === 'udp') this.udpPorts[port] = 1
    }
    for (const type of protocol.etherTypes ?? []) this.add(keyOf('ethernet', type, 0), index)
    for (const { type, organisation } of protocol.llc ?? []) {
      this.add(keyOf('llc', type, organisation), index)
    }
  }

  private add(key: number, index: number): void {
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, [index])
    else known.push(index)
  }
}

const carriers: readonly Carrier[] = ['ethernet', 'llc', 'udp', 'tcp']

/** Exact in a double: two bits, 16 for the value, 24 for the organisation. */
function keyOf(carrier: Carrier, value: number, organisation: number): number {
  return (organisation * 65_536 + value) * 4 + carriers.indexOf(carrier)
}
