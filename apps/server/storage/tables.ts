// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AlertIntakeTables } from './tables-alert-intakes.ts'
import type { CalendarTables } from './tables-calendar.ts'
import type { ChainTables } from './tables-chain.ts'
import type { ConnectionTables } from './tables-connections.ts'
import type { FirstStateTables } from './tables-first-states.ts'
import type { FrameworkTables } from './tables-frameworks.ts'
import type { IdentityTables } from './tables-identity.ts'
import type { LookingTables } from './tables-looking.ts'
import type { OutboxTables } from './tables-outbox.ts'
import type { OwnAdvisoryTables } from './tables-own-advisories.ts'
import type { PeopleTables } from './tables-people.ts'
import type { ProofTables } from './tables-proof.ts'
import type { ReportPointTables } from './tables-report-points.ts'
import type { SensorTables } from './tables-sensors.ts'
import type { VulnerabilityTables } from './tables-vulnerabilities.ts'

// What the migrations made, as types. A tenant's column fills itself from the transaction.

type Tenant = GeneratedAlways<string>
/** Read as an instant of the core, given as one. */
type At = ColumnType<string, string, string>
/** Read parsed, given as text of JSON. */
type Json = ColumnType<unknown, string, string>

interface Version {
  tenant: Tenant
  id: string
  kind: string
  version: number
  state: string
  is_retired: boolean
  document: Json
  meta: Json
  title: string
  sort_title: string
  search: string
  owner: string | null
  entry: number
  changed_at: At
  changed_by: string
}

export interface Tables
  extends AlertIntakeTables,
    CalendarTables,
    ConnectionTables,
    FirstStateTables,
    FrameworkTables,
    IdentityTables,
    LookingTables,
    OutboxTables,
    ReportPointTables,
    ProofTables,
    SensorTables,
    ChainTables,
    OwnAdvisoryTables,
    VulnerabilityTables,
    PeopleTables {
  tenants: { id: string; name: string; created_at: At }
  logs: { tenant: Tenant; origin: string; size: number; root: Uint8Array; at: At }
  log_keys: {
    tenant: Tenant
    id: string
    verifier: string
    sealed_seed: Uint8Array
    since: number
    until: number | null
  }
  log_entries: {
    tenant: Tenant
    entry: number
    at: At
    leaf: Uint8Array
    header: Uint8Array
  }
  log_payloads: {
    tenant: Tenant
    entry: number
    slot: string
    salt: Uint8Array | null
    bytes: Uint8Array | null
  }
  log_tiles: {
    tenant: Tenant
    level: number
    tile: number
    hashes: Uint8Array
    root: Uint8Array
  }
  log_heads: { tenant: Tenant; size: number; root: Uint8Array; note: Uint8Array; at: At }
  log_timestamps: {
    tenant: Tenant
    size: number
    authority: string
    nonce: Uint8Array
    asked_at: At
    due_at: At
    attempts: Generated<number>
    last_error: string | null
    token: Uint8Array | null
    stamped_at: At | null
    validation: Uint8Array | null
    chain_ends_at: At | null
    clock_behind_ms: number | null
  }
  log_followers: {
    tenant: Tenant
    id: string
    name: string
    digest: Uint8Array
    made_at: At
    made_by: string
    until_at: At | null
    ended_at: At | null
  }
  records: Version & {
    natural_key: string
    terms: GeneratedAlways<string>
    first_entry: number
  }
  record_versions: Version
  pending_acts: {
    tenant: Tenant
    id: string
    kind: string
    record: string
    act: Json
    is_answered: boolean
    asked_at: At
  }
  record_links: { tenant: Tenant; id: string; field: string; target: string; kind: string }
  record_uniques: { tenant: Tenant; kind: string; field: string; value: string; id: string }
  idempotency_keys: { tenant: Tenant; key: string; digest: Uint8Array; answer: Json; at: At }
  files: {
    tenant: Tenant
    digest: string
    size: number
    type: string
    state: 'stored' | 'quarantined' | 'leaving' | 'erased'
    at: At
    name: string | null
    claimed_type: string | null
    doubts: Generated<string[]>
    by: Generated<string>
    touched_at: ColumnType<string, string | undefined, string>
    released_at: At | null
    released_by: string | null
    released_reason: string | null
  }
  outbox: {
    tenant: Tenant
    id: string
    topic: string
    payload: Json
    at: At
    due_at: At
    attempts: Generated<number>
    last_error: string | null
    done_at: At | null
  }
  imports: {
    tenant: Tenant
    id: string
    kind: string
    state: string
    file_name: string
    format: string
    digest: string
    size: number
    rows: number
    sheets: Json
    settings: Json
    problems: Json
    judgement: Json | null
    result: Json | null
    progress: number
    is_cancelled: boolean
    seen_at: At
    entry: number | null
    made_at: At
    made_by: string
  }
  import_rows: { tenant: Tenant; import: string; sheet: number; part: number; rows: string }
  import_lines: {
    tenant: Tenant
    import: string
    line: number
    plan: string
    record: string | null
    version: number
    detail: Json
    outcome: string | null
    made_version: number | null
  }
  sources: {
    tenant: Tenant
    id: string
    format: string
    file_name: string
    digest: string
    size: number
    result_digest: string
    site: string | null
    read_count: number
    sighting_count: number
    component_count: Generated<number>
    conversation_count: Generated<number>
    is_kept: Generated<boolean>
    document: Json
    problems: Json
    entry: number | null
    made_at: At
    made_by: string
  }
  sightings: {
    tenant: Tenant
    source: string
    number: number
    mac: string | null
    ip: string | null
    name: string | null
    serial: string | null
    is_local: boolean | null
    facts: Json
    ident: ColumnType<string | null, string | undefined, never>
  }
}
