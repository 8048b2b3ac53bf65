// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { ethercat } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
interface Part {
  readonly command: number
  readonly address?: number
  readonly offset?: number
  readonly data: Uint8Array
  readonly counter?: number
}
const two = (value: number) => [value & 255, (value >> 8) & 255]
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)]

const frame = (...parts: Part[]) => {
  const body = bytesOf(
    ...parts.map(({ command, address = 0, offset = 0, data, counter = 1 }, index) =>
      bytesOf(
        [command, index],
        two(address),
        two(offset),
        two(data.length | (index < parts.length - 1 ? 0x8000 : 0)),
        [0, 0],
        data,
        two(counter),
      ),
    ),
  )
  return bytesOf(two(body.length | 0x1000), body)
}
const back = { source: { mac: '02:00:00:00:00:07' } }
const of = { mac: '00:00:00:00:00:07' }
const slave = (key: string) => ({ child: 'ethercat-slave', key, of })

const count = frame({ command: 7, offset: 0x130, data: bytesOf([8, 0]), counter: 2 })
const askPlace = (word: number) =>
  frame({ command: 2, address: 2, offset: 0x502, data: bytesOf([0, 1], four(word)) })
const answerPlace = (word: number, ...values: number[]) =>
  frame({
    command: 1,
    address: 2,
    offset: 0x502,
    data: bytesOf([0x40, 0], four(word), ...values.map(four)),
  })
const setStation = frame({ command: 2, address: 2, offset: 0x10, data: bytesOf(two(1001)) })
const object = (index: number, subindex: number, ...value: Piece[]) => {
  const content = bytesOf(...value)
  const sdo = bytesOf([0, 0x30, 0x41], two(index), subindex, four(content.length), content)
  const mailbox = bytesOf(two(sdo.length), [0, 0, 0, 3], sdo, new Uint8Array(8))
  return frame({ command: 4, address: 1001, offset: 0x1080, data: mailbox })
}

const names = (message: Uint8Array) =>
  readBy(ethercat, message).codes.map((code) => ethercat.operation?.(code).name)

describe('ecat', () => {
  it('gives what a slave said by place to its station address', () => {
    const notes = new Map<string, string>()
    const read = (message: Uint8Array) => readBy(ethercat, message, { ...back, notes })
    read(count)
    read(askPlace(8))
    assert.deepEqual(read(answerPlace(8, 2, 0x044c2c52)).facts, [])
    const { facts } = read(setStation)
    assert.deepEqual(
      facts.map(({ name, value }) => [name, value]),
      [
        ['ecat.place', '0'],
        ['ecat.vendor_id', '0x00000002'],
        ['vendor', 'Beckhoff'],
        ['ecat.product_code', '0x044c2c52'],
        ['model', 'EK1100'],
      ],
    )
    assert.deepEqual(facts[0]?.about, slave('1001'))
  })

  it('counts the slaves that answer', () => {
    const read = readBy(ethercat, count, back)
    assert.deepEqual(read.facts[0], { name: 'ecat.slaves', value: '2', about: of })
  })

  it('takes names, versions and identity from objects', () => {
    const facts = [
      object(0x1008, 0, 'AKD'),
      object(0x100a, 0, '1.13.0'),
      object(0x1018, 4, four(0x1234)),
      object(0x1000, 0, four(0x00020192)),
    ].flatMap((message) => readBy(ethercat, message, back).facts)
    assert.deepEqual(
      facts.map(({ name, value }) => [name, value]),
      [
        ['model', 'AKD'],
        ['firmware', '1.13.0'],
        ['serial', '0x00001234'],
        ['device_type', '0x00020192'],
      ],
    )
    assert.equal(readBy(ethercat, object(0x1008, 0, 'AKD')).scanned, 1)
  })

  it('says nothing about a frame on its way out', () => {
    const out = frame({ command: 7, data: bytesOf([0, 0]), counter: 0 })
    assert.deepEqual(readBy(ethercat, out).facts, [])
  })

  it('leaves cyclic frames alone, and names what changes slaves', () => {
    const cyclic = frame(
      { command: 12, data: new Uint8Array(32), counter: 9 },
      { command: 7, offset: 0x130, data: new Uint8Array(2), counter: 3 },
    )
    assert.equal(readBy(ethercat, cyclic).scanned, 0)
    const boot = frame({ command: 5, offset: 0x120, data: bytesOf([3, 0]), counter: 0 })
    assert.deepEqual(names(boot), ['fpwr', 'request_bootstrap'])
    const control = bytesOf([0, 2], four(8))
    const burn = frame({ command: 5, offset: 0x502, data: control, counter: 0 })
    assert.deepEqual(names(burn), ['fpwr', 'eeprom_write'])
    const file = bytesOf(two(8), [0, 0, 0, 4, 2, 0], new Uint8Array(6))
    assert.deepEqual(names(frame({ command: 5, offset: 0x1000, data: file, counter: 0 })), [
      'fpwr',
      'foe_write',
    ])
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [count, answerPlace(8, 2, 1), setStation, object(0x1008, 0, 'AKD')]
    assertTotal(ethercat, samples, 400)
    for (const sample of samples) assert.deepEqual(silentTruncations(ethercat, sample), [])
  })
})
