// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { radius } from './index.ts'

function message(code: number, ...attributes: [number, string | number[]][]): Uint8Array {
  const body = bytesOf(
    ...attributes.map(([type, value]) => {
      const bytes = typeof value === 'string' ? bytesOf(value) : bytesOf(value)
      return bytesOf([type, bytes.length + 2], bytes)
    }),
  )
  return bytesOf([code, 7, 0, 20 + body.length], new Uint8Array(16), body)
}
const request = message(
  1,
  [1, 'host/press-7.works.example'],
  [4, [192, 0, 2, 8]],
  [8, [192, 0, 2, 70]],
  [31, '02-00-00-00-00-AA'],
  [32, 'switch-4'],
  [87, 'ge-0/0/7'],
)
const mac = '02:00:00:00:00:aa'

describe('radius', () => {
  it('joins the device to the port of its switch', () => {
    const { facts, bindings } = readBy(radius, request)
    const find = (name: string) => facts.filter((fact) => fact.name === name)
    assert.deepEqual(find('radius.port'), [
      { name: 'radius.port', value: 'ge-0/0/7', about: { mac } },
    ])
    assert.deepEqual(find('hostname'), [
      { name: 'hostname', value: 'switch-4', about: 'sender' },
      { name: 'hostname', value: 'press-7.works.example', about: { mac } },
    ])
    assert.deepEqual(bindings, [{ mac, ip: '192.0.2.70' }])
  })

  it('tells how a password is sent', () => {
    const pap = message(1, [1, 'piet'], [2, '0123456789abcdef'])
    const { events } = readBy(radius, pap)
    assert.deepEqual(events, [
      { name: 'weak_authentication', detail: { method: 'pap', user: 'piet' } },
    ])
  })

  it('knows the server by its answer', () => {
    const read = readBy(radius, message(2, [1, 'piet']), { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'role_hint'), ['radius-server'])
  })

  it('names every truncation and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(radius, request), [])
    assertTotal(radius, [request], 3000)
  })
})
