// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseFilter, passes } from './index.ts'

const mac = (last: number) => [2, 0, 0, 0, 0, last]
const ports = (from: number, to: number) => [from >> 8, from & 255, to >> 8, to & 255]

/** TCP from 10.0.0.1:40000 to 10.0.0.9:102, in VLAN 20. */
const tagged = Uint8Array.from([
  ...[...mac(9), ...mac(1), 0x81, 0, 0x20, 20, 8, 0],
  ...[0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 9],
  ...[...ports(40_000, 102), 0, 0, 0, 0],
])
/** UDP from fd00::1 to fd00::2, port 5353. */
const six = Uint8Array.from([
  ...[...mac(2), ...mac(1), 0x86, 0xdd, 0x60, 0, 0, 0, 0, 8, 17, 64],
  ...[0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ...[0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, ...ports(5353, 5353)],
])
const arp = Uint8Array.from([
  ...[...mac(255), ...mac(1), 8, 6, 0, 1, 8, 0, 6, 4, 0, 1],
  ...[...mac(1), 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 10, 0, 0, 7],
])

function isThrough(text: string, frame: Uint8Array): boolean {
  const parsed = parseFilter(text)
  assert.ok(parsed.ok, `${text}: ${JSON.stringify(parsed)}`)
  return passes(parsed.value, frame)
}

describe('a filter', () => {
  it('means what tcpdump means by it', () => {
    const rows: readonly (readonly [string, boolean, boolean, boolean])[] = [
      ['', true, true, true],
      ['tcp', true, false, false],
      ['ip6 and udp port 5353', false, true, false],
      ['host 10.0.0.1', true, false, true],
      ['src host 10.0.0.9', false, false, false],
      ['dst 10.0.0.9', true, false, false],
      ['net 10.0.0.0/29', true, false, true],
      ['dst net 10.0.0.8/29', true, false, false],
      ['net fd00::/16', false, true, false],
      ['vlan 20 and port 102', true, false, false],
      ['vlan 21', false, false, false],
      ['portrange 100-110', true, false, false],
      ['src portrange 100-110', false, false, false],
      ['ether host 02:00:00:00:00:09', true, false, false],
      ['ether src 02:00:00:00:00:01', true, true, true],
      ['not (tcp or arp)', false, true, false],
      ['! tcp && ! arp', false, true, false],
      ['tcp or udp and port 5353', true, true, false],
      ['not not arp', false, false, true],
    ]
    for (const [text, ...expected] of rows) {
      const found = [tagged, six, arp].map((frame) => isThrough(text, frame))
      assert.deepEqual(found, expected, text)
    }
  })

  it('says where it is wrong', () => {
    for (const [text, place] of [
      ['host', 2],
      ['host 10.0.0.256', 2],
      ['net 10.0.0.0/33', 2],
      ['port 70000', 2],
      ['tcp tcp', 2],
      ['( tcp', 3],
      ['tcp and', 3],
      ['ether 1', 2],
      ['colour blue', 1],
      ['host 1::2::3', 2],
    ] as const) {
      const parsed = parseFilter(text)
      assert.ok(!parsed.ok, text)
      assert.equal(parsed.facts['place'], place, text)
    }
    assert.ok(!parseFilter('('.repeat(150)).ok)
    assert.ok(!parseFilter('x'.repeat(5_000)).ok)
  })

  it('answers for any text and any frame, cut anywhere', () => {
    const word = fc.constantFrom('host', '10.0.0.1', 'and', 'not', '(', ')', 'port', '80', 'vlan')
    fc.assert(
      fc.property(fc.array(word), fc.uint8Array({ maxLength: 80 }), (words, bytes) => {
        const parsed = parseFilter(words.join(' '))
        if (parsed.ok) passes(parsed.value, bytes)
      }),
    )
    for (let length = 0; length <= tagged.length; length += 1) {
      assert.equal(isThrough('port 102 and not port 102', tagged.subarray(0, length)), false)
    }
  })
})
