// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { readQuestionnaire } from '@schouw/formats/questionnaires'
import {
  customerBook,
  dutchQuestions,
  englishQuestions,
  sheetNames,
} from '@schouw/formats/questionnaires/testing'
import { unzipped } from '@schouw/formats/unzip'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody } from '../../http/testing/people.ts'
import { type Asked, ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { first, second } from '../../storage/testing/tenants.ts'

onBothEngines('what customers ask and see', (bench) => {
  let app: FastifyInstance
  let files: Files
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead).toISOString()
  before(async () => {
    files = new Files({ storage: bench.storage, folder: bench.folder })
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files,
      clock,
      requestsPerMinute: 1e9,
    })
  })
  const base = '/api/v1/chain/customers'
  const asked = (one: Asked) => ask(app, one)
  const asCiso = (url: string, body?: object) => asked({ as: 'ciso', url, body })
  const made = async (plural: string, values: object) => {
    const came = await asCiso(`/api/v1/${plural}`, { values })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const moved = async (plural: string, id: string, to: string) => {
    const url = `/api/v1/${plural}/${id}`
    const { version } = (await asCiso(url)).body
    const came = await asked({ as: 'ciso', url: `${url}/moves`, body: { to }, version })
    assert.equal(came.status, 200, came.text)
  }
  const uploaded = async (raw: Uint8Array, name: string) => {
    const came = await asked({
      ...{ as: 'ciso' as const, method: 'POST' as const, raw: Buffer.from(raw) },
      url: `/api/v1/files?name=${name}`,
      headers: { 'content-type': 'application/octet-stream' },
    })
    assert.equal(came.status, 201, came.text)
    return came.body.sha256 as string
  }
  const brought = async (party_name: string, more: object = {}) => {
    const file = await uploaded(customerBook(), 'vragen.xlsx')
    const body = { file, file_name: 'vragen.xlsx', party_name, ...more }
    return asCiso(`${base}/questionnaires`, body)
  }
  const bytesAt = async (digest: string, tenant: string) => {
    const parts: Buffer[] = []
    for await (const part of (await files.open(tenant, digest)) ?? []) parts.push(part as Buffer)
    return new Uint8Array(Buffer.concat(parts))
  }

  it('answers a customer in the customer’s own file, each answer approved by a person', async () => {
    const evidence = await made('evidence-files', {
      ...{ code: 'B1', name: 'Beleid v3', type: 'document', file: 'a'.repeat(64) },
      ...{ received_at: clock(), dated: '2026-03-01', requirements: ['A1'] },
    })
    await moved('evidence-files', evidence, 'accepted')
    await made('requirement-answers', { requirement: 'A1', level: 4, evidence: [evidence] })
    await made('requirement-answers', { requirement: 'C4', level: 1 })
    const came = await brought('Klant BV')
    assert.equal(came.status, 201, came.text)
    const total = dutchQuestions.length + englishQuestions.length
    assert.deepEqual([came.body.questions, came.body.drafted], [total, 2])
    const url = `${base}/questionnaires/${came.body.id}`
    const one = await asCiso(url)
    assert.equal(one.status, 200, one.text)
    const [policy, restore, segment] = one.body.questions
    assert.equal(policy.place, `${sheetNames.nl}!B6`)
    assert.deepEqual([policy.answer, restore.answer, segment.answer], ['yes', 'partly', null])
    assert.match(policy.explanation, /Beleid v3/)
    assert.deepEqual(
      policy.proof.map(({ name }: any) => name),
      ['Beleid v3'],
    )

    // A draft is nobody's word: nothing of it goes out.
    const none = await asCiso(`${url}/file`, {})
    assert.equal(none.status, 201, none.text)
    assert.equal(none.body.filled, 0)
    const approve = (id: string, body: object) => asCiso(`${base}/answers/${id}/approval`, body)
    for (const [answer, explanation] of [
      ['yes', '=1+1'],
      ['partly', 'Eens per jaar'],
    ] as const) {
      const id = answer === 'yes' ? policy.id : restore.id
      const given = await approve(id, { answer, explanation })
      assert.equal(given.status, 204, given.text)
    }
    const filled = await asCiso(`${url}/file`, {})
    assert.equal(filled.body.filled, 4, filled.text)
    assert.deepEqual(
      new Set(filled.body.left.map(({ because }: any) => because)),
      new Set(['not_approved']),
    )
    const tenant = first
    const out = await readQuestionnaire('a.xlsx', await bytesAt(filled.body.digest, tenant))
    const sheet = out.sheets.find(({ name }) => name === sheetNames.nl)
    assert.deepEqual(sheet?.rows[5]?.slice(3, 5), ['Ja', '=1+1'])
    assert.deepEqual(sheet?.rows[6]?.slice(3, 5), ['Deels', 'Eens per jaar'])
    assert.equal((await asCiso(`${url}/sent`, {})).status, 204)

    // The next customer with the same question gets what was said, and from whom it was drawn.
    const again = await brought('Ander BV')
    const next = await asCiso(`${base}/questionnaires/${again.body.id}`)
    const drawn = next.body.questions[0]
    assert.deepEqual([drawn.drawn_from, drawn.explanation], [policy.id, '=1+1'])
    assert.equal(drawn.earlier[0].party, 'Klant BV')
    const search = await asCiso(`${base}/answers?q=beveiligingsbeleid%20directie`)
    assert.equal(search.body.found[0].id, policy.id)
    const overview = await asCiso(base)
    assert.deepEqual(
      overview.body.questionnaires.map(({ party_name, state }: any) => [party_name, state]),
      [
        ['Ander BV', 'open'],
        ['Klant BV', 'sent'],
      ],
    )
  })

  it('says where it looked when nothing asks, and takes a person’s word for where it is', async () => {
    const csv = Buffer.from('a;b;c\nBeleid aanwezig;;\nBack-ups getest;;\n')
    const file = await uploaded(csv, 'lijst.csv')
    const body = { file, file_name: 'lijst.csv', party_name: 'X' }
    const nothing = await asCiso(`${base}/questionnaires`, body)
    assert.deepEqual([nothing.status, nothing.body.id, nothing.body.questions], [200, null, 0])
    assert.deepEqual(nothing.body.sheets[0].rows[0], ['a', 'b', 'c'])
    const layout = { sheet: 'csv', question: 1, answer: 2, explanation: 3 }
    const found = await asCiso(`${base}/questionnaires`, { ...body, layout })
    assert.equal(found.status, 201, found.text)
    assert.equal(found.body.questions, 2)
    const wrong = await asCiso(`${base}/questionnaires`, { ...body, file: 'f'.repeat(64) })
    assert.equal(wrong.status, 404)
  })

  const shared = async (values: object = {}) => {
    const id = await made('trust-shares', {
      ...{ code: `T${Math.round(ahead)}-${Object.keys(values).length}`, name: 'Voor Klant' },
      ...{
        party_name: 'Klant BV',
        language: 'nl',
        shared_until: new Date(Date.parse(clock()) + 864e5).toISOString(),
      },
      ...{ shows: ['duties', 'answers', 'tests'], ...values },
    })
    await moved('trust-shares', id, 'shared')
    const link = await asCiso(`${base}/shares/${id}/link`, {})
    assert.equal(link.status, 201, link.text)
    return { id, token: String(link.body.link).split('#')[1] ?? '', code: String(link.body.code) }
  }
  const look = (token: string, code: string, path = '') =>
    asked({
      url: `/api/v1/trust${path}`,
      body: { token, code, ...(path === '' ? {} : { language: 'nl' }) },
    })

  it('shows a customer what is shared and nothing else, and writes down who looked', async () => {
    const { id, token, code } = await shared()
    const seen = await look(token, code.toLowerCase().replace('-', ''))
    assert.equal(seen.status, 200, seen.text)
    assert.equal(seen.headers['referrer-policy'], 'no-referrer')
    assert.equal(seen.headers['set-cookie'], undefined)
    assert.deepEqual(
      [seen.body.board, seen.body.certificates, seen.body.supply_chain],
      [null, null, null],
    )
    assert.deepEqual(
      seen.body.answers.map(({ answer }: any) => answer),
      ['yes', 'partly'],
    )
    // What nobody checked is not shown as done, though the register has it at a high level.
    assert.equal(seen.body.duties[0].shown, 0)
    const inside = await asCiso(`${base}/shares/${id}`)
    assert.deepEqual(inside.body.shown, seen.body)
    assert.deepEqual(
      inside.body.views.map(({ what }: any) => what),
      ['shown'],
    )
    // From the registers as they stand: what is taken back is not shown any more.
    const [one] = (await asCiso('/api/v1/customer-answers?filter=state:eq:approved')).body.items
    await moved('customer-answers', one.id, 'draft')
    assert.equal((await look(token, code)).body.answers.length, 1)
  })

  it('gives a pack with a summary, the proof that is shared and the page that checks it', async () => {
    const { token, code } = await shared({ statement: 'x' })
    const pack = await look(token, code, '/pack')
    assert.equal(pack.status, 200, pack.text)
    assert.match(String(pack.headers['content-disposition']), /attachment; filename="bewijs-/)
    const names = [...unzipped(pack.bytes).files.keys()]
    assert.ok(names.includes('report.pdf') && names.includes('README.txt'), names.join())
    const text = unzipped(pack.bytes).files.get('report.pdf')
    assert.equal(
      Buffer.from(text ?? [])
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    )
  })

  it('says the same of every link and code that does not open, and bounds the guessing', async () => {
    const { id, token, code } = await shared({ note: 'x', statement: 'y' })
    const refusals = [
      await look('schouw_trust_x', code),
      await look(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'), code),
      await look(token, 'AAAAA-AAAAA'),
    ]
    const plain = ({ status, body }: any) => [status, body.code]
    for (const one of refusals) assert.deepEqual(plain(one), [404, 'link-refused'])
    for (let at = 0; at < 9; at += 1) await look(token, `BBBBB-BBBB${at}`)
    // The right code too, once somebody has been guessing; an hour later it opens again.
    assert.notEqual((await look(token, code)).status, 200)
    ahead += 3_700_000
    const fresh = await asCiso(`${base}/shares/${id}/link`, {})
    const now = String(fresh.body.link).split('#')[1] ?? ''
    assert.equal((await look(now, fresh.body.code)).status, 200)
    assert.equal((await look(token, code)).status, 404)
    assert.equal(
      (await asked({ as: 'ciso', method: 'DELETE', url: `${base}/shares/${id}/link` })).status,
      204,
    )
    assert.equal((await look(now, fresh.body.code)).status, 404)
  })

  it('gives staff nothing more behind a link, and a link nothing among staff', async () => {
    const { token, code } = await shared({ note: 'apart', contact_mailbox: 'c@d.example' })
    const body = { token, code }
    const plain = await asked({ url: '/api/v1/trust', body })
    const signed = await asked({ as: 'ciso', url: '/api/v1/trust', body })
    const otherwise = await asked({
      ...{ url: '/api/v1/trust', body },
      headers: { cookie: 'schouw_session=anything; __Host-schouw=anything' },
    })
    assert.deepEqual([signed.body, otherwise.body], [plain.body, plain.body])
    for (const url of [base, '/api/v1/chain', '/api/v1/trust-shares', '/api/v1/suppliers']) {
      const headers = { authorization: `Bearer ${token}` }
      assert.equal((await asked({ url, headers })).status, 401, url)
    }
    // Nor does the link of one door open the other.
    assert.equal((await asked({ url: '/api/v1/questionnaire', body: { token } })).status, 404)
  })

  it('opens no longer than it is shared, nor for another organisation', async () => {
    const { id, token, code } = await shared({
      note: 'z',
      statement: 'q',
      contact_mailbox: 'a@b.example',
    })
    assert.equal((await look(token, code)).status, 200)
    await moved('trust-shares', id, 'withdrawn')
    assert.equal((await look(token, code)).status, 404)
    const other = await asked({ as: 'ciso', tenant: second, url: `${base}/shares/${id}` })
    assert.equal(other.status, 404)
  })
})
