// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { imap } from './imap/index.ts'
import { pop } from './pop/index.ts'
import { smtp } from './smtp/index.ts'
import { assertTotal, bytesOf, factsNamed, readBy } from './testing.ts'

const fromServer = { isFromServer: true }

describe('smtp', () => {
  const banner = bytesOf('220 mail.works.example ESMTP Postfix\r\n')
  const hello = bytesOf('EHLO panel-4\r\nAUTH PLAIN AHBpZXQAZ2VoZWlt\r\n')

  it('keeps banner and greeting, and notes a log-in', () => {
    const software = factsNamed(readBy(smtp, banner, fromServer), 'server_software')
    assert.deepEqual(software, ['mail.works.example ESMTP Postfix'])
    const read = readBy(smtp, hello)
    assert.deepEqual(factsNamed(read, 'smtp.hello'), ['panel-4'])
    assert.deepEqual(read.events, [{ name: 'cleartext_login', detail: { method: 'plain' } }])
  })

  it('accepts any bytes', () => {
    assertTotal(smtp, [banner, hello], 1000)
  })
})

describe('pop', () => {
  const banner = bytesOf('+OK Mailbox 2.3 ready\r\n')
  const logIn = bytesOf('USER piet\r\nPASS geheim\r\n')

  it('keeps the banner and names the user, not the password', () => {
    assert.deepEqual(factsNamed(readBy(pop, banner, fromServer), 'pop.banner'), [
      'Mailbox 2.3 ready',
    ])
    const { events } = readBy(pop, logIn)
    assert.deepEqual(events[0]?.detail, { command: 'USER', user: 'piet' })
    assert.ok(!JSON.stringify(events).includes('geheim'))
  })

  it('accepts any bytes', () => {
    assertTotal(pop, [banner, logIn], 1000)
  })
})

describe('imap', () => {
  const banner = bytesOf('* OK [CAPABILITY IMAP4rev1] Mailbox ready\r\n')
  const logIn = bytesOf('a1 LOGIN "piet" "geheim"\r\n')

  it('keeps the banner and names the user, not the password', () => {
    assert.deepEqual(factsNamed(readBy(imap, banner, fromServer), 'imap.banner'), ['Mailbox ready'])
    const { events } = readBy(imap, logIn)
    assert.deepEqual(events[0]?.detail, { command: 'LOGIN', user: 'piet' })
    assert.ok(!JSON.stringify(events).includes('geheim'))
  })

  it('accepts any bytes', () => {
    assertTotal(imap, [banner, logIn], 1000)
  })
})
