// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { IdentityTables } from './tables-identity.ts'

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

export interface Tables extends IdentityTables {
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
    state: 'stored' | 'quarantined' | 'erased'
    at: At
  }
  outbox: {
    tenant: Tenant
    id: string
    topic: string
    payload: Json
    at: At
    due_at: At
    attempts: number
    last_error: string | null
    done_at: At | null
  }
  job_runs: {
    tenant: Tenant
    id: string
    name: string
    asked_by: string
    asked_at: At
    state: 'waiting' | 'active' | 'done' | 'failed' | 'cancelled'
    is_cancel_asked: Generated<boolean>
    steps_done: number | null
    steps_total: number | null
    started_at: At | null
    finished_at: At | null
  }
  mails: {
    tenant: Tenant
    id: string
    template: string
    sealed: Uint8Array | null
    state: 'waiting' | 'sent' | 'failed'
    at: At
    due_at: At
    attempts: Generated<number>
    last_error: string | null
    ended_at: At | null
  }
  webhooks: {
    tenant: Tenant
    id: string
    url: string
    description: string
    kinds: Json | null
    actions: Json | null
    scheme: 'v1' | 'v1a'
    sealed_key: Uint8Array
    public_key: string | null
    state: 'active' | 'disabled'
    disabled_because: string | null
    created_by: string
    created_at: At
    next_entry: number
    failing_since: At | null
    last_success_at: At | null
  }
  webhook_deliveries: {
    tenant: Tenant
    id: string
    webhook: string
    entry: number | null
    event: string
    body: string
    state: 'waiting' | 'delivered' | 'failed'
    at: At
    due_at: At
    attempts: Generated<number>
    tries: ColumnType<unknown, string | undefined, string>
    ended_at: At | null
  }
}
