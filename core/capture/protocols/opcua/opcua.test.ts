// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { opcua } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
const two = (value: number) => [value & 255, (value >> 8) & 255]
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)]
const text = (value: string) => bytesOf(four(value.length), value)
const none = four(0xffffffff)

const message = (type: string, ...body: Piece[]) => {
  const content = bytesOf(...body)
  return bytesOf(`${type}F`, four(content.length + 8), content)
}
const service = (id: number, ...body: Piece[]) =>
  message('MSG', four(1), four(2), four(3), four(4), [1, 0], two(id), ...body)
// Token (two-byte form), time, handle, diagnostics, no audit, timeout, no header of its own.
const requestHeader = bytesOf([0, 0], new Uint8Array(16), none, four(0), [0, 0, 0])
// Time, handle, good, no diagnostics, no texts, no header of its own.
const answerHeader = bytesOf(new Uint8Array(8), four(1), four(0), [0], four(0), [0, 0, 0])

const application = bytesOf(
  text('urn:line4:server'),
  text('http://example.org/product'),
  [2],
  text('Line 4'),
  four(0),
  none,
  none,
  four(1),
  text('opc.tcp://line4:4840'),
)
const endpoint = bytesOf(
  text('opc.tcp://line4:4840'),
  application,
  none,
  four(1),
  text('http://opcfoundation.org/UA/SecurityPolicy#None'),
  four(1),
  text('u'),
  four(1),
  none,
  none,
  none,
  none,
  [0],
)
const hello = message('HEL', new Uint8Array(20), text('opc.tcp://line4:4840'))
const endpoints = service(431, answerHeader, four(1), endpoint)
const login = (algorithm: Piece) => {
  const token = bytesOf(text('u'), text('operator'), text('secret'), algorithm)
  return service(
    467,
    requestHeader,
    [...none, ...none],
    four(0),
    four(0),
    [1, 0],
    two(324),
    [1],
    four(token.length),
    token,
  )
}
const build = bytesOf(
  text('urn:p'),
  text('Acme'),
  text('Acme Server'),
  text('2.1'),
  text('77'),
  new Uint8Array(8),
)
const state = service(
  634,
  answerHeader,
  four(1),
  [1, 22, 1, 0],
  two(864),
  [1],
  four(20 + build.length),
  new Uint8Array(20),
  build,
)

const facts = (bytes: Uint8Array) =>
  Object.fromEntries(readBy(opcua, bytes).facts.map(({ name, value }) => [name, value]))

describe('opcua', () => {
  it('takes the application and its security from a list of endpoints', () => {
    assert.deepEqual(facts(endpoints), {
      'opcua.discovery_url': 'opc.tcp://line4:4840',
      'opcua.application_uri': 'urn:line4:server',
      'opcua.product_uri': 'http://example.org/product',
      'opcua.application_name': 'Line 4',
      'opcua.application_type': 'server',
      'opcua.application_type_id': '0x00000000',
      'opcua.token': 'user_name',
      'opcua.endpoint_url': 'opc.tcp://line4:4840',
      'opcua.security_policy': 'http://opcfoundation.org/UA/SecurityPolicy#None',
      'opcua.security_mode': 'none',
      'opcua.security_mode_id': '0x00000001',
    })
  })

  it('takes product and version from the state of the server', () => {
    assert.deepEqual(facts(state), {
      'opcua.product_uri': 'urn:p',
      vendor: 'Acme',
      'opcua.product_name': 'Acme Server',
      server_software: 'Acme Server 2.1',
      'opcua.build': '77',
    })
  })

  it('reports a password in clear, but not an encrypted one', () => {
    assert.equal(readBy(opcua, login(none)).events[0]?.name, 'cleartext_login')
    const algorithm = text('http://www.w3.org/2001/04/xmlenc#rsa-oaep')
    assert.deepEqual(readBy(opcua, login(algorithm)).events, [])
  })

  it('is found on any port by its letters', () => {
    assert.equal(readBy(opcua, hello).isRecognised, true)
    assert.equal(readBy(opcua, bytesOf('MSGX', four(8))).isRecognised, false)
    assert.deepEqual(
      readBy(opcua, login(none)).codes.map((code) => opcua.operation?.(code)),
      [{ name: 'activate_session', effect: 'authenticate' }],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [hello, endpoints, login(none), state]
    assertTotal(opcua, samples, 300)
    for (const sample of samples) {
      assert.deepEqual(silentTruncations(opcua, sample), [])
      assert.deepEqual(silentTruncations(opcua, sample, { isCut: true }), [])
    }
  })
})
