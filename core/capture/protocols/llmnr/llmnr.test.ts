// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { llmnr } from './index.ts'

const asked = (type: string) =>
  bytesOf(fromHex('0001 0000 0001 0000 0000 0000'), 4, 'HMI7', fromHex(`00 ${type} 0001`))
const answer = bytesOf(
  fromHex('0001 8000 0001 0001 0000 0000'),
  bytesOf(4, 'HMI7', fromHex('00 0001 0001')),
  bytesOf(4, 'HMI7', fromHex('00 0001 0001 0000001e 0004 c0000207')),
)

describe('llmnr', () => {
  it('takes a search for a name as a search', () => {
    const read = readBy(llmnr, asked('0001'))
    assert.deepEqual(factsNamed(read, 'llmnr.query'), ['HMI7'])
    assert.deepEqual(factsNamed(read, 'hostname'), [])
  })

  it('takes a search for any record of a name as a claim to that name', () => {
    assert.deepEqual(factsNamed(readBy(llmnr, asked('00ff')), 'hostname'), ['HMI7'])
  })

  it('gives the name to the address answered', () => {
    const { facts } = readBy(llmnr, answer)
    assert.deepEqual(facts[0], { name: 'hostname', value: 'HMI7', about: { ip: '192.0.2.7' } })
  })

  it('names every truncation and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(llmnr, answer), [])
    assertTotal(llmnr, [asked('00ff'), answer], 2000)
  })
})
