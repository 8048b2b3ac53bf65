// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { wsd } from './index.ts'

const envelope = (action: string, body: string) =>
  bytesOf(
    '<?xml version="1.0"?><s:Envelope xmlns:s="urn:s"><s:Header>',
    `<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/${action}</a:Action></s:Header>`,
    `<s:Body>${body}</s:Body></s:Envelope>`,
  )
const camera = envelope(
  'ProbeMatches',
  '<d:ProbeMatches><d:ProbeMatch><a:EndpointReference><a:Address>urn:uuid:7</a:Address>' +
    '</a:EndpointReference><d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>' +
    'onvif://www.onvif.org/hardware/Dome%209 onvif://www.onvif.org/location/Hall%203</d:Scopes>' +
    '<d:XAddrs>http://192.0.2.9/onvif</d:XAddrs></d:ProbeMatch></d:ProbeMatches>',
)
const probe = envelope('Probe', '<d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types></d:Probe>')

describe('wsd', () => {
  it('learns what a camera is and where', () => {
    const read = readBy(wsd, camera)
    assert.deepEqual(factsNamed(read, 'model'), ['Dome 9'])
    assert.deepEqual(factsNamed(read, 'location'), ['Hall 3'])
    assert.deepEqual(factsNamed(read, 'role_hint'), ['camera'])
    assert.deepEqual(factsNamed(read, 'wsd.endpoint'), ['urn:uuid:7'])
    assert.deepEqual(factsNamed(read, 'wsd.address'), ['http://192.0.2.9/onvif'])
  })

  it('takes a search as no statement about who searches', () => {
    const read = readBy(wsd, probe)
    assert.deepEqual(read.facts, [
      { name: 'wsd.search', value: 'dn:NetworkVideoTransmitter', about: 'sender' },
    ])
  })

  it('names every truncation and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(wsd, camera), [])
    assertTotal(wsd, [camera, probe], 500)
  })
})
