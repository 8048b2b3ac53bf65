// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { openApi } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { send } from './answer.ts'

/** The version of the interface, as in its paths; not that of the program. */
const version = '1'

/** The document, made once when somebody first asks, so that starting does not wait for it. */
export function openApiRoute(app: FastifyInstance): void {
  let made: { readonly body: Buffer; readonly etag: string } | undefined
  app.get('/api/v1/openapi.json', { config: { isPublic: true } }, async (request, reply) => {
    if (made === undefined) {
      const body = Buffer.from(JSON.stringify(openApi(version)))
      made = { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` }
    }
    const { body, etag } = made
    const headers = { etag, 'cache-control': 'public, no-cache' }
    if (request.headers['if-none-match'] === etag) return send(reply, { status: 304, headers })
    return send(reply, { status: 200, type: 'application/json; charset=utf-8', body, headers })
  })
}
