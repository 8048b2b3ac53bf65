// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { smb } from './index.ts'

const u16 = (value: number) => [value & 0xff, value >> 8]
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)]
const wide = (text: string) => Array.from(`${text}\0`, (c) => [c.charCodeAt(0), 0]).flat()
const zeros = (count: number) => Array(count).fill(0)
const framed = (message: readonly number[]) =>
  bytesOf([0, 0, message.length >> 8, message.length & 0xff], message)

interface First {
  readonly command: number
  readonly isAnswer?: boolean
  readonly words: readonly number[]
  readonly data: readonly number[]
}

const first = ({ command, isAnswer = false, words, data }: First) =>
  framed([
    ...[0xff, 0x53, 0x4d, 0x42, command, 0, 0, 0, 0, isAnswer ? 0x80 : 0],
    ...u16(0x8000),
    ...zeros(20),
    words.length / 2,
    ...words,
    ...u16(data.length),
    ...data,
  ])

const second = (command: number, body: readonly number[], isAnswer = false) =>
  framed([
    ...[0xfe, 0x53, 0x4d, 0x42, 64, 0, 0, 0, 0, 0, 0, 0],
    ...u16(command),
    0,
    0,
    ...u32(isAnswer ? 1 : 0),
    ...zeros(44),
    ...body,
  ])

const setUp = first({
  command: 0x73,
  words: [0xff, 0, 0, 0, ...zeros(10), ...u16(24), ...u16(24), ...zeros(8)],
  // 48 bytes of answers end at an odd distance from the header: one byte is filled in.
  data: [
    ...zeros(48),
    0,
    ...wide('operator'),
    ...wide('WORKS'),
    ...wide('Windows 2002 Service Pack 3 2600'),
    ...wide('Windows 2002 5.1'),
  ],
})
const setUpAnswer = first({
  command: 0x73,
  isAnswer: true,
  words: [0xff, 0, 0, 0, 0, 0],
  data: [0, ...wide('Windows 5.1'), ...wide('Windows 2000 LAN Manager'), ...wide('CELL')],
})
const negotiated = first({
  command: 0x72,
  isAnswer: true,
  words: [...u16(5), 0x01, ...zeros(16), ...u32(4), ...zeros(10), 8],
  data: [...zeros(8), ...wide('CELL'), ...wide('HMI3')],
})
const secondNegotiated = second(
  0,
  [
    ...[65, 0, ...u16(3), ...u16(0x0302), 0, 0],
    ...Array.from({ length: 16 }, (_, index) => index),
    ...zeros(16),
    // 1 September 2026, 08:00 UTC.
    ...[0x00, 0x80, 0x05, 0xe3, 0xe7, 0x39, 0xdd, 0x01],
    ...zeros(8),
    ...u16(128),
    ...u16(4),
    ...zeros(4),
    ...bytesOf('NONE'),
  ],
  true,
)
const secondDialects = second(0, [36, 0, ...u16(2), ...zeros(32), ...u16(0x0202), ...u16(0x0311)])
const share = second(3, [9, 0, 0, 0, ...u16(72), ...u16(22), ...wide('\\\\HMI3\\d$').slice(0, 22)])

describe('smb', () => {
  it('reads the native system, the user and the age of an SMB 1 log-in', () => {
    const read = readBy(smb, setUp)
    assert.deepEqual(read.scanLayers, ['nbss', 'smb'])
    assert.equal(read.scanned, 1)
    assert.deepEqual(factsNamed(read, 'operating_system'), ['Windows 2002 Service Pack 3 2600'])
    assert.deepEqual(factsNamed(read, 'smb.native_lanman'), ['Windows 2002 5.1'])
    assert.deepEqual(factsNamed(read, 'smb.user'), ['operator'])
    assert.deepEqual(read.events, [
      { name: 'weak_authentication', detail: { scheme: 'NTLMv1', user: 'operator' } },
      { name: 'old_version', detail: { version: 'SMB 1' } },
    ])
    const answer = readBy(smb, setUpAnswer, { isFromServer: true })
    assert.deepEqual(factsNamed(answer, 'operating_system'), ['Windows 5.1'])
    assert.deepEqual(factsNamed(answer, 'domain'), ['CELL'])
  })

  it('reads the names of a server that agrees on SMB 1 and on clear text', () => {
    const read = readBy(smb, negotiated, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'hostname'), ['HMI3'])
    assert.deepEqual(factsNamed(read, 'domain'), ['CELL'])
    assert.deepEqual(factsNamed(read, 'smb.signing'), ['off'])
    assert.deepEqual(
      read.events.map((event) => event.name),
      ['old_version', 'weak_authentication'],
    )
  })

  it('does not blame a client for listing old dialects', () => {
    const text = ['NT LM 0.12', 'SMB 2.???'].flatMap((name) => [2, ...bytesOf(name), 0])
    const read = readBy(smb, first({ command: 0x72, words: [], data: text }))
    assert.deepEqual(factsNamed(read, 'smb.dialects'), ['NT LM 0.12,SMB 2.???'])
    assert.deepEqual(read.events, [])
  })

  it('reads dialects, identity and shares of SMB 2 and 3', () => {
    const answer = readBy(smb, secondNegotiated, { isFromServer: true })
    assert.deepEqual(answer.scanLayers, ['nbss', 'smb2'])
    assert.deepEqual(factsNamed(answer, 'smb.dialect'), ['0x0302'])
    assert.deepEqual(factsNamed(answer, 'smb.signing'), ['required'])
    assert.deepEqual(answer.clocks, [1_788_249_600])
    assert.deepEqual(factsNamed(answer, 'smb.server_guid'), [
      '03020100-0504-0706-0809-0a0b0c0d0e0f',
    ])
    assert.deepEqual(factsNamed(readBy(smb, secondDialects), 'smb.dialect'), ['0x0202', '0x0311'])
    const asked = readBy(smb, share)
    assert.deepEqual(asked.facts, [{ name: 'smb.share', value: '\\\\HMI3\\d$', about: 'receiver' }])
    assert.deepEqual(answer.events, [])
  })

  it('counts a remote procedure call in a pipe', () => {
    const call = [5, 0, 0, 3, 16, 0, 0, 0, ...zeros(24)]
    const write = second(9, [49, 0, ...u16(112), ...zeros(44), ...call])
    assert.deepEqual(readBy(smb, write).scanLayers, ['nbss', 'smb2', 'dcerpc'])
  })

  it('reads both names of a NetBIOS session request', () => {
    const encoded = (name: string) => [
      32,
      ...Array.from(name.padEnd(16), (c) => [
        0x41 + (c.charCodeAt(0) >> 4),
        0x41 + (c.charCodeAt(0) & 15),
      ]).flat(),
      0,
    ]
    const request = bytesOf([0x81, 0, 0, 68], encoded('HMI3'), encoded('PANEL7'))
    const read = readBy(smb, request, { destination: { port: 139 } })
    assert.ok(read.isRecognised)
    assert.deepEqual(
      read.facts.map((fact) => [fact.value, fact.about]),
      [
        ['PANEL7', 'sender'],
        ['HMI3', 'receiver'],
      ],
    )
  })

  it('counts nothing for the middle of a file', () => {
    assert.equal(readBy(smb, new Uint8Array(200).fill(0x41)).scanned, -1)
  })

  it('names every truncation and takes any bytes', () => {
    const messages = [setUp, setUpAnswer, negotiated, secondNegotiated, share]
    for (const message of messages) {
      assert.deepEqual(silentTruncations(smb, message), [])
      assert.deepEqual(silentTruncations(smb, message, { isCut: true }), [])
    }
    assertTotal(smb, [...messages, bytesOf(setUp, secondDialects)], 300)
  })
})
