// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { ssh } from './index.ts'

const banner = bytesOf('SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n')
const list = (text: string) => bytesOf([0, 0, 0, text.length], text)
const body = bytesOf(
  20,
  new Uint8Array(16),
  list('curve25519-sha256,ecdh-sha2-nistp256'),
  list('ssh-ed25519'),
  list('aes128-ctr'),
)
const keyExchange = bytesOf([0, 0, 0, body.length + 5, 4], body, [0, 0, 0, 0])

describe('ssh', () => {
  it('reads the identification of a server and its algorithms', () => {
    const read = readBy(ssh, bytesOf(banner, keyExchange), { isFromServer: true })
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'ssh.protocol'), ['SSH-2.0-OpenSSH_9.2p1 Debian-2'])
    assert.deepEqual(factsNamed(read, 'server_software'), ['OpenSSH_9.2p1 Debian-2'])
    assert.deepEqual(factsNamed(read, 'ssh.host_key_algorithms'), ['ssh-ed25519'])
    assert.deepEqual(factsNamed(read, 'ssh.encryption_algorithms'), ['aes128-ctr'])
    assert.equal(read.events.length, 0)
  })

  it('names a side that still speaks version 1', () => {
    for (const version of ['1.5', '1.99']) {
      const read = readBy(ssh, bytesOf(`SSH-${version}-Cisco-1.25\n`))
      assert.deepEqual(read.events, [
        { name: 'old_version', detail: { version: `SSH ${version}` } },
      ])
      assert.deepEqual(factsNamed(read, 'ssh.client_software'), ['Cisco-1.25'])
    }
  })

  it('waits for a line and a packet that are not all there, and names what is cut', () => {
    assert.deepEqual(silentTruncations(ssh, banner), [])
    assert.deepEqual(silentTruncations(ssh, keyExchange, { source: { port: 22 } }), [])
    const cut = { isCut: true, source: { port: 22 } }
    assert.deepEqual(silentTruncations(ssh, banner, cut), [])
    assert.deepEqual(silentTruncations(ssh, keyExchange, cut), [])
  })

  it('takes any bytes', () => {
    assertTotal(ssh, [banner, keyExchange, bytesOf(banner, keyExchange)], 500)
  })
})
