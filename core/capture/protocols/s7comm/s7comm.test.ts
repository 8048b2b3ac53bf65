// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, fromHex, readBy, silentTruncations } from '../testing.ts'
import { s7comm } from './index.ts'

const two = (value: number) => [value >> 8, value & 255]
const tpkt = (...unit: (Uint8Array | number[])[]) => {
  const content = bytesOf(...unit)
  return bytesOf([3, 0], two(content.length + 4), content)
}
const data = (...content: (Uint8Array | number[])[]) => tpkt([2, 0xf0, 0x80], ...content)
const job = (parameters: Uint8Array, content: Uint8Array = new Uint8Array()) =>
  data([0x32, 1, 0, 0, 0, 1], two(parameters.length), two(content.length), parameters, content)
const answer = (content: Uint8Array, units = [0, 0]) =>
  data(
    [0x32, 7, 0, 0, 0, 1, 0, 12],
    two(content.length + 4),
    [0, 1, 0x12, 8, 0x12, 0x84, 1, 0, ...units, 0, 0],
    [0xff, 9],
    two(content.length),
    content,
  )
const padded = (text: string, length: number) => bytesOf(text.padEnd(length, '\0'))

const modules = bytesOf(
  fromHex('0011 0000 001c 0002'),
  [0, 1],
  padded('6ES7 315-2EH14-0AB0 ', 20),
  fromHex('00c0 0004 0001'),
  [0, 7],
  padded('', 20),
  fromHex('00c0 5603 0206'),
)
const component = (index: number, text: string) => bytesOf(two(index), padded(text, 32))
const components = bytesOf(
  fromHex('001c 0000 0022 0004'),
  component(1, 'Line 4'),
  component(5, 'S C-X1Y234567'),
  component(7, 'CPU 315-2 PN/DP'),
  bytesOf(two(9), padded('\0*', 32)),
)
const mode = bytesOf(fromHex('0424 0000 0014 0001 5100 ff 84'), new Uint8Array(16))

const start = job(bytesOf([0x28, 0, 0, 0, 0, 0, 0, 0xfd, 0, 0, 9], 'P_PROGRAM'))
const stop = job(bytesOf([0x29, 0, 0, 0, 0, 0, 9], 'P_PROGRAM'))
const write = job(fromHex('0501120a10020001000083000000'), fromHex('00040008ff'))
const connect = tpkt(fromHex('11 e0 0000 0001 00 c00109 c1020100 c2020302'))
const confirm = tpkt(fromHex('11 d0 0001 0002 00 c00109 c1020100 c2020302'))

const named = (code: number) => s7comm.operation?.(code)
const read = (message: Uint8Array) => readBy(s7comm, message, { destination: { port: 102 } })
const facts = (message: Uint8Array) =>
  Object.fromEntries(read(message).facts.map(({ name, value }) => [name, value]))

describe('s7comm', () => {
  it('takes order number and versions from the module list', () => {
    assert.deepEqual(facts(answer(modules)), {
      order_number: '6ES7 315-2EH14-0AB0',
      hardware: '4',
      firmware: 'V3.2.6',
    })
    assert.equal(read(answer(modules)).scanned, 1)
  })

  it('takes names, serial and maker from the component list', () => {
    assert.deepEqual(facts(answer(components)), {
      's7comm.system_name': 'Line 4',
      serial: 'S C-X1Y234567',
      model: 'CPU 315-2 PN/DP',
      's7comm.manufacturer_id': '0x002a',
      vendor: 'Siemens',
    })
  })

  it('takes the mode', () => {
    assert.deepEqual(facts(answer(mode)), { 's7comm.mode': 'stop' })
  })

  it('joins an answer in pieces, and waits for the last', () => {
    const pieces = [answer(components.slice(0, 90), [7, 1]), answer(components.slice(90), [7, 0])]
    assert.equal(read(pieces[0]!).consumed, 0)
    assert.deepEqual(read(pieces[0]!).facts, [])
    assert.equal(facts(bytesOf(...pieces)).serial, 'S C-X1Y234567')
    assert.equal(read(pieces[1]!).scanned, 1)
  })

  it('joins messages in several transport units', () => {
    const whole = answer(modules).slice(7)
    const message = bytesOf(tpkt([2, 0xf0, 0], whole.slice(0, 50)), data(whole.slice(50)))
    assert.equal(facts(message).firmware, 'V3.2.6')
  })

  it('names stop, start and write', () => {
    const codes = [start, stop, write].flatMap((message) => read(message).codes)
    assert.deepEqual(codes.map(named), [
      { name: 'plc_start', effect: 'start' },
      { name: 'plc_stop', effect: 'stop' },
      { name: 'write_var', effect: 'write' },
    ])
  })

  it('names the slot that accepts a connection', () => {
    assert.deepEqual(read(confirm).facts.at(-1), {
      name: 's7comm.partner',
      value: 's7_basic',
      about: { child: 's7-slot', key: '0/2', of: 'sender' },
    })
    assert.deepEqual(facts(connect), { 'cotp.src_tsap': '0x0100', 'cotp.dst_tsap': '0x0302' })
  })

  it('reads the clear part of S7comm-plus', () => {
    const text = bytesOf('1;6ES7 212-1BE31-0XB0 ;V3.0')
    const body = bytesOf(fromHex('32 0000 04ca 0000 0001 36110287 3e'), new Uint8Array(4), text)
    const session = data([0x72, 1], two(body.length), body, fromHex('72010000'))
    assert.deepEqual(facts(session), {
      vendor: 'Siemens',
      order_number: '6ES7 212-1BE31-0XB0',
      firmware: 'V3.0',
    })
    assert.deepEqual(read(session).scanLayers, ['tpkt', 'cotp', 's7comm_plus'])
  })

  it('takes maker, model and revision from an MMS server', () => {
    const nest = (tag: number, ...content: Uint8Array[]) => {
      const inner = bytesOf(...content)
      return bytesOf([tag, inner.length], inner)
    }
    const text = (tag: number, value: string) => nest(tag, bytesOf(value))
    const identify = nest(0xa2, text(0x80, 'Acme'), text(0x81, 'IED-7'), text(0x82, '1.02'))
    const answered = nest(0xa1, nest(0x02, bytesOf(1)), identify)
    const user = nest(0x61, nest(0x30, nest(0x02, bytesOf(3)), nest(0xa0, answered)))
    const message = data([1, 0, 1, 0], user)
    assert.deepEqual(facts(message), { vendor: 'Acme', model: 'IED-7', firmware: '1.02' })
    assert.deepEqual(read(message).scanLayers, ['tpkt', 'cotp', 'mms'])
  })

  it('is found on other ports only by its mark', () => {
    assert.equal(readBy(s7comm, start).isRecognised, true)
    assert.equal(readBy(s7comm, connect).isRecognised, false)
    assert.equal(read(connect).isRecognised, true)
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [answer(modules), answer(components), start, write, connect, confirm]
    assertTotal(s7comm, samples, 300)
    for (const sample of samples) {
      const destination = { port: 102 }
      assert.deepEqual(silentTruncations(s7comm, sample, { destination }), [])
      assert.deepEqual(silentTruncations(s7comm, sample, { destination, isCut: true }), [])
    }
  })
})
