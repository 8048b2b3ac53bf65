// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { hartIp, hartIpTcp } from './index.ts'

const message = (type: number, command: number, ...data: (number[] | string)[]) => {
  const content = bytesOf(...data)
  const frame = bytesOf([0x86, 0x26, 1, 2, 3, 4, command, content.length], content, [0])
  return bytesOf([1, type, 3, 0, 0, 9, 0, frame.length + 8], frame)
}
const identity = message(1, 0, [0, 0, 254, 0x26, 0x95, 5, 7, 2, 17, 0, 0, 9, 8, 7])
const tag = message(1, 20, [0, 0], 'FT-4711')

describe('hart_ip', () => {
  it('takes identity and tag', () => {
    const facts = [identity, tag].flatMap((one) => readBy(hartIp, one).facts)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'hart_ip.device_type': '0x2695',
      'hart_ip.device_revision': '2',
      firmware: '17',
      'hart_ip.device_id': '090807',
      'hart_ip.tag': 'FT-4711',
    })
  })

  it('reads commands that come without a frame around them', () => {
    const answer = bytesOf([1, 1, 4, 0, 0, 38, 0, 20], [0, 0, 0, 20, 7, 0], 'FT-815')
    assert.deepEqual(
      readBy(hartIpTcp, answer).facts.map(({ name, value }) => [name, value]),
      [['hart_ip.tag', 'FT-815']],
    )
    assertTotal(hartIpTcp, [answer], 200)
  })

  it('names what resets an instrument', () => {
    const { codes } = readBy(hartIpTcp, message(0, 42))
    assert.deepEqual(
      codes.map((code) => hartIp.operation?.(code).effect),
      ['restart'],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(hartIp, [identity, tag], 300)
    assertTotal(hartIpTcp, [identity, tag], 300)
    assert.deepEqual(silentTruncations(hartIp, identity), [])
    assert.deepEqual(silentTruncations(hartIpTcp, identity), [])
  })
})
