// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { dhcp } from './index.ts'

interface Parts {
  readonly operation: number
  readonly clientAddress?: string
  readonly yourAddress?: string
  readonly relay?: string
  readonly bootFile?: string
  readonly options: readonly Uint8Array[]
}

const zeros = (count: number) => new Uint8Array(count)
const address = (text: string | undefined) => (text ?? '0.0.0.0').split('.').map(Number)
const option = (code: number, ...value: (string | number | number[] | Uint8Array)[]) => {
  const bytes = bytesOf(...value)
  return bytesOf(code, bytes.length, bytes)
}

function messageOf(parts: Parts): Uint8Array {
  return bytesOf(
    [parts.operation, 1, 6, 0],
    zeros(8),
    address(parts.clientAddress),
    address(parts.yourAddress),
    zeros(4),
    address(parts.relay),
    fromHex('0200000000aa'),
    zeros(10 + 64),
    bytesOf(parts.bootFile ?? '', zeros(128 - (parts.bootFile ?? '').length)),
    fromHex('63825363'),
    ...parts.options,
    255,
  )
}

const about = { mac: '02:00:00:00:00:aa' }
const request = messageOf({
  operation: 1,
  options: [
    option(53, 3),
    option(12, 'PRESS-7\0'),
    option(60, 'MSFT 5.0'),
    option(61, 1, fromHex('0200000000aa')),
    option(55, [1, 15, 3, 6]),
    option(81, [0, 0, 0], 'PRESS-7.works.example'),
    option(82, option(1, fromHex('0004')), option(2, fromHex('0506'))),
  ],
})
const acknowledgement = messageOf({
  operation: 2,
  yourAddress: '192.0.2.40',
  relay: '192.0.2.254',
  options: [
    option(53, 5),
    option(54, address('192.0.2.3')),
    option(1, address('255.255.255.0')),
    option(3, address('192.0.2.254')),
    option(6, address('192.0.2.4'), address('192.0.2.5')),
    option(15, 'works.example'),
  ],
})

describe('dhcp', () => {
  it('keeps what a client says of itself under its hardware address', () => {
    const { facts, oddities, codes } = readBy(dhcp, request)
    assert.deepEqual(facts, [
      { name: 'hostname', value: 'PRESS-7', about },
      { name: 'dhcp.vendor_class', value: 'MSFT 5.0', about },
      { name: 'dhcp.client_id', value: '02:00:00:00:00:aa', about },
      { name: 'dhcp.requested_options', value: '1,15,3,6', about },
      { name: 'dhcp.fqdn', value: 'PRESS-7.works.example', about },
      { name: 'hostname', value: 'PRESS-7.works.example', about },
      { name: 'dhcp.relay_circuit', value: '0004', about },
      { name: 'dhcp.relay_remote', value: '0506', about },
    ])
    assert.deepEqual(oddities, [])
    assert.deepEqual(
      codes.map((code) => dhcp.operation?.(code).name),
      ['request'],
    )
  })

  it('binds address and hardware address on acknowledgement, not on offer', () => {
    const { bindings } = readBy(dhcp, acknowledgement)
    assert.deepEqual(bindings, [{ mac: '02:00:00:00:00:aa', ip: '192.0.2.40' }])
    const offer = messageOf({ operation: 2, yourAddress: '192.0.2.40', options: [option(53, 2)] })
    assert.deepEqual(readBy(dhcp, offer).bindings, [])
  })

  it('learns server, relay, router and name servers', () => {
    const { facts } = readBy(dhcp, acknowledgement)
    const roles = facts.filter((fact) => fact.name === 'role_hint')
    assert.deepEqual(
      roles.map((fact) => [fact.value, (fact.about as { ip: string }).ip]),
      [
        ['dhcp-relay', '192.0.2.254'],
        ['dhcp-server', '192.0.2.3'],
        ['router', '192.0.2.254'],
        ['dns-server', '192.0.2.4'],
        ['dns-server', '192.0.2.5'],
      ],
    )
  })

  it('acknowledges the address a client already has', () => {
    const ack = messageOf({ operation: 2, clientAddress: '192.0.2.41', options: [option(53, 5)] })
    assert.deepEqual(readBy(dhcp, ack).bindings, [{ mac: '02:00:00:00:00:aa', ip: '192.0.2.41' }])
  })

  it('reads options in borrowed fields', () => {
    const borrowed = bytesOf(option(12, 'PRESS-8'), 255)
    const message = messageOf({ operation: 1, options: [option(53, 1), option(52, 1)] })
    message.set(borrowed, 108)
    assert.deepEqual(factsNamed(readBy(dhcp, message), 'hostname'), ['PRESS-8'])
    assert.deepEqual(factsNamed(readBy(dhcp, message), 'dhcp.boot_file'), [])
  })

  it('names a boot file', () => {
    const bootp = messageOf({ operation: 2, bootFile: 'panel.img', options: [option(53, 5)] })
    assert.deepEqual(factsNamed(readBy(dhcp, bootp), 'dhcp.boot_file'), ['panel.img'])
  })

  it('takes BOOTP without options as whole from 300 bytes', () => {
    const bootp = bytesOf(messageOf({ operation: 1, options: [] }).slice(0, 236), zeros(64))
    assert.deepEqual(readBy(dhcp, bootp).oddities, [])
    assert.deepEqual(readBy(dhcp, bootp.slice(0, 299)).oddities, ['truncated'])
  })

  it('names every truncation and accepts any bytes', () => {
    for (const message of [request, acknowledgement]) {
      assert.deepEqual(silentTruncations(dhcp, message), [])
    }
    assertTotal(dhcp, [request, acknowledgement], 1000)
  })
})
