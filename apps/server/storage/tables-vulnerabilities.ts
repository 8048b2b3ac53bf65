// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

// Advisories, what they mean for assets, and what people made of it, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type Json = ColumnType<unknown, string, string>

export interface VulnerabilityTables {
  advisory_imports: {
    tenant: Tenant
    id: string
    state: string
    file_name: string
    digest: string
    size: number
    origin: string
    licence: string
    counters: Json
    problems: Json
    job: string | null
    entry: number | null
    made_at: At
    made_by: string
    finished_at: At | null
  }
  advisories: {
    tenant: Tenant
    digest: string
    document: string
    import: string
    path: string
    name: string
    title: string
    publisher: string
    publisher_category: string
    category: string
    format: string
    revision: string
    released_at: string
    status: string
    is_current: boolean
    former: string | null
    changes: Generated<string[]>
    differences: ColumnType<unknown, string | undefined, string>
    weaknesses: string[]
    search: string
    view: Json
    oddities: Json
    verification: Json
    licence: string
    origin: string
    bytes: Uint8Array | null
    size: number
    change: Generated<number>
    made_at: At
  }
  advisory_deletions: {
    tenant: Tenant
    id: string
    document: string
    name: string
    title: string
    publisher: string
    reason: string
    is_kept: boolean
    matches: number
    files_left: Generated<number>
    change: number
    entry: number
    made_at: At
    made_by: string
  }
  advisory_deleted_revisions: {
    tenant: Tenant
    deletion: string
    digest: string
    name: string
    revision: string
    released_at: string
    import: string
    made_at: At
    bytes: Uint8Array | null
  }
  vulnerability_retired: {
    tenant: Tenant
    deletion: string
    subject: string
    weakness: string
    verdict: string
    since: At
  }
  advisory_keys: {
    tenant: Tenant
    id: string
    fingerprint: string
    owner: string
    armoured: string
    url: string
    basis: string | null
    accepted_at: At | null
    accepted_by: string | null
    made_at: At
    made_by: string
  }
  vulnerability_matches: {
    tenant: Tenant
    subject: string
    document: string
    weakness: string
    verdict: string
    basis: string
    route: string
    stated_by: string
    confidence: number
    fix: string
    grounds: Generated<string>
    since: At
    changed_at: At
  }
  vulnerability_grounds: {
    tenant: Tenant
    digest: string
    evidence: Json
  }
  vulnerability_subjects: {
    tenant: Tenant
    subject: string
    digest: string
  }
  vulnerability_states: {
    tenant: Tenant
    subject: string
    weakness: string
    mark: string
    decision: string | null
    reason: string
    due_on: string | null
    finding: string | null
    changed_at: At
    changed_by: string
  }
  vulnerability_decisions: {
    tenant: Tenant
    id: string
    subject: string
    weakness: string
    mark: string
    decision: string | null
    reason: string
    finding: string | null
    entry: number
    made_at: At
    made_by: string
  }
  advisory_readings: {
    tenant: Tenant
    reader: string
    document: string
    digest: string
    read_at: At
  }
  advisory_assessments: {
    tenant: Tenant
    id: string
    document: string
    digest: string
    relevance: string
    text: string
    entry: number | null
    made_at: At
    made_by: string
  }
  vulnerability_catalogues: {
    tenant: Tenant
    name: string
    digest: string
    as_of: string
    bytes: Uint8Array | null
    counters: Json
    made_at: At
  }
  vulnerability_facts: {
    tenant: Tenant
    weakness: string
    kev: Json | null
    chance: number | null
    percentile: number | null
  }
  vulnerability_lines: {
    tenant: Tenant
    subject: string
    weakness: string
    asset: string
    document: string
    others: number
    verdict: string
    waits: string
    is_done: boolean
    is_decided: boolean
    is_exploited: boolean
    place: string
    about: Json
  }
  vulnerability_queues: {
    tenant: Tenant
    entry: number
    day: string
    counts: Json
    made_at: At
  }
  advisory_providers: {
    tenant: Tenant
    id: string
    name: string
    url: string
    is_on: boolean
    seen_until: string
    sort: string
    licence: string
    remembered: Json
    job: string | null
    last_at: At | null
    last_outcome: Json | null
    made_at: At
    made_by: string
  }
}
