// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { personOf } from '../http/testing/people.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { Talk } from './testing/talk.ts'

onBothEngines('a review of remote access', (bench) => {
  let talk: Talk
  before(async () => {
    talk = await Talk.open(bench)
    await done(bench.storage, creating('person', { code: 'P1', name: 'Marloes' }, personOf('ciso')))
  })

  const made = async (plural: string, values: object) => {
    const came = await talk.asked({ as: 'ciso', url: `/api/v1/${plural}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body as { readonly id: string; readonly version: number }
  }
  /** Leave that runs: asked by one, allowed by another. */
  const allowed = async (code: string, supplier: string, values: object = {}) => {
    const until = { valid_until: '2099-01-01', owner: personOf('ciso'), purpose: 'Onderhoud' }
    const given = { code, name: code, supplier, tool: 'vpn', ...until, ...values }
    const { id, version } = await made('remote-accesses', given)
    const url = `/api/v1/remote-accesses/${id}`
    const move = { as: 'ciso', url: `${url}/moves`, version, body: { to: 'allowed' } } as const
    const asked = await talk.asked(move)
    assert.equal(asked.status, 202, asked.text)
    const body = { pending: asked.body.pending }
    const came = await talk.asked({ as: 'it_manager', url: `${url}/approve`, body })
    assert.equal(came.status, 200, came.text)
    return id
  }
  const signed = (verdicts: readonly object[]) =>
    talk.asked({ as: 'ciso', url: '/api/v1/chain/remote-access/review', body: { verdicts } })
  const check = async () => {
    const came = await talk.asked({ as: 'director', url: '/api/v1/chain/remote-access' })
    assert.equal(came.status, 200, came.text)
    return came.body.check
  }
  const controlled = async () => {
    const came = await talk.asked({ as: 'ciso', url: '/api/v1/figures' })
    return came.body.figures.lines.find(({ id }: any) => id === 'vendor_sessions').of
  }

  it('says who signed, what was withdrawn and what was passed over, and moves the figure', async () => {
    const supplier = await talk.supplierMade('review')
    const kept = await allowed('kept', supplier)
    const gone = await allowed('gone', supplier)
    const shut = await allowed('shut', supplier)
    const left = await allowed('left', supplier)
    assert.equal((await check()).reviewed, null)
    assert.deepEqual(await controlled(), { part: 0, whole: 4 })
    const bare = await signed([
      { grant: kept, verdict: 'keep' },
      { grant: gone, verdict: 'suspend', reason: ' ' },
    ])
    assert.equal(bare.status, 422, bare.text)
    assert.equal(bare.body.errors[0].path, '/verdicts/1/reason')
    assert.equal((await check()).reviewed, null)
    const came = await signed([
      { grant: kept, verdict: 'keep' },
      { grant: gone, verdict: 'suspend', reason: 'Wordt niet gebruikt' },
      { grant: shut, verdict: 'end', reason: 'Contract voorbij' },
    ])
    assert.deepEqual(came.body, { done: 3, refused: [] }, came.text)
    const { reviewed, grants } = await check()
    assert.deepEqual(
      { ...reviewed, withdrawn: new Set(reviewed.withdrawn) },
      {
        ...{ on: talk.dayAhead(0), reviewers: [personOf('ciso')], kept: 1, left: 1 },
        withdrawn: new Set([gone, shut]),
      },
    )
    const lacks = new Map(grants.map(({ id, lacks }: any) => [id, lacks]))
    assert.ok(!(lacks.get(kept) as string[]).includes('never_reviewed'))
    assert.ok((lacks.get(left) as string[]).includes('never_reviewed'))
    assert.deepEqual(await controlled(), { part: 0, whole: 2 })
  })
})
