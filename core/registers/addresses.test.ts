// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { BlockList, isIP } from 'node:net'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cidrText, ipText, macText } from './addresses.ts'

const near = fc.string({ unit: fc.constantFrom('0', '1', 'f', 'F', '9', ':', '.'), maxLength: 22 })

describe('addresses', () => {
  it('are what the platform calls addresses, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), near), (text) => {
        assert.equal(ipText(text) !== undefined, isIP(text) !== 0, text)
      }),
      { numRuns: 2000 },
    )
  })

  it('have one spelling, the one that browsers write too', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        assert.equal(`[${ipText(text)}]`, new URL(`http://[${text}]/`).hostname)
      }),
      { numRuns: 500 },
    )
    assert.equal(ipText('2001:DB8:0:0:1:0:0:1'), '2001:db8::1:0:0:1')
    assert.equal(ipText('::ffff:10.0.0.1'), '::ffff:a00:1')
  })

  it('name a block only by its first address', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(32), (text, bits) => {
        const block = cidrText(`${text}/${bits}`)
        const list = new BlockList()
        list.addSubnet(text, bits)
        const number = text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
        const isFirst = number % 2 ** (32 - bits) === 0
        assert.equal(block, isFirst ? `${text}/${bits}` : undefined)
        assert.ok(list.check(text))
      }),
      { numRuns: 500 },
    )
    assert.equal(cidrText('FD00::/8'), 'fd00::/8')
    assert.equal(cidrText('fd00::1/127'), undefined)
    assert.equal(cidrText('10.0.0.1'), '10.0.0.1/32')
  })

  it('of hardware are read in the four usual spellings', () => {
    for (const text of [
      '001b1b00000a',
      '00:1B:1B:00:00:0A',
      '00-1b-1b-00-00-0a',
      '001b.1b00.000A',
    ]) {
      assert.equal(macText(text), '00:1b:1b:00:00:0a')
    }
    assert.equal(macText('00:1b-1b:00:00:0a'), undefined)
  })
})
