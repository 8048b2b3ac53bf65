// SPDX-License-Identifier: EUPL-1.2
import { parseJson } from '@schouw/core/ledger/json'
import type { FastifyInstance } from 'fastify'
import { Refused } from './problems.ts'

/** The largest record there can be fits several times. */
export const bodyBytes = 1 << 20
/** A record has rows of values; nothing of ours goes deeper than a handful. */
const depth = 16

const types = ['application/json', 'application/merge-patch+json']

/** Bodies are JSON and nothing else, read strictly: no member twice, nothing lost on the way. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    types,
    { parseAs: 'buffer', bodyLimit: bodyBytes },
    ({ routeOptions }, bytes, done) => {
      // Of a route that takes more than a record, as it says itself.
      const lengthBytes = Math.max(bodyBytes, routeOptions.bodyLimit)
      const parsed = parseJson(bytes as Buffer, { depth, lengthBytes })
      if (parsed.ok) return done(null, parsed.value)
      const path = String(parsed.facts['path'] ?? '')
      const error = { code: parsed.refusal, path, at: parsed.facts['at'] }
      done(new Refused('json-refused', { errors: [error] }))
    },
  )
}
