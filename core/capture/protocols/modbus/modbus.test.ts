// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { modbus } from './index.ts'

const adu = (unit: number, ...pdu: (number | number[] | string)[]) => {
  const content = bytesOf(unit, ...pdu)
  return bytesOf([0, 9, 0, 0, 0, content.length], content)
}
const text = (id: number, value: string) => bytesOf(id, value.length, value)
const identification = (unit: number) =>
  adu(
    unit,
    [43, 14, 1, 1, 0, 0, 3],
    ...[text(0, 'Acme'), text(1, 'AC-100'), text(2, 'v1.4')].map((part) => [...part]),
  )
const asServer = { isFromServer: true, source: { port: 502 } }
const answer = (message: Uint8Array) => readBy(modbus, message, asServer)
const facts = (message: Uint8Array) =>
  Object.fromEntries(answer(message).facts.map(({ name, value }) => [name, value]))
const names = (message: Uint8Array) =>
  readBy(modbus, message).codes.map((code) => modbus.operation?.(code).name)

describe('modbus', () => {
  it('takes the device identification', () => {
    const read = answer(identification(255))
    assert.deepEqual(facts(identification(255)), {
      vendor: 'Acme',
      order_number: 'AC-100',
      firmware: 'v1.4',
      model: 'AC-100',
    })
    assert.ok(read.facts.every(({ about }) => about === 'sender'))
    assert.equal(read.scanned, 1)
  })

  it('takes a unit behind a gateway for a device of its own', () => {
    const about = { child: 'modbus-unit', key: '17', of: 'sender' }
    const read = answer(identification(17))
    assert.ok(read.facts.every((fact) => JSON.stringify(fact.about) === JSON.stringify(about)))
    assert.deepEqual(answer(adu(17, [3, 2, 0, 7])).facts, [
      { name: 'modbus.unit', value: '17', about },
    ])
  })

  it('does not believe in a unit that the gateway cannot reach', () => {
    assert.deepEqual(answer(adu(17, [0x83, 11])).facts, [])
    assert.equal(answer(adu(17, [0x83, 2])).facts.length, 1)
  })

  it('names functions, also several in one segment', () => {
    const write = adu(1, [6, 0, 1, 0, 3])
    const restart = adu(1, [8, 0, 1, 0, 0])
    const stop = adu(0, [90, 1, 0x41, 0xff, 0])
    assert.deepEqual(names(bytesOf(write, restart, stop)), [
      'write_single_register',
      'restart_communications',
      'umas_plc_stop',
    ])
    assert.deepEqual(
      answer(adu(1, [0x86, 3])).codes.map((code) => modbus.operation?.(code).name),
      ['exception_illegal_value'],
    )
  })

  it('takes server id and the name of a Schneider Electric processor', () => {
    assert.deepEqual(facts(adu(1, [17, 9, 1], 'Meter-3', [0xff])), {
      'modbus.server_id': 'Meter-3',
    })
    const head = [90, 0, 0xfe, ...new Array<number>(21).fill(2)]
    assert.deepEqual(facts(adu(0, head, 12, 'BMX P34 2020', [1, 1])), {
      vendor: 'Schneider Electric',
      model: 'BMX P34 2020',
    })
  })

  it('refuses what is not Modbus', () => {
    assert.equal(readBy(modbus, bytesOf('GET / HTTP/1.1')).scanned, -1)
    assert.deepEqual(readBy(modbus, bytesOf('GET / HTTP/1.1')).oddities, ['foreign-protocol'])
    assert.deepEqual(answer(bytesOf([0, 1, 0, 0, 0, 255, 1, 3])).oddities, ['length-out-of-range'])
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [identification(1), identification(9), adu(1, [17, 9, 1], 'Meter-3', [0xff])]
    assertTotal(modbus, samples, 400)
    for (const sample of samples) {
      assert.deepEqual(silentTruncations(modbus, sample, asServer), [])
      assert.deepEqual(silentTruncations(modbus, sample, { ...asServer, isCut: true }), [])
    }
  })
})
