// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { ntp } from './index.ts'

const answer = bytesOf(fromHex('24 02 06 ec 00000000 00000000 c0000201'), new Uint8Array(32))
const text = 'version="ntpd 4.2.8p15", processor="armv7l", system="Linux/5.10"'
const control = bytesOf(fromHex('16 82 0001 0000 0000 0000'), [0, text.length], text)

describe('ntp', () => {
  it('keeps who serves time from where', () => {
    const read = readBy(ntp, answer)
    assert.deepEqual(factsNamed(read, 'role_hint'), ['time-server'])
    assert.deepEqual(factsNamed(read, 'ntp.stratum'), ['2'])
    assert.deepEqual(factsNamed(read, 'ntp.source'), ['192.0.2.1'])
  })

  it('takes the time from servers, over the turn of the era, and from no client', () => {
    const said = (mode: number, seconds: number) => {
      const message = Uint8Array.from(answer)
      message[0] = 0x20 | mode
      new DataView(message.buffer).setUint32(40, seconds)
      return readBy(ntp, message).clocks
    }
    assert.deepEqual(said(4, 2_208_988_800 + 1_788_249_600), [1_788_249_600])
    // 7 February 2036, 06:28:16 UTC (RFC 5905, figure 4).
    assert.deepEqual([said(5, 0xffff_ffff), said(4, 1)], [[2_085_978_495], [2_085_978_497]])
    assert.deepEqual([said(3, 4e9), said(4, 0)], [[], []])
  })

  it('reads what a server says of itself', () => {
    const read = readBy(ntp, control)
    assert.deepEqual(factsNamed(read, 'server_software'), ['ntpd 4.2.8p15'])
    assert.deepEqual(factsNamed(read, 'operating_system'), ['Linux/5.10'])
  })

  it('names every truncation and accepts any bytes', () => {
    for (const message of [answer, control]) assert.deepEqual(silentTruncations(ntp, message), [])
    assertTotal(ntp, [answer, control], 2000)
  })
})
