// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Protocol } from '../../protocol.ts'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { recordNtlm, recordNtlmText } from './index.ts'

/** Stands in for the protocols that carry the messages. */
const carrier: Protocol = {
  name: 'carrier',
  carrier: 'tcp',
  decode({ bytes, from, to }, recorder) {
    if (!recordNtlm(bytes, from, to, recorder)) recorder.oddity('no-message')
    return undefined
  },
}

const wide = (text: string) => Array.from(text, (c) => [c.charCodeAt(0), 0]).flat()
const u16 = (value: number) => [value & 0xff, value >> 8]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]
const version = [10, 0, ...u16(17763), 0, 0, 0, 15]
const begin = (type: number) => [...bytesOf('NTLMSSP'), 0, ...u32(type)]

/** Lays out the buffers after a header of `size` bytes: `parts` give each one's place in it. */
function message(size: number, fixed: readonly number[], parts: Record<number, readonly number[]>) {
  const header = Array.from({ length: size }, (_, at) => fixed[at] ?? 0)
  const tail: number[] = []
  for (const [place, content] of Object.entries(parts)) {
    header.splice(
      Number(place),
      8,
      ...u16(content.length),
      ...u16(content.length),
      ...u32(size + tail.length),
    )
    tail.push(...content)
  }
  return Uint8Array.from([...header, ...tail])
}

const pair = (id: number, text: string) => [...u16(id), ...u16(text.length * 2), ...wide(text)]
const challenge = message(
  56,
  [...begin(2), ...Array(8).fill(0), ...u32(0x0200_0001), ...Array(24).fill(0), ...version],
  {
    12: wide('WORKS'),
    40: [
      ...pair(2, 'WORKS'),
      ...pair(1, 'SCADA01'),
      ...pair(4, 'works.example'),
      ...pair(3, 'scada01.works.example'),
      ...u32(0),
    ],
  },
)
const authenticate = (answerBytes: number, flags: number) =>
  message(72, [...begin(3), ...Array(48).fill(0), ...u32(flags), ...version], {
    12: Array(24).fill(1),
    20: Array(answerBytes).fill(2),
    28: wide('WORKS'),
    36: wide('operator'),
    44: wide('PANEL7'),
    52: [],
  })

describe('ntlm', () => {
  it('reads the names and the version of a server', () => {
    const read = readBy(carrier, bytesOf('…before', challenge), { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'hostname'), ['SCADA01', 'scada01.works.example'])
    assert.deepEqual(factsNamed(read, 'domain'), ['WORKS', 'works.example'])
    assert.deepEqual(factsNamed(read, 'ntlm.target_name'), ['WORKS'])
    assert.deepEqual(factsNamed(read, 'ntlm.version'), ['10.0.17763'])
    assert.deepEqual(read.layers, ['ntlmssp'])
  })

  it('reads who logs in from where and leaves the answers alone', () => {
    const read = readBy(carrier, authenticate(120, 0x0200_0001))
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(factsNamed(read, 'ntlm.user'), ['operator'])
    assert.deepEqual(factsNamed(read, 'ntlm.user_domain'), ['WORKS'])
    assert.deepEqual(read.events, [])
  })

  it('names version 1 by the length of its answer', () => {
    const rows = [
      [24, 0x0000_0001, 'NTLMv1'],
      [24, 0x0008_0001, 'NTLMv1 with session security'],
      [0, 0x0000_0001, 'LM'],
    ] as const
    for (const [bytes, flags, scheme] of rows) {
      assert.deepEqual(readBy(carrier, authenticate(bytes, flags)).events, [
        { name: 'weak_authentication', detail: { scheme, user: 'operator' } },
      ])
    }
    assert.deepEqual(readBy(carrier, authenticate(25, 1)).events, [])
  })

  it('reads the machine that begins', () => {
    const opening = message(
      40,
      [...begin(1), ...u32(0x0200_3000), ...Array(16).fill(0), ...version],
      {
        16: [...bytesOf('WORKS')],
        24: [...bytesOf('PANEL7')],
      },
    )
    const read = readBy(carrier, opening)
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(factsNamed(read, 'domain'), ['WORKS'])
  })

  it('finds the message in the text of a header', () => {
    const text = `NTLM ${Buffer.from(challenge).toString('base64')}`
    const names: string[] = []
    const recorder = {
      fact: (name: string, value: string) => void names.push(`${name}=${value}`),
      binding: () => undefined,
      clock: () => undefined,
      event: () => undefined,
      layer: () => undefined,
      remember: () => undefined,
      recall: () => undefined,
      oddity: (name: string) => void names.push(name),
    }
    assert.ok(recordNtlmText(text, recorder))
    assert.ok(names.includes('hostname=SCADA01'))
    assert.ok(!names.includes('truncated'))
    assert.ok(!recordNtlmText('Basic dXNlcjpwYXNz', recorder))
  })

  it('names every truncation and takes any bytes', () => {
    assert.deepEqual(silentTruncations(carrier, challenge), [])
    assert.deepEqual(silentTruncations(carrier, authenticate(120, 0x0200_0001)), [])
    assertTotal(carrier, [challenge, authenticate(24, 1)], 500)
  })
})
