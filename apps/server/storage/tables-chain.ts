// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What the migration of the chain made; see `tables.ts`.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>
/** Written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

export interface ChainTables {
  questionnaire_links: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    review: string
    parent: Maybe<string>
    name: string
    email: Maybe<string>
    language: ColumnType<string, string | undefined, string>
    sections: ColumnType<readonly string[] | null, string | null | undefined, string | null>
    made_at: At
    made_by: string
    expires_at: At
    opened_at: Maybe<string>
    revoked_at: Maybe<string>
  }
  questionnaire_fields: {
    tenant: Tenant
    review: string
    question: string
    field: 'answer' | 'explanation'
    value: string
    writer: string
    link: string
    written_at: At
  }
  questionnaire_overwritten: {
    tenant: Tenant
    id: string
    review: string
    question: string
    field: string
    value: string
    writer: string
    written_at: At
  }
  questionnaire_files: {
    tenant: Tenant
    review: string
    question: string
    digest: string
    name: string
    bytes: number
    type: Maybe<string>
    writer: string
    at: At
  }
  questionnaire_reminders: { tenant: Tenant; review: string; stage: string; written_at: At }
  questionnaire_reuses: {
    tenant: Tenant
    id: string
    review: string
    name: string
    digest: string
    verdict: 'intact' | 'changed'
    signer: Maybe<string>
    asked_by: Maybe<string>
    supplier: Maybe<string>
    answered_at: Maybe<string>
    taken: number
    writer: string
    at: At
  }
  supplier_bills: {
    tenant: Tenant
    supplier: string
    digest: string
    outcome: Json<object>
    matched_at: At
    matched_by: string
  }
  trust_links: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    code_digest: Uint8Array
    share: string
    made_at: At
    made_by: string
    expires_at: At
    revoked_at: Maybe<string>
  }
  trust_views: {
    tenant: Tenant
    id: string
    share: string
    link: string
    at: At
    what: 'shown' | 'code_refused' | 'downloaded'
  }
  remote_sessions: {
    tenant: Tenant
    digest: string
    tool: string
    source: Json<readonly string[]>
    target: Json<readonly string[]>
    first_at: Maybe<string>
    last_at: Maybe<string>
    capture: Maybe<string>
    frame: Maybe<number>
    times: number
    brought_at: At
    brought_by: string
  }
}
