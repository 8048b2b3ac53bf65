// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { BlockList, isIP } from 'node:net'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addressRange, isWithin } from './address-range.ts'

describe('addressRange', () => {
  it('reads what the platform calls an address, and nothing else', () => {
    const odd = fc.string({
      unit: fc.constantFrom('0', 'f', '9', ':', '.', '/', '1'),
      maxLength: 20,
    })
    const texts = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      odd.filter((text) => !text.includes('/')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        // Leading zeros in IPv4 are read as decimal, which the platform refuses.
        if (/(^|\.)0\d/.test(text)) return
        assert.equal(addressRange(text) !== undefined, isIP(text) !== 0, text)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses lengths beyond the address', () => {
    for (const text of ['10.0.0.0/33', '::/129', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/']) {
      assert.equal(addressRange(text), undefined, text)
    }
  })
})

describe('isWithin', () => {
  it('agrees with the platform', () => {
    const v4 = fc.tuple(fc.ipV4(), fc.ipV4(), fc.nat(32))
    const v6 = fc.tuple(fc.ipV6(), fc.ipV6(), fc.nat(128))
    fc.assert(
      fc.property(fc.oneof(v4, v6), ([address, network, bits]) => {
        const family = network.includes(':') ? 'ipv6' : 'ipv4'
        const list = new BlockList()
        list.addSubnet(network, bits, family)
        const range = addressRange(`${network}/${bits}`)
        assert.ok(range)
        assert.equal(isWithin(address, range), list.check(address, family))
      }),
    )
  })
})
