// SPDX-License-Identifier: EUPL-1.2
// What a service is for. By the recognised protocol first; the port only where that is unknown.

/** `control`: reads and commands a controller. `io`: cyclic values between controller and field.
 * `plant`: between controllers and the systems above them. */
export type ServiceClass = 'control' | 'io' | 'plant' | 'remote' | 'office'

export interface Service {
  readonly transport: string
  readonly port: number
  readonly protocol: string | null
}

// Names as decoders and the list of known ports give them.
const control = [
  's7comm',
  's7comm_plus',
  'iso-tsap',
  'modbus',
  'umas',
  'enip',
  'enip-tls',
  'cip',
  'pccc',
  'cippccc',
  'ads',
  'ads-tls',
  'ads_discovery',
  'fins',
  'melsec',
  'slmp',
  'melsoft',
  'melsoft_search',
  'codesys',
  'codesys-v2',
  'tristation',
  'ge_srtp',
  'dnp3',
  'iec60870_104',
  'mms',
  'hart_ip',
  'bacnet',
  'bacapp',
  'sbus',
  'crimson',
  'pcworx',
  'xgt',
  'wago',
  'focas',
  'lsv2',
  'pcom',
  'proconos',
  'fox',
  'niagara-fox-tls',
  'ff-annunciation',
  'open_protocol',
  'hsms',
  'synphasor',
  'knxip',
  'gvcp',
]
const io = [
  'pn_io',
  'pn_io_cm',
  'pn_rt',
  'pn_ptcp',
  'pn_mrp',
  'cipio',
  'enip-io',
  'ecat',
  'egd',
  'goose',
  'sv',
  'epl',
  'sercosiii',
  'rtps',
]
const plant = ['opcua', 'opcua-tls', 'mqtt', 'mqtts', 'amqp', 'amqps', 'tds']
const remote = ['rdp', 'vnc', 'teamviewer', 'anydesk', 'radmin', 'dameware']

const classOfProtocol: ReadonlyMap<string, ServiceClass> = new Map([
  ...named('control', control),
  ...named('io', io),
  ...named('plant', plant),
  ...named('remote', remote),
])

const classOfPort: Readonly<Record<string, ServiceClass>> = {
  'tcp 102': 'control',
  'tcp 502': 'control',
  'tcp 44818': 'control',
  'udp 44818': 'control',
  'udp 2222': 'io',
  'tcp 48898': 'control',
  'udp 48899': 'control',
  'tcp 9600': 'control',
  'udp 9600': 'control',
  'tcp 11740': 'control',
  'udp 1740': 'control',
  'tcp 2455': 'control',
  'tcp 5006': 'control',
  'tcp 5007': 'control',
  'tcp 18245': 'control',
  'udp 1502': 'control',
  'tcp 20000': 'control',
  'tcp 2404': 'control',
  'udp 47808': 'control',
  'udp 34964': 'io',
  'udp 34980': 'io',
  'ethernet 34962': 'io',
  'ethernet 34980': 'io',
  'tcp 4840': 'plant',
  'tcp 1433': 'plant',
  'tcp 3389': 'remote',
  'tcp 5900': 'remote',
}

export function serviceClass({ transport, port, protocol }: Service): ServiceClass {
  if (protocol !== null) {
    const known = classOfProtocol.get(protocol)
    if (known !== undefined) return known
    // TPKT and COTP alone on 102: encrypted or cut S7.
    if (protocol !== 'cotp' && protocol !== 'tpkt' && protocol !== 'tls') return 'office'
  }
  return classOfPort[`${transport} ${port}`] ?? 'office'
}

/** Commands or cyclic values of controllers: what belongs in the factory's own network. */
export function isFactoryService(service: Service): boolean {
  const kind = serviceClass(service)
  return kind === 'control' || kind === 'io'
}

function named(kind: ServiceClass, names: readonly string[]): [string, ServiceClass][] {
  return names.map((name) => [name, kind])
}
