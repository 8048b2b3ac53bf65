// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { onBothEngines } from '../storage/testing/engines.ts'
import { Talk } from './testing/talk.ts'

onBothEngines('the chain that is held ready', (bench) => {
  let talk: Talk
  before(async () => {
    talk = await Talk.open(bench)
  })

  const list = async (as: 'ciso' | 'director' = 'ciso') => {
    const came = await talk.asked({ as, url: '/api/v1/chain' })
    assert.equal(came.status, 200, came.text)
    const { as_of: _, ...told } = came.body
    return told
  }

  it('follows every change, as one that was worked out anew', async () => {
    const one = await talk.supplierMade('one')
    const other = await talk.supplierMade('other')
    await list()
    const follows = async (what: string) => {
      const told = await list()
      // Another server on the same registers has nothing ready.
      const fresh = await Talk.open(bench)
      const came = await fresh.asked({ as: 'ciso', url: '/api/v1/chain' })
      const { as_of: _, ...anew } = came.body
      assert.deepEqual(told, anew, what)
      return told.suppliers as any[]
    }
    const at = (id: string) => `/api/v1/suppliers/${id}`
    const body = { values: { name: 'Renamed', switching_days: 400 } }
    const asked = { as: 'ciso', method: 'PATCH', version: 1 } as const
    const changed = await talk.asked({ ...asked, url: at(one), body })
    assert.equal(changed.status, 200, changed.text)
    assert.ok((await follows('a name')).some(({ name }) => name === 'Renamed'))
    const contract = {
      name: 'Care',
      code: 'C-1',
      party: 'supplier',
      supplier: other,
      notice_hours: 12,
      starts_on: '2026-01-01',
    }
    const made = await talk.asked({
      as: 'ciso',
      url: '/api/v1/contracts',
      body: { values: contract },
    })
    assert.equal(made.status, 201, made.text)
    const lines = await follows('a contract')
    // A draft is agreed with nobody.
    assert.equal(lines.find(({ id }) => id === other).contracts, 0)
    const moved = await talk.asked({
      ...{ as: 'ciso', url: `/api/v1/contracts/${made.body.id}/moves`, version: 1 },
      body: { to: 'in_force' },
    })
    assert.equal(moved.status, 200, moved.text)
    const after = await follows('a contract in force')
    assert.equal(after.find(({ id }) => id === other).contracts, 1)
    const gone = await talk.asked({
      ...{ as: 'ciso', url: `${at(one)}/retire`, version: 2 },
      body: { reason: 'Dubbel' },
    })
    assert.equal(gone.status, 200, gone.text)
    assert.equal(
      (await follows('one retired')).some(({ id }) => id === one),
      false,
    )
    // Who sees other registers has a chain of their own.
    const mine = await list('director')
    assert.deepEqual(
      mine.suppliers.map(({ id }: { id: string }) => id),
      [other],
    )
  })
})
