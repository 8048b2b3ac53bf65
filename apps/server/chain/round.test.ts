// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { Talk } from './testing/talk.ts'

onBothEngines('a round of questionnaires', (bench) => {
  let talk: Talk
  const ids: Record<string, string> = {}
  before(async () => {
    talk = await Talk.open(bench)
    const values = { code: 'anna', name: 'Anna', email: 'anna@maker.example' }
    const anna = (await done(bench.storage, creating('person', values))).record?.id
    const msp = { tier: 'msp' }
    ids['known'] = await talk.supplierMade('known', { ...msp, security_contact: anna })
    ids['nobody'] = await talk.supplierMade('nobody', msp)
    ids['busy'] = await talk.supplierMade('busy', { ...msp, contact: anna })
    ids['other'] = await talk.supplierMade('other', { tier: 'parts', contact: anna })
    await talk.sent(ids['busy'] ?? '', { tier: 'msp' })
  })
  const url = '/api/v1/chain/rounds'
  const standings = async () => {
    const came = await talk.asked({ as: 'ciso', url: `${url}?tier=msp` })
    assert.equal(came.status, 200, came.text)
    return came.body.items.map(({ supplier_name, email, standing }: any) => [
      ...[supplier_name, email, standing],
    ])
  }

  it('names who gets what, whose address is missing and who was asked, before anything goes out', async () => {
    const mails = talk.mails.length
    assert.deepEqual(await standings(), [
      ['Maker busy', 'anna@maker.example', 'asked_already'],
      ['Maker known', 'anna@maker.example', 'ready'],
      ['Maker nobody', null, 'no_address'],
    ])
    assert.equal(talk.mails.length, mails)
    const theirs = await talk.asked({ as: 'ciso', tenant: second, url: `${url}?tier=msp` })
    assert.deepEqual(theirs.body.items, [])
  })

  it('sends to those that were picked and can be, once, and says of the others why not', async () => {
    const body = {
      ...{ tier: 'msp', language: 'nl', answer_until: talk.dayAhead(20) },
      suppliers: Object.values(ids),
    }
    const mails = talk.mails.length
    const came = await talk.asked({ as: 'ciso', url, body })
    assert.equal(came.status, 200, came.text)
    const told = came.body.items.map(({ supplier_name, is_mailed, link, code }: any) => [
      ...[supplier_name, is_mailed, link, code],
    ])
    assert.deepEqual(told, [
      ['Maker busy', false, null, 'asked_already'],
      ['Maker known', true, null, null],
      ['Maker nobody', false, null, 'no_address'],
    ])
    assert.equal(came.body.left_out, 1)
    assert.equal(talk.mails.length, mails + 1)
    const token = talk.mails.at(-1)?.values['link']?.split('#')[1] ?? ''
    assert.equal((await talk.theirs('', { token })).body.supplier, 'Maker known')
    assert.equal((await standings())[1][2], 'asked_already')
    await talk.asked({ as: 'ciso', url, body })
    assert.equal(talk.mails.length, mails + 1)
    const late = { ...body, answer_until: talk.dayAhead(-1) }
    assert.equal((await talk.asked({ as: 'ciso', url, body: late })).status, 422)
  })
})
