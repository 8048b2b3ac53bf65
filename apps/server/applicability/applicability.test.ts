// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { readXlsx } from '@schouw/formats/xlsx'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, tokenOf } from '../http/testing/people.ts'
import { type Asked, ask, type Came } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('what applies, and what the board steers by', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e6 })
  })
  const asked = (one: Asked): Promise<Came> => ask(app, one)
  const made = async (url: string, values: object) => {
    const came = await asked({ as: 'ciso', url, body: { values } })
    assert.ok(came.status < 300, came.text)
    return came.body as { id: string }
  }
  const exported = (query: string, token = tokenOf('ciso')) =>
    app.inject({
      method: 'GET',
      url: `/api/v1/applicability/export?${query}`,
      headers: { authorization: `Bearer ${token}` },
    })
  const own = async (url: string, token: string) =>
    (
      await app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
    ).json() as any

  it('states every requirement with its answer, in a file as well, formulas disarmed', async () => {
    const answer = {
      requirement: 'A1',
      level: 2,
      evidence_level: 'said',
      answered_on: '2026-01-01',
    }
    await made('/api/v1/requirement-answers', answer)
    const { items } = (await asked({ as: 'ciso', url: '/api/v1/applicability' })).body
    assert.equal(items.length, 80)
    assert.equal(items[0].applies, 'yes')
    assert.equal(items[1].applies, 'unanswered')
    const csv = await exported('format=csv&language=en')
    assert.match(String(csv.headers['content-disposition']), /statement-of-applicability-.*\.csv/)
    const lines = csv.body.split('\r\n').filter((line) => line !== '')
    assert.equal(lines.length, 81)
    assert.match(lines[1] ?? '', /^A1,.*,yes,,2,said,/)
    const book = await exported('format=xlsx')
    const sheet = await readXlsx('a.xlsx', new Uint8Array(book.rawPayload))
    assert.ok(JSON.stringify(sheet).includes('nog niet beantwoord'))
  })

  it('goes by the numbers of a standard, and knows no other', async () => {
    const came = await asked({
      as: 'auditor',
      url: '/api/v1/applicability?framework=iso27001_2022',
    })
    assert.ok(came.body.items.some(({ ref }: any) => ref === 'A.5.1'))
    const above = came.body.groups.find(({ ref }: any) => ref === 'A.5')
    assert.deepEqual([above.node, above.parent], ['A.5', 'A'])
    assert.equal(came.body.items.find(({ ref }: any) => ref === 'A.5.1').parent, 'A.5')
    const file = await exported('format=csv&language=en&framework=iso27001_2022')
    assert.match(file.body, /^A\.5\.1,.*,A \/ A\.5\r?$/m)
    const none = await asked({ as: 'ciso', url: '/api/v1/applicability?framework=nothing' })
    assert.equal(none.status, 404)
  })

  it('counts figures anew after a change, and nothing of another organisation', async () => {
    const late = async () => {
      const { body } = await asked({ as: 'ciso', url: '/api/v1/figures' })
      return body.figures.lines.find(({ id }: any) => id === 'overdue_actions')
    }
    assert.equal((await late()).value, null)
    const action = { code: 'A1', name: 'A', origin: 'roadmap', due_on: '2020-01-01' }
    await made('/api/v1/actions', action)
    assert.equal((await late()).value, 100)
    assert.deepEqual((await late()).of, { part: 1, whole: 1 })
    const other = await own('/api/v1/figures', tokenOf('ciso', second))
    const line = other.figures.lines.find(({ id }: any) => id === 'overdue_actions')
    assert.equal(line.value, null)
    const stated = await own('/api/v1/applicability', tokenOf('ciso', second))
    assert.ok(stated.items.every(({ applies }: any) => applies === 'unanswered'))
  })

  it('has no course before there was a log', async () => {
    const { status, body } = await asked({ as: 'ciso', url: '/api/v1/figures/history?months=3' })
    assert.equal(status, 200)
    assert.deepEqual(body.points, [])
  })
})
