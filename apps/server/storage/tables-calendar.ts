// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What the migration of calendars and reminders made; see `tables.ts`.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type MaybeAt = ColumnType<string | null, string | null | undefined, string | null>

export interface CalendarTables {
  calendar_links: {
    tenant: Tenant
    id: string
    account: string
    person: string
    digest: Uint8Array
    language: 'nl' | 'en'
    made_at: At
    used_at: MaybeAt
    ended_at: MaybeAt
  }
  reminders: {
    tenant: Tenant
    action: string
    due_on: string
    stage: string
    person: string
    written_at: At
  }
}
