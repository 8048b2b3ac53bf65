// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, type Role } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { mailQueue } from '../mail/queue.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { tellNotices } from './digest.ts'

const dayMs = 86_400_000

onBothEngines('comments and notices', (bench) => {
  let app: FastifyInstance
  const asked = (one: Asked) => ask(app, one)
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    for (const role of ['ciso', 'ot_engineer', 'director', 'it_manager'] as const) {
      const person = personOf(role)
      await done(bench.storage, creating('person', { code: role, name: `Kim ${role}` }, person))
      const since = '2026-01-01T00:00:00.000Z'
      const row = { account: person, person, email: `${role}@x.example`, since }
      await bench.storage.write(first, (db) => db.insertInto('memberships').values(row).execute())
    }
  })
  const made = async (url: string, values: unknown) => {
    const came = await asked({ as: 'ciso', url: `/api/v1/${url}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const notices = async (as: Role) => {
    const came = await asked({ as, url: '/api/v1/notices' })
    assert.equal(came.status, 200, came.text)
    return came.body as { items: any[]; unread: number; settings: any }
  }
  const of = async (as: Role, id: string) =>
    (await notices(as)).items.filter(({ subject }) => subject.id === id)
  const say = (as: Role, id: string, body: unknown, tenant?: string) =>
    asked({
      as,
      url: `/api/v1/records/${id}/comments`,
      body,
      ...(tenant === undefined ? {} : { tenant }),
    })

  it('are said about a record by whoever reads it, tell whoever is named, and are never changed', async () => {
    const id = await made('risks', { code: 'R-1', name: 'Flat', scenario: 'x' })
    const mentions = [personOf('ot_engineer')]
    const came = await say('ciso', id, { text: 'Kijkt u, @Kim ot_engineer?', mentions })
    assert.equal(came.status, 201, came.text)
    const [one] = await of('ot_engineer', id)
    assert.deepEqual(
      [one.kind, one.by, one.text],
      ['mention', personOf('ciso'), 'Kijkt u, @Kim ot_engineer?'],
    )
    assert.equal(one.is_read, false)
    assert.deepEqual(await of('ciso', id), [])
    const url = `/api/v1/comments/${came.body.id}`
    const change = { as: 'ciso', method: 'PATCH', url, version: 1 } as const
    const changed = await asked({ ...change, body: { values: { text: 'iets anders' } } })
    assert.ok(changed.status === 403 || changed.status === 409, changed.text)
    const list = await asked({ as: 'it_manager', url: `/api/v1/records/${id}/comments` })
    assert.equal(list.body.items[0].text, 'Kijkt u, @Kim ot_engineer?')
    // Only its author takes it back, and that stays to be seen.
    const back = { url: `${url}/moves`, version: 1, body: { to: 'retracted' } }
    assert.ok((await asked({ as: 'director', ...back })).status >= 403)
    assert.equal((await asked({ as: 'ciso', ...back })).status, 200)
    const after = await asked({ as: 'ot_engineer', url: `/api/v1/records/${id}/comments` })
    const [left] = after.body.items
    assert.deepEqual([left.text, left.retracted.by], [null, personOf('ciso')])
    assert.deepEqual(await of('ot_engineer', id), [])
  })

  it('are kept from those who may not read the record, and from other organisations', async () => {
    const meeting = await made('meetings', { code: 'M-1', name: 'Board', body: 'board' })
    const said = await say('ciso', meeting, { text: 'x', mentions: [personOf('it_manager')] })
    assert.equal(said.status, 201, said.text)
    // An IT manager sees the date of a meeting, and not what is said about it.
    assert.equal((await say('it_manager', meeting, { text: 'x' })).status, 404)
    const url = `/api/v1/records/${meeting}/comments`
    assert.equal((await asked({ as: 'it_manager', url })).status, 404)
    const [one] = await of('it_manager', meeting)
    assert.deepEqual([one.subject.title, one.text], [null, null])
    assert.equal((await asked({ as: 'ciso', tenant: second, url })).status, 404)
    assert.equal((await say('ciso', meeting, { text: 'x' }, second)).status, 404)
    const nobody = [personOf('process_owner')]
    assert.equal((await say('ciso', meeting, { text: 'x', mentions: nobody })).status, 422)
  })

  it('tell of work on one’s name, soon due and late, once looked at no more', async () => {
    const owner = personOf('ot_engineer')
    const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)
    const action = (code: string, due_on?: string) =>
      made('actions', { code, name: code, origin: 'finding', owner, ...(due_on ? { due_on } : {}) })
    const late = await action('A-late', day(-2))
    const soon = await action('A-soon', day(3))
    const later = await action('A-later', day(60))
    const values = { code: 'F-1', name: 'F', origin: 'audit', severity: 'high', found_on: day(-9) }
    const finding = await made('findings', { ...values, owner })
    const kinds = async () =>
      Promise.all([late, soon, later, finding].map(async (id) => (await of('ot_engineer', id))[0]))
    const found = await kinds()
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['action_overdue', 'action_due', 'action_assigned', 'finding_assigned'],
    )
    const before = (await notices('ot_engineer')).unread
    const keys = [found[0].key, 'no such notice']
    const read = await asked({ as: 'ot_engineer', url: '/api/v1/notices/read', body: { keys } })
    assert.equal(read.status, 204, read.text)
    assert.equal((await notices('ot_engineer')).unread, before - 1)
    assert.equal((await kinds())[0].is_read, true)
    // Another day is another notice.
    const moved = { values: { due_on: day(-1) } }
    const url = `/api/v1/actions/${late}`
    await asked({ as: 'ciso', method: 'PATCH', url, version: 1, body: moved })
    assert.equal((await kinds())[0].is_read, false)
  })

  it('tell of acts and votes that wait for whoever can answer them', async () => {
    const code = 'X-1'
    const id = await made('measures', { code, name: 'Backups', description: 'x', duties: ['c'] })
    const url = `/api/v1/measures/${id}/retire`
    await asked({ as: 'ciso', url, version: 1, body: { reason: 'x' } })
    assert.equal((await of('director', id))[0].kind, 'act_waits')
    assert.deepEqual(await of('it_manager', id), [])
    const question = {
      code: 'D-1',
      name: 'Q',
      question: 'Q?',
      body: 'board',
      if_yes: 'a',
      if_no: 'b',
    }
    const decision = await made('decisions', { ...question, proposed_by: personOf('ciso') })
    const move = `/api/v1/decisions/${decision}/moves`
    const tabled = await asked({ as: 'ciso', url: move, version: 1, body: { to: 'tabled' } })
    assert.equal(tabled.status, 200, tabled.text)
    assert.equal((await of('director', decision))[0].kind, 'decision_waits')
    assert.deepEqual(await of('supervisory_director', decision), [])
  })

  it('go out by mail to those who asked for it, and nothing twice', async () => {
    const role = { person: personOf('ot_engineer'), role: 'ot_engineer', from: '2026-01-01' }
    const body = { values: role }
    const asks = await asked({ as: 'ciso', url: '/api/v1/appointments', body })
    const { id, pending } = asks.body
    const answer = { as: 'director', url: `/api/v1/appointments/${id}/approve` } as const
    const yes = await asked({ ...answer, body: { pending } })
    assert.equal(yes.status, 200, yes.text)
    const settings = { digest: 'daily', language: 'en' }
    const url = '/api/v1/notices/settings'
    assert.equal(
      (await asked({ as: 'ot_engineer', method: 'PUT', url, body: settings })).status,
      204,
    )
    assert.deepEqual((await notices('ot_engineer')).settings, settings)
    const risk = await made('risks', { code: 'R-9', name: 'Later', scenario: 'x' })
    await say('ciso', risk, { text: 'hi', mentions: [personOf('ot_engineer')] })
    let ahead = 0
    const clock = () => new Date(Date.now() + ahead).toISOString()
    const queueMail = mailQueue({ secrets: bench.storage.secrets, clock })
    const options = { storage: bench.storage, queueMail, clock, origin: () => 'https://x.example' }
    assert.equal(await tellNotices(first, options), 0, 'not before its day')
    ahead = dayMs
    assert.equal(await tellNotices(second, options), 0)
    assert.equal(await tellNotices(first, options), 1)
    assert.equal(await tellNotices(first, options), 0)
    ahead = 2 * dayMs
    assert.equal(await tellNotices(first, options), 0, 'nothing is new')
  })
})
