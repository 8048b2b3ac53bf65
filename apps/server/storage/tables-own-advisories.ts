// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// Advisories of one's own as they were published, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>

export interface OwnAdvisoryTables {
  own_publishing: {
    tenant: Tenant
    is_on: boolean
    name: string
    namespace: string
    contact: string
    address: string
    changed_at: At
    changed_by: string
  }
  own_publications: {
    tenant: Tenant
    record: string
    file: string
    year: string
    revision: number
    title: string
    summary: string
    bytes: Uint8Array
    sha256: string
    sha512: string
    first_at: At
    made_at: At
    made_by: string
  }
}
