// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import { judgeApproval } from '@schouw/core/ledger/verdicts'
import { Authenticator } from '../identity/testing/authenticator.ts'
import type { Browser } from '../identity/testing/browser.ts'
import { onBothHouses, type Person, password } from '../identity/testing/house.ts'
import { tabledBoard } from './testing/board.ts'

onBothHouses('signing decisions', (house) => {
  let ans: Person
  let dirk: Browser
  let decision: string
  const key = new Authenticator()
  const post = async (browser: Browser, path: string, body: unknown, status = 201) => {
    const came = await browser.post(`/api/v1/${path}`, body)
    assert.equal(came.status, status, `${path} ${JSON.stringify(came.body)}`)
    return came.body
  }
  const change = async (values: unknown) => {
    const { headers } = await ans.browser.get(`/api/v1/decisions/${decision}`)
    const more = { 'if-match': String(headers['etag']) }
    const url = `/api/v1/decisions/${decision}`
    const came = await ans.browser.send('PATCH', url, { values }, more)
    assert.equal(came.status, 200, JSON.stringify(came.body))
  }
  const table = async (browser = dirk) =>
    (await browser.get(`/api/v1/signing/decisions/${decision}`)).body
  const begin = async (more: object = {}, status = 200) =>
    post(
      dirk,
      `signing/decisions/${decision}/statement`,
      {
        choice: 'approve',
        document: (await table()).document.sha256,
        has_conflict: false,
        ...more,
      },
      status,
    )
  const give = (challenge: string, response: unknown) =>
    dirk.post(`/api/v1/signing/decisions/${decision}/approval`, { challenge, response })

  before(async () => {
    const board = await tabledBoard(house)
    ans = board.ans
    dirk = board.dirk
    decision = board.decision
  })

  it('needs a key of one’s own, which never comes in by the register', async () => {
    assert.equal((await begin({}, 422)).code, 'reference-missing')
    const { challenge, options } = await post(dirk, 'signing/keys/options', undefined, 200)
    assert.equal(options.authenticatorSelection.residentKey, 'discouraged')
    const response = key.register(options)
    const { body: employee } = await ans.browser.post('/api/v1/persons', {
      values: { code: 'E', name: 'Els' },
    })
    const asked = { email: 'els@jansen.example', person: employee.id, role: 'employee' }
    const invited = await post(ans.browser, 'invitations', asked)
    const els = house.browser()
    const token = invited.link.split('#')[1]
    await post(els, 'invitations/accept', { token, name: 'Els', password }, 200)
    for (const [who, person] of [
      [dirk, 'x'],
      [els, employee.id],
    ] as const) {
      const values = { name: 'x', person, credential_id: 'x', cose_key: 'x', algorithm: -7 }
      const refused = await who.post('/api/v1/approval-keys', { values })
      assert.equal(refused.body.code, 'not-permitted')
    }
    await post(dirk, 'signing/keys', { challenge, response, name: 'Phone of Dirk' })
    assert.equal((await table()).keys[0].name, 'Phone of Dirk')
    assert.equal(
      (await dirk.post('/api/v1/signing/keys', { challenge, response, name: 'x' })).status,
      422,
    )
  })

  it('binds the document, the head and the decision, and outsiders check it alone', async () => {
    const before = await table()
    const { challenge, options, statement } = await begin({ reason: 'It is time.' })
    assert.equal(statement.document.sha256, before.document.sha256)
    assert.equal(statement.registerHead.size, before.head.size)
    const given = await give(challenge, key.assert(options))
    assert.equal(given.status, 201, JSON.stringify(given.body))
    const { said } = await table()
    assert.deepEqual([said[0].signature, said[0].changed], ['signed', []])
    const { body } = await ans.browser.get(`/api/v1/signing/approvals/${given.body.vote}`)
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    const verdict = judgeApproval(bytes, {}, pure)
    assert.ok(verdict.isProven, JSON.stringify(verdict))
    const { values } = (await dirk.get(`/api/v1/votes/${given.body.vote}`)).body
    assert.deepEqual([values.reason, values.log_size], ['It is time.', before.head.size])
  })

  it('refuses another key, another challenge, and a table that changed meanwhile', async () => {
    const { challenge, options } = await begin()
    const stranger = new Authenticator()
    stranger.register({ ...options, user: { id: 'x' }, rp: { id: options.rpId } })
    assert.equal((await give(challenge, stranger.assert(options))).body.code, 'challenge-refused')
    const again = await begin()
    const misled = key.assert({ ...again.options, challenge: options.challenge })
    assert.equal((await give(again.challenge, misled)).body.code, 'challenge-refused')
    const third = await begin()
    await change({ cost_eur: 13_000 })
    const late = await give(third.challenge, key.assert(third.options))
    assert.equal(late.body.code, 'digest-differs')
    assert.equal((await begin({ document: '0'.repeat(64) }, 422)).code, 'digest-differs')
  })

  it('shows what has lapsed, and by what', async () => {
    const { said } = await table()
    assert.deepEqual([said[0].signature, said[0].changed], ['signed', ['cost_eur']])
    house.pass(1000)
    const { challenge, options } = await begin({ choice: 'reject', reason: 'Too dear.' })
    assert.equal((await give(challenge, key.assert(options))).status, 201)
    assert.deepEqual(
      (await table()).said.map(({ changed }: { changed: string[] }) => changed),
      [['cost_eur'], []],
    )
  })
})
