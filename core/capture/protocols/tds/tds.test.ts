// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { tds } from './index.ts'

const le16 = (value: number) => [value & 0xff, value >> 8]
const wide = (text: string) => Array.from(text, (c) => [c.charCodeAt(0), 0]).flat()
const zeros = (count: number) => Array(count).fill(0)
const packet = (kind: number, body: readonly number[]) =>
  bytesOf([kind, 1, (body.length + 8) >> 8, (body.length + 8) & 0xff, 0, 0, 1, 0], body)

function login(fields: readonly string[]): Uint8Array {
  const heads: number[] = []
  const tail: number[] = []
  const begin = 36 + 4 * 9 + 6 + 12
  for (const field of fields) {
    heads.push(...le16(begin + tail.length), ...le16(field.length))
    tail.push(...wide(field))
  }
  return packet(16, [...zeros(36), ...heads, ...zeros(6 + 12), ...tail])
}

const clear = login(['PANEL7', 'sa', 'geheim', 'Historian', 'SQL01', '', 'OLEDB', '', 'line4'])
const trusted = login(['PANEL7', '', '', 'Historian', 'SQL01', '', 'OLEDB', '', ''])
const prelogin = packet(4, [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 255, 12, 0, 0x10, 0x04, 0, 0, 2])
const shortText = (text: string) => [text.length, ...wide(text)]
const token = (kind: number, content: readonly number[]) => [
  kind,
  ...le16(content.length),
  ...content,
]
const loggedIn = packet(4, [
  ...token(0xab, [...zeros(6), ...le16(2), ...wide('hi'), ...shortText('SQL01'), 0, 0, 0, 0, 0]),
  ...token(0xad, [1, 0x74, 0, 0, 4, ...shortText('Microsoft SQL Server'), 12, 0, 0x10, 0x04]),
  ...[0xfd, 0, 0, 0, 0],
])

describe('tds', () => {
  it('reads who logs in from where with which program, without the password', () => {
    const read = readBy(tds, clear)
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL7'])
    assert.deepEqual(factsNamed(read, 'tds.application'), ['Historian'])
    assert.deepEqual(factsNamed(read, 'tds.database'), ['line4'])
    assert.deepEqual(read.events, [
      { name: 'cleartext_login', detail: { user: 'sa', application: 'Historian' } },
    ])
    assert.ok(!JSON.stringify(read.facts).includes('geheim'))
    assert.deepEqual(readBy(tds, trusted).events, [])
  })

  it('reads version, encryption and name of a server', () => {
    const answer = readBy(tds, prelogin, { isFromServer: true })
    assert.deepEqual(factsNamed(answer, 'tds.version'), ['12.0.4100'])
    assert.deepEqual(factsNamed(answer, 'tds.encryption'), ['not supported'])
    const read = readBy(tds, loggedIn, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'server_software'), ['Microsoft SQL Server'])
    assert.deepEqual(factsNamed(read, 'tds.version'), ['12.0.4100'])
    assert.deepEqual(factsNamed(read, 'tds.server_name'), ['SQL01'])
  })

  it('reads the login of old clients', () => {
    const field = (text: string) => [...bytesOf(text), ...zeros(30 - text.length), text.length]
    const body = [
      ...field('OLDBOX'),
      ...field('probe'),
      ...field('secret'),
      ...zeros(47),
      ...field('isql'),
      ...field('SYB1'),
      ...zeros(20),
    ]
    const read = readBy(tds, packet(2, body))
    assert.deepEqual(factsNamed(read, 'hostname'), ['OLDBOX'])
    assert.deepEqual(factsNamed(read, 'tds.application'), ['isql'])
    assert.deepEqual(read.events, [{ name: 'cleartext_login', detail: { user: 'probe' } }])
    assert.ok(!JSON.stringify(read.facts).includes('secret'))
  })

  it('names every truncation and takes any bytes', () => {
    for (const whole of [clear, prelogin, loggedIn]) {
      const options = { isFromServer: whole !== clear }
      assert.deepEqual(silentTruncations(tds, whole, options), [])
      assertTotal(tds, [whole], 300)
    }
  })
})
