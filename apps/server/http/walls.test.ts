// SPDX-License-Identifier: EUPL-1.2
// A whole factory stands in one organisation, and its people have looked at everything. Then
// somebody of another organisation reads every route there is, with the first one's ids where a
// route takes one: no answer, error or file may hold a record, name or digest of the first.
// Walls in the database have tests of their own; this is about everything above it that remembers.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { operations, plurals } from '@schouw/contract'
import { type KindName, kinds } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { identityOf } from '../identity/ports.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { httpApp } from './app.ts'
import { developmentTokens } from './development.ts'
import { everybody, type Role } from './testing/people.ts'
import { ask } from './testing/requests.ts'

/** Who sees most, and who sees most of the board. */
const readers: readonly Role[] = ['ciso', 'director']

/** Streams, which end only with their reader. */
const endless = ['GET /api/v1/changes']

/** Of names that the product has as well: short ones say nothing. */
const tellingLength = 12

interface Owned {
  readonly ids: readonly string[]
  readonly byKind: ReadonlyMap<string, string>
  readonly titles: readonly string[]
}

onBothEngines('the walls between organisations', (bench) => {
  let app: FastifyInstance
  const served = new Set<string>()
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      identity: identityOf({ storage: bench.storage }),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
      onRoute: ({ method, url }) => {
        for (const one of [method].flat()) if (one === 'GET') served.add(`GET ${url}`)
      },
    })
  })

  async function owned(): Promise<Owned> {
    const rows = await bench.storage.read(first, (db) =>
      db.selectFrom('records').select(['id', 'kind', 'title']).orderBy('id').execute(),
    )
    const byKind = new Map(rows.map(({ id, kind }) => [kind, id]))
    const titles = rows.map(({ title }) => title).filter(({ length }) => length >= tellingLength)
    return { ids: rows.map(({ id }) => id), byKind, titles: [...new Set(titles)] }
  }

  /** Every address that can be read, filled with what the first organisation has. */
  function addresses({ byKind, ids, titles }: Owned): readonly string[] {
    const ofRegisters = (Object.keys(kinds) as KindName[]).flatMap((name) =>
      Object.values(operations)
        .filter(({ method }) => method === 'GET')
        .map(({ path }) =>
          `/api/v1/${plurals[name]}${path}`.replace('{id}', byKind.get(name) ?? ''),
        ),
    )
    const told = ['decision', 'supplier', 'asset', 'incident', 'risk', 'policy-version', 'site']
    const some = told.flatMap((kind) => byKind.get(kind) ?? [])
    const others = [...served]
      .filter((route) => !endless.includes(route) && !route.includes(':plural'))
      .map((route) => route.slice('GET '.length).replace('*', '0/000'))
      .flatMap((path) =>
        path.includes(':')
          ? some.map((id) => path.replaceAll(/:register/g, 'assets').replaceAll(/:\w+/g, id))
          : [path],
      )
    const asked = [
      ...titles.slice(0, 20).map((title) => `/api/v1/search?q=${encodeURIComponent(title)}`),
      ...ids.slice(0, 5).map((id) => `/api/v1/search?q=${id}`),
      ...['assets', 'decisions', 'risks'].map((name) => `/api/v1/${name}?as_of=9999`),
      '/api/v1/differences/assets?from=0&to=9999',
      '/api/v1/dossier?scope=regulator',
      '/api/v1/plan/export?format=csv&language=nl',
    ]
    return [...ofRegisters, ...others, ...asked]
  }

  it('hold for every route that reads, warm from the other side', async (test) => {
    const given = { as: 'ciso', method: 'POST', url: '/api/v1/first-state/example' } as const
    assert.ok(served.size > 100, 'routes were not collected')
    // What the second reads before there is a first belongs to the product.
    let product = ''
    for (const route of served) {
      if (endless.includes(route) || /[:*]/.test(route)) continue
      const url = route.slice('GET '.length)
      product += (await ask(app, { as: 'ciso', tenant: second, url })).text
    }
    const made = await ask(app, given)
    assert.equal(made.status, 201, made.text)
    const theirs = await owned()
    assert.ok(theirs.ids.length > 300 && theirs.titles.length > 100)
    const all = addresses(theirs)
    const canaries = [...theirs.ids, ...theirs.titles].filter((one) => !product.includes(one))
    let [held, seen] = [0, 0]
    for (const url of all) {
      for (const as of readers) {
        const own = await ask(app, { as, url })
        if (own.status === 200) seen += 1
        const came = await ask(app, { as, tenant: second, url })
        assert.ok(came.status < 500, `${url} by ${as}: ${came.status} ${came.text.slice(0, 200)}`)
        // What was asked may be said back.
        const shown = decodeURIComponent(url)
        const leak = canaries.find((one) => !shown.includes(one) && came.text.includes(one))
        assert.equal(leak, undefined, `${url} by ${as} of the other organisation`)
        if (own.status === 200 && canaries.some((one) => own.text.includes(one))) held += 1
      }
    }
    test.diagnostic(`${all.length} addresses, ${seen} answers of the first, ${held} with its own`)
    // Else there was nothing to keep apart.
    assert.ok(held > 100, `${held} answers of the first held anything of it`)
  })
})
