// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hexLines } from './hex.ts'
import { addressOf, framesIn } from './named.ts'

describe('bytes of a packet', () => {
  it('stand sixteen to a line, with what is text beside them', () => {
    const bytes = new TextEncoder().encode('HTTP/1.1 200\u001b[31m OK')
    assert.deepEqual(hexLines(bytes), [
      '0000  48 54 54 50 2f 31 2e 31 20 32 30 30 1b 5b 33 31  HTTP/1.1 200·[31',
      '0010  6d 20 4f 4b                                      m OK',
    ])
    assert.deepEqual(hexLines(new Uint8Array()), [])
  })
})

describe('packets named in a finding', () => {
  it('are read with their capture, and found again by their address', () => {
    const text = 'Gezien.\nflat/a/b\ncaptures/x.pcap #12, captures/y.pcap.gz #3, z.pcapng #0'
    const frames = framesIn(text)
    assert.deepEqual(frames, [
      { capture: 'captures/x.pcap', frame: 12 },
      { capture: 'captures/y.pcap.gz', frame: 3 },
    ])
    const [first] = frames
    assert.ok(first)
    assert.equal(addressOf('id', first), '/findings/id/frame?capture=captures%2Fx.pcap&frame=12')
    assert.deepEqual(framesIn(undefined), [])
  })
})
