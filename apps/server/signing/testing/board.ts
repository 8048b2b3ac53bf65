// SPDX-License-Identifier: EUPL-1.2
// A CISO and a director who has a key and has signed one decision, over HTTP as people do it.
import assert from 'node:assert/strict'
import { Authenticator } from '../../identity/testing/authenticator.ts'
import type { Browser } from '../../identity/testing/browser.ts'
import {
  firstPerson,
  type House,
  type Person,
  password,
  withTotp,
} from '../../identity/testing/house.ts'

export interface Board {
  readonly ans: Person
  readonly dirk: Browser
  readonly key: Authenticator
  readonly person: string
  readonly decision: string
}

export async function sent(browser: Browser, path: string, body: unknown, status = 201) {
  const came = await browser.post(`/api/v1/${path}`, body)
  assert.equal(came.status, status, `${path} ${JSON.stringify(came.body)}`)
  return came.body
}

/** On the table, with a director who can sign and has not yet. */
export async function tabledBoard(house: House): Promise<Board> {
  const ans = await firstPerson(house)
  const person = await sent(ans.browser, 'persons', { values: { code: 'D', name: 'Dirk' } })
  const email = 'dirk@jansen.example'
  const invitation = { email, person: person.id, role: 'director' }
  const invited = await sent(ans.browser, 'invitations', invitation)
  const dirk = house.browser()
  const token = invited.link.split('#')[1]
  await sent(dirk, 'invitations/accept', { token, name: 'Dirk', password }, 200)
  await withTotp(house, dirk)
  const values = {
    code: 'D-1',
    name: 'Recovery plan',
    question: 'Do you approve the recovery plan?',
    body: 'board',
    if_yes: 'It holds.',
    if_no: 'It does not.',
    proposed_by: person.id,
    cost_eur: 12_000,
  }
  const decision = (await sent(ans.browser, 'decisions', { values })).id
  const { headers } = await ans.browser.get(`/api/v1/decisions/${decision}`)
  const more = { 'if-match': String(headers['etag']) }
  const url = `/api/v1/decisions/${decision}/moves`
  const moved = await ans.browser.post(url, { to: 'tabled' }, more)
  assert.equal(moved.status, 200, JSON.stringify(moved.body))
  return { ans, dirk, key: new Authenticator(), person: person.id, decision }
}

export async function signedBoard(house: House): Promise<Board> {
  const board = await tabledBoard(house)
  const { dirk, key, decision } = board
  const begun = await sent(dirk, 'signing/keys/options', undefined, 200)
  const response = key.register(begun.options)
  await sent(dirk, 'signing/keys', { challenge: begun.challenge, response, name: 'Phone' })
  const table = (await dirk.get(`/api/v1/signing/decisions/${decision}`)).body
  const path = `signing/decisions/${decision}`
  const asked = { choice: 'approve', document: table.document.sha256, has_conflict: false }
  const { challenge, options } = await sent(dirk, `${path}/statement`, asked, 200)
  await sent(dirk, `${path}/approval`, { challenge, response: key.assert(options) })
  return board
}
