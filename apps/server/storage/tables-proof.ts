// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What keeps time-stamps believable for years, and who else has seen the log, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>

export interface ProofTables {
  log_renewals: {
    tenant: Tenant
    number: number
    authority: string
    list: Uint8Array
    nonce: Uint8Array
    asked_at: At
    last_error: string | null
    token: Uint8Array | null
    validation: Uint8Array | null
    stamped_at: At | null
    chain_ends_at: At | null
  }
  log_cosignatures: {
    tenant: Tenant
    size: number
    witness: string
    line: string
    at: At
  }
  log_witnesses: {
    tenant: Tenant
    witness: string
    size: number
    at: At
    last_error: string | null
  }
  log_heads_mailed: { tenant: Tenant; size: number; person: string; at: At }
  dossier_seals: {
    tenant: Tenant
    digest: Uint8Array
    authority: string
    token: Uint8Array
    at: At
  }
}
