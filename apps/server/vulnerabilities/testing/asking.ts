// SPDX-License-Identifier: EUPL-1.2
// Devices and advisories for tests, brought in as people bring them.
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import type { Storage } from '../../storage/storage.ts'
import { creating, done } from '../../storage/testing/records.ts'

interface Bench {
  readonly storage: Storage
  readonly folder: string
}

export function vulnerabilityApp({ storage, folder }: Bench): Promise<FastifyInstance> {
  const files = new Files({ storage, folder })
  const authenticate = developmentTokens(everybody)
  return httpApp({ storage, authenticate, files, requestsPerMinute: 1e9 })
}

export async function made(
  { storage }: Pick<Bench, 'storage'>,
  kind: Parameters<typeof creating>[0],
  values: object,
): Promise<string> {
  const told = await done(storage, creating(kind, values))
  return told.record?.id ?? ''
}

/** A document as text is brought as it is. */
export function brought(
  app: FastifyInstance,
  name: string,
  document: unknown,
  as: 'ciso' | 'auditor' = 'ciso',
) {
  return ask(app, {
    as,
    method: 'POST',
    url: `/api/v1/advisory-imports?name=${name}&origin=test`,
    raw: typeof document === 'string' ? document : JSON.stringify(document),
    headers: { 'content-type': 'application/octet-stream' },
  })
}
