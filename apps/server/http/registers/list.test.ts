// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, it } from 'node:test'
import {
  type Actor,
  type KindName,
  kinds,
  may,
  type RecordKind,
  records,
  roles,
} from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import type { Change } from '../../storage/changes/change.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { actor, changing, creating, done, retiring } from '../../storage/testing/records.ts'
import { first } from '../../storage/testing/tenants.ts'
import { httpApp } from '../app.ts'
import { developmentTokens } from '../development.ts'
import { listedRows } from '../reading/list.ts'
import { pendingActs } from '../reading/one.ts'
import { everybody, personOf, processId, supplierId } from '../testing/people.ts'
import { ask } from '../testing/requests.ts'

const suppliers: readonly Record<string, unknown>[] = [
  { code: 'S01', name: 'Éclair Controls', country: 'NL', switching_days: 30, delivers: ['cloud'] },
  { code: 'S02', name: 'beta Motors', country: 'DE', switching_days: 9, delivers: ['parts'] },
  { code: 'S03', name: 'Alpha Valves', country: 'NL', switching_days: 100 },
  { code: 'S04', name: 'Gamma 10.0.3.17', delivers: ['cloud', 'software'] },
  { code: 'S05', name: 'delta', country: 'BE', spend_eur_per_year: 5000 },
]

onBothEngines('lists', (bench) => {
  let app: FastifyInstance
  const ids = new Map<string, string>()
  let sizeBefore = 0
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
    })
    for (const values of suppliers) {
      const id = values['code'] === 'S02' ? supplierId : randomUUID()
      ids.set(String(values['code']), id)
      await done(bench.storage, creating('supplier', values, id))
    }
    sizeBefore = (await bench.storage.log(first)).head.size
    const id = ids.get('S03') ?? ''
    const zeta = { name: 'Zeta Valves', country: 'FR', subcontractor_of: [ids.get('S01')] }
    await done(bench.storage, changing('supplier', id, 1, zeta))
    await done(bench.storage, retiring('supplier', ids.get('S05') ?? '', 1))
    const both = [ids.get('S01'), ids.get('S04')]
    const newcomer = { code: 'S06', name: 'Newcomer', subcontractor_of: both }
    await done(bench.storage, creating('supplier', newcomer))
  })
  const codes = async (query: string, as: Actor['roles'][number] = 'ciso') => {
    const came = await ask(app, { as, url: `/api/v1/suppliers${query}` })
    assert.equal(came.status, 200, came.text)
    return came.body.items.map((item: any) => item.values.code) as string[]
  }

  const rows: readonly [query: string, codes: readonly string[]][] = [
    ['', ['S02', 'S01', 'S04', 'S06', 'S03']],
    ['?sort=-title', ['S03', 'S06', 'S04', 'S01', 'S02']],
    ['?sort=code', ['S01', 'S02', 'S03', 'S04', 'S06']],
    ['?sort=-code', ['S06', 'S04', 'S03', 'S02', 'S01']],
    ['?sort=created', ['S01', 'S02', 'S03', 'S04', 'S06']],
    ['?sort=-changed', ['S06', 'S03', 'S04', 'S02', 'S01']],
    ['?retired=yes&sort=code', ['S01', 'S02', 'S03', 'S04', 'S05', 'S06']],
    ['?retired=only', ['S05']],
    ['?filter=country:eq:NL', ['S01']],
    ['?filter=country:in:NL,DE&sort=code', ['S01', 'S02']],
    ['?filter=country:ne:NL&sort=code', ['S02', 'S03']],
    ['?filter=country:known:no&sort=code', ['S04', 'S06']],
    ['?filter=delivers:eq:cloud&sort=code', ['S01', 'S04']],
    ['?filter=delivers:eq:cloud&filter=country:known:yes', ['S01']],
    ['?filter=switching_days:lt:31&sort=code', ['S01', 'S02']],
    ['?filter=switching_days:gte:30&sort=code', ['S01', 'S03']],
    ['?filter=switching_days:eq:9', ['S02']],
    ['?filter=name:gt:b&sort=code', ['S02', 'S01'].sort().reverse()],
    ['?filter=state:eq:active&limit=1&sort=code', ['S01']],
    ['?filter=state:ne:active', []],
    ['?q=eclair', ['S01']],
    ['?q=val', ['S03']],
    ['?q=10.0.3', ['S04']],
    ['?q=%27%3A%26%7C%21', ['S02', 'S01', 'S04', 'S06', 'S03']],
    ['?q=zzz', []],
  ]
  for (const [query, expected] of rows) {
    it(`of suppliers ${query || 'as they stand'}`, async () => {
      const found = await codes(query)
      const isSet = query.includes('name:gt')
      assert.deepEqual(isSet ? found.sort().reverse() : found, expected)
    })
  }

  it('are whole and without doubles, page by page, however they are sorted', async () => {
    const sorts = ['title', 'code', 'created', 'changed', 'state', 'switching_days', 'country']
    for (const sort of sorts.flatMap((name) => [name, `-${name}`])) {
      const all = await codes(`?sort=${sort}&retired=yes`)
      assert.equal(new Set(all).size, 6)
      const paged: string[] = []
      let next: string | null = ''
      while (next !== null) {
        const cursor: string = next === '' ? '' : `&cursor=${next}`
        const url = `/api/v1/suppliers?sort=${sort}&retired=yes&limit=2${cursor}`
        const came = await ask(app, { as: 'ciso', url })
        assert.equal(came.status, 200, came.text)
        paged.push(...came.body.items.map((item: any) => item.values.code))
        next = came.body.next
      }
      assert.deepEqual(paged, all, sort)
    }
  })

  it('are as they were', async () => {
    const at = `as_of=${sizeBefore}`
    assert.deepEqual(await codes(`?${at}`), ['S03', 'S02', 'S05', 'S01', 'S04'])
    assert.deepEqual(await codes(`?${at}&filter=country:eq:NL&sort=code`), ['S01', 'S03'])
    assert.deepEqual(await codes(`?${at}&q=alpha`), ['S03'])
    assert.deepEqual(await codes(`?${at}&sort=-created&limit=2`), ['S05', 'S04'])
    assert.deepEqual(await codes('?as_of=0'), [])
    assert.deepEqual(await codes('?as_of=2999-01-01&sort=code'), await codes('?sort=code'))
  })

  it('are of those who refer to a record, now and as it was', async () => {
    const [of1, of4] = ['S01', 'S04'].map((code) => `subcontractor_of:%s:${ids.get(code)}`)
    const by = (asked = '', operator = 'eq') =>
      codes(`?sort=code&filter=${asked.replace('%s', operator)}`)
    assert.deepEqual(await by(of1), ['S03', 'S06'])
    assert.deepEqual(await by(of4), ['S06'])
    assert.deepEqual(await by(`${of4},${ids.get('S01')}`, 'in'), ['S03', 'S06'])
    assert.deepEqual(await by(of4, 'ne'), ['S03'])
    assert.deepEqual(await by(`subcontractor_of:eq:${randomUUID()}`), [])
    const then = `&as_of=${sizeBefore}`
    assert.deepEqual(await by(`${of1}${then}`), [])
  })

  it('send what is asked for and no more', async () => {
    const url = '/api/v1/suppliers?fields=code&limit=1'
    const { body } = await ask(app, { as: 'ciso', url })
    assert.deepEqual(body.items[0].values, { code: 'S02' })
  })

  it('show a supplier its own record, and let it learn nothing else', async () => {
    const url = '/api/v1/suppliers'
    const own = await ask(app, { as: 'supplier', url })
    assert.deepEqual(
      own.body.items.map(({ values }: any) => values),
      [{ code: 'S02', name: 'beta Motors' }],
    )
    for (const query of ['filter=country:eq:DE', 'sort=switching_days', 'q=beta']) {
      const came = await ask(app, { as: 'supplier', url: `${url}?${query}` })
      assert.deepEqual([came.status, came.body.code], [403, 'not-permitted'], query)
    }
    const other = await ask(app, { as: 'supplier', url: `${url}/${ids.get('S01')}` })
    assert.equal(other.status, 404)
    const waiting = await ask(app, { as: 'supplier', url: `${url}/${supplierId}/proof` })
    assert.deepEqual(waiting.body.slots, [], 'the slot of all values is not shown')
  })

  it('give the database the same answer as the core, for every kind and role', async () => {
    const make = async (name: KindName, values: unknown, id: string = randomUUID()) => {
      const pendingId = randomUUID()
      const made = await done(bench.storage, { ...creating(name, values, id), pendingId })
      if (made.pending === null) return
      const [{ act: pending } = assert.fail()] = await bench.storage.read(first, (db) =>
        pendingActs(db, name, { pending: pendingId }),
      )
      const kind = kinds[name]
      const other = { ...actor, person: personOf('director') }
      const decide: Change['decide'] = ({ record, now, lookup }) =>
        records.approve({ kind, pending, record: record(id), actor: other, now, lookup })
      await done(bench.storage, { decide, pendingId })
    }
    await make('process', { code: 'L1', name: 'Line' }, processId)
    for (const role of ['process_owner', 'it_manager'] as const) {
      await make('person', { code: role, name: 'Somebody' }, personOf(role))
      await make('certificate', { person: personOf(role), title: 'Cbw', ended_on: '2026-01-01' })
    }
    for (const [code, shared_until] of [
      ['O1', '2199-01-01T00:00:00.000Z'],
      ['O2', '2020-01-01T00:00:00.000Z'],
      ['O3', undefined],
    ]) {
      const zone = { jurisdiction: 'NL', language: 'nl', time_zone: 'Europe/Amsterdam' }
      const values = { code, name: 'Factory', ...zone }
      await make('organisation', shared_until === undefined ? values : { ...values, shared_until })
    }
    const now = new Date().toISOString()
    const query = {
      limit: 500,
      after: undefined,
      sort: { by: 'created', isDescending: false },
      filters: [],
      search: undefined,
      fields: undefined,
      when: undefined,
      retired: 'yes',
      list: '',
    } as const
    for (const kind of Object.values<RecordKind>(kinds)) {
      for (const role of roles) {
        const actor = everybody.find(
          (one) => one.tenant === first && one.actor.roles[0] === role,
        )!.actor
        const [listed, asOf, all] = await bench.storage.read(first, async (db) => [
          await listedRows(db, { kind, query, actor, now, size: undefined }),
          await listedRows(db, { kind, query, actor, now, size: 1e9 }),
          await db
            .selectFrom('records')
            .select([...recordColumns])
            .where('kind', '=', kind.name)
            .orderBy('first_entry')
            .execute(),
        ])
        const expected = all
          .map(recordOf)
          .filter((record) => may({ actor, action: 'read', kind, record, now }).allowed)
          .map(({ id }) => id)
        if (kind.name === 'organisation' && role === 'customer') assert.equal(expected.length, 1)
        if (kind.name === 'certificate' && role === 'it_manager') assert.equal(expected.length, 1)
        assert.deepEqual(
          listed.map(({ id }) => id),
          expected,
          `${kind.name} ${role}`,
        )
        assert.deepEqual(
          asOf.map(({ id }) => id),
          expected,
          `${kind.name} ${role} as of`,
        )
      }
    }
  })
})
