// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Asset, Role } from '@schouw/core/capture'

type NamedAsset = Baseline['inventory']['assets'][number]
type ZoneView = Baseline['network']['zones'][number]
type ZoneFlow = Baseline['network']['flows'][number]

interface ZonePlan {
  readonly id: string
  readonly name: string
  readonly level: NonNullable<Asset['purdue_level']>
  readonly kind: string
  readonly roles: readonly (readonly [Role, number])[]
}

const plans: readonly ZonePlan[] = [
  { id: 'internet', name: 'Internet', level: 5, kind: 'internet', roles: [['external_host', 4]] },
  {
    id: 'kantoor',
    name: 'Kantoor Almelo',
    level: 4,
    kind: 'office',
    roles: [
      ['workstation', 8],
      ['server', 2],
      ['printer', 2],
    ],
  },
  { id: 'gasten', name: 'Gastennet', level: 4, kind: 'guest', roles: [['phone', 2]] },
  { id: 'dmz', name: 'Tussenzone', level: 3.5, kind: 'dmz', roles: [['server', 2]] },
  {
    id: 'mes',
    name: 'Productiebesturing',
    level: 3,
    kind: 'ot',
    roles: [
      ['scada_server', 2],
      ['engineering_station', 2],
    ],
  },
  {
    id: 'lijn1',
    name: 'Lijn 1 Frezen',
    level: 2,
    kind: 'ot',
    roles: [
      ['hmi', 2],
      ['plc', 3],
      ['drive', 4],
      ['switch', 1],
    ],
  },
  {
    id: 'lijn2',
    name: 'Lijn 2 Lassen',
    level: 2,
    kind: 'ot',
    roles: [
      ['hmi', 2],
      ['plc', 4],
      ['robot', 3],
      ['remote_io', 3],
      ['remote_access_gateway', 1],
    ],
  },
  {
    id: 'veiligheid',
    name: 'Veiligheid',
    level: 1,
    kind: 'safety',
    roles: [
      ['safety_plc', 2],
      ['remote_io', 2],
    ],
  },
]

const labels: Readonly<Record<string, string>> = {
  plc: 'PLC',
  hmi: 'HMI',
  workstation: 'WS',
  external_host: 'host',
  remote_access_gateway: 'Ewon',
}

/** Zones and devices of the example, `times` as many devices a role (0 keeps one of each). */
export function plant(times = 1): { zones: ZoneView[]; assets: NamedAsset[]; flows: ZoneFlow[] } {
  const assets: NamedAsset[] = []
  const zones = plans.map((plan, z): ZoneView => {
    const ids: string[] = []
    for (const [role, count] of plan.roles) {
      for (let i = 0; i < Math.max(times === 0 ? 0 : 1, Math.round(count * times)); i += 1) {
        const asset = device({ plan, role, zone: z, nth: i, serial: assets.length })
        assets.push(asset)
        ids.push(asset.id)
      }
    }
    return {
      id: plan.id,
      name: plan.name,
      purdue_level: plan.level,
      kind: plan.kind,
      site: 'almelo',
      assets: ids,
    }
  })
  return { zones, assets, flows }
}

function device(of: {
  plan: ZonePlan
  role: Role
  zone: number
  nth: number
  serial: number
}): NamedAsset {
  const { plan, role, serial } = of
  const external = plan.id === 'internet'
  const mac = `00:1b:1b:00:${hex(of.zone)}:${hex(serial)}`
  const label = `${labels[role] ?? role.toUpperCase().replaceAll('_', '-')}-${plan.id}-${of.nth + 1}`
  const isControl = role === 'plc' || role === 'safety_plc'
  return {
    id: `a${String(serial).padStart(3, '0')}`,
    parent: null,
    child: null,
    macs: external ? [] : [mac],
    ipv4: [external ? `203.0.113.${serial + 5}` : `10.20.${of.zone}.${(serial % 240) + 10}`],
    ipv6: [],
    vlans: [of.zone * 10],
    external,
    silent: serial % 17 === 3,
    vendor: isControl ? 'Siemens' : serial % 3 === 0 ? 'Phoenix Contact' : null,
    model: isControl ? 'S7-1515-2 PN' : null,
    order_number: isControl ? '6ES7 515-2AM02-0AB0' : null,
    firmware: isControl && of.nth === 0 ? 'V2.8.1' : null,
    serial: null,
    operating_system: role === 'workstation' ? 'Windows 11' : null,
    hostnames: serial % 2 === 0 ? [label.toLowerCase()] : [],
    role: serial % 19 === 7 ? null : role,
    role_reason: isControl ? 'answers_control:s7comm' : 'maker',
    purdue_level: plan.level,
    purdue_reason: `role:${role}`,
    first_seen: '2026-11-12T08:14:03Z',
    last_seen: '2026-11-12T16:02:41Z',
    packets: 1_000 + serial * 137,
    bytes: 90_000 + serial * 9_137,
    services_offered: isControl ? [{ transport: 'tcp', port: 102, protocol: 's7comm' }] : [],
    services_used: [],
    facts: isControl
      ? [
          {
            name: 'order_number',
            value: '6ES7 515-2AM02-0AB0',
            protocol: 's7comm',
            capture: 'captures/lijn-2.pcap',
            frame: 418 + serial,
          },
        ]
      : [],
    conflicts: [],
    register: serial % 5 === 4 ? null : register(label, serial),
    zone: plan.id,
    zone_reason: 'range',
    label,
  }
}

function register(name: string, serial: number): NamedAsset['register'] {
  return { path: 'assets.csv', line: serial + 2, name, matched_by: 'mac' }
}

function hex(value: number): string {
  return (value % 256).toString(16).padStart(2, '0')
}

const flows: ZoneFlow[] = [
  flow('kantoor', 'internet', ['tls', 'dns'], 48_211, 'allowed'),
  flow('gasten', 'internet', ['tls'], 9_120, 'allowed'),
  flow('kantoor', 'dmz', ['tls', 'rdp'], 12_004, 'allowed'),
  flow('dmz', 'mes', ['tls'], 8_810, 'allowed'),
  flow('mes', 'lijn1', ['s7comm', 'opcua'], 220_311, 'allowed'),
  flow('mes', 'lijn2', ['s7comm', 'opcua'], 341_020, 'allowed'),
  flow('lijn1', 'lijn2', ['pn_io'], 1_402_113, 'not_documented'),
  flow('lijn2', 'veiligheid', ['pn_io'], 90_442, 'allowed'),
  flow('kantoor', 'lijn2', ['s7comm'], 412, 'forbidden', ['c1']),
  flow('lijn2', 'internet', ['tls'], 1_988, 'forbidden', ['c2']),
  flow('kantoor', 'lijn1', ['http'], 96, 'not_documented'),
]

function flow(
  from: string,
  to: string,
  services: readonly string[],
  packets: number,
  verdict: ZoneFlow['verdict'],
  contradictions: readonly string[] = [],
): ZoneFlow {
  return {
    from,
    to,
    services,
    conversations: Math.max(1, Math.round(packets / 4_000)),
    packets,
    verdict,
    contradictions,
  }
}
