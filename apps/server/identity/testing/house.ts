// SPDX-License-Identifier: EUPL-1.2
// An application with real sign-in on a storage of its own, and a clock that tests move.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { Refused } from '../../http/problems.ts'
import { makeTemplate } from '../../storage/engine/template.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'
import {
  type PrivatePostgres,
  postgresBinaries,
  privatePostgres,
} from '../../storage/testing/private-postgres.ts'
import { authenticateBy } from '../authenticate.ts'
import { type Identity, type IdentityOptions, identityOf } from '../ports.ts'
import { setupLink } from '../setup.ts'
import { Browser, codeAt, type Reply } from './browser.ts'

export const origin = 'http://localhost:8080'
export const password = 'kraai leent ladder uit'

export interface House {
  readonly storage: Storage
  readonly identity: Identity
  readonly app: FastifyInstance
  /** Milliseconds that the clock runs ahead of where it began. */
  ahead: number
  readonly now: () => string
  readonly pass: (ms: number) => void
  readonly browser: () => Browser
}

export const start = Date.parse('2026-11-21T12:00:00.000Z')

/** Tests on both engines, each with an installation in which nobody is anybody yet. */
export function onBothHouses(
  title: string,
  tests: (house: House) => void,
  options: Partial<IdentityOptions> = {},
): void {
  for (const engine of ['embedded', 'postgres'] as const) {
    describe(`${title} (${engine})`, () => {
      if (engine === 'postgres' && postgresBinaries() === undefined) {
        it('runs on PostgreSQL', { skip: 'no PostgreSQL server on this machine' }, () => {})
        return
      }
      const made: {
        storage?: Storage
        identity?: Identity
        app?: FastifyInstance
        postgres?: PrivatePostgres | undefined
        folder?: string
      } = {}
      const house = {
        ahead: 0,
        now: () => new Date(start + house.ahead).toISOString(),
        pass: (ms: number) => {
          house.ahead += ms
        },
        get storage() {
          return made.storage as Storage
        },
        get identity() {
          return made.identity as Identity
        },
        get app() {
          return made.app as FastifyInstance
        },
        browser: () => new Browser(made.app as FastifyInstance),
      }
      before(async () => {
        made.postgres = engine === 'postgres' ? privatePostgres(['fsync=off']) : undefined
        made.folder = mkdtempSync(join(tmpdir(), 'schouw-identity-'))
        const place =
          made.postgres === undefined
            ? { template: await makeTemplate() }
            : { databaseUrl: await made.postgres.database() }
        made.storage = await openStorage({ folder: made.folder, clock: house.now, ...place })
        made.identity = identityOf({
          storage: made.storage,
          clock: house.now,
          origin: () => origin,
          ...options,
        })
        made.app = await httpApp({
          storage: made.storage,
          identity: made.identity,
          files: new Files({ storage: made.storage, folder: made.folder }),
          authenticate: authenticateBy(made.identity),
          clock: house.now,
          requestsPerMinute: 1e9,
        })
        made.app.addHook('onError', async (_request, _reply, error) => {
          if (!(error instanceof Refused)) console.error(error)
        })
      })
      after(async () => {
        await made.app?.close()
        await made.identity?.idle()
        await made.storage?.close()
        made.postgres?.remove()
        if (made.folder !== undefined) rmSync(made.folder, { recursive: true, force: true })
      })
      tests(house)
    })
  }
}

export const company = {
  name: 'Jansen Machines',
  jurisdiction: 'NL',
  language: 'nl',
  time_zone: 'Europe/Amsterdam',
}

export interface Person {
  readonly browser: Browser
  readonly email: string
  readonly totp: string
  readonly codes: readonly string[]
}

/** The first person, with a second factor. */
export async function firstPerson(house: House): Promise<Person & { readonly reply: Reply }> {
  const link = await setupLink(house.identity)
  const token = link?.url.split('#')[1]
  const browser = house.browser()
  const email = 'ans@jansen.example'
  const reply = await browser.post('/api/v1/setup', {
    token,
    organisation: company,
    person: { name: 'Ans de Wit', email },
    password,
  })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return { ...(await withTotp(house, browser)), browser, email, reply }
}

/** Sets up the codes of an app. */
export async function withTotp(
  house: House,
  browser: Browser,
): Promise<{ readonly totp: string; readonly codes: readonly string[] }> {
  const begun = await browser.post('/api/v1/account/totp/begin')
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body))
  const { secret, challenge } = begun.body
  const code = codeAt(secret, house.now())
  const done = await browser.post('/api/v1/account/totp', { challenge, code })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  return { totp: secret, codes: done.body.codes }
}
