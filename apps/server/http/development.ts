// SPDX-License-Identifier: EUPL-1.2
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Authenticate, Caller } from './caller.ts'

/** A token, and on whose behalf it speaks. */
export interface DevelopmentToken extends Caller {
  readonly token: string
}

/** Fewer characters can be guessed. */
export const shortestToken = 16

/**
 * Bearer tokens that were given at the start, for trying things out. There are none unless somebody
 * asks for them, and they end with the process.
 */
export function developmentTokens(tokens: readonly DevelopmentToken[]): Authenticate {
  const known = tokens.map(({ token, tenant, actor }) => ({
    digest: digestOf(token),
    caller: { tenant, actor, secondFactorAt: 'always' as const },
  }))
  return ({ headers }) => {
    const [, token] = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(headers.authorization ?? '') ?? []
    if (token === undefined) return undefined
    const digest = digestOf(token)
    // Every one is compared, so that the time taken says nothing about which came close.
    const found = known.filter((one) => timingSafeEqual(one.digest, digest))
    return found[0]?.caller
  }
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

const dayMs = 86_400_000

/** Roles that are held for a time only are held for a day. */
export function timeBoxed(now: string): { readonly from: string; readonly until: string } {
  return { from: now, until: new Date(Date.parse(now) + dayMs).toISOString() }
}
