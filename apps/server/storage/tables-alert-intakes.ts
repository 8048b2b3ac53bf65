// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What the migration of alert intakes made; see `tables.ts`.

type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

export interface AlertIntakeTables {
  alert_intakes: {
    tenant: GeneratedAlways<string>
    id: string
    name: string
    sealed_key: Uint8Array
    made_at: ColumnType<string, string, string>
    made_by: string
    last_at: Maybe<string>
    ended_at: Maybe<string>
  }
}
