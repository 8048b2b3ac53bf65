// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { vnc } from './index.ts'

const fromServer = { isFromServer: true, source: { port: 5900 } }
const banner = bytesOf('RFB 003.008\n')
const name = 'press 3 (panel:1)'
const screen = bytesOf(
  [5, 0, 3, 0x20, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0],
  [0, 0, 0, name.length],
  name,
)

describe('vnc', () => {
  it('reads the versions of both sides', () => {
    const client = readBy(vnc, bytesOf('RFB 003.003\n'))
    assert.ok(client.isRecognised)
    assert.deepEqual(factsNamed(client, 'vnc.version'), ['003.003'])
    assert.equal(client.consumed, 12)
    const server = readBy(vnc, banner, fromServer)
    assert.deepEqual(factsNamed(server, 'vnc.version'), ['003.008'])
    assert.equal(server.consumed, 0)
    assert.equal(server.events[0]?.name, 'remote_access')
  })

  it('reads how a viewer gets in, in both forms', () => {
    const rows = [
      [[1, 1], ['none'], 'VNC without password'],
      [[2, 2, 16], ['VNC password', 'Tight'], 'VNC password'],
      [[0, 0, 0, 2], ['VNC password'], 'VNC password'],
      [[1, 19], ['VeNCrypt'], undefined],
    ] as const
    for (const [types, names, scheme] of rows) {
      const read = readBy(vnc, bytesOf(banner, types), fromServer)
      assert.deepEqual(factsNamed(read, 'vnc.security'), names)
      const weak = read.events.find((event) => event.name === 'weak_authentication')
      assert.equal(weak?.detail['scheme'], scheme)
    }
  })

  it('reads the name of the screen', () => {
    const read = readBy(vnc, screen, fromServer)
    assert.deepEqual(factsNamed(read, 'vnc.desktop_name'), [name])
    assert.deepEqual(readBy(vnc, new Uint8Array(60), fromServer).facts, [])
  })

  it('waits for the rest of an opening and takes any bytes', () => {
    // One or two bytes of the banner could be anything.
    assert.deepEqual(silentTruncations(vnc, bytesOf(banner, [2, 2, 16]), fromServer), [1, 2])
    assertTotal(vnc, [banner, bytesOf(banner, [2, 2, 16]), screen], 500)
  })
})
