// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { telnet } from './index.ts'

const prompt = bytesOf(fromHex('fffb01 fffd18'), 'Switch 4, release 2.1\r\n\r\nUsername: ')
const options = bytesOf(
  fromHex('fffa1800'),
  'VT100',
  fromHex('fff0 fffa2700 00'),
  'USER',
  fromHex('01'),
  'piet',
  fromHex('fff0'),
)
const fromServer = { isFromServer: true }

describe('telnet', () => {
  it('takes what stands before a prompt as the banner', () => {
    const read = readBy(telnet, prompt, fromServer)
    assert.deepEqual(factsNamed(read, 'telnet.banner'), ['Switch 4, release 2.1'])
    assert.deepEqual(factsNamed(read, 'telnet.prompt'), ['Username:'])
    assert.equal(read.scanned, 1)
  })

  it('keeps nothing of what is typed or answered', () => {
    assert.deepEqual(readBy(telnet, bytesOf('geheim\r\0')).facts, [])
    assert.deepEqual(readBy(telnet, bytesOf('recipe 7 loaded\r\n'), fromServer).facts, [])
  })

  it('tells a session, and a password asked for', () => {
    const methods = (bytes: Uint8Array) =>
      readBy(telnet, bytes, fromServer).events.map((event) => event.detail['method'])
    assert.deepEqual(methods(bytesOf('Password: ')), ['session', 'password'])
    assert.deepEqual(methods(bytesOf('ok')), ['session'])
    assert.deepEqual(methods(fromHex('fffb01')), [])
  })

  it('reads terminal and user from the options of a client', () => {
    const read = readBy(telnet, options)
    assert.deepEqual(factsNamed(read, 'telnet.terminal'), ['VT100'])
    assert.deepEqual(read.events, [
      { name: 'cleartext_login', detail: { method: 'environment', user: 'piet' } },
    ])
  })

  it('names a command that is cut', () => {
    for (const length of [1, 2, 4, 5]) {
      assert.deepEqual(readBy(telnet, prompt.subarray(0, length)).oddities, ['command-cut'])
    }
    assert.deepEqual(silentTruncations(telnet, options.subarray(0, 11)), [])
  })

  it('roams with three negotiations', () => {
    assert.equal(readBy(telnet, fromHex('fffb01 fffb03 fffd18')).isRecognised, true)
    assert.equal(readBy(telnet, prompt).isRecognised, false)
  })

  it('accepts any bytes', () => {
    assertTotal(telnet, [prompt, options], 3000)
  })
})
