// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, randomBytes } from 'node:crypto'

const secretBytes = 32

/** 256 bits from the system: what is kept of it is a plain digest, for there is nothing to guess. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

export function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** A name for something that must not be written down, the same each time and only here. */
export function keyedName(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 32)
}

/**
 * A secret of a tenant: what it is for, the tenant and 256 bits. With the tenant in it there is no
 * index over all tenants to search, and nobody finds what another tenant handed out.
 */
export function tenantSecret(purpose: TenantSecretKind, tenant: string): string {
  const id = Buffer.from(tenant.replaceAll('-', ''), 'hex')
  return `schouw_${purpose}_${Buffer.concat([id, randomBytes(secretBytes)]).toString('base64url')}`
}

export type TenantSecretKind =
  | 'pat'
  | 'mat'
  | 'link'
  | 'inv'
  | 'read'
  | 'meld'
  | 'quest'
  | 'trust'
  | 'sens'

const shape = /^schouw_(pat|mat|link|inv|read|meld|quest|trust|sens)_([A-Za-z0-9_-]{64})$/

export function readTenantSecret(
  text: string,
): { readonly kind: TenantSecretKind; readonly tenant: string } | undefined {
  const [, kind, body = ''] = shape.exec(text) ?? []
  if (kind === undefined) return undefined
  const hex = Buffer.from(body, 'base64url').toString('hex').slice(0, 32)
  const parts = [0, 8, 12, 16, 20].map((from, at) => hex.slice(from, [8, 12, 16, 20, 32][at]))
  return { kind: kind as TenantSecretKind, tenant: parts.join('-') }
}
