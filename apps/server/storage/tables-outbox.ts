// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

// What the migration of jobs, mail and webhooks made; see `tables.ts`.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type MaybeJson = ColumnType<unknown, string | null | undefined, string | null>

export interface OutboxTables {
  job_runs: {
    tenant: Tenant
    id: string
    name: string
    asked_by: string
    asked_at: At
    state: 'waiting' | 'active' | 'done' | 'failed' | 'cancelled'
    is_cancel_asked: Generated<boolean>
    steps_done: Maybe<number>
    steps_total: Maybe<number>
    about: MaybeJson
    steps_of: Maybe<string>
    seen_at: Maybe<string>
    started_at: Maybe<string>
    finished_at: Maybe<string>
  }
  mails: {
    tenant: Tenant
    id: string
    template: string
    sealed: Maybe<Uint8Array>
    state: 'waiting' | 'sent' | 'failed'
    at: At
    due_at: At
    attempts: Generated<number>
    last_error: Maybe<string>
    ended_at: Maybe<string>
  }
  webhooks: {
    tenant: Tenant
    id: string
    url: string
    description: string
    kinds: MaybeJson
    actions: MaybeJson
    scheme: 'v1' | 'v1a'
    sealed_key: Uint8Array
    public_key: Maybe<string>
    state: 'active' | 'disabled'
    disabled_because: Maybe<string>
    created_by: string
    created_at: At
    next_entry: number
    failing_since: Maybe<string>
    last_success_at: Maybe<string>
  }
  webhook_deliveries: {
    tenant: Tenant
    id: string
    webhook: string
    entry: Maybe<number>
    event: string
    body: string
    state: 'waiting' | 'delivered' | 'failed'
    at: At
    due_at: At
    attempts: Generated<number>
    tries: ColumnType<unknown, string | undefined, string>
    ended_at: Maybe<string>
  }
}
