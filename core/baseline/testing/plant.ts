// SPDX-License-Identifier: EUPL-1.2
/** Small hand-made plants for the tests of baseline: assets, conversations, detections, inputs. */
import type { Asset, Detection, InspectionReport } from '@schouw/core/capture'
import type { AssetRow, FactoryInputs, OrganisationInput } from '../inputs.ts'
import type { Talk } from '../talk.ts'

export function asset(id: string, given: Partial<Asset> = {}): Asset {
  return {
    id,
    parent: null,
    child: null,
    macs: [],
    ipv4: [],
    ipv6: [],
    vlans: [],
    external: false,
    silent: false,
    vendor: null,
    model: null,
    order_number: null,
    firmware: null,
    serial: null,
    operating_system: null,
    hostnames: [],
    role: null,
    role_reason: null,
    purdue_level: null,
    purdue_reason: null,
    first_seen: null,
    last_seen: null,
    packets: 10,
    bytes: 1000,
    services_offered: [],
    services_used: [],
    facts: [],
    conflicts: [],
    ...given,
  }
}

const capture = 'captures/a.pcap'

export function talk(from: string, to: string, given: Partial<Talk> = {}): Talk {
  return {
    from,
    to,
    transport: 'tcp',
    port: 102,
    protocol: 's7comm',
    protocol_basis: 'decoded',
    direction_basis: 'handshake',
    connections: 1,
    unanswered: 0,
    packets_to_server: 20,
    packets_to_client: 20,
    bytes_to_server: 2000,
    bytes_to_client: 2000,
    first: '2026-11-10T09:00:00Z',
    last: '2026-11-10T09:30:00Z',
    frame: { capture, frame: 7 },
    operations: [],
    ...given,
  }
}

export function detection(kind: Detection['kind'], given: Partial<Detection> = {}): Detection {
  return {
    id: `${kind}|${given.source ?? ''}|${given.target ?? ''}`,
    kind,
    source: null,
    target: null,
    protocol: null,
    count: 1,
    first: '2026-11-10T09:00:00Z',
    last: '2026-11-10T09:05:00Z',
    frames: [{ capture, frame: 9 }],
    technique: null,
    detail: {},
    ...given,
  }
}

export function inspection(given: Partial<InspectionReport> = {}): InspectionReport {
  const assets = given.assets ?? []
  return {
    schema: 'schouw/inspect/1',
    captures: [
      {
        file: capture,
        sha256: null,
        format: 'pcap',
        packets: 100,
        bytes: 10_000,
        first: '2026-11-10T08:00:00Z',
        last: '2026-11-10T10:00:00Z',
        oddities: {},
      },
    ],
    protocols: { s7comm: { packets: 40, bytes: 4000 } },
    assets,
    conversations: [],
    detections: [],
    unknown: [],
    coverage: {
      named: 0,
      with_vendor: 0,
      with_model: 0,
      with_firmware: 0,
      assets: assets.length,
      silent: 0,
      one_way_conversations: 0,
      encrypted_ot_conversations: 0,
      vlans: [],
      site_ranges: [],
      advice: [],
    },
    left_out: [],
    ...given,
  }
}

const at = (path: string, line: number) => ({ at: { path, line } })

export const organisation: OrganisationInput = {
  ...at('organisation.yaml', 1),
  name: 'Proefbedrijf B.V.',
  jurisdiction: 'NL',
  language: 'nl',
  time_zone: 'Europe/Amsterdam',
  sector: { nace: '28.99', annex: null, sector_id: null, subsector_id: null },
  side_activities: [],
  fiscal_years: [{ year: 2025, awu: 120, turnover_eur: 30_000_000, balance_eur: 12_000_000 }],
  relations: [],
  prior_status: null,
  designated_essential: null,
  designation_ground: null,
  size_independent_ground: null,
  it_independent: null,
  ownership_changed_in: null,
  makes_digital_products: null,
  sites: [],
  board_level: null,
  outage_cost_eur_per_hour: null,
  registered_on: null,
  open_decisions: [],
}

export const empty: FactoryInputs = {
  organisation,
  zones: null,
  processes: null,
  risks: null,
  answers: null,
  assets: null,
  suppliers: null,
  people: null,
  files: [],
  rejected: [],
}

export function assetRow(name: string, given: Partial<AssetRow> = {}): AssetRow {
  return {
    ...at('assets.csv', 2),
    name,
    type: null,
    vendor: null,
    model: null,
    order_number: null,
    serial: null,
    firmware: null,
    operating_system: null,
    macs: [],
    ips: [],
    vlan: null,
    zone: null,
    site: null,
    location: null,
    owner: null,
    process: null,
    crown_jewel: null,
    support_until: null,
    last_backup: null,
    connection: null,
    note: null,
    ...given,
  }
}

/** An office, a line with a controller, a safety zone and a supplier’s way in. */
export const zones: NonNullable<FactoryInputs['zones']> = {
  zones: [
    zone('kantoor', 'Kantoor', 'office', '10.1.0.0/16', 2),
    zone('lijn-1', 'Lijn 1', 'ot', '10.2.0.0/16', 3),
    zone('veilig', 'Veiligheid', 'safety', '10.3.0.0/16', 4),
  ],
  conduits: [],
  remote_access: [],
}

function zone(
  id: string,
  name: string,
  kind: 'office' | 'ot' | 'safety',
  range: string,
  line: number,
): NonNullable<FactoryInputs['zones']>['zones'][number] {
  return {
    ...at('zones.yaml', line),
    id,
    name,
    kind,
    purdue_level: kind === 'office' ? 4 : 1,
    site: null,
    ranges: [range],
    vlans: [],
    assets: [],
    security_level_target: null,
    security_level_achieved: null,
  }
}

export const workstation = asset('ws', {
  macs: ['00:00:00:00:01:01'],
  ipv4: ['10.1.0.1'],
  hostnames: ['WS-1'],
  role: 'workstation',
  purdue_level: 4,
})
export const controller = asset('plc', {
  macs: ['00:00:00:00:02:01'],
  ipv4: ['10.2.0.1'],
  model: 'S7-1500',
  firmware: 'V2.9.4',
  role: 'plc',
  purdue_level: 1,
  facts: [
    { name: 'firmware', value: 'V2.9.4', protocol: 's7comm', capture, frame: 12 },
    { name: 'model', value: 'S7-1500', protocol: 's7comm', capture, frame: 12 },
  ],
})
export const farHost = asset('far', {
  ipv4: ['198.51.100.9'],
  external: true,
  role: 'external_host',
})
