// SPDX-License-Identifier: EUPL-1.2
import { kinds, roles } from '@schouw/core/registers'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { email } from './identity-shapes.ts'

const names = Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]]
const instant = z.iso.datetime({ offset: false })

const guarded = { tag: 'members', who: ['ciso'] } as const
const overseen = {
  tag: 'members',
  who: ['ciso', 'director', 'supervisory_director', 'auditor'],
} as const
const ownToken = { tag: 'tokens', who: 'signed-in' } as const

const granted = {
  role: z.enum(['employee', 'supplier', 'customer', 'auditor', 'consultant']),
  supplier: z.uuid().optional(),
  until: instant.optional(),
}

const token = z.object({
  id: z.uuid(),
  kind: z.enum(['personal', 'machine', 'link']),
  name: z.string(),
  read: z.boolean(),
  write: z.boolean(),
  kinds: z.array(z.string()).nullable(),
  roles: z.array(z.enum(roles)),
  madeBy: z.string(),
  at: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})

const grantBody = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  supplier: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
  givenBy: z.string(),
  revokedAt: z.string().nullable(),
})

/** Somebody who can come in, or could. */
const member = z.object({
  account: z.uuid(),
  person: z.uuid(),
  email: z.string(),
  since: z.string(),
  endedAt: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  grants: z.array(grantBody),
})

const invitation = z.looseObject({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  expiresAt: z.string(),
  state: z.enum(['open', 'accepted', 'withdrawn', 'expired']),
})

/** Shown once; only its digest is kept. */
const shown = z.object({ id: z.uuid(), token: z.string(), expiresAt: instant })

const scopes = {
  name: z.string().trim().min(1).max(80),
  read: z.boolean(),
  write: z.boolean(),
  /** For these registers alone. */
  kinds: z.array(z.enum(names)).min(1).max(names.length).optional(),
  days: z.int().min(1).max(366),
}

const provider = z.object({
  id: z.uuid(),
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  isEnabled: z.boolean(),
  /** To be registered with the provider. */
  redirectUri: z.string(),
  signInPath: z.string(),
})

/** What an organisation decides about who comes in. */
export const memberRoutes = {
  invite: {
    ...guarded,
    method: 'POST',
    path: '/api/v1/invitations',
    isSensitive: true,
    body: z.strictObject({
      email,
      /** The record of whoever is invited. */
      person: z.uuid(),
      role: z.enum(roles),
      supplier: z.uuid().optional(),
      /** Until when a role is held that is held for a time. */
      until: instant.optional(),
      legalEntity: z.uuid().optional(),
      process: z.uuid().optional(),
      language: z.enum(['nl', 'en']).optional(),
    }),
    answer: z.object({
      id: z.uuid(),
      expiresAt: instant,
      isMailed: z.boolean(),
      /** Where no mail was sent: for the inviter to hand over. */
      link: z.string().nullable(),
      /** The appointment that a director has yet to approve. */
      appointment: z.uuid().nullable(),
      pending: z.uuid().nullable(),
    }),
    statuses: [201],
  },
  invitations: {
    ...overseen,
    method: 'GET',
    path: '/api/v1/invitations',
    answer: z.object({ items: z.array(invitation) }),
    statuses: [200],
  },
  withdrawInvitation: {
    ...guarded,
    method: 'DELETE',
    path: '/api/v1/invitations/{id}',
    statuses: [204],
  },
  members: {
    ...overseen,
    method: 'GET',
    path: '/api/v1/members',
    answer: z.object({ items: z.array(member) }),
    statuses: [200],
  },
  endMembership: {
    ...guarded,
    method: 'DELETE',
    path: '/api/v1/members/{account}',
    isSensitive: true,
    statuses: [204],
  },
  grant: {
    ...guarded,
    method: 'POST',
    path: '/api/v1/members/{account}/grants',
    isSensitive: true,
    body: z.strictObject(granted),
    answer: z.object({ id: z.uuid() }),
    statuses: [201],
  },
  revokeGrant: {
    ...guarded,
    method: 'DELETE',
    path: '/api/v1/members/{account}/grants/{id}',
    isSensitive: true,
    statuses: [204],
  },
  tokens: {
    ...ownToken,
    method: 'GET',
    path: '/api/v1/tokens',
    answer: z.object({ items: z.array(token) }),
    statuses: [200],
  },
  makeToken: {
    ...ownToken,
    method: 'POST',
    path: '/api/v1/tokens',
    isSensitive: true,
    body: z.strictObject(scopes),
    answer: shown,
    statuses: [201],
  },
  makeMachineToken: {
    ...guarded,
    tag: 'tokens',
    method: 'POST',
    path: '/api/v1/machine-tokens',
    isSensitive: true,
    body: z.strictObject({
      ...scopes,
      role: z.enum(['ciso', 'it_manager', 'ot_engineer', 'process_owner', 'employee']),
    }),
    answer: shown,
    statuses: [201],
  },
  makeSupplierLink: {
    ...guarded,
    tag: 'tokens',
    method: 'POST',
    path: '/api/v1/supplier-links',
    isSensitive: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      supplier: z.uuid(),
      person: z.uuid().optional(),
      days: z.int().min(1).max(92),
    }),
    answer: shown.extend({ link: z.string() }),
    statuses: [201],
  },
  revokeToken: {
    ...ownToken,
    method: 'DELETE',
    path: '/api/v1/tokens/{id}',
    statuses: [204],
  },
  securityEvents: {
    ...overseen,
    method: 'GET',
    path: '/api/v1/security-events',
    query: z.object({ before: z.uuid().optional() }),
    answer: z.object({
      items: z.array(z.looseObject({ event: z.string() })),
      next: z.uuid().nullable(),
    }),
    statuses: [200],
  },
  identityProvider: {
    ...overseen,
    method: 'GET',
    path: '/api/v1/identity-provider',
    answer: z.object({ provider: provider.nullable() }),
    statuses: [200],
  },
  setIdentityProvider: {
    ...guarded,
    method: 'PUT',
    path: '/api/v1/identity-provider',
    isSensitive: true,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      issuer: z.url({ protocol: /^https?$/ }).max(500),
      clientId: z.string().min(1).max(300),
      /** Kept as it is when absent. */
      clientSecret: z.string().min(1).max(500).optional(),
      isEnabled: z.boolean(),
    }),
    answer: z.object({ provider }),
    statuses: [200],
  },
} as const satisfies Routes
