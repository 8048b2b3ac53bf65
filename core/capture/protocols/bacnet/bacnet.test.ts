// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { bacnet, bacnetEthernet, bacnetSerial } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
const npdu = (...apdu: Piece[]) => bytesOf([1, 0x20, 0xff, 0xff, 0, 0xff], ...apdu)
const link = (message: Uint8Array) => bytesOf([0x81, 0x0b, 0, message.length + 4], message)
const device = [0x02, 0x00, 0x01, 0xf5]
const text = (value: string) => bytesOf([0x75, value.length + 1, 0], value)

const iAm = link(npdu([0x10, 0, 0xc4, ...device, 0x22, 5, 0xc4, 0x91, 3, 0x21, 7]))
const model = link(
  bytesOf([1, 0, 0x30, 1, 12, 0x0c, ...device, 0x19, 70, 0x3e], text('PXC22'), [0x3f]),
)
const several = bytesOf(
  [1, 0, 0x30, 1, 14, 0x0c, ...device, 0x1e],
  [0x29, 44, 0x4e],
  text('1.2.3'),
  [0x4f, 0x29, 77, 0x4e],
  text('AHU-1'),
  [0x4f, 0x1f],
)

const facts = (protocol: typeof bacnet, bytes: Uint8Array) =>
  Object.fromEntries(readBy(protocol, bytes).facts.map(({ name, value }) => [name, value]))

describe('bacnet', () => {
  it('takes number and maker from an announcement', () => {
    assert.deepEqual(facts(bacnet, iAm), {
      'bacnet.instance': '501',
      'bacnet.vendor_id': '7',
      vendor: 'Siemens',
    })
    assert.deepEqual(readBy(bacnet, iAm).scanLayers, ['bacnet', 'bacapp'])
  })

  it('takes the properties of a device, one or several', () => {
    assert.deepEqual(facts(bacnet, model), { 'bacnet.instance': '501', model: 'PXC22' })
    assert.deepEqual(facts(bacnetEthernet, several), {
      'bacnet.instance': '501',
      firmware: '1.2.3',
      hostname: 'AHU-1',
    })
  })

  it('reads a serial line up to the check behind the message', () => {
    const line = bytesOf([0, 0, 0x80, 6, 1, 9, 0, several.length, 0x73], several, [0x11, 0x4c])
    const read = readBy(bacnetSerial, line)
    assert.deepEqual(read.scanLayers, ['mstp', 'bacnet', 'bacapp'])
    assert.deepEqual(facts(bacnetSerial, line), facts(bacnetEthernet, several))
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(readBy(bacnetSerial, bytesOf([0, 0, 0x80, 0, 1, 9, 0, 0, 1])).facts, [])
    assertTotal(bacnetSerial, [line], 300)
  })

  it('names writes and restarts', () => {
    const names = [15, 20].map((service) => {
      const { codes } = readBy(bacnet, link(npdu([0, 5, 1, service])))
      return codes.map((code) => bacnet.operation?.(code).effect)
    })
    assert.deepEqual(names, [['write'], ['restart']])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(bacnet, [iAm, model], 400)
    assertTotal(bacnetEthernet, [several], 400)
    assert.deepEqual(silentTruncations(bacnet, iAm), [])
    assert.deepEqual(silentTruncations(bacnet, model), [])
  })
})
