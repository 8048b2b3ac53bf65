// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { amqp } from './index.ts'

const long = (text: string | Uint8Array) => bytesOf([0, 0, 0, text.length], text)
const field = (name: string, value: string) => bytesOf([name.length], name, 'S', long(value))
const frame = (content: Uint8Array) => bytesOf([1, 0, 0, 0, 0, 0, content.length], content, [0xce])
const table = long(
  bytesOf(field('product', 'RabbitMQ'), field('version', '3.13.2'), [3], 'aks', 't', [1]),
)
const start = frame(bytesOf([0, 10, 0, 10, 0, 9], table, long('PLAIN'), long('en_US')))
const startOk = frame(
  bytesOf([0, 10, 0, 11], table, [5], 'PLAIN', long('\0line3\0hunter2'), [5], 'en_US'),
)
const opening = bytesOf('AMQP', [0, 0, 9, 1])
const open = bytesOf(
  [0, 0, 0, 30, 2, 0, 0, 0],
  [0, 0x53, 0x10, 0xc0, 16, 2],
  [0xa1, 6],
  'aoi-07',
  [0xa1, 6],
  'broker',
)

describe('amqp', () => {
  it('names the broker', () => {
    assert.deepEqual(factsNamed(readBy(amqp, start), 'server_software'), ['RabbitMQ 3.13.2'])
    assert.equal(readBy(amqp, opening).isRecognised, true)
  })

  it('names the user of a plain log-in and never the password', () => {
    const read = readBy(amqp, bytesOf(opening, startOk))
    assert.deepEqual(read.events, [{ name: 'cleartext_login', detail: { user: 'line3' } }])
    assert.ok(!JSON.stringify(read).includes('hunter2'))
  })

  it('names both ends of a connection of 1.0', () => {
    const read = readBy(amqp, bytesOf('AMQP', [0, 1, 0, 0], open))
    assert.deepEqual(factsNamed(read, 'amqp.container'), ['aoi-07'])
    assert.deepEqual(factsNamed(read, 'amqp.host'), ['broker'])
  })

  it('accepts any bytes and waits for what is not whole', () => {
    assertTotal(amqp, [opening, start, startOk, open], 300)
    assert.equal(readBy(amqp, start.subarray(0, 40)).consumed, 0)
    assert.deepEqual(readBy(amqp, start.subarray(0, 40), { isCut: true }).oddities, ['truncated'])
  })
})
