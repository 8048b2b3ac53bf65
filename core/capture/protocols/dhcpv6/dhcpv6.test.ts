// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { dhcpv6 } from './index.ts'

const option = (code: number, ...value: (string | number | number[] | Uint8Array)[]) => {
  const bytes = bytesOf(...value)
  return bytesOf([0, code, bytes.length >> 8, bytes.length & 255], bytes)
}
const duid = fromHex('000300010200000000aa')
const fqdn = bytesOf(0, 5, 'hmi-3', 5, 'works', 7, 'example', 0)
const solicit = bytesOf(
  fromHex('01 abcdef'),
  option(1, duid),
  option(6, fromHex('0017 0018')),
  option(16, fromHex('00000137 0008'), 'MSFT 5.0'),
  option(39, fqdn),
)
const ip = '20010db8000000000000000000000040'
const reply = bytesOf(
  fromHex('07 abcdef'),
  option(1, duid),
  option(2, fromHex('000300010200000000bb')),
  option(
    3,
    fromHex('00000001 00000e10 00001518'),
    option(5, fromHex(ip), fromHex('00001c20 00002a30')),
  ),
  option(23, fromHex('20010db8000000000000000000000053')),
)
const peer = 'fe8000000000000000000000000000aa'
const relayed = bytesOf(fromHex(`0c 00 ${ip} ${peer}`), option(9, solicit))

describe('dhcpv6', () => {
  it('keeps what a client says of itself', () => {
    const read = readBy(dhcpv6, solicit)
    assert.deepEqual(read.facts, [
      { name: 'dhcpv6.duid', value: '000300010200000000aa', about: 'sender' },
      { name: 'dhcpv6.requested_options', value: '23,24', about: 'sender' },
      { name: 'dhcpv6.vendor_class', value: 'MSFT 5.0', about: 'sender' },
      { name: 'hostname', value: 'hmi-3.works.example', about: 'sender' },
    ])
    assert.deepEqual(read.oddities, [])
  })

  it('looks through a relay at the client behind it', () => {
    const { facts } = readBy(dhcpv6, relayed)
    const name = facts.find((fact) => fact.name === 'hostname')
    assert.deepEqual(name?.about, { ip: 'fe80::aa' })
    assert.equal(facts[0]?.value, 'dhcp-relay')
  })

  it('binds the address granted to the receiver', () => {
    const read = readBy(dhcpv6, reply, { isFromServer: true })
    assert.deepEqual(read.bindings, [{ mac: '02:00:00:00:00:02', ip: '2001:db8::40' }])
    assert.deepEqual(factsNamed(read, 'role_hint'), ['dhcp-server', 'dns-server'])
  })

  it('follows no more relays than the protocol allows', () => {
    let message = solicit
    for (let hop = 0; hop < 12; hop += 1) {
      message = bytesOf(fromHex(`0c 00 ${ip} ${peer}`), option(9, message))
    }
    assert.deepEqual(readBy(dhcpv6, message).oddities, ['too-many-relays'])
  })

  it('names truncations within options and accepts any bytes', () => {
    // A message that ends with an option is whole: only cuts within one can be told.
    const borders = (message: Uint8Array) => {
      const ends: number[] = []
      for (let at = 4; at < message.length; ) {
        ends.push(at)
        at += 4 + ((message[at + 2] as number) << 8) + (message[at + 3] as number)
      }
      return ends
    }
    for (const message of [solicit, reply]) {
      assert.deepEqual(silentTruncations(dhcpv6, message), borders(message))
    }
    assertTotal(dhcpv6, [solicit, reply, relayed], 1500)
  })
})
