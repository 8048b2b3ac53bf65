// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What the migration of report points made; see `tables.ts`.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface ReportPointTables {
  report_points: {
    tenant: Tenant
    id: string
    name: string
    digest: Uint8Array
    made_at: At
    made_by: string
    ended_at: Maybe<string>
  }
  report_receipts: {
    tenant: Tenant
    digest: Uint8Array
    incident: string
    point: string
    at: At
  }
}
