// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, fromHex, readBy } from '../testing.ts'
import * as tools from './index.ts'

const { remoteAccessByCertificate, remoteAccessByName, remoteAccessNames } = tools
const zeros = (count: number) => Array(count).fill(0)

const messages = [
  [tools.teamviewer, bytesOf([0x17, 0x24, 0x0a, 4, 0], zeros(4)), 'TeamViewer'],
  [tools.teamviewer, bytesOf([0x11, 0x30, 0x36, 0, 24, 0, 0, 0], zeros(40)), 'TeamViewer'],
  [tools.teamviewerUdp, bytesOf(zeros(10), [3, 0x17, 0x24, 0x73, 4, 0], zeros(4)), 'TeamViewer'],
  [tools.radmin, fromHex('01 00000001 00000008 08'), 'Radmin'],
  [tools.dameware, fromHex('30110000 00000000 d7a3703d'), 'DameWare'],
  [tools.rustdesk, bytesOf([5 << 2, 0x32, 3], 'abc'), 'RustDesk'],
  [tools.rustdeskUdp, bytesOf([0x32, 3], 'abc'), 'RustDesk'],
  [tools.zerotier, new Uint8Array(40), 'ZeroTier'],
] as const

describe('remote access', () => {
  it('reports each tool by the form of its first message', () => {
    for (const [protocol, message, tool] of messages) {
      const read = readBy(protocol, message)
      assert.ok(read.isRecognised, tool)
      assert.equal(read.events[0]?.name, 'remote_access')
      assert.equal(read.events[0]?.detail['tool'], tool)
    }
  })

  it('knows the discovery of AnyDesk by the group that it asks', () => {
    const asked = { destination: { ip: '239.255.102.18', port: 50001 } }
    const read = readBy(tools.anydeskDiscovery, bytesOf('x'), asked)
    assert.equal(read.events[0]?.detail['tool'], 'AnyDesk')
    assert.equal(readBy(tools.anydeskDiscovery, bytesOf('x')).isRecognised, false)
  })

  it('lets only a sure form leave its port', () => {
    for (const [protocol, , tool] of messages) {
      if (protocol.roams !== true) continue
      for (const text of ['GET / HTTP/1.1\r\n\r\n', 'SSH-2.0-x\r\n', '\x16\x03\x01\x00\x05\x01']) {
        assert.equal(readBy(protocol, bytesOf(text)).isRecognised, false, tool)
      }
    }
  })

  it('takes any bytes', () => {
    for (const [protocol, message] of messages) assertTotal(protocol, [message], 100)
  })

  it('knows a name by its longest suffix, whole labels only', () => {
    const rows = [
      ['device.vpn2.talk2m.com', 'Ewon Talk2M'],
      ['RELAY-1.NET.ANYDESK.COM.', 'AnyDesk'],
      ['remotedesktop.google.com', 'Chrome Remote Desktop'],
      ['gatemanager7.works.example', 'Secomea'],
      ['google.com', undefined],
      ['notteamviewer.com', undefined],
      ['teamviewer.com.works.example', undefined],
      ['', undefined],
    ] as const
    for (const [name, tool] of rows) assert.equal(remoteAccessByName(name)?.tool, tool, name)
    assert.equal(remoteAccessByName('boot.net.anydesk.com')?.basis, 'service')
    assert.equal(remoteAccessByName('www.anydesk.com')?.basis, 'maker')
  })

  it('knows a certificate by a word', () => {
    assert.equal(remoteAccessByCertificate('AnyDesk Client'), 'AnyDesk')
    assert.equal(remoteAccessByCertificate('AnyNet Relay'), 'AnyDesk')
    assert.equal(remoteAccessByCertificate('Microsoft Corporation'), undefined)
  })

  it('holds each suffix once, as a lower-case domain', () => {
    const suffixes = remoteAccessNames.map((entry) => entry.suffix)
    assert.equal(new Set(suffixes).size, suffixes.length)
    for (const suffix of suffixes) assert.match(suffix, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
  })
})
