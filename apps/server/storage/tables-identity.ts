// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, GeneratedAlways } from 'kysely'

// What migration 002 made, as types.

type Tenant = GeneratedAlways<string>
type At = ColumnType<string, string, string>
type MaybeAt = ColumnType<string | null, string | null | undefined, string | null>
type Json = ColumnType<unknown, string, string>
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>

interface Happened {
  id: string
  at: At
  event: string
  account: string | null
  detail: Json
  address: string
  agent: string
}

/** Of the installation; only a transaction that runs as `identity` reaches these. */
interface OfInstallation {
  'schouw_identity.accounts': {
    id: string
    email: string
    name: string
    password: Maybe<string>
    totp_secret: Maybe<Uint8Array>
    totp_step: Maybe<number>
    last_tenant: Maybe<string>
    created_at: At
    disabled_at: MaybeAt
  }
  'schouw_identity.sessions': {
    id: string
    digest: Uint8Array
    account: string
    tenant: string | null
    only_tenant: string | null
    method: 'password' | 'passkey' | 'oidc' | 'invitation' | 'setup'
    created_at: At
    seen_at: At
    second_factor_at: MaybeAt
    address: string
    agent: string
  }
  'schouw_identity.passkeys': {
    id: string
    account: string
    public_key: Uint8Array
    counter: number
    transports: Json
    name: string
    is_synced: boolean
    created_at: At
    used_at: MaybeAt
  }
  'schouw_identity.recovery_codes': { account: string; digest: Uint8Array; used_at: MaybeAt }
  'schouw_identity.challenges': {
    id: string
    purpose: string
    account: string | null
    value: Json
    expires_at: At
  }
  'schouw_identity.guesses': {
    name: string
    failures: number
    last_at: At
    closed_until: MaybeAt
  }
  'schouw_identity.seats': { account: string; tenant: string }
  'schouw_identity.setup_links': { digest: Uint8Array; expires_at: At }
  'schouw_identity.setup': {
    is_only: GeneratedAlways<boolean>
    tenant: string
    account: string
    organisation: string
    person: string
    appointment: string
    started_at: At
    done_at: MaybeAt
  }
  'schouw_identity.events': Happened
}

type GrantedRole = 'employee' | 'supplier' | 'customer' | 'auditor' | 'consultant'

interface OfTenants {
  memberships: {
    tenant: Tenant
    account: string
    person: string
    email: string
    since: At
    ended_at: MaybeAt
  }
  membership_grants: {
    tenant: Tenant
    id: string
    account: string
    role: GrantedRole
    supplier: string | null
    from_at: At
    until_at: MaybeAt
    given_by: string
    revoked_at: MaybeAt
  }
  invitations: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    email: string
    person: string
    role: string
    supplier: string | null
    until_at: MaybeAt
    appointment: string | null
    pending: string | null
    invited_by: string
    at: At
    expires_at: At
    used_at: MaybeAt
    used_by: Maybe<string>
    revoked_at: MaybeAt
  }
  access_tokens: {
    tenant: Tenant
    id: string
    digest: Uint8Array
    kind: 'personal' | 'machine' | 'link'
    name: string
    account: string | null
    roles: Json
    supplier: string | null
    person: string | null
    may_read: boolean
    may_write: boolean
    kinds: ColumnType<unknown, string | null, string | null>
    made_by: string
    at: At
    expires_at: At
    used_at: MaybeAt
    revoked_at: MaybeAt
  }
  identity_providers: {
    tenant: Tenant
    id: string
    name: string
    issuer: string
    client_id: string
    sealed_secret: Uint8Array | null
    is_enabled: boolean
    changed_at: At
    changed_by: string
  }
  identity_links: {
    tenant: Tenant
    provider: string
    subject: string
    account: string
    at: At
  }
  security_events: Happened & {
    /** Given where an account's event is told to its organisations. */
    tenant: ColumnType<string, string | undefined, never>
    person: string | null
  }
}

export type IdentityTables = OfInstallation & OfTenants
