// SPDX-License-Identifier: EUPL-1.2
import { ethernet, flag, type Host, tcp, udp } from '../../fixtures/frames/index.ts'
import type { BenchHost } from './hosts.ts'
import type { Counter, Kind, Step } from './kinds.ts'

/** A finished frame in which only addresses, ports and numbers remain to be written. */
export interface Template {
  readonly frame: Uint8Array
  readonly counters: readonly { readonly at: number; readonly as: Counter['as'] }[]
  readonly fromServer: boolean
  /** Offset of the network header: 14, or 18 with a tag. */
  readonly network: number
  /** Offset of the ports; 0 without. */
  readonly transport: number
  /** Offset of the sequence number; 0 without. */
  readonly sequence: number
  /** By how much the sender's sequence number rises. */
  readonly taken: number
  readonly isV6: boolean
  /** Sum of the words of the IPv4 header without addresses and checksum. */
  readonly headerSum: number
}

export interface Conversation {
  readonly opening: readonly Template[]
  readonly cycle: readonly Template[]
  readonly closing: readonly Template[]
}

const none = { payload: new Uint8Array(0), counters: [] }

/** The templates of a kind, in a tagged or an untagged network. */
export function conversationOf(kind: Kind, isTagged: boolean): Conversation {
  const make = (step: Step, flags?: number) => template(kind, { ...step, flags, isTagged })
  if (kind.carrier !== 'tcp' && kind.carrier !== 'tcp6') {
    return { opening: [], cycle: kind.cycle.map((step) => make(step)), closing: [] }
  }
  const fin = flag.fin | flag.ack
  const handshake = [
    make({ ...none, fromServer: false }, flag.syn),
    make({ ...none, fromServer: true }, flag.syn | flag.ack),
    make({ ...none, fromServer: false }),
  ]
  return {
    opening: [...handshake, ...kind.opening.map((step) => make(step))],
    cycle: kind.cycle.map((step) => make(step)),
    closing: [
      make({ ...none, fromServer: false }, fin),
      make({ ...none, fromServer: true }, fin),
      make({ ...none, fromServer: false }),
    ],
  }
}

type Making = Step & { readonly flags: number | undefined; readonly isTagged: boolean }

function template(kind: Kind, step: Making): Template {
  const network = step.isTagged ? 18 : 14
  const frame = frameOf(kind, step)
  const isV6 = kind.carrier === 'tcp6'
  const hasIp = kind.carrier === 'tcp' || kind.carrier === 'tcp6' || kind.carrier === 'udp'
  const transport = hasIp ? network + (isV6 ? 40 : 20) : 0
  const isTcp = hasIp && kind.carrier !== 'udp'
  // Transport checksums stay zero: "none" for UDP, and nobody checks TCP of captures by default.
  const sumAt = transport + (isTcp ? 16 : 6)
  if (hasIp) frame.fill(0, sumAt, sumAt + 2)
  const head = hasIp ? transport + (isTcp ? 20 : 8) : network
  const extra = ((step.flags ?? 0) & (flag.syn | flag.fin)) === 0 ? 0 : 1
  return {
    frame,
    counters: step.counters.map((counter) => ({ at: head + counter.at, as: counter.as })),
    fromServer: step.fromServer,
    network,
    transport,
    sequence: isTcp ? transport + 4 : 0,
    taken: isTcp ? step.payload.length + extra : 0,
    isV6,
    headerSum: hasIp && !isV6 ? headerSum(frame, network) : 0,
  }
}

const blank: Host = { mac: '00:00:00:00:00:00', ip: '0.0.0.0' }
const blank6: Host = { mac: blank.mac, ip: '::' }

function frameOf(kind: Kind, step: Making): Uint8Array {
  const vlans = step.isTagged ? [1] : []
  if (kind.carrier === 'profinet') {
    const tags = step.isTagged ? [{ id: 1, priority: 6 }] : []
    return ethernet({
      from: blank.mac,
      to: blank.mac,
      vlans: tags,
      type: 0x8892,
      payload: step.payload,
    })
  }
  if (kind.carrier === 'arp') {
    const payload = Uint8Array.of(0, 1, 8, 0, 6, 4, 0, step.fromServer ? 2 : 1)
    return ethernet({ from: blank.mac, to: blank.mac, vlans, type: 0x0806, payload })
  }
  const end = { ...(kind.carrier === 'tcp6' ? blank6 : blank), vlans, port: 0 }
  if (kind.carrier === 'udp') return udp(end, end, step.payload)
  const busy = step.payload.length > 0 ? flag.psh | flag.ack : flag.ack
  const flags = step.flags ?? busy
  return tcp(end, end, { sequence: 0, flags, payload: step.payload })
}

function headerSum(frame: Uint8Array, network: number): number {
  let sum = 0
  for (let at = 0; at < 12; at += 2) {
    if (at !== 10)
      sum += ((frame[network + at] as number) << 8) | (frame[network + at + 1] as number)
  }
  return sum
}

/** One running conversation: who, where it is, how often it went round. */
export interface Slot {
  readonly kind: Kind
  client: BenchHost
  server: BenchHost
  talk: Conversation
  phase: 'opening' | 'cycle' | 'closing'
  step: number
  clientPort: number
  readonly next: Int32Array
  count: number
  /** Packets until it ends. */
  left: number
}
