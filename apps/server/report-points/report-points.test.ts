// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'
import { Bounds } from './bounds.ts'

const flood = 200

onBothEngines('report points', (bench) => {
  let app: FastifyInstance
  let token = ''
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
      files: new Files({ storage: bench.storage, folder: bench.folder }),
    })
    const made = await ask(app, {
      as: 'ciso',
      url: '/api/v1/report-points',
      body: { name: 'Hal 2' },
    })
    assert.equal(made.status, 201, made.text)
    token = made.body.link.split('#')[1]
  })
  const tell = (body: object) =>
    ask(app, { url: '/api/v1/report-point/reports', body: { token, ...body } })
  const follow = (code: string) =>
    ask(app, { url: '/api/v1/report-point/follow', body: { token, code } })

  it('takes a report from nobody in particular, and tells with the code what became of it', async () => {
    const told = await tell({ what: 'De muis bewoog vanzelf', where: 'Hal 2' })
    assert.equal(told.status, 201, told.text)
    const { code } = told.body
    assert.equal((await follow(code.toLowerCase().replaceAll('-', ' '))).body.state, 'received')
    assert.equal((await follow('AAAA-AAAA-AAAA')).status, 404)
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/incidents' })).body
    const found = items.find(({ values }: any) => values.name === 'De muis bewoog vanzelf')
    assert.equal(found.state, 'reported')
    assert.equal(found.values.reporter, undefined)
    const url = `/api/v1/incidents/${found.id}`
    const values = { feedback: 'Dank. Het was onderhoud op afstand.' }
    const changed = await ask(app, {
      ...{ as: 'ciso', url, version: 1, method: 'PATCH' },
      body: { values },
    })
    assert.equal(changed.status, 200, changed.text)
    const opened = await ask(app, {
      ...{ as: 'ciso', url: `${url}/moves`, version: 2 },
      body: { to: 'open' },
    })
    assert.equal(opened.status, 200, opened.text)
    const { state, feedback } = (await follow(code)).body
    assert.deepEqual([state, feedback], ['looked_at', values.feedback])
  })

  it('reads a mail that was sent along, for who sorts it', async () => {
    const text = [
      'From: "Uw bank" <service@bank-veilig.example>',
      'Reply-To: iemand@kwaad.example',
      'Subject: Bevestig uw rekeningnummer',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<a href="https://kwaad.example/in">https://bank.example</a>',
      '--b',
      'Content-Disposition: attachment; filename=factuur.exe',
      'Content-Transfer-Encoding: base64',
      '',
      'TVqQAAMAAAAEAAAA',
      '--b--',
      '',
    ].join('\r\n')
    const files = [
      { name: 'vreemd.eml', content: Buffer.from(text).toString('base64') },
      { name: 'foto.jpg', content: Buffer.from('geen mail').toString('base64') },
    ]
    assert.equal((await tell({ what: 'Vreemde mail', files })).status, 201)
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/incidents?limit=200' })).body
    const { id } = items.find(({ values }: any) => values.name === 'Vreemde mail')
    const url = `/api/v1/incidents/${id}/mails`
    const came = await ask(app, { as: 'ciso', url })
    assert.equal(came.status, 200, came.text)
    const [{ mail }, ...more] = came.body.items
    assert.deepEqual(more, [])
    assert.deepEqual(
      [mail.reply_to, mail.subject],
      ['iemand@kwaad.example', 'Bevestig uw rekeningnummer'],
    )
    assert.deepEqual(mail.links, [{ to: 'https://kwaad.example/in', text: 'https://bank.example' }])
    assert.deepEqual(
      mail.attachments.map(({ name, bytes }: any) => [name, bytes]),
      [['factuur.exe', 12]],
    )
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url })).status, 404)
    assert.equal((await ask(app, { as: 'employee', url })).status, 403)
  })

  it('takes the three megabytes of pictures it promises, and not a byte more', async () => {
    const content = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64')
    const mega = 1 << 20
    const whole = await tell({
      what: 'Foto',
      files: [{ name: 'a.jpg', content: content(3 * mega) }],
    })
    assert.equal(whole.status, 201, whole.text)
    const three = Array.from({ length: 3 }, (_, n) => ({
      name: `${n}.jpg`,
      content: content(mega),
    }))
    assert.equal((await tell({ what: 'Drie', files: three })).status, 201)
    const more = [...three.slice(1), { name: 'd.jpg', content: content(mega + 1) }]
    assert.equal((await tell({ what: 'Meer', files: more })).status, 413)
    // Elsewhere a body is a record, and no record is so large.
    const body = { values: { code: 'X', name: 'x', note: 'x'.repeat(2 * mega) } }
    assert.equal((await ask(app, { as: 'ciso', url: '/api/v1/sites', body })).status, 413)
  })

  it('gives the poster with the link as a file, to whoever made it and nobody else', async () => {
    const url = '/api/v1/report-points/poster'
    for (const language of ['nl', 'en']) {
      const came = await ask(app, { as: 'ciso', url, body: { token, language } })
      assert.equal(came.status, 200, came.text)
      assert.match(came.text, /^%PDF-/)
    }
    const body = { token, language: 'nl' }
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url, body })).status, 404)
    assert.equal((await ask(app, { as: 'employee', url, body })).status, 403)
    const unknown = { token: `${token.slice(0, -4)}AAAA`, language: 'nl' }
    assert.equal((await ask(app, { as: 'ciso', url, body: unknown })).status, 404)
  })

  it('keeps the link of one organisation from the other, and an ended one from everybody', async () => {
    const { items } = (await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/report-points' }))
      .body
    assert.deepEqual(items, [])
    const made = await ask(app, {
      as: 'ciso',
      url: '/api/v1/report-points',
      body: { name: 'Kade' },
    })
    const { id, link } = made.body
    const url = `/api/v1/report-points/${id}`
    const gone = { as: 'ciso', url, method: 'DELETE' } as const
    assert.equal((await ask(app, { ...gone, tenant: second })).status, 404)
    assert.equal((await ask(app, gone)).status, 204)
    const body = { token: link.split('#')[1] }
    const came = await ask(app, { url: '/api/v1/report-point', body })
    assert.deepEqual([came.status, came.body.code], [404, 'link-refused'])
  })

  it('answers a flood without writing it down, and the registers all the while', async () => {
    const size = async () =>
      (await ask(app, { as: 'ciso', url: '/api/v1/incidents?limit=200' })).body.items.length
    const came = await Promise.all(
      Array.from({ length: flood }, (_, n) => tell({ what: `flood ${n}` })),
    )
    const written = came.filter(({ status }) => status === 201).length
    assert.ok(came.every(({ status }) => status === 201 || status === 429))
    assert.ok(written <= 40, `${written}`)
    assert.ok((await size()) <= 42)
  })
})

describe('bounds', () => {
  it('never lets more through than the bucket holds and what has flowed in', () => {
    const steps = fc.array(fc.nat({ max: 30_000 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 20 }), (waits, most) => {
        const bounds = new Bounds({ most, perMinute: 6 })
        let now = 0
        let passed = 0
        for (const wait of waits) {
          now += wait
          if (bounds.pass('one', now)) passed += 1
        }
        assert.ok(passed <= most + (now / 60_000) * 6 + 1e-9)
      }),
    )
  })
})
