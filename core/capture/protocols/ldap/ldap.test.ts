// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { cldap, ldap } from './index.ts'

type Part = Uint8Array | readonly number[]
const der = (tag: number, ...parts: readonly Part[]) => {
  const content = bytesOf(...parts)
  const length = content.length < 128 ? [content.length] : [0x81, content.length]
  return bytesOf([tag], length, content)
}
const octets = (text: string) => der(4, bytesOf(text))
const message = (request: Part) => der(0x30, der(2, [7]), request)
const bind = (password: string) =>
  message(der(0x60, der(2, [3]), octets('cn=historian'), der(0x80, bytesOf(password))))
const equal = (name: string, value: string) => der(0xa3, octets(name), octets(value))
const ping = message(
  der(
    0x63,
    octets(''),
    der(10, [0]),
    der(10, [0]),
    der(2, [0]),
    der(2, [0]),
    der(1, [0]),
    der(0xa0, equal('DnsDomain', 'works.example'), equal('Host', 'PANEL7')),
    der(0x30, octets('Netlogon')),
  ),
)
const entry = message(
  der(
    0x64,
    octets(''),
    der(
      0x30,
      der(0x30, octets('dnsHostName'), der(0x31, octets('dc1.works.example'))),
      der(0x30, octets('ldapServiceName'), der(0x31, octets('works.example:dc1$@WORKS.EXAMPLE'))),
    ),
  ),
)

describe('ldap', () => {
  it('names who binds with a password in the clear, without the password', () => {
    const read = readBy(ldap, bind('secret'))
    assert.ok(read.isRecognised)
    assert.deepEqual(read.events, [{ name: 'cleartext_login', detail: { user: 'cn=historian' } }])
    assert.ok(!JSON.stringify(read.facts).includes('secret'))
    assert.deepEqual(readBy(ldap, bind('')).events, [])
  })

  it('reads the names in a search for a controller and in its answer', () => {
    const read = readBy(cldap, ping)
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(factsNamed(read, 'domain'), ['works.example'])
    const answer = readBy(ldap, entry, { isFromServer: true })
    assert.deepEqual(factsNamed(answer, 'hostname'), ['dc1.works.example'])
    assert.deepEqual(factsNamed(answer, 'domain'), ['works.example'])
  })

  it('reads what is signed and passes over what is sealed', () => {
    const wrapped = (flags: number, text: Uint8Array) => {
      const token = bytesOf([5, 4, flags, 0xff, 0, 4, 0, 4], new Uint8Array(8), [1, 2, 3, 4], text)
      return bytesOf([0, 0, 0, token.length], token)
    }
    const read = readBy(ldap, wrapped(4, entry), { isFromServer: true })
    assert.equal(read.scanned, 0)
    assert.deepEqual(factsNamed(read, 'hostname'), ['dc1.works.example'])
    assert.deepEqual(readBy(ldap, wrapped(6, entry)).facts, [])
    assert.deepEqual(silentTruncations(ldap, wrapped(4, entry)), [])
    assertTotal(ldap, [wrapped(4, entry)], 200)
  })

  it('names every truncation and takes any bytes', () => {
    for (const whole of [bind('secret'), ping, entry]) {
      assert.deepEqual(silentTruncations(ldap, whole), [])
      assert.deepEqual(silentTruncations(ldap, whole, { isCut: true }), [])
      assertTotal(ldap, [whole], 300)
      assertTotal(cldap, [whole], 100)
    }
  })
})
