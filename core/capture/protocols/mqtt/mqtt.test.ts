// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { mqtt } from './index.ts'

const text = (value: string) => bytesOf([0, bytesOf(value).length], value)
function packet(first: number, ...parts: (string | number | number[] | Uint8Array)[]): Uint8Array {
  const rest = bytesOf(...parts)
  const length = rest.length < 128 ? [rest.length] : [(rest.length & 127) | 128, rest.length >> 7]
  return bytesOf(first, length, rest)
}
const connect = packet(
  0x10,
  text('MQTT'),
  [4, 0xc6, 0, 60],
  text('gateway-4'),
  text('line/4/state'),
  text('gone'),
  text('operator'),
  text('geheim'),
)
const connect5 = packet(0x10, text('MQTT'), [5, 2, 0, 60], fromHex('051100000e10'), text('meter'))
const publish = packet(0x32, text('line/4/speed'), [0, 1], '17')
const subscribe = packet(0x82, [0, 2], text('line/+/speed'), 1, text('line/+/state'), 0)
const subscribe5 = packet(0x82, [0, 2], 0, text('line/+/speed'), 1)

const field = (number: number, value: string | Uint8Array) => {
  const bytes = bytesOf(value)
  return bytesOf((number << 3) | 2, bytes.length, bytes)
}
const metric = (name: string, value: string) =>
  field(2, bytesOf(field(1, name), [0x20, 12], field(15, value)))
const birth = packet(
  0x30,
  text('spBv1.0/Hall3/NBIRTH/Edge7'),
  fromHex('08 80e0b7a5f52e'),
  metric('Properties/Hardware Make', 'Maker'),
  metric('Properties/Hardware Model', 'Edge 700'),
  fromHex('1800'),
)

describe('mqtt', () => {
  it('keeps client, user and will, and says that a password passed in the clear', () => {
    const read = readBy(mqtt, connect)
    assert.deepEqual(factsNamed(read, 'mqtt.client_id'), ['gateway-4'])
    assert.deepEqual(factsNamed(read, 'mqtt.user'), ['operator'])
    assert.deepEqual(factsNamed(read, 'mqtt.topic'), ['line/4/state'])
    assert.deepEqual(factsNamed(read, 'mqtt.version'), ['3.1.1'])
    assert.deepEqual(
      read.events.map((event) => event.name),
      ['cleartext_login'],
    )
    assert.ok(!JSON.stringify(read).includes('geheim'))
    assert.deepEqual(read.oddities, [])
  })

  it('reads version 5 with its properties and notes who needs no password', () => {
    const read = readBy(mqtt, connect5)
    assert.deepEqual(factsNamed(read, 'mqtt.client_id'), ['meter'])
    assert.deepEqual(
      read.events.map((event) => event.name),
      ['weak_authentication'],
    )
  })

  it('keeps topics of messages and subscriptions of every version', () => {
    assert.deepEqual(factsNamed(readBy(mqtt, publish), 'mqtt.topic'), ['line/4/speed'])
    const topics = ['line/+/speed', 'line/+/state']
    assert.deepEqual(factsNamed(readBy(mqtt, subscribe), 'mqtt.topic'), topics)
    assert.deepEqual(factsNamed(readBy(mqtt, subscribe5), 'mqtt.topic'), [topics[0]])
  })

  it('reads several packets and leaves the begun one for the next segment', () => {
    const read = readBy(mqtt, bytesOf(publish, subscribe, publish.subarray(0, 5)))
    assert.equal(factsNamed(read, 'mqtt.topic').length, 3)
    assert.equal(read.consumed, publish.length + subscribe.length)
  })

  it('knows edge nodes of Sparkplug and what they are', () => {
    const read = readBy(mqtt, birth)
    assert.deepEqual(factsNamed(read, 'mqtt.sparkplug_node'), ['Hall3/Edge7'])
    assert.deepEqual(factsNamed(read, 'vendor'), ['Maker'])
    assert.deepEqual(factsNamed(read, 'model'), ['Edge 700'])
    const order = packet(0x30, text('spBv1.0/Hall3/DCMD/Edge7/Pump'), 'x')
    assert.deepEqual(
      readBy(mqtt, order).codes.map((code) => mqtt.operation?.(code).name),
      ['sparkplug_command'],
    )
  })

  it('reads the topic of a message too long to wait for, and passes over the rest', () => {
    const head = bytesOf(0x30, [0x80, 0x80, 0x80, 0x01], text('images/line/4'))
    const read = readBy(mqtt, head)
    assert.deepEqual(factsNamed(read, 'mqtt.topic'), ['images/line/4'])
    assert.deepEqual(read.oddities, ['message-passed-over'])
  })

  it('recognises the beginning of a connection anywhere, its middle on its port', () => {
    assert.equal(readBy(mqtt, connect).isRecognised, true)
    assert.equal(readBy(mqtt, publish).isRecognised, false)
    const onPort = { destination: { port: 1883 } }
    assert.equal(readBy(mqtt, publish, onPort).isRecognised, true)
    assert.equal(readBy(mqtt, bytesOf('GET / HTTP/1.1'), onPort).isRecognised, false)
  })

  it('leaves nothing unsaid and accepts any bytes', () => {
    for (const message of [connect, connect5, publish, subscribe, birth]) {
      assert.deepEqual(silentTruncations(mqtt, message), [])
    }
    assertTotal(mqtt, [connect, connect5, publish, subscribe, birth], 2000)
  })
})
