// SPDX-License-Identifier: EUPL-1.2
// Role of a device, with the code of what decided. First rule that speaks wins: what the device
// says it is, then what it does, then who made it. Nothing speaks: unknown.
import type { Role, RoleReason } from '../asset.ts'
import type { Effect } from '../protocol.ts'
import { effectBits } from './effects.ts'
import type { Evidence } from './evidence.ts'
import { automationMakers, cipDeviceTypes, makerRoles, modelRoles } from './models.ts'
import type { KnownService } from './services.ts'

export interface RoleVerdict {
  readonly role: Role
  /** `code` or `code:detail`; the codes are listed in `docs/formats/inspect.md`. */
  readonly reason: RoleReason
}

type Rule = (evidence: Evidence) => RoleVerdict | undefined

export function roleOf(evidence: Evidence): RoleVerdict | undefined {
  for (const rule of rules) {
    const verdict = rule(evidence)
    if (verdict !== undefined) return verdict
  }
  return undefined
}

const rules: readonly Rule[] = [
  ({ isExternal }) => (isExternal ? verdict('external_host', 'outside_site') : undefined),
  ({ isVirtualRouter }) => (isVirtualRouter ? verdict('router', 'virtual_mac') : undefined),
  ({ orderNumber }) => fromModel(orderNumber, 'order_number'),
  ({ model }) => fromModel(model, 'model'),
  fromCipType,
  fromEtherCat,
  fromMaker,
  fromHints('dcp_role', { io_controller: 'plc', io_supervisor: 'engineering_station' }),
  fromHints('announced', { access_point: 'access_point', phone: 'phone' }),
  fromProgramming,
  fromPollingMany,
  fromControlService,
  fromIo,
  fromHints('dcp_role', { io_device: 'remote_io', io_multidevice: 'remote_io' }),
  fromPollingFew,
  fromHints('announced', { bridge: 'switch', mrp_manager: 'switch' }),
  fromPortCount,
  ({ forwards }) => (forwards > 0 ? verdict('router', `forwards:${forwards}`) : undefined),
  fromHints('announced', { router: 'router', dhcp_relay: 'router', firewall: 'firewall' }),
  fromPorts,
  fromServing,
  fromHints('announced', {
    printer: 'printer',
    camera: 'camera',
    domain_controller: 'server',
    server: 'server',
    workstation: 'workstation',
  }),
  fromOperatingSystem,
  fromHints('announced', { dns_server: 'server', dhcp_server: 'server', time_server: 'server' }),
  fromHabits,
]

function verdict(role: Role, reason: RoleReason): RoleVerdict {
  return { role, reason }
}

function fromModel(text: string | null, reason: RoleReason): RoleVerdict | undefined {
  if (text === null) return undefined
  const found = modelRoles.find(({ pattern }) => pattern.test(text))
  return found && verdict(found.role, reason)
}

function fromCipType({ statements }: Evidence): RoleVerdict | undefined {
  for (const { name, value, protocol } of statements) {
    if (name !== 'device_type' || (protocol !== 'cip' && protocol !== 'enip')) continue
    const number = Number(/0x[0-9a-f]+|\d+/i.exec(value)?.[0])
    const role = cipDeviceTypes[number]
    if (role !== undefined) return verdict(role, `cip_device_type:${value}`)
  }
  return undefined
}

/** CANopen device profile in object 0x1000: 401 is input/output, 402 is drives. */
function fromEtherCat({ childKind, statements }: Evidence): RoleVerdict | undefined {
  if (childKind !== 'ethercat-slave') return undefined
  for (const { name, value } of statements) {
    if (name !== 'device_type') continue
    const profile = Number(value) & 0xffff
    if (profile === 402) return verdict('drive', 'canopen_profile:402')
    if (profile === 401) return verdict('remote_io', 'canopen_profile:401')
  }
  return undefined
}

function fromMaker({ vendor }: Evidence): RoleVerdict | undefined {
  if (vendor === null) return undefined
  const found = makerRoles.find(({ pattern }) => pattern.test(vendor))
  return found && verdict(found.role, 'maker')
}

function fromHints(reason: 'announced' | 'dcp_role', roles: Readonly<Record<string, Role>>): Rule {
  return ({ statements }) => {
    for (const [hint, role] of Object.entries(roles)) {
      const found = statements.find(
        ({ name, value }) => name === 'role_hint' && value.replaceAll('-', '_') === hint,
      )
      if (found !== undefined) return verdict(role, `${reason}:${found.protocol}`)
    }
    return undefined
  }
}

const programming: readonly Effect[] = [
  'download',
  'upload',
  'stop',
  'start',
  'restart',
  'firmware',
]

function fromProgramming({ effects, offered }: Evidence): RoleVerdict | undefined {
  const done = programming.find((effect) => (effects & effectBits[effect]) !== 0)
  if (done === undefined || offered.some(isControl)) return undefined
  return verdict('engineering_station', `programs_controllers:${done}`)
}

// One or two partners can be an operator panel; three controllers read by one computer is
// supervision of a line.
const manyControllers = 3

function fromPollingMany({ polls, offered, operatingSystem }: Evidence): RoleVerdict | undefined {
  if (polls < manyControllers) return undefined
  if (offered.some(isControl) && !isComputer(operatingSystem)) return undefined
  return verdict('scada_server', `polls:${polls}`)
}

// A panel asks all day; a few requests can come from anybody's laptop.
const fewRequests = 100

function fromPollingFew({ polls, requests }: Evidence): RoleVerdict | undefined {
  return polls > 0 && requests >= fewRequests ? verdict('hmi', `polls:${polls}`) : undefined
}

/** Protocols that nothing but controllers of a kind speak as server. */
const controllerProtocols: ReadonlySet<string> = new Set([
  ...['s7comm', 's7comm_plus', 'umas', 'enip', 'cip', 'cippccc', 'ads', 'fins', 'melsec', 'slmp'],
  ...['melsoft', 'ge-srtp', 'sbus', 'pcworx', 'proconos'],
])

function fromControlService(evidence: Evidence): RoleVerdict | undefined {
  const { offered, modbusUnits, vendor } = evidence
  for (const { use } of offered) {
    const { protocol } = use
    if (protocol === 'tristation') return verdict('safety_plc', 'answers_control:tristation')
    if (protocol !== null && controllerProtocols.has(protocol)) {
      return verdict('plc', `answers_control:${protocol}`)
    }
  }
  if (!offered.some(({ use }) => use.protocol === 'modbus')) return undefined
  if (modbusUnits > 1) return verdict('gateway', `modbus_units:${modbusUnits}`)
  // Meters, converters and computers answer Modbus too: the maker has to speak for a controller.
  if (vendor !== null && automationMakers.test(vendor)) {
    return verdict('plc', 'answers_control:modbus')
  }
  return undefined
}

function fromIo({ connectsIo, isConnectedIo }: Evidence): RoleVerdict | undefined {
  if (connectsIo) return verdict('plc', 'io_controller')
  return isConnectedIo ? verdict('remote_io', 'io_device') : undefined
}

// Controllers and field devices have up to four ports.
const portsOfDevices = 4

function fromPortCount({ highestPort }: Evidence): RoleVerdict | undefined {
  return highestPort > portsOfDevices ? verdict('switch', `lldp_port:${highestPort}`) : undefined
}

const portRoles: readonly { readonly ports: readonly string[]; readonly role: Role }[] = [
  { ports: ['tcp 9100', 'tcp 515', 'tcp 631'], role: 'printer' },
  { ports: ['tcp 554'], role: 'camera' },
  {
    ports: [
      ...['tcp 88', 'tcp 389', 'tcp 636', 'udp 67', 'tcp 53', 'udp 53', 'udp 123'],
      ...['tcp 1433', 'tcp 1521', 'tcp 3306', 'tcp 5432', 'tcp 25', 'tcp 4840', 'tcp 1883'],
    ],
    role: 'server',
  },
]

function fromPorts({ offered }: Evidence): RoleVerdict | undefined {
  for (const { ports, role } of portRoles) {
    const found = offered.find(({ use }) => ports.includes(`${use.transport} ${use.port}`))
    if (found === undefined) continue
    return verdict(role, `answers_port:${found.use.transport}/${found.use.port}`)
  }
  return undefined
}

function fromOperatingSystem({ operatingSystem }: Evidence): RoleVerdict | undefined {
  if (operatingSystem === null) return undefined
  if (/server|esxi/i.test(operatingSystem)) return verdict('server', 'operating_system')
  if (/windows|mac ?os|os x|ubuntu|debian|fedora/i.test(operatingSystem)) {
    return verdict('workstation', 'operating_system')
  }
  return undefined
}

// A share between two colleagues is no server yet.
const manyClients = 3
// Builds that only servers have: 2003, 2008 with later service packs, 2022, 23H2.
const serverBuilds = /\.(3790|6003|20348|25398)$/

/** Windows for servers answers what Windows for people answers, but to several, and of other builds. */
function fromServing({
  statements,
  operatingSystem,
  mostServed,
}: Evidence): RoleVerdict | undefined {
  const versions = statements.filter(({ name }) => name === 'ntlm.version')
  const isWindows = versions.length > 0 || /windows/i.test(operatingSystem ?? '')
  if (!isWindows || /windows (ce|embedded)/i.test(operatingSystem ?? '')) return undefined
  if (/server/i.test(operatingSystem ?? '')) return verdict('server', 'operating_system')
  if (versions.some(({ value }) => serverBuilds.test(value))) {
    return verdict('server', 'operating_system')
  }
  if (mostServed === undefined || mostServed.clients < manyClients) return undefined
  const { transport, port } = mostServed.service.use
  return verdict('server', `answers_port:${transport}/${port}`)
}

/** What only computers with a person in front of them do. */
function fromHabits({ statements }: Evidence): RoleVerdict | undefined {
  for (const { name, value } of statements) {
    if (name === 'user_agent' && /Mozilla\/.*(Windows NT|Macintosh|X11)/.test(value)) {
      return verdict('workstation', 'user_agent')
    }
    if (name.startsWith('dhcp.vendor_class') && /^MSFT /.test(value)) {
      return verdict('workstation', 'dhcp_vendor_class')
    }
  }
  return undefined
}

function isControl({ kind }: KnownService): boolean {
  return kind === 'control'
}

function isComputer(operatingSystem: string | null): boolean {
  return operatingSystem !== null && /windows|linux|mac ?os/i.test(operatingSystem)
}
