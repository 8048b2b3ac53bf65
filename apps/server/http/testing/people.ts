// SPDX-License-Identifier: EUPL-1.2
// Somebody of every role in two organisations, each with a token.
import { type Actor, roles } from '@schouw/core/registers'
import { first, second } from '../../storage/testing/tenants.ts'
import type { DevelopmentToken } from '../development.ts'

export type Role = Actor['roles'][number]

const always = { from: '2000-01-01T00:00:00.000Z', until: '2200-01-01T00:00:00.000Z' }

/** The id of whoever has a role. */
export function personOf(role: Role, tenant = first): string {
  const place = String(roles.indexOf(role) + 1).padStart(2, '0')
  return `0190c000-0000-7000-8000-${tenant.slice(-2)}00000000${place}`
}

export function tokenOf(role: Role, tenant = first): string {
  return `token-of-${role}-${tenant.slice(-2)}`.padEnd(24, '-')
}

export const supplierId = '0190d000-0000-7000-8000-000000000001'
export const processId = '0190d000-0000-7000-8000-000000000002'

export const everybody: readonly DevelopmentToken[] = [first, second].flatMap((tenant) =>
  roles.map((role) => ({
    token: tokenOf(role, tenant),
    tenant,
    actor: {
      person: personOf(role, tenant),
      roles: [role],
      processes: role === 'process_owner' ? [processId] : [],
      ...(role === 'supplier' ? { supplier: supplierId } : {}),
      ...always,
    },
  })),
)
