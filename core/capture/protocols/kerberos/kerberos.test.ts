// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recordToken } from '../gss/index.ts'
import {
  assertTotal,
  bytesOf,
  factsNamed,
  payloadOf,
  readBy,
  silentTruncations,
} from '../testing.ts'
import { kerberos, kerberosTcp } from './index.ts'

type Part = Uint8Array | readonly number[]
const der = (tag: number, ...parts: readonly Part[]) => {
  const content = bytesOf(...parts)
  const length = content.length < 128 ? [content.length] : [0x81, content.length]
  return bytesOf([tag], length, content)
}
const text = (value: string) => der(27, bytesOf(value))
const field = (number: number, ...parts: readonly Part[]) => der(0xa0 | number, ...parts)
const integer = (value: number) => der(2, [value])
const principal = (...names: readonly string[]) =>
  der(0x30, field(0, integer(1)), field(1, der(0x30, ...names.map(text))))

const request = (ciphers: readonly number[]) =>
  der(
    0x6a,
    der(
      0x30,
      field(1, integer(5)),
      field(2, integer(10)),
      field(
        4,
        der(
          0x30,
          field(0, der(3, [0, 0x40, 0, 0, 0])),
          field(1, principal('PANEL7$')),
          field(2, text('WORKS.EXAMPLE')),
          field(3, principal('krbtgt', 'WORKS.EXAMPLE')),
          field(8, der(0x30, ...ciphers.map(integer))),
          field(
            9,
            der(0x30, der(0x30, field(0, integer(20)), field(1, der(4, bytesOf('PANEL7 '))))),
          ),
        ),
      ),
    ),
  )
const ticket = der(
  0x61,
  der(
    0x30,
    field(0, integer(5)),
    field(1, text('WORKS.EXAMPLE')),
    field(2, principal('cifs', 'hmi3')),
  ),
)
const reply = der(
  0x6b,
  der(
    0x30,
    field(0, integer(5)),
    field(1, integer(11)),
    field(3, text('WORKS.EXAMPLE')),
    field(4, principal('operator')),
    field(5, ticket),
  ),
)
const error = der(
  0x7e,
  der(
    0x30,
    field(0, integer(5)),
    field(1, integer(30)),
    field(9, text('WORKS.EXAMPLE')),
    field(10, principal('krbtgt', 'WORKS.EXAMPLE')),
  ),
)
const prefixed = (message: Uint8Array) => bytesOf([0, 0, 0, message.length], message)

describe('kerberos', () => {
  it('reads who asks for which service', () => {
    const read = readBy(kerberos, request([18, 17, 23]))
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'kerberos.cname'), ['PANEL7$'])
    assert.deepEqual(factsNamed(read, 'kerberos.principal'), ['PANEL7$@WORKS.EXAMPLE'])
    assert.deepEqual(factsNamed(read, 'kerberos.sname'), ['krbtgt/WORKS.EXAMPLE'])
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(read.events, [])
  })

  it('names a client that knows no strong cipher', () => {
    assert.equal(readBy(kerberos, request([23, 3])).events[0]?.name, 'weak_authentication')
  })

  it('gives what an answer says about the client to both sides', () => {
    const read = readBy(kerberosTcp, prefixed(reply), { isFromServer: true })
    const names = read.facts.filter((fact) => fact.name === 'kerberos.cname')
    assert.deepEqual(
      names.map((fact) => fact.about),
      ['sender', 'receiver'],
    )
    assert.deepEqual(factsNamed(read, 'kerberos.sname'), ['cifs/hmi3'])
  })

  it('reads errors and several messages of one connection', () => {
    const read = readBy(kerberosTcp, bytesOf(prefixed(error), prefixed(reply)))
    assert.deepEqual(factsNamed(read, 'kerberos.sname'), ['krbtgt/WORKS.EXAMPLE', 'cifs/hmi3'])
    assert.deepEqual(read.oddities, [])
  })

  it('is found inside a security token', () => {
    const message = der(0x6e, der(0x30, field(0, integer(5)), field(3, ticket)))
    const oid = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02]
    const token = der(0x60, der(6, oid), [1, 0], message)
    const facts: string[] = []
    const { bytes, from, to } = payloadOf(token)
    recordToken(bytes, from, to, {
      fact: (name, value) => void facts.push(`${name}=${value}`),
      binding: () => undefined,
      clock: () => undefined,
      event: () => undefined,
      layer: () => undefined,
      remember: () => undefined,
      recall: () => undefined,
      oddity: (name) => void facts.push(name),
    })
    assert.ok(facts.includes('kerberos.sname=cifs/hmi3'))
  })

  it('names every truncation and takes any bytes', () => {
    for (const message of [request([18]), reply, error]) {
      assert.deepEqual(silentTruncations(kerberos, message), [])
      assert.deepEqual(silentTruncations(kerberosTcp, prefixed(message)), [])
      assertTotal(kerberos, [message], 300)
      assertTotal(kerberosTcp, [prefixed(message)], 300)
    }
  })
})
