// SPDX-License-Identifier: EUPL-1.2
import { bytes, dice, hex, messages as m, zeros } from './messages.ts'

/** Where a running number stands in a payload, so that no two messages are the same. */
export interface Counter {
  readonly at: number
  readonly as: 'u16' | 'u16le' | 'u32le'
}

/** One packet of a conversation. No payload on TCP is a bare acknowledgement. */
export interface Step {
  readonly fromServer: boolean
  readonly payload: Uint8Array
  readonly counters: readonly Counter[]
}

/** A kind of conversation: what is said once and what is said over and over. */
export interface Kind {
  readonly name: string
  /** Share of the packets in the factory mix, in percent. */
  readonly share: number
  readonly carrier: 'tcp' | 'tcp6' | 'udp' | 'profinet' | 'arp' | 'host'
  readonly serverPort: number
  /** Fixed port of the client; otherwise every conversation has its own. */
  readonly clientPort?: number
  /** Packets of one conversation in a row. */
  readonly burst: number
  readonly opening: readonly Step[]
  readonly cycle: readonly Step[]
}

const chance = dice(20261121)
const counter = (at: number, as: Counter['as'] = 'u16'): Counter => ({ at, as })

function client(payload: Uint8Array, ...counters: Counter[]): Step {
  return { fromServer: false, payload, counters }
}

function server(payload: Uint8Array, ...counters: Counter[]): Step {
  return { fromServer: true, payload, counters }
}

function repeated(times: number, steps: readonly Step[]): Step[] {
  return Array.from({ length: times }, () => steps).flat()
}

/** A long message cut into segments. */
function segments(
  of: (piece: Uint8Array, ...c: Counter[]) => Step,
  message: Uint8Array,
  ...c: Counter[]
) {
  const list: Step[] = []
  for (let at = 0; at < message.length; at += 1460) {
    list.push(at === 0 ? of(message.subarray(0, 1460), ...c) : of(message.subarray(at, at + 1460)))
  }
  return list
}

const clientAck = client(zeros(0))

const s7Reference = counter(11)
const s7Read = [
  client(m.s7.read(0, [{ area: 0x84, block: 10, byte: 0, length: 96 }]), s7Reference),
  server(m.s7.readAnswer(0, [chance.bytes(96)]), s7Reference),
]
const s7Write = [
  client(m.s7.write(0, { area: 0x84, block: 11, byte: 4, length: 2 }, hex('0001')), s7Reference),
  server(m.s7.writeAnswer(0), s7Reference),
]
const s7: Kind = {
  name: 's7comm',
  share: 10,
  carrier: 'tcp',
  serverPort: 102,
  burst: 1,
  opening: [
    client(m.s7.connectRequest({ from: 0x0200, to: 0x0102 })),
    server(m.s7.connectConfirm({ from: 0x0200, to: 0x0102 })),
    client(m.s7.setup()),
    server(m.s7.setupAnswer()),
  ],
  cycle: [...repeated(49, s7Read), ...s7Write],
}

const transaction = counter(0)
const modbusRead = [
  client(m.modbus.read({ transaction: 0 }, 3, { first: 0, count: 48 }), transaction),
  server(m.modbus.readAnswer({ transaction: 0 }, 3, chance.bytes(96)), transaction),
]
const modbusWrite = m.modbus.writeRegister({ transaction: 0 }, 7, 1500)
const modbus: Kind = {
  name: 'modbus',
  share: 10,
  carrier: 'tcp',
  serverPort: 502,
  burst: 1,
  opening: [],
  cycle: [
    ...repeated(39, modbusRead),
    client(modbusWrite, transaction),
    server(modbusWrite, transaction),
  ],
}

const unitSequence = counter(44, 'u16le')
const connected = { session: 77, connection: 9, sequence: 0 }
const enip: Kind = {
  name: 'enip',
  share: 4,
  carrier: 'tcp',
  serverPort: 44818,
  burst: 1,
  opening: [client(m.enip.registerSession()), server(m.enip.registerSession(77))],
  cycle: [
    client(m.enip.unit(connected, m.enip.readTag('Toerental')), unitSequence),
    server(m.enip.unit(connected, m.enip.readTagAnswer(1450)), unitSequence),
  ],
}

const ioSequence = [counter(10, 'u32le'), counter(18, 'u16le')]
const io: Kind = {
  name: 'enip-io',
  share: 8,
  carrier: 'udp',
  serverPort: 2222,
  clientPort: 2222,
  burst: 1,
  opening: [],
  cycle: [
    client(m.enip.io(5, 0, zeros(80)), ...ioSequence),
    server(m.enip.io(6, 0, zeros(64)), ...ioSequence),
  ],
}

const uaSequence = [counter(16, 'u32le'), counter(20, 'u32le')]
const opcua: Kind = {
  name: 'opcua',
  share: 6,
  carrier: 'tcp',
  serverPort: 4840,
  burst: 1,
  opening: [
    client(m.opcua.hello('opc.tcp://lijn:4840')),
    server(m.opcua.acknowledge()),
    client(m.opcua.openChannel()),
    server(m.opcua.openChannelAnswer(5)),
  ],
  cycle: [
    client(m.opcua.read(5, 0, 1001), ...uaSequence),
    server(m.opcua.readAnswer(5, 0, 42), ...uaSequence),
  ],
}

/** The payload here is everything after the EtherType; the counter is that of the cycle. */
const realtime = bytes([0x80, 0], zeros(40), [0, 0, 0x35, 0])
const profinet: Kind = {
  name: 'profinet',
  share: 22,
  carrier: 'profinet',
  serverPort: 0,
  burst: 1,
  opening: [],
  cycle: [client(realtime, counter(42)), server(realtime, counter(42))],
}

const tlsCycle = [
  client(m.tls.applicationData(180)),
  server(m.tls.applicationData(1400)),
  server(m.tls.applicationData(1400)),
  server(m.tls.applicationData(1400)),
  server(m.tls.applicationData(1400)),
  clientAck,
  server(m.tls.applicationData(420)),
  client(m.tls.applicationData(90)),
  server(m.tls.applicationData(800)),
  clientAck,
]
function tls(carrier: 'tcp' | 'tcp6', share: number): Kind {
  return {
    name: carrier === 'tcp' ? 'tls' : 'tls-ipv6',
    share,
    carrier,
    serverPort: 443,
    burst: 10,
    opening: [
      client(m.tls.clientHello({ serverName: 'portaal.fabriek.example', alpn: ['h2'] })),
      server(m.tls.serverHello({ version: 0x0304 })),
    ],
    cycle: tlsCycle,
  }
}

const pageBody = zeros(5600).fill(0x2e)
const http: Kind = {
  name: 'http',
  share: 7,
  carrier: 'tcp',
  serverPort: 80,
  burst: 10,
  opening: [],
  cycle: [
    client(m.http.request('GET /oee', { Host: 'mes.fabriek.example', 'User-Agent': 'Paneel/2.1' })),
    ...segments(server, m.http.answer('200 OK', { Server: 'nginx/1.18.0' }, pageBody)),
    clientAck,
    client(m.http.request('GET /stand', { Host: 'mes.fabriek.example' })),
    server(m.http.answer('200 OK', { Server: 'nginx/1.18.0' }, m.http.page('Stand'))),
  ],
}

const smbMessage = counter(28, 'u16le')
const smb: Kind = {
  name: 'smb2',
  share: 6,
  carrier: 'tcp',
  serverPort: 445,
  burst: 10,
  opening: [
    client(m.smb.negotiate2()),
    server(m.smb.negotiate2Answer()),
    client(m.smb.sessionSetup()),
    server(
      m.smb.sessionSetupAnswer({ computer: 'SRV01', domain: 'FABRIEK', version: [10, 0, 17763] }),
    ),
  ],
  cycle: [
    client(m.smb.read(0, 5400), smbMessage),
    ...segments(server, m.smb.readAnswer(0, zeros(5400)), smbMessage),
    clientAck,
    client(m.smb.read(0, 300), smbMessage),
    server(m.smb.readAnswer(0, zeros(300)), smbMessage),
  ],
}

const dnsName = 'mes.fabriek.example'
export const dnsKind: Kind = {
  name: 'dns',
  share: 6,
  carrier: 'udp',
  serverPort: 53,
  burst: 2,
  opening: [],
  cycle: [
    client(m.dns.query(1, dnsName), counter(0)),
    server(m.dns.answer(1, [{ name: dnsName, a: '10.10.0.7' }], { name: dnsName }), counter(0)),
  ],
}

/** A question or two and gone: what scanners and impatient services leave behind. */
export const shortKind: Kind = {
  name: 'short',
  share: 0,
  carrier: 'tcp',
  serverPort: 8080,
  burst: 5,
  opening: [],
  cycle: [client(m.http.request('GET /', { Host: 'a' }))],
}

function alone(name: string, share: number, carrier: 'arp' | 'host'): Kind {
  const cycle = carrier === 'arp' ? [client(zeros(0)), server(zeros(0))] : []
  return { name, share, carrier, serverPort: 0, burst: 1, opening: [], cycle }
}

/** The factory mix: 60 % small production frames, 25 % office, 15 % the rest. */
export const factoryMix: readonly Kind[] = [
  profinet,
  s7,
  modbus,
  io,
  opcua,
  enip,
  tls('tcp', 12),
  http,
  smb,
  dnsKind,
  alone('arp', 4, 'arp'),
  tls('tcp6', 2),
  alone('lldp', 1, 'host'),
  alone('dhcp', 1, 'host'),
  alone('mdns', 1, 'host'),
]
