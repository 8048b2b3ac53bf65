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
