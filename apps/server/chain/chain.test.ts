// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { before, it } from 'node:test'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { remindSuppliers } from './reminders.ts'
import { Talk } from './testing/talk.ts'

onBothEngines('a questionnaire to a supplier', (bench) => {
  let talk: Talk
  before(async () => {
    talk = await Talk.open(bench)
  })

  it('goes out by link, is typed together, handed in, weighed, and carried over a year later', async () => {
    const supplier = await talk.supplierMade('life')
    const { review, token, came } = await talk.sent(supplier, { email: 'anna@maker.example' })
    assert.equal(came.body.is_mailed, true)
    assert.equal(talk.mails.at(-1)?.template, 'supplier-questions')
    const opened = await talk.theirs('', { token })
    assert.equal(opened.status, 200, opened.text)
    assert.equal(opened.headers['referrer-policy'], 'no-referrer')
    assert.equal(opened.body.supplier, 'Maker life')
    const questions = opened.body.answers.map(({ question }: any) => question)
    assert.ok(questions.includes('PRO-2') && !questions.includes('ACC-1'))

    // Two people in one field at once: both texts stand.
    const text = { question: 'ORG-1', field: 'explanation' }
    await talk.save(token, { ...text, value: 'Piet', writer: 'Anna' })
    const other = await talk.save(token, { ...text, value: 'Marie', writer: 'Bert' })
    assert.equal(other.body.is_merged, true)
    assert.ok(other.body.value.includes('Piet') && other.body.value.includes('Marie'))
    for (const question of questions) {
      const value = question === 'INC-1' ? 'no' : 'yes'
      assert.equal((await talk.save(token, { question, value })).status, 200)
    }
    const file = await talk.upload(token, 'PRO-2', Buffer.from('{"bomFormat":"CycloneDX"}'))
    assert.equal(file.status, 201, file.text)
    assert.equal(file.body.is_apart, false)
    const page = await talk.upload(
      token,
      'PRO-2',
      Buffer.from('<html><script>1</script>'),
      'x.html',
    )
    assert.ok(page.status === 415 || page.body.is_apart === true, page.text)

    const passed = await talk.theirs('/delegates', { token, name: 'Bert', sections: ['incidents'] })
    assert.equal(passed.status, 201, passed.text)
    const bert = String(passed.body.link).split('#')[1] ?? ''
    const part = await talk.theirs('', { token: bert })
    assert.ok(part.body.answers.every(({ question }: any) => question.startsWith('INC')))
    assert.equal((await talk.save(bert, { question: 'ORG-1' })).status, 422)
    assert.equal((await talk.theirs('/submission', { token: bert, writer: 'Bert' })).status, 403)

    const { digest } = file.body
    const taken = await talk.theirs('/files/removal', { token: bert, question: 'PRO-2', digest })
    assert.equal(taken.status, 404, 'evidence of a part that was not passed on')

    // A file is on its way while the answers are handed in.
    const arriving = async function* () {
      yield Buffer.from('{"late":')
      const handed = await talk.theirs('/submission', { token, writer: 'Anna', remarks: 'Klaar' })
      assert.equal(handed.status, 200, handed.text)
      yield Buffer.from('true}')
    }
    const late = await talk.upload(token, 'PRO-2', Readable.from(arriving()), 'late.json')
    assert.equal(late.status, 409, late.text)
    assert.equal((await talk.save(token, { question: 'ORG-1' })).status, 409)
    const copy = await talk.theirs('/copy', { token, language: 'en' })
    assert.match(String(copy.headers['content-disposition']), /^attachment/)
    assert.match(copy.text, /Maker|Your answers/)

    const seen = await talk.asked({ as: 'ciso', url: `/api/v1/chain/reviews/${review}` })
    assert.equal(seen.status, 200, seen.text)
    assert.deepEqual(seen.body.score.follow_up, ['INC-1'])
    assert.equal(seen.body.state, 'answered')
    const assessment = {
      ...{ verdict: 'acceptable_with_actions', conclusion: 'Melden ontbreekt' },
      ...{ next_review_on: talk.dayAhead(365), follow_up: ['INC-1'], due_on: talk.dayAhead(60) },
    }
    const url = `/api/v1/chain/reviews/${review}/assessment`
    const judged = await talk.asked({ as: 'ciso', url, body: assessment })
    assert.equal(judged.status, 200, judged.text)
    assert.equal(judged.body.actions.length, 1)
    assert.equal((await talk.theirs('', { token })).status, 404)

    talk.later(365)
    const next = await talk.sent(supplier)
    const again = await talk.theirs('', { token: next.token })
    const notice = again.body.answers.find(({ question }: any) => question === 'INC-1')
    assert.deepEqual(notice.before, { answer: 'no', explanation: null })
    assert.equal(notice.answer, null)
    await talk.save(next.token, { question: 'INC-1', value: 'yes' })
    await talk.theirs('/submission', { token: next.token, writer: 'Anna' })
    const second_ = await talk.asked({ as: 'ciso', url: `/api/v1/chain/reviews/${next.review}` })
    const changed = second_.body.answers.find(({ question }: any) => question === 'INC-1')
    assert.equal(changed.has_changed, true)
    talk.later(0)
  })

  it('goes out twice on one day when other questions are asked, and says of the same why not', async () => {
    const supplier = await talk.supplierMade('twice')
    await talk.sent(supplier)
    await talk.sent(supplier, { tier: 'machine_builder' })
    const body = { tier: 'software', name: 'Anna', language: 'nl', answer_until: talk.dayAhead(9) }
    const url = `/api/v1/chain/suppliers/${supplier}/questionnaires`
    const again = await talk.asked({ as: 'ciso', url, body })
    assert.equal(again.status, 409, again.text)
    assert.deepEqual(again.body.errors[0].fields, ['supplier', 'type', 'tier', 'planned_on'])
  })

  it('reminds a week before and once after, and never twice', async () => {
    const supplier = await talk.supplierMade('late')
    await talk.sent(supplier, { email: 'late@maker.example' })
    const told: { template: string; to: string }[] = []
    const run = () =>
      remindSuppliers(first, {
        storage: bench.storage,
        clock: talk.clock,
        queueMail: async (_db, mail) => {
          told.push({ template: mail.template, to: mail.to })
          return { ok: true, value: '' }
        },
      })
    const toLate = () => told.filter(({ to }) => to === 'late@maker.example').length
    await run()
    assert.equal(toLate(), 0)
    talk.later(15)
    await run()
    await run()
    assert.equal(toLate(), 1)
    talk.later(22)
    await run()
    await run()
    assert.equal(toLate(), 2)
    talk.later(0)
  })

  it('says the same of every link that does not open, and never opens for another organisation', async () => {
    const supplier = await talk.supplierMade('shut')
    const { review, token } = await talk.sent(supplier)
    const wrong = `${token.slice(0, -4)}AAAA`
    const none = await talk.theirs('', { token: wrong })
    const nonsense = await talk.theirs('', { token: 'x' })
    assert.deepEqual([none.status, nonsense.status], [404, 404])
    assert.deepEqual({ ...none.body, instance: '' }, { ...nonsense.body, instance: '' })
    const other = await talk.asked({
      as: 'ciso',
      tenant: second,
      url: `/api/v1/chain/reviews/${review}`,
    })
    assert.equal(other.status, 404)
    const lists = await talk.asked({
      as: 'ciso',
      tenant: second,
      url: '/api/v1/chain/questionnaires',
    })
    assert.deepEqual(lists.body.items, [])
    const gone = await talk.asked({
      as: 'ciso',
      method: 'DELETE',
      url: `/api/v1/chain/reviews/${review}/link`,
    })
    assert.equal(gone.status, 204)
    assert.equal((await talk.theirs('', { token })).status, 404)
    talk.later(60)
    const late = await talk.sent(supplier)
    talk.later(90)
    assert.equal((await talk.save(late.token, { question: 'ORG-1' })).status, 409)
    talk.later(150)
    assert.equal((await talk.theirs('', { token: late.token })).status, 404)
    talk.later(0)
  })

  it('asks no session and takes none: a staff token changes nothing behind a link', async () => {
    const supplier = await talk.supplierMade('apart')
    const { token } = await talk.sent(supplier)
    const body = { token }
    const plain = await talk.asked({ url: '/api/v1/questionnaire', body })
    const signed = await talk.asked({ as: 'ciso', url: '/api/v1/questionnaire', body })
    assert.deepEqual(plain.body, signed.body)
    assert.equal(plain.headers['set-cookie'], undefined)
    const inside = await talk.asked({
      url: '/api/v1/chain',
      headers: { authorization: `Bearer ${token}` },
    })
    assert.equal(inside.status, 401)
  })

  it('lists suppliers with weights, and writes the papers', async () => {
    const supplier = await talk.supplierMade('paper', { weaknesses: 'Eén monteur <script>' })
    const chain = await talk.asked({ as: 'ciso', url: '/api/v1/chain?q=paper' })
    assert.equal(chain.body.total, 1, chain.text)
    assert.equal(chain.body.weights.set_by, 'usual')
    const one = await talk.asked({ as: 'ciso', url: `/api/v1/chain/suppliers/${supplier}` })
    assert.equal(one.body.supplier.line.weighed.said, 1)
    const url = `/api/v1/chain/suppliers/${supplier}`
    const weighing = await talk.asked({ as: 'ciso', url: `${url}/weighing?language=nl` })
    assert.match(weighing.text, /Weging van een leverancier/)
    assert.ok(!weighing.text.includes('<script>'))
    const paper = await talk.asked({ as: 'ciso', url: `${url}/weighing?language=nl&format=pdf` })
    assert.equal(Buffer.from(paper.bytes).subarray(0, 5).toString(), '%PDF-', paper.text)
    const clauses = await talk.asked({ as: 'ciso', url: `${url}/clauses?language=en` })
    assert.match(clauses.text, /Notice of incidents/)
    const otherTenant = await talk.asked({ as: 'ciso', tenant: second, url })
    assert.equal(otherTenant.status, 404)
  })

  it('holds the register of remote access against a recording, and signs a review of it', async () => {
    const supplier = await talk.supplierMade('remote')
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
      talk.asked({
        ...{ as: 'ciso', method: 'POST', url: '/api/v1/chain/remote-access/sessions' },
        raw: Buffer.from(JSON.stringify(report)),
        headers: { 'content-type': 'application/octet-stream' },
      })
    assert.deepEqual((await bring()).body, { made: 1, again: 0, looked: 1 })
    assert.deepEqual((await bring()).body, { made: 0, again: 1, looked: 1 })
    const before = await talk.asked({ as: 'ciso', url: '/api/v1/chain/remote-access' })
    assert.deepEqual(before.body.check.unregistered, [{ tool: 'TeamViewer', sessions: 1 }])
    const other = await talk.asked({
      as: 'ciso',
      tenant: second,
      url: '/api/v1/chain/remote-access',
    })
    assert.deepEqual(other.body.check.sessions, [])
    const values = { code: 'ra', name: 'Onderhoud', supplier, tool: 'teamviewer', purpose: 'x' }
    const made = await talk.asked({ as: 'ciso', url: '/api/v1/remote-accesses', body: { values } })
    const verdicts = [{ grant: made.body.id, verdict: 'end', reason: 'niet meer nodig' }]
    const url = '/api/v1/chain/remote-access/review'
    const reviewed = await talk.asked({ as: 'ciso', url, body: { verdicts } })
    assert.deepEqual(reviewed.body, { done: 1, refused: [] }, reviewed.text)
  })
})
