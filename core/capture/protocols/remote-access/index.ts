// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, scan } from '../../protocol.ts'

export {
  type RemoteAccessMatch,
  type RemoteAccessName,
  recordRemoteAccess,
  recordRemoteAccessPort,
  remoteAccessByCertificate,
  remoteAccessByName,
  remoteAccessNames,
} from './names.ts'

interface Tool {
  readonly name: string
  readonly tool: string
  readonly carrier: 'tcp' | 'udp'
  readonly ports: readonly number[]
  /** Its form is sure enough to be found on any port. */
  readonly roams?: boolean
  /** `port`: the form is loose, so the port is what it rests on. */
  readonly how: 'protocol' | 'port'
  isMessage(bytes: Uint8Array, view: DataView, from: number, to: number): boolean
}

/** A tool without a published protocol: its form says that it is used, and nothing more. */
function protocolOf(tool: Tool): Protocol {
  const { name, carrier, ports } = tool
  const isOurs = ({ bytes, view, from, to }: Payload) => tool.isMessage(bytes, view, from, to)
  return {
    name,
    carrier,
    ports,
    ...(tool.roams === true ? { roams: true } : {}),
    deepPackets: 1,
    recognises: isOurs,
    // What follows the first message is often encrypted or the middle of one.
    scan: () => scan.seen,
    decode(payload, recorder) {
      if (isOurs(payload)) {
        recorder.event('remote_access', { tool: tool.tool, how: tool.how })
      } else recorder.oddity('no-message')
      return undefined
    },
  }
}

/** Two forms: 17 24, command, length of 16 bits; and 11 30, command, 0, length of 32 bits. */
export const teamviewer = protocolOf({
  name: 'teamviewer',
  tool: 'TeamViewer',
  carrier: 'tcp',
  ports: [5938],
  roams: true,
  how: 'protocol',
  isMessage(bytes, view, from, to) {
    if (to - from < 8) return false
    if (bytes[from] === 0x17 && bytes[from + 1] === 0x24) {
      const end = from + 5 + view.getUint16(from + 3, true)
      return end >= to || (bytes[end] === 0x17 && (end + 1 >= to || bytes[end + 1] === 0x24))
    }
    const isSecond = bytes[from] === 0x11 && bytes[from + 1] === 0x30 && bytes[from + 3] === 0
    return isSecond && view.getUint32(from + 4, true) < 0x10_0000
  },
})

/** Eleven bytes of numbering, then the first form. */
export const teamviewerUdp = protocolOf({
  name: 'teamviewer',
  tool: 'TeamViewer',
  carrier: 'udp',
  ports: [5938],
  roams: true,
  how: 'protocol',
  isMessage(bytes, view, from, to) {
    if (to - from < 16 || bytes[from + 11] !== 0x17 || bytes[from + 12] !== 0x24) return false
    return view.getUint16(from + 14, true) === to - from - 16
  },
})

/** 1, length and checksum of 32 bits each, and that many bytes. */
export const radmin = protocolOf({
  name: 'radmin',
  tool: 'Radmin',
  carrier: 'tcp',
  ports: [4899],
  roams: true,
  how: 'protocol',
  isMessage(bytes, view, from, to) {
    if (to - from < 10 || bytes[from] !== 1) return false
    const length = view.getUint32(from + 1)
    // The opening of a viewer is one byte, 8, which is its own checksum; the answer repeats it.
    return length + 9 === to - from && bytes[from + 9] === 8 && view.getUint32(from + 5) < 0x1_0000
  },
})

/** The opening of both sides begins 30 11 00 00. */
export const dameware = protocolOf({
  name: 'dameware',
  tool: 'DameWare',
  carrier: 'tcp',
  ports: [6129],
  how: 'protocol',
  isMessage: (_bytes, view, from, to) => to - from >= 8 && view.getUint32(from) === 0x3011_0000,
})

/** A header of one to four bytes holds its own size and the length of a protobuf message. */
export const rustdesk = protocolOf({
  name: 'rustdesk',
  tool: 'RustDesk',
  carrier: 'tcp',
  ports: [21115, 21116, 21117, 21118, 21119],
  how: 'port',
  isMessage(bytes, _view, from, to) {
    const size = to > from ? (bytes[from] & 3) + 1 : 0
    if (size === 0 || to - from <= size) return false
    let length = 0
    for (let index = size - 1; index >= 0; index -= 1) length = length * 256 + bytes[from + index]
    return Math.floor(length / 4) === to - from - size && isField(bytes[from + size])
  },
})

export const rustdeskUdp = protocolOf({
  name: 'rustdesk',
  tool: 'RustDesk',
  carrier: 'udp',
  ports: [21116],
  how: 'port',
  isMessage: (bytes, _view, from, to) => to - from >= 2 && isField(bytes[from]),
})

/** A protobuf field 6 or higher that holds a message: what the rendezvous messages begin with. */
function isField(byte: number): boolean {
  return (byte & 7) === 2 && byte >> 3 >= 6
}

/** Nothing but a length that fits tells a packet of it from noise. */
export const zerotier = protocolOf({
  name: 'zerotier',
  tool: 'ZeroTier',
  carrier: 'udp',
  ports: [9993],
  how: 'port',
  isMessage: (_bytes, _view, from, to) => to - from >= 28,
})

// AnyDesk's manual, "Firewall": the group and the ports with which it looks for neighbours.
const anydeskGroup = '239.255.102.18'

/** AnyDesk that looks for others on its own network. */
export const anydeskDiscovery: Protocol = {
  name: 'anydesk',
  carrier: 'udp',
  ports: [50001, 50002, 50003],
  deepPackets: 1,
  recognises: ({ destination }) => destination.ip === anydeskGroup,
  decode({ destination }, recorder) {
    if (destination.ip === anydeskGroup) {
      recorder.event('remote_access', { tool: 'AnyDesk', how: 'discovery' })
    } else recorder.oddity('no-message')
    return undefined
  },
}
