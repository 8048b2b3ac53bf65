// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// Imports of a first state, as types.

type At = ColumnType<string, string, string>

export interface FirstStateTables {
  first_states: {
    tenant: GeneratedAlways<string>
    id: string
    state: 'writing' | 'done' | 'taken_back'
    records: ColumnType<readonly string[], string, never>
    made_at: At
    made_by: string
    seen_at: At
  }
}
