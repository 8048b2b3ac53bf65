// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, FactoryInputs } from '@schouw/core/baseline'
import { levelOf } from './network.ts'
import { personNamed, placeOf } from './people.ts'
import { line, lines } from './plan.ts'
import type { State } from './state.ts'

type AssetRow = NonNullable<FactoryInputs['assets']>[number]
type Seen = Baseline['inventory']['assets'][number]

/** What the register says, with what was seen of it; and what was seen and stands in no register. */
export function addAssets(state: State): void {
  const { plan, inputs, baseline } = state
  const seen = baseline?.inventory.assets ?? []
  const ofRow = new Map(
    seen.flatMap((one) => (one.register === null ? [] : [[placeIn(one.register), one] as const])),
  )
  for (const row of inputs?.assets ?? []) addRow(state, row, ofRow.get(placeIn(row.at)))
  const rows = inputs?.assets
  for (const one of seen) {
    if (one.external) continue
    if (one.register !== null && rows != null && plan.find('asset', one.id) !== undefined) continue
    addSeen(state, one)
  }
  if (rows != null) return
  for (const { name, zone, path, line: at } of baseline?.inventory.register_only ?? []) {
    const values = {
      code: plan.code('asset', name),
      name: line(name, 200),
      zone: plan.find('zone', zone),
    }
    plan.add('asset', [name], values, { source: `${path}:${at}` })
  }
}

const placeIn = ({ path, line: at }: { readonly path: string; readonly line: number }) =>
  `${path}:${at}`

function addRow({ plan }: State, row: AssetRow, seen: Seen | undefined): void {
  const source = placeOf(row)
  const values = {
    code: plan.code('asset', row.name),
    name: line(row.name, 200),
    role: seen?.role ?? roleOf(row.type) ?? null,
    vendor: line(row.vendor ?? seen?.vendor, 120),
    model: line(row.model ?? seen?.model, 120),
    order_number: line(row.order_number ?? seen?.order_number, 80),
    serial: line(row.serial ?? seen?.serial, 120),
    firmware: line(row.firmware ?? seen?.firmware, 120),
    operating_system: line(row.operating_system ?? seen?.operating_system, 120),
    ...sighted(seen),
    macs: row.macs.length > 0 ? row.macs : seen?.macs,
    ips: row.ips.length > 0 ? row.ips : addressesOf(seen),
    vlans: row.vlan === null ? seen?.vlans : [row.vlan],
    zone: plan.wanted('zone', row.zone, source) ?? plan.find('zone', seen?.zone),
    site: plan.wanted('site', row.site, source),
    location: line(row.location, 200),
    process: plan.wanted('process', row.process, source),
    owner: personNamed(plan, row.owner, source),
    connection: row.connection,
    support_until: row.support_until,
    last_backup: row.last_backup,
    note: lines(row.note, row.type),
  }
  const names = [row.name, ...row.macs, ...row.ips, ...(seen === undefined ? [] : namesOf(seen))]
  plan.add('asset', names, values, { source })
}

/** Known from the network alone: it stands there until somebody says whose it is. */
function addSeen({ plan, baseline }: State, seen: Seen): void {
  const isRegistered = seen.register !== null
  const name = line(seen.label, 200) ?? seen.id
  const values = {
    code: plan.code('asset', name),
    name,
    role: seen.role,
    vendor: line(seen.vendor, 120),
    model: line(seen.model, 120),
    order_number: line(seen.order_number, 80),
    serial: line(seen.serial, 120),
    firmware: line(seen.firmware, 120),
    operating_system: line(seen.operating_system, 120),
    ...sighted(seen),
    macs: seen.macs,
    ips: addressesOf(seen),
    vlans: seen.vlans,
    zone: plan.find('zone', seen.zone),
    site: siteOfZone(baseline, seen.zone, (id) => plan.find('site', id)),
    part_of: plan.find('asset', seen.parent),
  }
  const rest = isRegistered ? {} : { state: 'sighted' }
  plan.add('asset', namesOf(seen), values, { source: `baseline.json: ${seen.id}`, ...rest })
}

function siteOfZone(
  baseline: Baseline | null,
  zone: string | null,
  find: (site: string | null | undefined) => string | undefined,
): string | undefined {
  return find(baseline?.network.zones.find(({ id }) => id === zone)?.site)
}

const mostNames = 20

function sighted(seen: Seen | undefined) {
  if (seen === undefined) return {}
  const { services_offered: offered, services_used: used } = seen
  const protocols = [...offered, ...used].flatMap(({ protocol }) => line(protocol, 40) ?? [])
  return {
    hostnames: seen.hostnames.slice(0, mostNames).flatMap((name) => line(name, 253) ?? []),
    purdue_level: levelOf(seen.purdue_level),
    protocols: [...new Set(protocols)].slice(0, mostNames * 5),
    services: servicesOf(offered),
    connection: seen.macs.length > 0 ? 'network' : null,
    first_seen_at: seen.first_seen,
    last_seen_at: seen.last_seen,
  }
}

function servicesOf(offered: Seen['services_offered']): readonly string[] {
  const names = offered.flatMap(({ transport, port }) =>
    transport === 'tcp' || transport === 'udp' ? [`${transport}/${port}`] : [],
  )
  return [...new Set(names)].slice(0, mostNames * 5)
}

function addressesOf(seen: Seen | undefined): readonly string[] {
  return seen === undefined ? [] : [...seen.ipv4, ...seen.ipv6]
}

function namesOf(seen: Seen): readonly string[] {
  return [seen.id, seen.label, ...seen.macs, ...addressesOf(seen), ...seen.hostnames]
}

/** Words of a register, Dutch and English, for what never shows on a network. */
const words: readonly (readonly [RegExp, string])[] = [
  [/veiligheids|safety/, 'safety_plc'],
  [/\bplc\b|\bsps\b|besturing$/, 'plc'],
  [/\bhmi\b|paneel|panel/, 'hmi'],
  [/cnc/, 'cnc'],
  [/scada/, 'scada_server'],
  [/historian/, 'historian'],
  [/engineering/, 'engineering_station'],
  [/frequentie|drive|regelaar/, 'drive'],
  [/remote i\/?o|i\/o/, 'remote_io'],
  [/robot/, 'robot'],
  [/gateway/, 'gateway'],
  [/switch/, 'switch'],
  [/router/, 'router'],
  [/firewall/, 'firewall'],
  [/accesspoint|access point|wifi/, 'access_point'],
  [/server/, 'server'],
  [/nas|opslag|storage/, 'storage'],
  [/printer/, 'printer'],
  [/camera/, 'camera'],
  [/telefoon|phone/, 'phone'],
  [/werkplek|laptop|workstation|desktop|\bpc\b/, 'workstation'],
]

function roleOf(type: string | null): string | undefined {
  const text = (type ?? '').toLowerCase()
  return words.find(([pattern]) => pattern.test(text))?.[1]
}
