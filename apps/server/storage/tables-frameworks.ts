// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What migration 008 made, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Json = ColumnType<unknown, string, string>

export interface FrameworkTables {
  frameworks: {
    tenant: Tenant
    id: string
    key: string
    format: string
    title: string
    version: string | null
    locale: string | null
    file_name: string
    digest: string
    size: number
    result_digest: string
    requirement_count: number
    problems: Json
    entry: number | null
    made_at: At
    made_by: string
  }
  framework_requirements: {
    tenant: Tenant
    framework: string
    number: number
    requirement: string
    parent: string | null
    ref: string | null
    title: string
    description: string | null
    words: Json
    is_assessable: boolean
  }
  framework_mappings: {
    tenant: Tenant
    framework: string
    requirement: string
    origin: string
    maps: Json
    note: string | null
    entry: number | null
    made_at: At
    made_by: string
  }
  oscal_documents: {
    tenant: Tenant
    digest: string
    model: string
    uuid: string | null
    title: string | null
    size: number
    result_digest: string | null
    entry: number | null
    made_at: At
    made_by: string
  }
  source_components: {
    tenant: Tenant
    source: string
    number: number
    within: number | null
    part_of: number | null
    type: string
    name: string
    version: string | null
    vendor: string | null
    purl: string | null
    cpe: string | null
    licence: string | null
    sha256: string | null
    path: string
  }
}
