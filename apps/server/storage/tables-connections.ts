// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// Who was seen to talk to whom, and what is not to be proposed again, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Json = ColumnType<unknown, string, string>

export interface ConnectionTables {
  conversations: {
    tenant: Tenant
    source: string
    number: number
    from_number: number
    to_number: number
    transport: string
    port: number
    protocol: string | null
    is_guess: boolean
    is_direction_sure: boolean
    connections: number
    unanswered: number
    packets_to_server: number
    packets_to_client: number
    bytes_to_server: number
    bytes_to_client: number
    first_at: At | null
    last_at: At | null
    capture: string | null
    frame: number | null
    operations: Json
    ident: ColumnType<string | null, string | undefined, never>
  }
  sightings_ignored: {
    tenant: Tenant
    id: string
    key_kind: string
    key_value: string
    site: string | null
    reason: string
    made_at: At
    made_by: string
    ended_at: At | null
    ended_by: string | null
  }
}
