// SPDX-License-Identifier: EUPL-1.2
import type { ChildKind } from './protocol.ts'

/** Purdue level with 3.5 for the industrial DMZ; see `Asset.purdue_reason` for what decided. */
export type PurdueLevel = 0 | 1 | 2 | 3 | 3.5 | 4 | 5

export type Role =
  | 'plc'
  | 'safety_plc'
  | 'hmi'
  | 'scada_server'
  | 'engineering_station'
  | 'drive'
  | 'remote_io'
  | 'robot'
  | 'cnc'
  | 'gateway'
  | 'switch'
  | 'router'
  | 'firewall'
  | 'access_point'
  | 'server'
  | 'workstation'
  | 'printer'
  | 'camera'
  | 'phone'
  | 'remote_access_gateway'
  | 'external_host'

/** What decided the role; most carry a detail after a colon: `polls:3`. */
type RoleReasonCode =
  | 'outside_site'
  | 'virtual_mac'
  | 'order_number'
  | 'model'
  | 'cip_device_type'
  | 'canopen_profile'
  | 'maker'
  | 'dcp_role'
  | 'announced'
  | 'programs_controllers'
  | 'polls'
  | 'answers_control'
  | 'modbus_units'
  | 'io_controller'
  | 'io_device'
  | 'lldp_port'
  | 'forwards'
  | 'answers_port'
  | 'operating_system'
  | 'user_agent'
  | 'dhcp_vendor_class'
export type RoleReason = RoleReasonCode | `${RoleReasonCode}:${string}`

/** What decided the level. */
export type PurdueReason =
  | `role:${Role}`
  | 'answers_control'
  | 'uses_control'
  | 'serves_factory'
  | 'office_services_only'

/** One thing one message said, traceable to its frame. `capture` is the file's path as given. */
export interface Fact {
  readonly name: string
  readonly value: string
  readonly protocol: string
  readonly capture: string
  readonly frame: number
}

/** Two facts of one device that exclude each other: both are kept, neither is chosen silently. */
export interface FactConflict {
  readonly name: string
  readonly values: readonly string[]
}

/** A service by its port (or EtherType) and what was recognised on it. */
export interface ServiceUse {
  readonly transport: string
  readonly port: number
  readonly protocol: string | null
}

/**
 * One device as far as the captures show. `null` is unknown, never a guess. Published shape,
 * hence the spelling with underscores (`docs/formats/inspect.md`).
 */
export interface Asset {
  /** Stable for the same set of captures: derived from the smallest key (MAC, else address, else parent and child key). */
  readonly id: string
  /** A child answers through its parent: EtherCAT slave, Modbus unit, rack and slot, AMS NetID. */
  readonly parent: string | null
  readonly child: { readonly kind: ChildKind; readonly key: string } | null
  readonly macs: readonly string[]
  readonly ipv4: readonly string[]
  readonly ipv6: readonly string[]
  readonly vlans: readonly number[]
  /** Outside the site's own address ranges. */
  readonly external: boolean
  /** Never sent a frame in these captures: known only because others name or address it. */
  readonly silent: boolean
  readonly vendor: string | null
  readonly model: string | null
  readonly order_number: string | null
  readonly firmware: string | null
  readonly serial: string | null
  readonly operating_system: string | null
  readonly hostnames: readonly string[]
  readonly role: Role | null
  readonly role_reason: RoleReason | null
  readonly purdue_level: PurdueLevel | null
  readonly purdue_reason: PurdueReason | null
  /** ISO 8601, UTC. */
  readonly first_seen: string | null
  readonly last_seen: string | null
  readonly packets: number
  readonly bytes: number
  readonly services_offered: readonly ServiceUse[]
  readonly services_used: readonly ServiceUse[]
  readonly facts: readonly Fact[]
  readonly conflicts: readonly FactConflict[]
}

/** How a range came to be the site's: set by a person, stated with a mask, stated in ARP and the
 * like, or concluded from who answers on layer 2 with a card of its own. */
export type SiteBasis = 'set' | 'mask' | 'binding' | 'layer2'

export const detectionKinds = [
  'plc_stop',
  'plc_start',
  'plc_restart',
  'program_download',
  'program_upload',
  'firmware_change',
  'process_write',
  'device_configuration',
  'remote_access',
  'cleartext_login',
  'default_credentials',
  'weak_authentication',
  'smb1',
  'duplicate_ip',
  'arp_spoofing',
  'internet_from_ot',
  'scan',
  'old_tls',
  'certificate_expiry',
  'beaconing',
  'clock_jump',
] as const
export type DetectionKind = (typeof detectionKinds)[number]

export interface FrameRef {
  readonly capture: string
  readonly frame: number
}

/** Something seen that a person must judge. Published shape. */
export interface Detection {
  readonly id: string
  readonly kind: DetectionKind
  /** Asset ids; absent side is null. */
  readonly source: string | null
  readonly target: string | null
  readonly protocol: string | null
  readonly count: number
  readonly first: string | null
  readonly last: string | null
  /** The first frames that show it, at most ten. */
  readonly frames: readonly FrameRef[]
  /** MITRE ATT&CK for ICS. */
  readonly technique: { readonly id: string; readonly name: string } | null
  /** Short facts: tool, user, operation names. */
  readonly detail: Readonly<Record<string, string>>
}

/** Published shape of a conversation. `from` opened it, `to` answers; asset ids. */
export interface AssetConversation {
  readonly from: string
  readonly to: string
  readonly transport: string
  readonly port: number
  readonly protocol: string | null
  readonly protocol_basis: 'decoded' | 'port' | 'unknown'
  readonly direction_basis: 'handshake' | 'port' | 'first'
  readonly connections: number
  readonly unanswered: number
  readonly packets_to_server: number
  readonly packets_to_client: number
  readonly bytes_to_server: number
  readonly bytes_to_client: number
  readonly first: string | null
  readonly last: string | null
  readonly frame: FrameRef
  readonly operations: readonly {
    readonly name: string
    readonly effect: string
    readonly count: number
    readonly frames: readonly FrameRef[]
  }[]
}

/** What would make the next measurement see more, or what bounds this one. */
type AdviceCode =
  | 'let_engineer_browse'
  | 'few_models'
  | 'import_engineering_export'
  | 'mirror_elsewhere'
  | 'mirror_both_directions'
  | 'encrypted_control_traffic'
  | 'listen_longer'
  | 'swept_addresses'
  | 'left_out'

/** What this tap could not see, and what would help. Codes; the words are the report's. */
export interface Coverage {
  /** Assets with at least: a name; a vendor word of their own; model; firmware. */
  readonly named: number
  readonly with_vendor: number
  readonly with_model: number
  readonly with_firmware: number
  readonly assets: number
  /** Known only from what others say. */
  readonly silent: number
  readonly one_way_conversations: number
  readonly encrypted_ot_conversations: number
  readonly vlans: readonly number[]
  readonly site_ranges: readonly { readonly range: string; readonly basis: SiteBasis }[]
  readonly advice: readonly {
    readonly code: AdviceCode
    readonly facts: Readonly<Record<string, string | number>>
  }[]
}
