// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { ads, adsDiscovery } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
const two = (value: number) => [value & 255, (value >> 8) & 255]
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)]
const here = [5, 1, 2, 3, 1, 1]
const there = [10, 0, 0, 9, 1, 1]

interface Options {
  readonly isAnswer?: boolean
  readonly from?: number
  readonly to?: number
}
const message = (
  command: number,
  { isAnswer, from = 800, to = 801 }: Options,
  ...data: Piece[]
) => {
  const content = bytesOf(...data)
  return bytesOf(
    [0, 0],
    four(32 + content.length),
    [...there, ...two(to), ...here, ...two(from)],
    two(command),
    two(isAnswer ? 5 : 4),
    four(content.length),
    four(0),
    four(1),
    content,
  )
}
const field = (kind: number, ...data: Piece[]) => {
  const content = bytesOf(...data)
  return bytesOf(two(kind), two(content.length), content)
}
const discovery = (service: number, ...fields: Uint8Array[]) =>
  bytesOf(
    [3, 0x66, 0x14, 0x71],
    four(0),
    four(service),
    here,
    two(10000),
    four(fields.length),
    ...fields,
  )

const info = message(
  1,
  { isAnswer: true },
  four(0),
  [2, 11],
  two(2103),
  'PLC Server'.padEnd(16, '\0'),
)
const stop = message(5, {}, two(6), two(0), four(0))
const upload = message(9, { to: 10000 }, four(123), four(1), four(0), four(4), 'data')
const found = discovery(
  0x80000001,
  field(5, 'CX-12\0'),
  field(4, four(276), four(10), four(0), four(17763), four(2), new Uint8Array(256)),
  field(3, [3, 1], two(4024)),
)
const route = discovery(6, field(12, 'PC7\0'), field(13, 'Administrator\0'), field(2, '1\0'))

const about = { child: 'ams-netid', key: '5.1.2.3.1.1', of: 'sender' }
const facts = (protocol: typeof ads, bytes: Uint8Array) =>
  Object.fromEntries(readBy(protocol, bytes).facts.map(({ name, value }) => [name, value]))
const names = (bytes: Uint8Array) =>
  readBy(ads, bytes).codes.map((code) => ads.operation?.(code).name)

describe('ads', () => {
  it('takes name and version of a service behind a net id', () => {
    assert.deepEqual(facts(ads, info), {
      'ads.netid': '5.1.2.3.1.1',
      'ads.service': '800 PLC Server 2.11.2103',
      vendor: 'Beckhoff',
    })
    assert.deepEqual(readBy(ads, info).facts[0]?.about, about)
    assert.equal(readBy(ads, info).scanned, 1)
  })

  it('names what stops and changes a controller', () => {
    assert.deepEqual(names(stop), ['write_control_stop'])
    assert.deepEqual(names(upload), ['write_file'])
    assert.deepEqual(names(message(3, {}, four(0x4020), four(0))), ['write'])
  })

  it('takes name, system and version from the discovery', () => {
    assert.deepEqual(facts(adsDiscovery, found), {
      'ads.netid': '5.1.2.3.1.1',
      hostname: 'CX-12',
      operating_system: 'Windows NT 10.0.17763',
      vendor: 'Beckhoff',
      firmware: '3.1.4024',
    })
  })

  it('reports a route that is added with a password in clear', () => {
    const read = readBy(adsDiscovery, route)
    assert.deepEqual(read.events, [
      {
        name: 'cleartext_login',
        detail: { protocol: 'ads', user: 'Administrator', what: 'add_route' },
      },
    ])
    assert.deepEqual(
      read.codes.map((code) => adsDiscovery.operation?.(code).effect),
      ['configure'],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(ads, [info, stop, upload], 300)
    assertTotal(adsDiscovery, [found, route], 300)
    for (const sample of [info, stop, upload]) {
      assert.deepEqual(silentTruncations(ads, sample), [])
      assert.deepEqual(silentTruncations(ads, sample, { isCut: true }), [])
    }
    for (const sample of [found, route]) {
      assert.deepEqual(silentTruncations(adsDiscovery, sample), [])
    }
  })
})
