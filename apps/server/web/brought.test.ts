// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fastify from 'fastify'
import { broughtBy } from './brought.ts'
import type { Question } from './first-questions.ts'

const owner = '01900000-0000-7000-8000-000000000001'

describe('what a page brings with it', () => {
  const app = fastify()
  before(async () => {
    const brought = broughtBy(app)
    app.get('/mine', async ({ headers }) => ({ cookie: headers.cookie, text: '</script><b>' }))
    app.get('/owned', async () => ({ id: 'x', owner }))
    app.get('/next', async () => ({ is: 'next' }))
    app.get('/refused', async (_, reply) => reply.code(403).send({ secret: true }))
    app.get('/slow', () => new Promise(() => {}))
    app.post('/api/v1/names', async ({ body }) => ({ items: body }))
    app.post('/page', async (request) => brought(request, request.body as readonly Question[]))
    app.get('/named', async (request) => {
      const isNamed = (field: string) => field === 'owner'
      return brought(request, [{ path: '/owned', isNamed, leadsTo: () => ['/next'] }])
    })
    await app.ready()
  })
  after(() => app.close())
  const broughtFor = async (...paths: readonly string[]) => {
    const payload = paths.map((path) => ({ path }))
    const headers = { cookie: 'schouw-session=abc', 'sec-fetch-site': 'cross-site' }
    return (await app.inject({ method: 'POST', url: '/page', payload, headers })).body
  }
  const answersIn = (element: string) =>
    JSON.parse(
      /^<script type="application\/json" id="brought">(.*)<\/script>$/.exec(element)?.[1] ?? '',
    )

  it('is what whoever asks for the page is answered, as data and nothing else', async () => {
    const element = await broughtFor('/mine')
    assert.equal(element.match(/</g)?.length, 2)
    const mine = { cookie: 'schouw-session=abc', text: '</script><b>' }
    assert.deepEqual(answersIn(element), { '/mine': mine })
  })

  it('is nothing that is refused, or not there, or takes long', async () => {
    assert.deepEqual(answersIn(await broughtFor('/refused', '/nowhere', '/slow', '/next')), {
      '/next': { is: 'next' },
    })
  })

  it('names what the page names, and holds what an answer leads to', async () => {
    const { body } = await app.inject({ url: '/named' })
    assert.deepEqual(answersIn(body), {
      '/owned': { id: 'x', owner },
      '/next': { is: 'next' },
      '/api/v1/names': { items: { ids: [owner] } },
    })
  })
})
