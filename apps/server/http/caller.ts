// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '@schouw/core/registers'
import type { TenantId } from '../storage/session.ts'

/** Whoever asks, and in which organisation. */
export interface Caller {
  readonly tenant: TenantId
  readonly actor: Actor
  /** The account behind a session or a token of a person. */
  readonly account?: string
  /** Id of the session, where there is one. */
  readonly session?: string
  /** Id of the token, where there is one. */
  readonly token?: string
  /** What the token was made for; absent is everything. */
  readonly scopes?: Scopes
  /**
   * When a second factor was last shown. Absent: never, as with every token. `always` is for the
   * tokens of development alone, where there is nobody to ask.
   */
  readonly secondFactorAt?: string | 'always'
}

/** Narrower than the permissions of whoever made the token, never wider. */
export interface Scopes {
  readonly read: boolean
  readonly write: boolean
  /** Null is all. */
  readonly kinds: readonly string[] | null
}

/**
 * Undefined is nobody: everything but what is public is then refused. Throws `Refused` where it is
 * known who asks and something else is missing. Without a method it is a look at whether somebody
 * is still in, which does not count as using the session.
 */
export type Authenticate = (asked: {
  readonly headers: IncomingHttpHeaders
  readonly method?: string
}) => Caller | undefined | Promise<Caller | undefined>

/** The port without a way of signing in behind it. */
export const nobody: Authenticate = () => undefined
