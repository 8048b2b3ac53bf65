// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { nbdgm } from './index.ts'

const little = (value: number) => [value & 255, value >> 8]

function folded(name: string, suffix: number): Uint8Array {
  const plain = bytesOf(name.padEnd(15), suffix)
  const letters = Array.from(plain).flatMap((byte) => [0x41 + (byte >> 4), 0x41 + (byte & 15)])
  return bytesOf(32, letters, 0)
}

function mailslot(name: string, data: Uint8Array): Uint8Array {
  const nameBytes = bytesOf(name, 0)
  const dataAt = 32 + 1 + 34 + 2 + nameBytes.length
  return bytesOf(
    fromHex('ff534d42 25'),
    new Uint8Array(27),
    17,
    [0, 0, ...little(data.length)],
    new Uint8Array(18),
    [...little(data.length), ...little(dataAt)],
    fromHex('0300 0100 0100 0200'),
    little(nameBytes.length + data.length),
    nameBytes,
    data,
  )
}

function datagram(destination: Uint8Array, data: Uint8Array): Uint8Array {
  const names = bytesOf(folded('PANEL-4', 0x00), destination)
  const length = names.length + data.length
  return bytesOf(fromHex('110a 0001 c0000201 008a'), [length >> 8, length & 255, 0, 0], names, data)
}

const announcement = (kind: number) =>
  bytesOf(
    [kind, 0, 0, 0, 0, 0],
    'PANEL-4\0\0\0\0\0\0\0\0\0',
    [6, 1],
    fromHex('03920100'),
    fromHex('0f01 55aa'),
    'Line 4 panel\0',
  )
const hello = datagram(folded('WORKS', 0x1d), mailslot('\\MAILSLOT\\BROWSE', announcement(1)))
const masterHello = datagram(
  folded('\x01\x02__MSBROWSE__\x02', 1),
  mailslot('\\MAILSLOT\\BROWSE', announcement(12)),
)

describe('nbdgm', () => {
  it('reads a host announcement', () => {
    const read = readBy(nbdgm, hello)
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(read.scanLayers, ['nbdgm', 'smb', 'browser'])
    assert.deepEqual(factsNamed(read, 'nbdgm.name'), ['PANEL-4<00>'])
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL-4', 'PANEL-4'])
    assert.deepEqual(factsNamed(read, 'domain'), ['WORKS'])
    assert.deepEqual(factsNamed(read, 'description'), ['Line 4 panel'])
    assert.deepEqual(factsNamed(read, 'browser.os_version'), ['6.1'])
    assert.deepEqual(factsNamed(read, 'browser.server_type'), ['0x00019203'])
    assert.deepEqual(factsNamed(read, 'role_hint'), ['print-server', 'server'])
  })

  it('takes the name in a domain announcement as the domain', () => {
    const read = readBy(nbdgm, masterHello)
    assert.deepEqual(factsNamed(read, 'domain'), ['PANEL-4'])
    assert.deepEqual(factsNamed(read, 'hostname'), ['PANEL-4', 'Line 4 panel'])
    assert.deepEqual(factsNamed(read, 'browser.os_version'), [])
  })

  it('counts a search for a log-on server as that', () => {
    const search = datagram(
      folded('WORKS', 0x1c),
      mailslot('\\MAILSLOT\\NET\\NETLOGON', bytesOf(7)),
    )
    assert.deepEqual(readBy(nbdgm, search).scanLayers, ['nbdgm', 'smb', 'smb_netlogon'])
  })

  it('names every truncation and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(nbdgm, hello), [])
    assertTotal(nbdgm, [hello, masterHello], 3000)
  })
})
