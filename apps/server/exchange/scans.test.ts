// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'

const scan = (...titles: string[]) =>
  JSON.stringify({
    type: 'Nightly',
    findings: titles.map((title) => ({
      title,
      severity: 'High',
      endpoints: ['10.1.1.7:443', 'x9'],
    })),
  })

onBothEngines('findings of others', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const brought = (day: string, text: string) =>
    asked({
      as: 'it_manager',
      method: 'POST',
      url: `/api/v1/scans?name=scan.json&found_on=${day}`,
      raw: text,
      headers: { 'content-type': 'application/octet-stream' },
    })
  const recorded = async (came: any) => {
    const { id } = came.body.import
    const dry = await asked({
      as: 'it_manager',
      method: 'POST',
      url: `/api/v1/imports/${id}/dry-run`,
    })
    assert.equal(dry.body.judgement.counts.refused, 0, dry.text)
    const { digest } = dry.body.judgement
    const url = `/api/v1/imports/${id}/confirm`
    return (await asked({ as: 'it_manager', url, body: { digest } })).body.result.counts
  }
  const open = async () =>
    (await asked({ as: 'ciso', url: '/api/v1/findings?sort=name' })).body.items

  it('are new once, known again, told when they are gone and when they are back', async () => {
    const values = { code: 'A1', name: 'PLC', role: 'plc', ips: ['10.1.1.7'] }
    const asset = await asked({ as: 'ciso', url: '/api/v1/assets', body: { values } })
    assert.equal(asset.status, 201, asset.text)
    const one = await brought('2026-11-01', scan('Old TLS', 'Default password'))
    assert.equal(one.status, 201, one.text)
    assert.deepEqual(
      [one.body.fresh, one.body.known, one.body.unknown_hosts, one.body.fixed],
      [2, 0, [], []],
    )
    assert.equal((await recorded(one)).created, 2)
    const [first] = await open()
    assert.deepEqual(first.values.assets, [asset.body.id])
    assert.equal(first.values.origin, 'scan')
    // A person has looked at it since: that stays.
    const patch = { values: { name: 'Default password on the PLC' } }
    await asked({
      as: 'ciso',
      method: 'PATCH',
      url: `/api/v1/findings/${first.id}`,
      version: 1,
      body: patch,
    })
    const two = await brought('2026-11-08', scan('Default password'))
    assert.deepEqual([two.body.fresh, two.body.known], [0, 1])
    assert.deepEqual(
      two.body.fixed.map(({ title }: any) => title.split(' · ')[0]),
      ['Old TLS'],
    )
    assert.equal((await recorded(two)).changed, 1)
    const [again] = await open()
    assert.equal(again.values.name, 'Default password on the PLC')
    assert.equal(again.values.last_seen_on, '2026-11-08')
    const [gone] = two.body.fixed
    const rows = [{ id: gone.id, version: gone.version }]
    for (const act of [{ field: 'solved_on', value: '2026-11-08' }, { to: 'solved' }]) {
      const at = rows.map(({ id, version }) => ({ id, version: version + ('to' in act ? 1 : 0) }))
      const done = await asked({
        as: 'ciso',
        url: '/api/v1/bulk-edits',
        body: { register: 'findings', rows: at, act },
      })
      assert.equal(done.body.counts.changed, 1, done.text)
    }
    const three = await brought('2026-11-15', scan('Default password', 'Old TLS'))
    assert.deepEqual(
      three.body.back.map(({ id }: any) => id),
      [gone.id],
    )
  })

  it('are refused in words when the file is something else', async () => {
    const came = await brought('2026-11-01', '{"a":1}')
    assert.equal(came.status, 422)
    assert.match(came.body.errors[0].expected, /SARIF/)
    assert.equal((await brought('2026-11-01', '{"a":')).status, 422)
  })
})
