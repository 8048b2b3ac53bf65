// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import {
  judgeDossier,
  manifestName,
  manifestOf,
  readZip,
  writeZip,
} from '@schouw/core/ledger/dossiers'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import type { Trust } from '@schouw/core/ledger/verdicts'
import { onBothHouses } from '../identity/testing/house.ts'
import { type Board, sent, signedBoard } from '../signing/testing/board.ts'

const query = (scope: string, more = '') =>
  `/api/v1/dossier?scope=${scope}&language=nl&from=2026-01-01&until=2026-12-31${more}`

/** As the bytes of a test go wrong: the same ones every time. */
function places(count: number, below: number): readonly number[] {
  let seed = 20261122
  return Array.from({ length: count }, () => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  })
}

onBothHouses('dossiers', (house) => {
  let board: Board
  const trust: Trust = { keys: [], nowMs: Date.parse('2027-01-01T00:00:00.000Z') }
  const fetched = async (path: string, browser = board.dirk): Promise<Uint8Array> => {
    const came = await house.app.inject({
      method: 'GET',
      url: path,
      headers: { 'sec-fetch-site': 'same-origin', cookie: browser.cookie ?? '' },
    })
    assert.equal(came.statusCode, 200, came.body.slice(0, 300))
    return new Uint8Array(came.rawPayload)
  }
  before(async () => {
    board = await signedBoard(house)
  })

  it('show a director’s own votes, and say what is proven of them', async () => {
    const bytes = await fetched(query('director'))
    const verdict = judgeDossier(bytes, trust, pure)
    assert.ok(verdict.isProven, JSON.stringify(verdict, null, 1))
    const of = (name: string) => verdict.layers.find(({ layer }) => layer === name)
    assert.equal(of('entries')?.state, 'proven')
    assert.equal(of('key')?.state, 'not-claimed')
    assert.equal(of('timestamp')?.state, 'not-claimed')
    const approvals = of('assertion')?.facts['approvals'] as readonly { decision: string }[]
    assert.deepEqual(
      approvals.map(({ decision }) => decision),
      ['approve'],
    )
  })

  it('are the same bytes from the same state', async () => {
    assert.deepEqual(await fetched(query('regulator')), await fetched(query('regulator')))
  })

  it('hold with the key that is known from elsewhere, and fail with another', async () => {
    const bytes = await fetched(query('regulator'))
    const files = readZip(bytes)
    const text = files.ok ? files.value.find(({ name }) => name === 'keys.txt')?.bytes : undefined
    const key = parseVerifierKey(
      Buffer.from(text ?? [])
        .toString()
        .trim(),
    )
    assert.ok(key.ok)
    const known = judgeDossier(bytes, { ...trust, keys: [key.value] }, pure)
    assert.ok(known.isProven)
    const point = new Uint8Array(key.value.point)
    point[3]! ^= 1
    const other = { ...key.value, point, id: Uint8Array.of(1, 2, 3, 4) }
    assert.equal(judgeDossier(bytes, { ...trust, keys: [other] }, pure).isProven, false)
  })

  it('keep back what is asked to be kept back, and still prove the rest', async () => {
    const whole = Buffer.from(await fetched(query('regulator', '&names=1'))).toString('latin1')
    assert.ok(whole.includes('"name":"Dirk"'))
    const bytes = await fetched(query('regulator', '&withhold=decision,personal'))
    const text = Buffer.from(bytes).toString('latin1')
    assert.ok(!text.includes('"name":"Dirk"'))
    assert.ok(!text.includes('"action":"create","set":{"body"'))
    assert.ok(judgeDossier(bytes, trust, pure).isProven)
  })

  it('hold no inject of an exercise that its reader may still have to play', async () => {
    const values = {
      ...{ code: 'E-1', name: 'Night', type: 'tabletop' },
      injects: [{ number: 1, after_minutes: 5, text: 'The tank overflows' }],
    }
    await sent(board.ans.browser, 'exercises', { values })
    const holds = async (browser: Board['dirk']) => {
      const bytes = await fetched(query('regulator'), browser)
      assert.ok(judgeDossier(bytes, trust, pure).isProven)
      return Buffer.from(bytes).includes('The tank overflows')
    }
    assert.deepEqual([await holds(board.dirk), await holds(board.ans.browser)], [false, true])
  })

  it('of a customer hold only proofs of what is shared', async () => {
    const bytes = await fetched(query('customer'), board.ans.browser)
    const files = readZip(bytes)
    assert.ok(files.ok)
    assert.ok(files.value.every(({ name }) => name !== 'headers.bin'))
  })

  it('are one’s own: a CISO makes no defence of a director', async () => {
    const came = await board.ans.browser.get(query('director'))
    assert.equal(came.status, 403)
  })

  it('show who took a vote back, and what is held and why', async () => {
    const { items } = (await board.dirk.get('/api/v1/votes')).body
    const [vote] = items as readonly { readonly id: string }[]
    const now = new Date().toISOString()
    const objection = {
      ...{ decision: board.decision, vote: vote?.id, person: board.person, objected_at: now },
      ...{ ground: 'not_informed', reason: 'The annex was not there' },
    }
    await sent(board.dirk, 'objections', { values: objection })
    const hold = {
      ...{
        code: 'H-1',
        name: 'Claim of a customer',
        reason: 'A claim about the line was announced',
      },
      ...{ about: [board.decision], placed_on: now.slice(0, 10) },
    }
    await sent(board.ans.browser, 'legal-holds', { values: hold })
    for (const [scope, isHoldShown] of [
      ['director', true],
      ['regulator', true],
      ['insurer', false],
    ] as const) {
      const bytes = await fetched(query(scope))
      assert.ok(judgeDossier(bytes, trust, pure).isProven, scope)
      const text = Buffer.from(bytes).toString('latin1')
      assert.ok(text.includes('The annex was not there'), scope)
      assert.equal(text.includes('A claim about the line was announced'), isHoldShown, scope)
    }
  })

  it('name or refuse every changed byte', async () => {
    const bytes = await fetched(query('director'))
    for (const at of places(150, bytes.length)) {
      const changed = Uint8Array.from(bytes)
      changed[at]! ^= 1 + (at % 255)
      const verdict = judgeDossier(changed, trust, pure)
      assert.equal(verdict.isProven, false, `byte ${at}`)
      assert.ok(verdict.findings.length > 0, `byte ${at} has no name`)
    }
    for (const cut of places(20, bytes.length)) {
      assert.equal(judgeDossier(bytes.subarray(0, cut), trust, pure).isProven, false)
    }
  })

  it('refuse what was changed with care, the list of files along with it', async () => {
    const bytes = await fetched(query('director'))
    const read = readZip(bytes)
    assert.ok(read.ok)
    const sha256 = (one: Uint8Array) => pure.digest('sha256', one)
    const evidence = read.value.filter(({ name }) =>
      /^(headers|payloads|checkpoints|documents|proofs)/.test(name),
    )
    assert.ok(evidence.length >= 6)
    for (const { name, bytes: body } of evidence) {
      for (const at of places(8, body.length)) {
        const other = Uint8Array.from(body)
        other[at]! ^= 1 + (at % 255)
        const files = read.value.map((one) => (one.name === name ? { name, bytes: other } : one))
        const manifest = manifestOf(files, sha256)
        const forged = files.map((one) =>
          one.name === manifestName ? { name: manifestName, bytes: manifest } : one,
        )
        const zip = writeZip(forged)
        assert.ok(zip.ok)
        const verdict = judgeDossier(zip.value, trust, pure)
        assert.equal(verdict.isProven, false, `${name} byte ${at}`)
        assert.ok(verdict.findings.length > 0)
      }
    }
    const without = read.value.filter(({ name }) => name !== 'payloads.bin')
    const fewer = writeZip(without)
    assert.ok(fewer.ok && !judgeDossier(fewer.value, trust, pure).isProven)
  })
})
