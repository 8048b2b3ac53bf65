// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { scan } from '../../protocol.ts'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { pnDcp } from './index.ts'

const block = (option: number, suboption: number, ...value: (string | number[])[]) => {
  const content = bytesOf(...value)
  const pad = content.length % 2 === 1 ? [0] : []
  return bytesOf([option, suboption, 0, content.length], content, pad)
}

const frame = (frameId: number, service: number, type: number, ...blocks: Uint8Array[]) => {
  const body = bytesOf(...blocks)
  const head = [frameId >> 8, frameId & 255, service, type, 0, 0, 0, 7, 0, 0]
  return bytesOf(head, [body.length >> 8, body.length & 255], body)
}

const info = [0, 1]
const identifyAnswer = frame(
  0xfeff,
  5,
  1,
  block(2, 1, info, 'S7-1500'),
  block(2, 2, info, 'plc-filling'),
  block(2, 3, info, [0x00, 0x2a, 0x01, 0x0d]),
  block(2, 4, info, [0x02, 0x00]),
  block(1, 2, info, [192, 168, 0, 10, 255, 255, 255, 0, 192, 168, 0, 1]),
)
const question = frame(0xfefe, 5, 0, block(2, 2, 'drive-7'))
const setAddress = frame(
  0xfefd,
  4,
  0,
  block(1, 2, [0, 1], [10, 0, 0, 9, 255, 0, 0, 0, 0, 0, 0, 0]),
  block(5, 2, [0, 0]),
)
const setName = frame(0xfefd, 4, 0, block(2, 2, [0, 0], 'robot'))
const reset = frame(0xfefd, 4, 0, block(5, 6, [0, 4]))
const flash = frame(0xfefd, 4, 0, block(5, 3, [0, 0, 1, 0]))

const namesOf = (codes: readonly number[]) => codes.map((code) => pnDcp.operation?.(code).name)

describe('pn_dcp', () => {
  it('takes name, type, ids, role and address from an Identify answer', () => {
    const read = readBy(pnDcp, identifyAnswer)
    const named = Object.fromEntries(read.facts.map((fact) => [fact.name, fact.value]))
    assert.deepEqual(named, {
      model: 'S7-1500',
      station_name: 'plc-filling',
      'pn_dcp.vendor_id': '0x002a',
      'pn_dcp.device_id': '0x010d',
      vendor: 'Siemens',
      'pn_dcp.device_role': '0x02',
      role_hint: 'io_controller',
      'pn_dcp.ip': '192.168.0.10',
      'pn_dcp.mask': '255.255.255.0',
      'pn_dcp.gateway': '192.168.0.1',
    })
    assert.deepEqual(read.bindings, [{ mac: '02:00:00:00:00:01', ip: '192.168.0.10' }])
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(read.scanLayers, ['pn_rt', 'pn_dcp'])
  })

  it('notes whom a controller asks for', () => {
    assert.deepEqual(factsNamed(readBy(pnDcp, question), 'pn_dcp.asked_for'), ['drive-7'])
  })

  it('reports who sets an address, and whether it stays', () => {
    const read = readBy(pnDcp, setAddress)
    assert.deepEqual(read.events, [
      {
        name: 'address_set',
        detail: {
          mac: '02:00:00:00:00:02',
          ip: '10.0.0.9',
          mask: '255.0.0.0',
          gateway: '0.0.0.0',
          kept: 'permanent',
        },
      },
    ])
    assert.deepEqual(namesOf(read.codes), ['set_ip_address'])
  })

  it('reports a name set for now and a reset', () => {
    assert.deepEqual(readBy(pnDcp, setName).events[0]?.detail, {
      mac: '02:00:00:00:00:02',
      name: 'robot',
      kept: 'temporary',
    })
    assert.equal(readBy(pnDcp, reset).events[0]?.name, 'factory_reset')
    assert.deepEqual(namesOf(readBy(pnDcp, flash).codes), ['flash_led'])
  })

  it('tells a refused set from an accepted one', () => {
    const answer = (error: number) => frame(0xfefd, 4, 1, block(5, 4, [1, 2, error]))
    assert.deepEqual(namesOf(readBy(pnDcp, answer(0)).codes), ['set_response'])
    assert.deepEqual(namesOf(readBy(pnDcp, answer(3)).codes), ['set_refused'])
  })

  it('counts cyclic, alarm and time frames without opening them', () => {
    const cyclic = readBy(pnDcp, bytesOf([0x80, 0x01], new Uint8Array(44)))
    assert.deepEqual(cyclic.scanLayers, ['pn_rt', 'pn_io'])
    assert.equal(cyclic.scanned, scan.silent)
    const time = readBy(pnDcp, bytesOf([0xff, 0x40], new Uint8Array(44)))
    assert.deepEqual(time.scanLayers, ['pn_rt', 'pn_ptcp'])
    const plug = bytesOf(
      [0xfe, 0x01],
      [0, 1, 0, 2, 0x11, 0, 0, 0, 0, 0, 0, 8],
      [0, 2, 0, 6, 1, 0, 0, 4],
    )
    assert.deepEqual(namesOf(readBy(pnDcp, plug).codes), ['alarm_plug'])
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [identifyAnswer, question, setAddress, setName, reset, flash]
    assertTotal(pnDcp, samples, 300)
    for (const sample of samples) assert.deepEqual(silentTruncations(pnDcp, sample), [])
  })
})
