// SPDX-License-Identifier: EUPL-1.2
// What somebody else's program can do with nothing but the OpenAPI document.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../config.ts'
import { type Serving, serve } from '../serve.ts'
import { makeTemplate } from '../storage/engine/template.ts'
import { GeneratedClient, type Given } from './testing/generated-client.ts'

const folder = mkdtempSync(join(tmpdir(), 'schouw-outside-'))
const tokens = { ciso: 'token-of-the-ciso-----', director: 'token-of-the-director-' } as const
type Who = keyof typeof tokens

describe('a client generated from the OpenAPI document', () => {
  let serving: Serving
  let document: any
  let client: GeneratedClient
  const call = (name: string, given: Given = {}, as: Who = 'ciso') =>
    client.call(name, given, tokens[as])
  /** What must succeed. */
  const done = async (name: string, given: Given = {}, as: Who = 'ciso') => {
    const came = await call(name, given, as)
    assert.ok(came.status < 300, `${name}: ${came.status} ${JSON.stringify(came.body)}`)
    return came.body
  }
  const at = (version: number) => ({
    'If-Match': `"${version}"`,
    'Idempotency-Key': randomUUID(),
  })

  before(async () => {
    await makeTemplate()
    const words = Object.entries(tokens).flatMap(([role, token]) => [
      '--dev-token',
      `${role}:${token}`,
    ])
    const config = readConfig(['--data', folder, '--port', '0', ...words], {
      SCHOUW_LOG_LEVEL: 'silent',
    })
    assert.ok(config.ok, JSON.stringify(config))
    serving = await serve(config.value, { write: () => {} })
    document = await (await fetch(`${serving.url}/api/v1/openapi.json`)).json()
    client = new GeneratedClient(serving.url, document)
  })
  after(async () => {
    await serving?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('finds a document that OpenAPI 3.1 allows', () => {
    assert.match(document.openapi, /^3\.1\.\d$/)
    assert.ok(document.info.title && document.info.version)
    const names = new Set<string>()
    const shapes = new Set<string>()
    for (const [path, methods] of Object.entries<any>(document.paths)) {
      assert.match(path, /^\//)
      // Two templates that differ in the names of their parts are the same path.
      const shape = path.replaceAll(/\{\w+\}/g, '{}')
      assert.ok(!shapes.has(shape), path)
      shapes.add(shape)
      for (const [method, operation] of Object.entries<any>(methods)) {
        const where = `${method} ${path}`
        assert.match(method, /^(get|put|post|delete|options|head|patch|trace)$/, where)
        assert.ok(!names.has(operation.operationId), `${operation.operationId} twice`)
        names.add(operation.operationId)
        assert.match(operation.operationId, /^[A-Za-z][A-Za-z0-9]*$/, where)
        assert.ok(Object.keys(operation.responses).length > 0, where)
        for (const [status, reply] of Object.entries<any>(operation.responses)) {
          assert.match(status, /^([1-5]\d\d|default)$/, where)
          assert.ok(reply.$ref !== undefined || typeof reply.description === 'string', where)
        }
        const parameters = (operation.parameters ?? []).map((one: any) =>
          one.$ref === undefined ? one : document.components.parameters[one.$ref.split('/').at(-1)],
        )
        const places = parameters.map((one: any) => `${one.in} ${one.name}`)
        assert.equal(new Set(places).size, places.length, `${where}: a parameter twice`)
        for (const one of parameters) {
          assert.match(one.in, /^(path|query|header)$/, where)
          assert.ok(one.schema !== undefined, where)
          if (one.in === 'path')
            assert.ok(one.required === true && path.includes(`{${one.name}}`), where)
        }
        for (const scheme of operation.security ?? []) {
          for (const name of Object.keys(scheme))
            assert.ok(document.components.securitySchemes[name])
        }
      }
    }
    assert.ok(names.size > 500)
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, ref]) => ref,
    )
    for (const ref of new Set(refs)) {
      const found = ref?.split('/').reduce<any>((place, step) => place?.[step], document)
      assert.ok(found !== undefined, ref)
    }
  })

  it('brings in the example, finds what is in it by words and names it', async () => {
    const example = await done('importExample', { query: { language: 'nl' } })
    assert.ok(example.made.asset > 10)
    const { items: assets } = await done('listAsset', { query: { limit: 500, retired: 'yes' } })
    assert.equal(assets.length, example.made.asset)
    const { code } = assets[0].values
    const { items } = await done('search', { query: { q: code, kind: 'asset', limit: 5 } })
    assert.ok(items.some(({ id }: any) => id === assets[0].id))
    const named = await done('names', { body: { ids: [items[0].id, randomUUID()] } })
    assert.deepEqual(
      named.items.map(({ title }: any) => title),
      [items[0].title],
    )
  })

  it('calls every operation of two registers', async () => {
    const supplier = await done('createSupplier', {
      body: { values: { code: 'OUTSIDE-1', name: 'Waalhaven Drives' } },
      header: { 'Idempotency-Key': randomUUID() },
    })
    const path = { id: supplier.id }
    const changed = await done('changeSupplier', {
      path,
      body: { values: { name: 'Drives' } },
      header: at(1),
    })
    assert.equal((await done('getSupplier', { path })).values.name, 'Drives')
    assert.equal(
      (
        await done('getSupplier', {
          path,
          query: { as_of: String(changed.entries[0]), fields: 'name' },
        })
      ).values.name,
      'Waalhaven Drives',
    )
    const listed = await done('listSupplier', {
      query: { limit: 1, sort: '-changed', filter: ['state:eq:active'], q: 'outside-1' },
    })
    assert.deepEqual(
      listed.items.map(({ id }: any) => id),
      [supplier.id],
    )
    const stale = await call('changeSupplier', {
      path,
      body: { values: { name: 'x' } },
      header: at(1),
    })
    assert.deepEqual([stale.status, stale.body.code], [412, 'stale-version'])
    await everythingElse('Supplier', path, 'ending')

    const [owner] = (await done('listPerson', { query: { limit: 1 } })).items
    const measure = await done('createMeasure', {
      body: { values: { code: 'OUTSIDE-2', name: 'Back up', duties: ['c'], owner: owner.id } },
    })
    const of = { id: measure.id }
    await done('changeMeasure', { path: of, body: { values: { level: 2 } }, header: at(1) })
    assert.equal((await done('getMeasure', { path: of })).values.level, 2)
    assert.equal((await done('listMeasure', { query: { q: 'outside-2' } })).items.length, 1)
    await everythingElse('Measure', of, 'approved')
    for (const verb of [
      'list',
      'create',
      'get',
      'change',
      'move',
      'retire',
      'reinstate',
      'approve',
      'decline',
      'pending',
      'history',
      'proof',
    ]) {
      for (const name of ['Supplier', 'Measure']) {
        const isDeclared = client.operations.has(`${verb}${name}`)
        assert.ok(isDeclared, `${verb}${name} is not declared`)
        // Where no act waits there is nothing to answer: then the refusal had its declared shape.
        if (!/^(approve|decline)/.test(verb) || name === 'Measure')
          assert.ok(client.called.has(`${verb}${name}`), `${verb}${name}`)
      }
    }
  })

  /** Moves, retires and reinstates, with the director as the second person wherever one is asked. */
  async function everythingElse(name: string, path: { readonly id: string }, to: string) {
    const version = async () => (await done(`get${name}`, { path })).version as number
    const decided = async (verb: string, body: unknown, answer: 'approve' | 'decline') => {
      const came = await done(`${verb}${name}`, { path, body, header: at(await version()) })
      if (came.pending === null) return
      const waiting = await done(`pending${name}`, { path }, 'director')
      assert.deepEqual(
        waiting.items.map(({ pending }: any) => pending),
        [came.pending],
      )
      const { pending } = came
      const given = answer === 'approve' ? { pending } : { pending, reason: 'Not like this.' }
      await done(`${answer}${name}`, { path, body: given }, 'director')
    }
    await decided('move', { to, reason: 'It is time.' }, 'approve')
    await decided('retire', { reason: 'A mistake?' }, 'decline')
    const record = await done(`get${name}`, { path })
    if (record.retired === null) await decided('retire', { reason: 'Over.' }, 'approve')
    await decided('reinstate', { reason: 'Not over.' }, 'approve')
    assert.ok((await done(`history${name}`, { path })).items.length >= 5)
    await done(`proof${name}`, { path })
    await done(`pending${name}`, { path })
    // Where nothing waits there is nothing to answer, and of some registers nothing ever does.
    const nothing = { pending: randomUUID() }
    const approved = await call(`approve${name}`, { path, body: nothing }, 'director')
    const asked = { path, body: { ...nothing, reason: 'x' } }
    const declined = await call(`decline${name}`, asked, 'director')
    for (const { status } of [approved, declined]) assert.ok(status === 404 || status === 403)
  }

  it('reads everything that can be read without knowing more, and every register', async () => {
    const refused: string[] = []
    let count = 0
    for (const [name, { method, path, declared }] of client.operations) {
      const isStream = declared['responses']['200']?.content?.['text/event-stream'] !== undefined
      const asks = ((declared['parameters'] ?? []) as any[]).some(
        ({ required }) => required === true,
      )
      if (method !== 'get' || path.includes('{') || isStream || asks) continue
      const { status, body } = await call(name)
      count += 1
      if (status >= 300) refused.push(`${name} ${status} ${body.code}`)
    }
    assert.ok(count > 60, String(count))
    // These are about an account, and a token of development has none.
    assert.deepEqual(
      refused.filter((one) => !/40[134]/.test(one)),
      [],
    )
    assert.ok(refused.length < 12, refused.join('; '))
  })
})
