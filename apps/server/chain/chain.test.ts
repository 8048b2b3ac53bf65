// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { identityOf } from '../identity/ports.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { remindSuppliers } from './reminders.ts'

const dayMs = 86_400_000

onBothEngines('a questionnaire to a supplier', (bench) => {
  let app: FastifyInstance
  let ahead = 0
  let mails: { to: string; template: string; values: Record<string, string> }[]
  const clock = () => new Date(Date.now() + ahead).toISOString()
  before(async () => {
    mails = []
    const identity = identityOf({
      storage: bench.storage,
      clock,
      origin: () => 'https://schouw.example',
      sendMail: async (_db, mail) => {
        mails.push(mail)
        return true
      },
    })
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
  const supplierMade = async (code: string, values: object = {}) => {
    const body = { values: { code, name: `Maker ${code}`, delivers: ['software'], ...values } }
    const came = await asked({ as: 'ciso', url: '/api/v1/suppliers', body })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const dayAhead = (days: number) =>
    new Date(Date.parse(clock()) + days * dayMs).toISOString().slice(0, 10)
  const sent = async (supplier: string, more: object = {}) => {
    const body = {
      ...{ tier: 'software', name: 'Anna', language: 'nl', answer_until: dayAhead(20) },
      ...more,
    }
    const url = `/api/v1/chain/suppliers/${supplier}/questionnaires`
    const came = await asked({ as: 'ciso', url, body })
    assert.equal(came.status, 201, came.text)
    const token = String(came.body.link).split('#')[1] ?? ''
    return { review: came.body.review as string, token, came }
  }
  const theirs = (path: string, body: object) =>
    asked({ url: `/api/v1/questionnaire${path}`, body })
  const save = (token: string, given: object) =>
    theirs('/answers', { token, writer: 'Anna', field: 'answer', value: 'yes', base: '', ...given })
  const upload = (token: string, question: string, raw: Buffer | Readable, name = 'bom.json') =>
    asked({
      ...{ method: 'POST', raw },
      url: `/api/v1/questionnaire/files?question=${question}&name=${name}&writer=Anna`,
      headers: { 'content-type': 'application/octet-stream', 'x-schouw-link': token },
    })

  it('goes out by link, is typed together, handed in, weighed, and carried over a year later', async () => {
    const supplier = await supplierMade('life')
    const { review, token, came } = await sent(supplier, { email: 'anna@maker.example' })
    assert.equal(came.body.is_mailed, true)
    assert.equal(mails.at(-1)?.template, 'supplier-questions')
    const opened = await theirs('', { token })
    assert.equal(opened.status, 200, opened.text)
    assert.equal(opened.headers['referrer-policy'], 'no-referrer')
    assert.equal(opened.body.supplier, 'Maker life')
    const questions = opened.body.answers.map(({ question }: any) => question)
    assert.ok(questions.includes('PRO-2') && !questions.includes('ACC-1'))

    // Two people in one field at once: both texts stand.
    const text = { question: 'ORG-1', field: 'explanation' }
    await save(token, { ...text, value: 'Piet', writer: 'Anna' })
    const other = await save(token, { ...text, value: 'Marie', writer: 'Bert' })
    assert.equal(other.body.is_merged, true)
    assert.ok(other.body.value.includes('Piet') && other.body.value.includes('Marie'))
    for (const question of questions) {
      const value = question === 'INC-1' ? 'no' : 'yes'
      assert.equal((await save(token, { question, value })).status, 200)
    }
    const file = await upload(token, 'PRO-2', Buffer.from('{"bomFormat":"CycloneDX"}'))
    assert.equal(file.status, 201, file.text)
    assert.equal(file.body.is_apart, false)
    const page = await upload(token, 'PRO-2', Buffer.from('<html><script>1</script>'), 'x.html')
    assert.ok(page.status === 415 || page.body.is_apart === true, page.text)

    const passed = await theirs('/delegates', { token, name: 'Bert', sections: ['incidents'] })
    assert.equal(passed.status, 201, passed.text)
    const bert = String(passed.body.link).split('#')[1] ?? ''
    const part = await theirs('', { token: bert })
    assert.ok(part.body.answers.every(({ question }: any) => question.startsWith('INC')))
    assert.equal((await save(bert, { question: 'ORG-1' })).status, 422)
    assert.equal((await theirs('/submission', { token: bert, writer: 'Bert' })).status, 403)

    const { digest } = file.body
    const taken = await theirs('/files/removal', { token: bert, question: 'PRO-2', digest })
    assert.equal(taken.status, 404, 'evidence of a part that was not passed on')

    // A file is on its way while the answers are handed in.
    const arriving = async function* () {
      yield Buffer.from('{"late":')
      const handed = await theirs('/submission', { token, writer: 'Anna', remarks: 'Klaar' })
      assert.equal(handed.status, 200, handed.text)
      yield Buffer.from('true}')
    }
    const late = await upload(token, 'PRO-2', Readable.from(arriving()), 'late.json')
    assert.equal(late.status, 409, late.text)
    assert.equal((await save(token, { question: 'ORG-1' })).status, 409)
    const copy = await theirs('/copy', { token, language: 'en' })
    assert.match(String(copy.headers['content-disposition']), /^attachment/)
    assert.match(copy.text, /Maker|Your answers/)

    const seen = await asked({ as: 'ciso', url: `/api/v1/chain/reviews/${review}` })
    assert.equal(seen.status, 200, seen.text)
    assert.deepEqual(seen.body.score.follow_up, ['INC-1'])
    assert.equal(seen.body.state, 'answered')
    const assessment = {
      ...{ verdict: 'acceptable_with_actions', conclusion: 'Melden ontbreekt' },
      ...{ next_review_on: dayAhead(365), follow_up: ['INC-1'], due_on: dayAhead(60) },
    }
    const url = `/api/v1/chain/reviews/${review}/assessment`
    const judged = await asked({ as: 'ciso', url, body: assessment })
    assert.equal(judged.status, 200, judged.text)
    assert.equal(judged.body.actions.length, 1)
    assert.equal((await theirs('', { token })).status, 404)

    ahead = 365 * dayMs
    const next = await sent(supplier)
    const again = await theirs('', { token: next.token })
    const notice = again.body.answers.find(({ question }: any) => question === 'INC-1')
    assert.deepEqual(notice.before, { answer: 'no', explanation: null })
    assert.equal(notice.answer, null)
    await save(next.token, { question: 'INC-1', value: 'yes' })
    await theirs('/submission', { token: next.token, writer: 'Anna' })
    const second_ = await asked({ as: 'ciso', url: `/api/v1/chain/reviews/${next.review}` })
    const changed = second_.body.answers.find(({ question }: any) => question === 'INC-1')
    assert.equal(changed.has_changed, true)
    ahead = 0
  })

  it('reminds a week before and once after, and never twice', async () => {
    const supplier = await supplierMade('late')
    await sent(supplier, { email: 'late@maker.example' })
    const told: { template: string; to: string }[] = []
    const run = () =>
      remindSuppliers(first, {
        storage: bench.storage,
        clock,
        queueMail: async (_db, mail) => {
          told.push({ template: mail.template, to: mail.to })
          return { ok: true, value: '' }
        },
      })
    const toLate = () => told.filter(({ to }) => to === 'late@maker.example').length
    await run()
    assert.equal(toLate(), 0)
    ahead = 15 * dayMs
    await run()
    await run()
    assert.equal(toLate(), 1)
    ahead = 22 * dayMs
    await run()
    await run()
    assert.equal(toLate(), 2)
    ahead = 0
  })

  it('says the same of every link that does not open, and never opens for another organisation', async () => {
    const supplier = await supplierMade('shut')
    const { review, token } = await sent(supplier)
    const wrong = `${token.slice(0, -4)}AAAA`
    const none = await theirs('', { token: wrong })
    const nonsense = await theirs('', { token: 'x' })
    assert.deepEqual([none.status, nonsense.status], [404, 404])
    assert.deepEqual({ ...none.body, instance: '' }, { ...nonsense.body, instance: '' })
    const other = await asked({
      as: 'ciso',
      tenant: second,
      url: `/api/v1/chain/reviews/${review}`,
    })
    assert.equal(other.status, 404)
    const lists = await asked({ as: 'ciso', tenant: second, url: '/api/v1/chain/questionnaires' })
    assert.deepEqual(lists.body.items, [])
    const gone = await asked({
      as: 'ciso',
      method: 'DELETE',
      url: `/api/v1/chain/reviews/${review}/link`,
    })
    assert.equal(gone.status, 204)
    assert.equal((await theirs('', { token })).status, 404)
    ahead = 60 * dayMs
    const late = await sent(supplier)
    ahead = 90 * dayMs
    assert.equal((await save(late.token, { question: 'ORG-1' })).status, 409)
    ahead = 150 * dayMs
    assert.equal((await theirs('', { token: late.token })).status, 404)
    ahead = 0
  })

  it('asks no session and takes none: a staff token changes nothing behind a link', async () => {
    const supplier = await supplierMade('apart')
    const { token } = await sent(supplier)
    const body = { token }
    const plain = await asked({ url: '/api/v1/questionnaire', body })
    const signed = await asked({ as: 'ciso', url: '/api/v1/questionnaire', body })
    assert.deepEqual(plain.body, signed.body)
    assert.equal(plain.headers['set-cookie'], undefined)
    const inside = await asked({
      url: '/api/v1/chain',
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(inside.status, 401)
  })

  it('lists suppliers with weights, and writes the papers', async () => {
    const supplier = await supplierMade('paper', { weaknesses: 'Eén monteur <script>' })
    const chain = await asked({ as: 'ciso', url: '/api/v1/chain?q=paper' })
    assert.equal(chain.body.total, 1, chain.text)
    assert.equal(chain.body.weights.set_by, 'usual')
    const one = await asked({ as: 'ciso', url: `/api/v1/chain/suppliers/${supplier}` })
    assert.equal(one.body.supplier.line.weighed.said, 1)
    const url = `/api/v1/chain/suppliers/${supplier}`
    const weighing = await asked({ as: 'ciso', url: `${url}/weighing?language=nl` })
    assert.match(weighing.text, /Weging van een leverancier/)
    assert.ok(!weighing.text.includes('<script>'))
    const paper = await asked({ as: 'ciso', url: `${url}/weighing?language=nl&format=pdf` })
    assert.equal(Buffer.from(paper.bytes).subarray(0, 5).toString(), '%PDF-', paper.text)
    const clauses = await asked({ as: 'ciso', url: `${url}/clauses?language=en` })
    assert.match(clauses.text, /Notice of incidents/)
    const otherTenant = await asked({ as: 'ciso', tenant: second, url })
    assert.equal(otherTenant.status, 404)
  })

  it('holds the register of remote access against a recording, and signs a review of it', async () => {
    const supplier = await supplierMade('remote')
    const report = {
      schema: 'schouw/inspect/1',
      assets: [{ id: 'a', ipv4: ['10.1.2.3'], purdue_level: 1, external: false }],
      detections: [
        {
          ...{ kind: 'remote_access', source: 'a', target: null, count: 2 },
          ...{ first: '2026-11-01T10:00:00Z', last: '2026-11-01T11:00:00Z' },
          ...{ detail: { tool: 'TeamViewer', direction: 'out' }, frames: [] },
        },
      ],
    }
    const bring = () =>
      asked({
        ...{ as: 'ciso', method: 'POST', url: '/api/v1/chain/remote-access/sessions' },
        raw: Buffer.from(JSON.stringify(report)),
        headers: { 'content-type': 'application/octet-stream' },
      })
    assert.deepEqual((await bring()).body, { made: 1, again: 0, looked: 1 })
    assert.deepEqual((await bring()).body, { made: 0, again: 1, looked: 1 })
    const before = await asked({ as: 'ciso', url: '/api/v1/chain/remote-access' })
    assert.deepEqual(before.body.check.unregistered, [{ tool: 'TeamViewer', sessions: 1 }])
    const other = await asked({ as: 'ciso', tenant: second, url: '/api/v1/chain/remote-access' })
    assert.deepEqual(other.body.check.sessions, [])
    const values = { code: 'ra', name: 'Onderhoud', supplier, tool: 'teamviewer', purpose: 'x' }
    const made = await asked({ as: 'ciso', url: '/api/v1/remote-accesses', body: { values } })
    const verdicts = [{ grant: made.body.id, verdict: 'end', reason: 'niet meer nodig' }]
    const url = '/api/v1/chain/remote-access/review'
    const reviewed = await asked({ as: 'ciso', url, body: { verdicts } })
    assert.deepEqual(reviewed.body, { done: 1, refused: [] }, reviewed.text)
  })
})
