// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('the results of a phishing simulation', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const made = async (url: string, values: unknown) => {
    const came = await asked({ as: 'ciso', url: `/api/v1/${url}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const campaign = (code: string) =>
    made('awareness-campaigns', { code, name: code, type: 'phishing_simulation' })
  const csv = [
    'E-mail;Geopend;Geklikt;Gemeld;Datum',
    'an@x.example;ja;nee;ja;03-11-2026',
    'Bo Smit;ja;ja;nee;03-11-2026',
    'weg@x.example;nee;nee;nee;03-11-2026',
  ].join('\n')
  const bring = (id: string, more: object = {}) =>
    asked({
      as: 'ciso',
      url: `/api/v1/awareness/${id}/results`,
      body: { name: 'test.csv', csv, ...more },
    })

  it('are looked at first, then counted with everybody, and kept of whom is known', async () => {
    const an = await made('persons', { code: 'A1', name: 'An Bos', email: 'an@x.example' })
    await made('persons', { code: 'B1', name: 'Bo Smit' })
    const id = await campaign('D1')
    const seen = await bring(id)
    assert.equal(seen.status, 200, seen.text)
    const counts = { delivered: 3, opened: 2, clicked: 1, reported: 1, known: 2, not_sent: 0 }
    const { delivered, opened, clicked, reported, known, not_sent, unknown, written } = seen.body
    assert.deepEqual({ delivered, opened, clicked, reported, known, not_sent }, counts)
    assert.deepEqual(unknown, [{ line: 4, who: 'weg@x.example' }])
    assert.equal(written, null)
    const list = () =>
      asked({ as: 'ciso', url: `/api/v1/phishing-results?filter=campaign:eq:${id}` })
    assert.deepEqual((await list()).body.items, [])
    assert.equal((await bring(id, { is_rehearsal: false })).body.written, 2)
    const { items } = (await list()).body
    const own = items.find((one: any) => one.values.person === an)
    assert.deepEqual(own.values, {
      campaign: id,
      person: an,
      sent_on: '2026-11-03',
      was_opened: true,
      was_clicked: false,
      was_reported: true,
    })
    const one = await asked({ as: 'director', url: `/api/v1/awareness-campaigns/${id}` })
    const { delivered_count, reported_count } = one.body.values
    assert.deepEqual([delivered_count, reported_count], [3, 1])
    // The same file once more changes nothing.
    assert.equal((await bring(id, { is_rehearsal: false })).body.written, 0)
    // The board sees that there are results, not whose.
    const seenByBoard = await asked({ as: 'director', url: '/api/v1/phishing-results' })
    for (const { values } of seenByBoard.body.items) {
      assert.deepEqual(Object.keys(values).sort(), ['campaign', 'sent_on'])
    }
  })

  it('leave unknown what the file does not tell, and two of one name to whoever asks', async () => {
    await made('persons', { code: 'C1', name: 'Same Name' })
    await made('persons', { code: 'C2', name: 'Same Name' })
    const id = await campaign('D2')
    const came = await bring(id, { csv: 'Naam,Gemeld\nSame Name,ja\n', is_rehearsal: false })
    assert.deepEqual([came.body.opened, came.body.clicked, came.body.reported], [null, null, 1])
    assert.deepEqual([came.body.known, came.body.unknown[0].who], [0, 'Same Name'])
    const one = await asked({ as: 'ciso', url: `/api/v1/awareness-campaigns/${id}` })
    assert.equal(one.body.values.clicked_count, undefined)
    assert.equal(one.body.values.reported_count, 1)
  })

  it('are brought only into a campaign of one’s own organisation', async () => {
    const id = await campaign('D3')
    const url = `/api/v1/awareness/${id}/results`
    const body = { name: 'x', csv }
    assert.equal((await asked({ as: 'ciso', tenant: second, url, body })).status, 404)
    assert.equal((await asked({ as: 'ot_engineer', url, body })).status, 403)
  })
})
