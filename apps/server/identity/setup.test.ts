// SPDX-License-Identifier: EUPL-1.2
// Set-up that goes wrong half way: whatever was there is taken up again, and nothing twice.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Storage } from '../storage/storage.ts'
import { setUp, setupLink } from './setup.ts'
import { company, onBothHouses, password } from './testing/house.ts'

const whence = { address: '192.0.2.0/24', network: '192.0.2.7', devices: '', agent: 'test' }

onBothHouses('a set-up', (house) => {
  const asked = async (more: Readonly<Record<string, unknown>> = {}) => {
    const link = await setupLink(house.identity)
    return {
      token: link?.url.split('#')[1] ?? 'none',
      organisation: company,
      person: { name: 'Ans de Wit', email: 'ans@jansen.example' },
      password,
      ...more,
    } as Parameters<typeof setUp>[1]
  }
  /** A storage whose database goes away at the given change. */
  const failing = (at: number): Storage => {
    let count = 0
    const apply: Storage['apply'] = (tenant, change) => {
      count += 1
      if (count === at) return Promise.reject(new Error('away'))
      return house.storage.apply(tenant, change)
    }
    return new Proxy(house.storage, {
      get: (target, name) => {
        if (name === 'apply') return apply
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  it('is refused for a time zone that is none, and can be tried again at once', async () => {
    const organisation = { ...company, time_zone: 'Mars/Olympus' }
    const came = await setUp(house.identity, await asked({ organisation }), whence)
    assert.ok('no' in came && came.no === 'body-refused', JSON.stringify(came))
    const weak = await setUp(house.identity, await asked({ password: 'short' }), whence)
    assert.ok('no' in weak && weak.no === 'password-weak')
  })

  it('that broke off at any change goes on with the next link', async () => {
    for (const at of [1, 2, 3, 4]) {
      const identity = { ...house.identity, storage: failing(at) }
      await assert.rejects(setUp(identity, await asked(), whence), /away/, String(at))
    }
    const [one, two] = [await asked(), await asked()]
    const came = await Promise.all([
      setUp(house.identity, one, whence),
      setUp(house.identity, two, whence),
    ])
    const statuses = came.map((answer) => ('no' in answer ? answer.no : answer.status))
    assert.ok(statuses.includes(201), JSON.stringify(came))
    assert.ok(statuses.some((one) => one === 'setup-closed' || one === 'link-refused'))
    const tenants = await house.storage.tenants()
    assert.equal(tenants.length, 1)
    const rows = await house.storage.read(tenants[0]?.id ?? '', (db) =>
      db.selectFrom('records').select('kind').orderBy('kind').execute(),
    )
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['appointment', 'organisation', 'person'],
    )
  })
})
