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

const classOfProtocol: Readonly<Record<string, ServiceClass>> = {
  s7comm: 'control',
  s7comm_plus: 'control',
  modbus: 'control',
  umas: 'control',
  enip: 'control',
  cip: 'control',
  pccc: 'control',
  cippccc: 'control',
  ads: 'control',
  ams: 'control',
  fins: 'control',
  melsec: 'control',
  slmp: 'control',
  melsoft: 'control',
  codesys: 'control',
  tristation: 'control',
  'ge-srtp': 'control',
  ge_srtp: 'control',
  dnp3: 'control',
  iec104: 'control',
  mms: 'control',
  hart_ip: 'control',
  bacnet: 'control',
  pn_io: 'io',
  pn_io_cm: 'io',
  pn_rt: 'io',
  pn_ptcp: 'io',
  cipio: 'io',
  enip_io: 'io',
  ecat: 'io',
  ethercat: 'io',
  egd: 'io',
  goose: 'io',
  sv: 'io',
  epl: 'io',
  sercosiii: 'io',
  opcua: 'plant',
  mqtt: 'plant',
  tds: 'plant',
  rdp: 'remote',
  vnc: 'remote',
  teamviewer: 'remote',
  anydesk: 'remote',
}

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
    const known = classOfProtocol[protocol]
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
