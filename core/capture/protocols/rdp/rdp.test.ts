// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { rdp } from './index.ts'

const port = { destination: { port: 3389 } }
const fromServer = { isFromServer: true, source: { port: 3389 } }
const zeros = (count: number) => Array(count).fill(0)
const tpkt = (content: Uint8Array | readonly number[]) =>
  bytesOf([3, 0, (content.length + 4) >> 8, (content.length + 4) & 0xff], content)
const negotiation = (kind: number, value: number) => [kind, 0, 8, 0, value, 0, 0, 0]
const request = tpkt(
  bytesOf([46, 0xe0, 0, 0, 0, 0, 0], 'Cookie: mstshash=WORKS\\ann\r\n', negotiation(1, 3)),
)
const confirm = (selected: number) =>
  tpkt(bytesOf([14, 0xd0, 0, 0, 0x12, 0x34, 0], negotiation(2, selected)))
const name = Array.from('FROG-POND', (c) => [c.charCodeAt(0), 0]).flat()
const core = [
  ...[0x01, 0xc0, 76, 0],
  ...[4, 0, 8, 0],
  ...zeros(12),
  ...[0x70, 0x17, 0, 0],
  ...name,
  ...zeros(32 - name.length),
  ...zeros(16),
]
const initial = tpkt(bytesOf([2, 0xf0, 0x80, 0x7f, 0x65, 0x81, 90], zeros(12), core))

describe('rdp', () => {
  it('reads who asks for a session, and reports it', () => {
    const read = readBy(rdp, request, port)
    assert.ok(read.isRecognised)
    assert.deepEqual(read.scanLayers, ['tpkt', 'cotp', 'rdp'])
    assert.deepEqual(factsNamed(read, 'rdp.cookie'), ['Cookie: mstshash=WORKS\\ann'])
    assert.deepEqual(factsNamed(read, 'rdp.user'), ['WORKS\\ann'])
    assert.deepEqual(factsNamed(read, 'rdp.requested_protocols'), ['0x00000003'])
    assert.deepEqual(read.events, [
      { name: 'remote_access', detail: { tool: 'RDP', how: 'protocol' } },
    ])
  })

  it('names a session without TLS', () => {
    const weak = readBy(rdp, confirm(0), fromServer)
    assert.deepEqual(factsNamed(weak, 'rdp.selected_protocol'), ['0x00000000'])
    assert.equal(weak.events[0]?.name, 'weak_authentication')
    assert.deepEqual(readBy(rdp, confirm(2), fromServer).events, [])
  })

  it('reads machine and build of the client', () => {
    const read = readBy(rdp, initial, port)
    assert.deepEqual(factsNamed(read, 'hostname'), ['FROG-POND'])
    assert.deepEqual(factsNamed(read, 'rdp.client_build'), ['6000'])
    assert.deepEqual(factsNamed(read, 'rdp.client_version'), ['8.4'])
  })

  it('goes elsewhere only by its negotiation', () => {
    assert.ok(readBy(rdp, request).isRecognised)
    assert.ok(readBy(rdp, confirm(1)).isRecognised)
    assert.equal(readBy(rdp, initial).isRecognised, false)
    // The same transport under the protocol of a controller.
    const controller = tpkt([17, 0xe0, 0, 0, 0, 1, 0, 0xc0, 1, 10, 0xc1, 2, 1, 0, 0xc2, 2, 1, 2])
    assert.equal(readBy(rdp, controller).isRecognised, false)
  })

  it('reads the TLS hello that follows', () => {
    const hello = bytesOf(
      [22, 3, 1, 0, 47, 1, 0, 0, 43, 3, 3],
      zeros(33),
      [0, 2, 0, 47, 1, 0, 0, 0],
    )
    const read = readBy(rdp, hello, port)
    assert.deepEqual(read.scanLayers, ['tls'])
    assert.equal(factsNamed(read, 'ja4').length, 1)
  })

  it('names every truncation and takes any bytes', () => {
    for (const message of [request, confirm(0), initial]) {
      assert.deepEqual(silentTruncations(rdp, message, port), [])
      assert.deepEqual(silentTruncations(rdp, message, { ...port, isCut: true }), [])
      assertTotal(rdp, [message, bytesOf(message, [0, 5, 1, 2, 3])], 300)
    }
  })
})
