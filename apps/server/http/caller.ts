// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http'
import type { Actor } from '@schouw/core/registers'
import type { TenantId } from '../storage/session.ts'

/** Whoever asks, and in which organisation. */
export interface Caller {
  readonly tenant: TenantId
  readonly actor: Actor
}

/** Undefined is nobody: everything but what is public is then refused. */
export type Authenticate = (asked: {
  readonly headers: IncomingHttpHeaders
}) => Caller | undefined | Promise<Caller | undefined>

/** The port without a way of signing in behind it. */
export const nobody: Authenticate = () => undefined
