// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What the migrations of reading and of notices made; see `tables.ts`.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface PeopleTables {
  reading_links: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    receipt: string
    made_at: At
    made_by: string
    expires_at: At
    opened_at: Maybe<string>
    revoked_at: Maybe<string>
  }
  notice_reads: {
    tenant: Tenant
    person: string
    notice: string
    read_at: At
  }
  notice_settings: {
    tenant: Tenant
    person: string
    digest: 'none' | 'daily' | 'weekly'
    language: 'nl' | 'en'
    changed_at: At
    told_at: At
  }
}
