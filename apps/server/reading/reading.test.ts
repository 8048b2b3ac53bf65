// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Files } from '../files/files.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { identityOf } from '../identity/ports.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'

const dayMs = 86_400_000

onBothEngines('a policy to read', (bench) => {
  let app: FastifyInstance
  let ahead = 0
  let mails: { to: string; template: string; language: string; values: Record<string, string> }[]
  before(async () => {
    const clock = () => new Date(Date.now() + ahead).toISOString()
    const identity = identityOf({
      storage: bench.storage,
      clock,
      origin: () => 'https://schouw.example',
      sendMail: async (_db, mail) => {
        mails.push(mail)
        return true
      },
    })
    mails = []
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      identity,
      clock,
      requestsPerMinute: 1e9,
    })
  })
  const asked = (one: Asked) => ask(app, one)
  const made = async (url: string, values: unknown) => {
    const came = await asked({ as: 'ciso', url: `/api/v1/${url}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const approved = async (code: string, text: string) => {
    const headers = { 'content-type': 'application/octet-stream' }
    const url = `/api/v1/files?name=${code}.txt`
    const file = await asked({ as: 'ciso', method: 'POST', url, raw: Buffer.from(text), headers })
    assert.ok(file.status < 300, file.text)
    const policy = await made('policies', { code, name: `Rules ${code}`, area: 'access' })
    const document = file.body.sha256
    const version = await made('policy-versions', { policy, version: '1.0', document })
    const at = `/api/v1/policy-versions/${version}`
    const move = (to: string, from: number) =>
      asked({ as: 'ciso', url: `${at}/moves`, version: from, body: { to } })
    assert.equal((await move('proposed', 1)).status, 200)
    const waits = await move('approved', 2)
    const body = { pending: waits.body.pending }
    const yes = await asked({ as: 'director', url: `${at}/approve`, body })
    assert.equal(yes.status, 200, yes.text)
    return { policy, version }
  }
  const somebody = (code: string, more: object = {}) =>
    made('persons', { code, name: `Person ${code}`, ...more })
  const request = (version: string, persons: readonly string[]) =>
    asked({
      as: 'ciso',
      url: '/api/v1/reading/requests',
      body: { version, persons, due_on: '2099-01-01', valid_days: 10 },
    })
  const byLink = (link: string, rest = '') =>
    asked({ url: `/api/v1/reading/link${rest}`, body: { token: link.split('#')[1] } })
  const readersOf = async (version: string) =>
    (await asked({ as: 'ciso', url: `/api/v1/reading/versions/${version}` })).body.items as any[]

  it('is read and confirmed by personal link, once, and counted with its base', async () => {
    const { version } = await approved('R1', 'Lock the door.\n')
    const one = await somebody('R1-1', { language: 'nl' })
    const two = await somebody('R1-2')
    const came = await request(version, [one, two])
    assert.equal(came.status, 200, came.text)
    assert.deepEqual([came.body.asked, came.body.already, came.body.mailed], [2, 0, 0])
    const [{ link }] = came.body.links.filter((each: any) => each.person === one)
    assert.match(link, /^https:\/\/schouw\.example\/read#schouw_read_[\w-]{64}$/)
    const seen = await byLink(link)
    assert.equal(seen.status, 200, seen.text)
    assert.equal(seen.headers['referrer-policy'], 'no-referrer')
    assert.equal(seen.headers['cache-control'], 'no-store')
    assert.equal(seen.body.text, 'Lock the door.\n')
    assert.deepEqual([seen.body.name, seen.body.language], ['Person R1-1', 'nl'])
    assert.equal(seen.body.read_at, null)
    assert.equal((await byLink(link, '/file')).text, 'Lock the door.\n')
    const yes = await byLink(link, '/confirm')
    assert.equal(yes.status, 200, yes.text)
    const again = await byLink(link, '/confirm')
    assert.deepEqual([again.status, again.body], [200, yes.body])
    const items = await readersOf(version)
    assert.deepEqual(
      items.map(({ person, state, confirmed_by }) => [person, state, confirmed_by]),
      [
        [one, 'read', 'personal_link'],
        [two, 'asked', null],
      ],
    )
    const counts = await asked({ as: 'director', url: '/api/v1/reading/counts' })
    const count = counts.body.items.find((each: any) => each.version === version)
    assert.deepEqual(count, { version, asked: 2, read: 1, overdue: 0 })
  })

  it('keeps nothing that opens a link, and opens nothing else by one', async () => {
    const { version } = await approved('R2', 'x')
    const came = await request(version, [await somebody('R2-1')])
    const { link } = came.body.links[0]
    const token = link.split('#')[1] as string
    const kept = await bench.storage.read(first, (db) =>
      sql<{ text: string }>`select l::text as text from reading_links l`.execute(db),
    )
    assert.ok(kept.rows.length > 0 && !JSON.stringify(kept.rows).includes(token))
    const headers = { authorization: `Bearer ${token}` }
    for (const url of ['/api/v1/policies', '/api/v1/standing', '/api/v1/reading/mine']) {
      assert.equal((await asked({ url, headers })).status, 401, url)
    }
    // The same secret said to be of another organisation, and one letter changed.
    const bytes = Buffer.from(token.slice('schouw_read_'.length), 'base64url')
    Buffer.from(second.replaceAll('-', ''), 'hex').copy(bytes)
    const swapped = `schouw_read_${bytes.toString('base64url')}`
    const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`
    for (const wrong of [swapped, other, token.replace('_read_', '_inv_'), 'x']) {
      const refused = await byLink(`#${wrong}`)
      assert.deepEqual([refused.status, refused.body.code], [404, 'link-refused'], wrong)
    }
  })

  it('is shut by revoking, by a newer link, by its day, and by a newer text', async () => {
    const { version } = await approved('R3', 'x')
    const came = await request(version, [await somebody('R3-1')])
    const { link: old, receipt } = came.body.links[0]
    const url = `/api/v1/reading/receipts/${receipt}/link`
    const renewed = await asked({ as: 'ciso', url, body: { valid_days: 5 } })
    assert.equal(renewed.status, 201, renewed.text)
    assert.equal((await byLink(old)).status, 404)
    assert.equal((await byLink(renewed.body.link)).status, 200)
    const revoke = { as: 'ciso', method: 'DELETE', url } as const
    assert.equal((await asked({ ...revoke, tenant: second })).status, 404)
    assert.equal((await asked(revoke)).status, 204)
    assert.equal((await byLink(renewed.body.link)).status, 404)
    const last = await asked({ as: 'ciso', url, body: { valid_days: 1 } })
    ahead = dayMs + 1
    assert.equal((await byLink(last.body.link)).status, 404)
    ahead = 0
    assert.equal((await byLink(last.body.link)).status, 200)
    const at = `/api/v1/policy-versions/${version}/moves`
    const gone = await asked({ as: 'ciso', url: at, version: 3, body: { to: 'superseded' } })
    assert.equal(gone.status, 200, gone.text)
    assert.equal((await byLink(last.body.link)).body.is_in_force, false)
    assert.equal((await byLink(last.body.link, '/confirm')).status, 412)
  })

  it('is asked of those with an account where they sign in, and is nobody else’s to confirm', async () => {
    const { version } = await approved('R4', 'x')
    const person = personOf('ot_engineer')
    await done(bench.storage, creating('person', { code: 'R4-1', name: 'Otto' }, person))
    await bench.storage.write(first, (db) =>
      db
        .insertInto('memberships')
        .values({ account: person, person, email: 'o@x.example', since: new Date().toISOString() })
        .execute(),
    )
    const came = await request(version, [person])
    assert.deepEqual([came.body.with_account, came.body.links], [1, []])
    const mine = await asked({ as: 'ot_engineer', url: '/api/v1/reading/mine' })
    const [{ receipt }] = mine.body.items
    const url = `/api/v1/reading/mine/${receipt}`
    assert.equal((await asked({ as: 'it_manager', url, method: 'POST' })).status, 404)
    assert.equal(
      (await asked({ as: 'ot_engineer', tenant: second, url, method: 'POST' })).status,
      404,
    )
    const yes = await asked({ as: 'ot_engineer', url, method: 'POST' })
    assert.equal(yes.status, 200, yes.text)
    const [one] = await readersOf(version)
    assert.deepEqual([one.state, one.confirmed_by], ['read', 'account'])
    // Nor by way of the register: whoever asks does not confirm.
    const step = { as: 'ciso', url: `/api/v1/read-receipts/${receipt}/moves`, version: 3 } as const
    assert.ok((await asked({ ...step, body: { to: 'withdrawn', reason: 'x' } })).status >= 400)
  })

  it('goes out by mail in one’s own language, and again as a reminder with a new link', async () => {
    const { version } = await approved('R5', 'x')
    const english = await somebody('R5-1', { language: 'en', email: 'r51@x.example' })
    const dutch = await somebody('R5-2', { email: 'r52@x.example' })
    mails = []
    const came = await request(version, [english, dutch])
    assert.deepEqual([came.body.mailed, came.body.links], [2, []])
    assert.deepEqual(
      mails.map(({ to, template, language }) => [to, template, language]),
      [
        ['r51@x.example', 'policy-to-read', 'en'],
        ['r52@x.example', 'policy-to-read', 'nl'],
      ],
    )
    assert.equal(mails[0]?.values['dueOn'], '2099-01-01')
    const before = mails[0]?.values['link'] ?? ''
    assert.equal((await byLink(before, '/confirm')).status, 200)
    mails = []
    const url = `/api/v1/reading/versions/${version}/reminders`
    const again = await asked({ as: 'ciso', url, body: {} })
    assert.deepEqual([again.status, again.body.asked], [200, 1])
    assert.deepEqual(
      mails.map(({ to, template }) => [to, template]),
      [['r52@x.example', 'policy-reminder']],
    )
    const twice = await request(version, [english, dutch])
    assert.deepEqual([twice.body.asked, twice.body.already], [0, 2])
  })

  it('is asked of no draft, and of nobody who is not there', async () => {
    const policy = await made('policies', { code: 'R6', name: 'Draft', area: 'access' })
    const draft = await made('policy-versions', { policy, version: '1' })
    const one = await somebody('R6-1', { left_on: '2020-01-01' })
    assert.equal((await request(draft, [one])).body.errors[0].path, '/version')
    const { version } = await approved('R7', 'x')
    assert.equal((await request(version, [one])).body.errors[0].path, '/persons')
    assert.equal((await request(version, [version])).body.errors[0].path, '/persons')
  })

  it('lets nobody try links for long', async () => {
    const { status } = await byLink('#x')
    assert.equal(status, 404)
    const statuses: number[] = []
    for (let n = 0; n < 130; n += 1) statuses.push((await byLink('#x')).status)
    assert.equal(statuses.at(-1), 429)
  })
})
