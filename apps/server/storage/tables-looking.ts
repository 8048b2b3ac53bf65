// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// Saved views and edits of many records, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Json = ColumnType<unknown, string, string>

export interface LookingTables {
  saved_views: {
    tenant: Tenant
    id: string
    kind: string
    name: string
    address: string
    is_shared: boolean
    made_at: At
    made_by: string
  }
  bulk_edits: {
    tenant: Tenant
    id: string
    kind: string
    act: Json
    rows: Json
    made_at: At
    made_by: string
    undone_at: At | null
  }
}
