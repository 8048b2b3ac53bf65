// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { mdns } from './index.ts'

const name = (...labels: string[]) =>
  bytesOf(...labels.flatMap((label) => [bytesOf(label).length, label]), 0)

function record(owner: Uint8Array, type: number, data: Uint8Array): Uint8Array {
  return bytesOf(owner, [0, type, 0x80, 1, 0, 0, 0, 120], [0, data.length], data)
}

const host = name('printer', 'local')
const instance = name('Büro’s printer', '_ipp', '_tcp', 'local')
const response = bytesOf(
  fromHex('0000 8400 0000 0004 0000 0001'),
  record(name('_ipp', '_tcp', 'local'), 12, instance),
  record(instance, 33, bytesOf(fromHex('0000 0000 0277'), host)),
  record(instance, 16, bytesOf(13, 'ty=Laser 9000', 11, 'usb_MFG=Ink', 1, 'x')),
  record(name('7', '2', '0', '192', 'in-addr', 'arpa'), 12, host),
  record(host, 1, fromHex('c0000207')),
)

describe('mdns', () => {
  it('lets hosts introduce themselves', () => {
    const read = readBy(mdns, response)
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(
      read.facts.filter((fact) => fact.name === 'hostname'),
      [
        { name: 'hostname', value: 'printer.local', about: { ip: '192.0.2.7' } },
        { name: 'hostname', value: 'printer.local', about: { ip: '192.0.2.7' } },
      ],
    )
    assert.deepEqual(factsNamed(read, 'mdns.service')[0], 'Büro’s printer._ipp._tcp.local')
    assert.deepEqual(factsNamed(read, 'mdns.txt'), ['ty=Laser 9000', 'usb_MFG=Ink', 'x'])
    assert.deepEqual(factsNamed(read, 'model'), ['Laser 9000'])
    assert.deepEqual(factsNamed(read, 'vendor'), ['Ink'])
  })

  it('believes the claims of a probe and not its known answers', () => {
    const claim = record(host, 1, fromHex('c0000207'))
    const heard = record(name('other', 'local'), 1, fromHex('c0000208'))
    const probe = bytesOf(
      fromHex('0000 0000 0001 0001 0001 0000'),
      host,
      fromHex('00ff 0001'),
      heard,
      claim,
    )
    const read = readBy(mdns, probe)
    assert.deepEqual(factsNamed(read, 'hostname'), ['printer.local'])
    assert.deepEqual(factsNamed(read, 'mdns.query'), ['printer.local'])
  })

  it('names every truncation and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(mdns, response), [])
    assertTotal(mdns, [response], 3000)
  })
})
