// SPDX-License-Identifier: EUPL-1.2
// Requests as tests write them: who, what, and what came back.
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { type Role, tokenOf } from './people.ts'

export interface Asked {
  readonly as?: Role
  readonly tenant?: string
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD'
  readonly url: string
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: Buffer | string | Readable
  readonly version?: number
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  /** The address it comes from; some things are bounded by it. */
  readonly from?: string
}

export interface Came {
  readonly status: number
  readonly body: any
  readonly text: string
  /** As it came, of what is no text. */
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, any>>
}

export async function ask(app: FastifyInstance, asked: Asked): Promise<Came> {
  const { as, tenant, body, raw, version, key } = asked
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const method = asked.method ?? (payload === undefined ? 'GET' : 'POST')
  const came = await app.inject({
    method,
    url: asked.url,
    ...(asked.from === undefined ? {} : { remoteAddress: asked.from }),
    headers: {
      ...(as === undefined ? {} : { authorization: `Bearer ${tokenOf(as, tenant)}` }),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...asked.headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  const isJson = /json/.test(String(came.headers['content-type']))
  const parsed = isJson && came.body !== '' ? came.json() : undefined
  const bytes = new Uint8Array(came.rawPayload)
  return { status: came.statusCode, body: parsed, text: came.body, bytes, headers: came.headers }
}
