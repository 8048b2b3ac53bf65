// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { openvpn, openvpnTcp } from './index.ts'

const port = { destination: { port: 1194 } }
const session = [1, 2, 3, 4, 5, 6, 7, 8]
const zeros = (count: number) => Array(count).fill(0)
const reset = bytesOf([0x38], session, zeros(5))
const signedReset = bytesOf(
  [0x38],
  session,
  Array(20).fill(0xab),
  [0, 0, 0, 1, 9, 9, 9, 9],
  zeros(5),
)
const hello = bytesOf([22, 3, 1, 0, 47, 1, 0, 0, 43, 3, 3], zeros(33), [0, 2, 0, 47, 1, 0, 0, 0])
const control = bytesOf([0x20], session, [1, 0, 0, 0, 0], session, [0, 0, 0, 1], hello)
const name = bytesOf([0x06, 3, 0x55, 4, 3, 12, 5], 'gate7')
const middle = bytesOf([0x20], session, [0, 0, 0, 0, 2], zeros(9), name, zeros(9))
const framed = (packet: Uint8Array) => bytesOf([packet.length >> 8, packet.length & 0xff], packet)

describe('openvpn', () => {
  it('is found on any port by the reset that begins a tunnel, signed or not', () => {
    for (const packet of [reset, signedReset]) {
      const read = readBy(openvpn, packet)
      assert.ok(read.isRecognised)
      assert.deepEqual(read.events, [
        { name: 'remote_access', detail: { tool: 'OpenVPN', how: 'protocol' } },
      ])
      assert.ok(readBy(openvpnTcp, framed(packet)).isRecognised)
    }
    assert.equal(readBy(openvpn, bytesOf(reset, [1])).isRecognised, false)
    assert.equal(readBy(openvpn, control).isRecognised, false)
    assert.ok(readBy(openvpn, control, port).isRecognised)
  })

  it('reads the hello inside, and names in pieces of certificates', () => {
    const read = readBy(openvpn, control, port)
    assert.equal(factsNamed(read, 'tls.ja3').length, 1)
    assert.deepEqual(read.layers, ['openvpn', 'tls'])
    const piece = readBy(openvpnTcp, framed(middle), port)
    assert.deepEqual(factsNamed(piece, 'tls.certificate_string'), ['gate7'])
  })

  it('names what is cut and takes any bytes', () => {
    assert.deepEqual(silentTruncations(openvpnTcp, framed(control), port), [])
    assert.deepEqual(silentTruncations(openvpnTcp, framed(control), { ...port, isCut: true }), [])
    assertTotal(openvpn, [reset, signedReset, control, middle], 300)
    assertTotal(openvpnTcp, [bytesOf(framed(reset), framed(control))], 300)
  })
})
