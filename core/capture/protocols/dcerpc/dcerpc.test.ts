// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { dcerpc } from './index.ts'

const u16 = (value: number) => [value & 0xff, value >> 8]
const opcServer = fromHex('4d3ac139 1e01 d011 9675 0020afd8adb3')
const ndr = fromHex('045d888a eb1c c911 9fe8 08002b104860 02000000')
const context = bytesOf([0, 0, 1, 0], opcServer, [0, 0, 0, 0], ndr)
const fragment = (kind: number, body: Uint8Array, token = new Uint8Array(0)) =>
  bytesOf(
    [5, 0, kind, 3, 0x10, 0, 0, 0],
    u16(16 + body.length + token.length),
    u16(token.length),
    [1, 0, 0, 0],
    body,
    token,
  )
const bind = fragment(11, bytesOf(u16(5840), u16(5840), [0, 0, 0, 0], [1, 0, 0, 0], context))

describe('dcerpc', () => {
  it('reads the interface that a client asks of a server', () => {
    const read = readBy(dcerpc, bind)
    assert.ok(read.isRecognised)
    assert.deepEqual(read.facts, [
      {
        name: 'dcerpc.interface',
        value: '39c13a4d-011e-11d0-9675-0020afd8adb3 v0.0',
        about: 'receiver',
      },
      { name: 'dcerpc.service', value: 'OPC DA server', about: 'receiver' },
    ])
  })

  it('reads the log-in behind a bind', () => {
    const opening = bytesOf(
      'NTLMSSP',
      [0, 1, 0, 0, 0, 0, 0x20, 0, 0],
      new Uint8Array(8),
      [6, 0, 6, 0, 32, 0, 0, 0],
      'PANEL7',
    )
    const read = readBy(
      dcerpc,
      fragment(16, bytesOf([0, 0, 0, 0, 10, 2, 0, 0, 0, 0, 0, 0]), opening),
    )
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
  })

  it('reads fragments one after the other and passes over what is none', () => {
    const two = bytesOf(fragment(2, new Uint8Array(8)), bind)
    assert.equal(factsNamed(readBy(dcerpc, two), 'dcerpc.service').length, 1)
    assert.equal(readBy(dcerpc, bytesOf('GET / HTTP/1.1\r\n\r\n')).isRecognised, false)
    const broken = bytesOf(bind, new Uint8Array(20).fill(9))
    assert.deepEqual(readBy(dcerpc, broken).oddities, ['no-fragment'])
  })

  it('names every truncation and takes any bytes', () => {
    assert.deepEqual(silentTruncations(dcerpc, bind), [])
    assert.deepEqual(silentTruncations(dcerpc, bind, { isCut: true }), [])
    assertTotal(dcerpc, [bind], 800)
  })
})
