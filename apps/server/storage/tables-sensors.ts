// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

// Sensors, the codes that let them in, and which batches came, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
type Json = ColumnType<unknown, string, string>

export interface SensorTables {
  sensor_codes: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    site: string
    name: string
    made_at: At
    made_by: string
    expires_at: At
    withdrawn_at: Maybe<string>
    sensor: Maybe<string>
  }
  sensors: {
    tenant: Tenant
    id: string
    site: string
    name: string
    public_key: Uint8Array
    sealed_hub_key: Uint8Array
    enrolled_at: At
    enrolled_by: string
    revoked_at: Maybe<string>
    revoked_by: Maybe<string>
    revoked_because: Maybe<string>
    settings: Json
    settings_version: Generated<number>
    beat_number: Generated<number>
    beat_at: Maybe<string>
    beat: ColumnType<unknown, string | undefined, string>
    floor_sequence: Generated<number>
    top_sequence: Generated<number>
    least_sequence: Maybe<number>
    batch_count: Generated<number>
    batch_at: Maybe<string>
    conflict_at: Maybe<string>
    day: Maybe<string>
    source: Maybe<string>
    day_alerts: Generated<number>
    day_left_out: Generated<number>
  }
  sensor_batches: {
    tenant: Tenant
    sensor: string
    sequence: number
    digest: Uint8Array
    received_at: At
  }
}
