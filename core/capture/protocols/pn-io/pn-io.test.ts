// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, fromHex, readBy, silentTruncations } from '../testing.ts'
import { pnIo } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
const two = (value: number) => [value >> 8, value & 255]
const four = (value: number) => [0, 0, ...two(value)]
const block = (type: number, ...content: Piece[]) => {
  const bytes = bytesOf([1, 0], ...content)
  return bytesOf(two(type), two(bytes.length), bytes)
}
const object = fromHex('dea00000 6c97 11d1 8271 0001 0301 002a')
const device = fromHex('dea00001 6c97 11d1 8271 00a02442df7d')
const mapper = fromHex('e1af8308 5d1f 11c9 91a4 08002b14a0fa')

const rpc = (type: number, opnum: number, face: Uint8Array, body: Uint8Array) =>
  bytesOf(
    [4, type, 0x20, 0, 0, 0, 0, 0],
    object,
    face,
    new Uint8Array(16),
    new Uint8Array(12),
    two(opnum),
    [0xff, 0xff, 0xff, 0xff],
    two(body.length),
    [0, 0, 0, 0],
    body,
  )
const args = (...blocks: Uint8Array[]) => {
  const body = bytesOf(...blocks)
  return bytesOf(four(4096), four(body.length), four(4096), four(0), four(body.length), body)
}
const padded = (text: string, length: number) => text.padEnd(length)

const mac = [2, 0, 0, 0, 0, 0x10]
const connect = rpc(
  0,
  0,
  device,
  args(block(0x0101, [0, 1], new Uint8Array(16), [0, 1], mac, new Uint8Array(24), two(5), 'line4')),
)
const accept = rpc(
  2,
  0,
  device,
  bytesOf(
    four(0),
    args(
      block(0x8101, [0, 1], new Uint8Array(16), [0, 1], mac, [0x88, 0x92]),
      block(0x8106, two(6), 'drive9'),
    ).slice(4),
  ),
)
const im0 = (order: string) =>
  block(
    0x20,
    [0, 0x2a],
    padded(order, 20),
    padded('S V-123', 16),
    [0, 3, 0x56, 4, 5, 2],
    new Uint8Array(16),
  )
const header = (slot: number) =>
  block(0x8009, new Uint8Array(22), two(slot), [0, 1, 0, 0, 0xaf, 0xf0], new Uint8Array(16))
const answer = (...blocks: Uint8Array[]) =>
  rpc(2, 2, device, bytesOf(four(0), args(...blocks).slice(4)))
const lookup = rpc(
  2,
  2,
  mapper,
  bytesOf(
    new Uint8Array(20),
    `${padded('ET200SP', 25)} ${padded('6ES7 155-6AU01-0BN0', 20)} ${padded('    3', 5)} V  4  2  1`,
    [0, 0],
  ),
)

const read = (message: Uint8Array) => readBy(pnIo, message, { destination: { port: 34964 } })
const facts = (message: Uint8Array) =>
  Object.fromEntries(read(message).facts.map(({ name, value }) => [name, value]))

describe('pn_io', () => {
  it('introduces the controller and names the device it asks', () => {
    assert.deepEqual(facts(connect), {
      'pn_io.device_id': '0x0301',
      'pn_io.vendor_id': '0x002a',
      vendor: 'Siemens',
      'pn_io.mac': '02:00:00:00:00:10',
      station_name: 'line4',
      role_hint: 'io_controller',
    })
    assert.deepEqual(read(connect).bindings, [{ mac: '02:00:00:00:00:10', ip: '192.0.2.1' }])
    assert.deepEqual(read(connect).scanLayers, ['dcerpc', 'pn_io_cm'])
  })

  it('takes MAC and name from the answer', () => {
    assert.deepEqual(facts(accept), { 'pn_io.mac': '02:00:00:00:00:10', station_name: 'drive9' })
  })

  it('takes identification of the device, and of its modules in a line', () => {
    assert.deepEqual(facts(answer(header(0), im0('6ES7 155-6AU01-0BN0'))), {
      vendor: 'Siemens',
      'pn_io.vendor_id': '0x002a',
      order_number: '6ES7 155-6AU01-0BN0',
      serial: 'S V-123',
      hardware: '3',
      firmware: 'V4.5.2',
    })
    assert.deepEqual(facts(answer(header(4), im0('6ES7 131-6BF01-0BA0'))), {
      'pn_io.module': '4/1 6ES7 131-6BF01-0BA0 S V-123 V4.5.2',
    })
  })

  it('takes the text of the end point mapper', () => {
    assert.deepEqual(facts(lookup), {
      model: 'ET200SP',
      order_number: '6ES7 155-6AU01-0BN0',
      hardware: '3',
      firmware: 'V4.2.1',
    })
  })

  it('is found on other ports by its interface', () => {
    assert.equal(readBy(pnIo, connect).isRecognised, true)
    assert.equal(readBy(pnIo, lookup).isRecognised, false)
    assert.equal(read(lookup).isRecognised, true)
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [connect, accept, answer(header(0), im0('6ES7 155-6AU01-0BN0')), lookup]
    assertTotal(pnIo, samples, 300)
    for (const sample of samples) {
      assert.deepEqual(silentTruncations(pnIo, sample, { destination: { port: 34964 } }), [])
    }
  })
})
