// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { warningsOf } from './warnings.ts'

const mail = {
  ...{ from: 'Bank <service@bank.example>', reply_to: '', authentication: [], oddities: {} },
  links: [] as { to: string; text: string }[],
}

it('signs in a mail are facts of it: another domain to reply to, a link that leads elsewhere', () => {
  assert.deepEqual(warningsOf(mail), [])
  assert.deepEqual(warningsOf({ ...mail, reply_to: 'x@mail.bank.example' }), [])
  assert.deepEqual(warningsOf({ ...mail, reply_to: 'x@kwaad.example' }), ['reply'])
  const link = (text: string, to: string) => warningsOf({ ...mail, links: [{ text, to }] })
  assert.deepEqual(link('https://bank.example/in', 'https://www.bank.example/in'), [])
  assert.deepEqual(link('bank.example', 'https://bank.example.kwaad.example/'), ['link'])
  assert.deepEqual(link('Klik hier', 'https://kwaad.example/'), [])
  assert.deepEqual(link('bank.example', 'javascript:alert(1)'), ['link'])
  const failed = { ...mail, authentication: ['mx; spf=softfail; dkim=none'] }
  assert.deepEqual(warningsOf({ ...failed, oddities: { 'unseen-characters': 2 } }), [
    'unseen',
    'failed',
  ])
})
