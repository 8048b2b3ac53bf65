// SPDX-License-Identifier: EUPL-1.2
import type { Actor } from '@schouw/core/registers'
import type * as z from 'zod'

type Role = Actor['roles'][number]

/** A body that is no JSON: its media types. Files go through as a stream. */
export interface MediaBody {
  readonly media: readonly [string, ...string[]]
}

/**
 * A route that belongs to no register. What it says here is what the server enforces, what the
 * OpenAPI document tells, and what clients are typed by.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `{name}` for what varies. */
  readonly path: `/api/v1/${string}`
  readonly tag: string
  /**
   * Roles of which the person has at least one; `signed-in` is everybody in the organisation;
   * `account` is whoever has a session, though perhaps no second factor or organisation yet.
   */
  readonly who: 'public' | 'account' | 'signed-in' | readonly [Role, ...Role[]]
  /** Asks for a second factor that was shown a moment ago. */
  readonly isSensitive?: true
  readonly query?: z.ZodObject
  readonly body?: z.ZodType | MediaBody
  /** The largest JSON it takes; 1 MiB when absent. */
  readonly bodyBytes?: number
  /** Absent where there is nothing to say but the status. */
  readonly answer?: z.ZodType | MediaBody
  readonly statuses: readonly [number, ...number[]]
}

export type Routes = Readonly<Record<string, Route>>

export function isMedia(shape: z.ZodType | MediaBody): shape is MediaBody {
  return 'media' in shape
}
