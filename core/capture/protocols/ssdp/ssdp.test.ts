// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { ssdp } from './index.ts'

const lines = (...texts: string[]) => bytesOf(`${texts.join('\r\n')}\r\n\r\n`)
const notify = lines(
  'NOTIFY * HTTP/1.1',
  'HOST: 239.255.255.250:1900',
  'Location: http://192.0.2.9:80/desc.xml',
  'SERVER: OS/1.0 UPnP/1.1 Gateway/2.0',
  'NT: upnp:rootdevice',
  'USN: uuid:1::upnp:rootdevice',
)
const search = lines(
  'M-SEARCH * HTTP/1.1',
  'MAN: "ssdp:discover"',
  'ST: ssdp:all',
  'USER-AGENT: Panel/3',
)
const response = lines('HTTP/1.1 200 OK', 'ST: ssdp:all', 'SERVER:  Box/1  ')

describe('ssdp', () => {
  it('keeps server, place and name of what is announced', () => {
    const read = readBy(ssdp, notify)
    assert.deepEqual(factsNamed(read, 'server_software'), ['OS/1.0 UPnP/1.1 Gateway/2.0'])
    assert.deepEqual(factsNamed(read, 'ssdp.location'), ['http://192.0.2.9:80/desc.xml'])
    assert.deepEqual(factsNamed(read, 'ssdp.usn'), ['uuid:1::upnp:rootdevice'])
    assert.deepEqual(factsNamed(read, 'ssdp.type'), ['upnp:rootdevice'])
  })

  it('keeps who searches for what', () => {
    const read = readBy(ssdp, search)
    assert.deepEqual(factsNamed(read, 'user_agent'), ['Panel/3'])
    assert.deepEqual(factsNamed(read, 'ssdp.search'), ['ssdp:all'])
  })

  it('reads responses, and refuses what is something else', () => {
    assert.deepEqual(factsNamed(readBy(ssdp, response), 'server_software'), ['Box/1'])
    assert.equal(readBy(ssdp, bytesOf('NOTIFY sip:a SIP/2.0\r\n\r\n')).scanned, -1)
  })

  it('names every truncation and accepts any bytes', () => {
    for (const message of [notify, search, response]) {
      assert.deepEqual(silentTruncations(ssdp, message), [])
    }
    assertTotal(ssdp, [notify, search, response], 1500)
  })
})
