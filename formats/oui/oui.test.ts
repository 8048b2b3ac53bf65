// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CardMakers } from '@schouw/core/capture'
import fc from 'fast-check'
import { compileRegister } from './compiled.ts'
import { compiledRegister } from './index.ts'
import { readRegister } from './register.ts'

const decoder = new TextDecoder()
const opened = (bytes: Uint8Array) => new CardMakers(bytes, (name) => decoder.decode(name))

describe('vendor register', () => {
  it('finds every entry of the package, the longest prefix first', () => {
    const register = readRegister()
    const compiled = opened(compileRegister(register))
    for (const [digits, name] of Object.entries(register)) {
      const mac = digits.padEnd(12, 'f')
      const longer = [9, 7, 6].map((length) => register[mac.slice(0, length)])
      const expected = longer.find((owner) => owner !== undefined && owner !== '')
      assert.equal(compiled.name(mac), expected, `${digits} ${name}`)
    }
  })

  it('agrees with a plain look-up for any address', () => {
    const register = readRegister()
    const compiled = opened(compileRegister(register))
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const digits = Buffer.from(bytes).toString('hex')
        const plain = [9, 7, 6].map((length) => register[digits.slice(0, length)])
        assert.equal(
          compiled.name(digits),
          plain.find((owner) => owner !== undefined),
        )
      }),
    )
  })

  it('knows factory makers and leaves random addresses alone', () => {
    const makers = opened(compiledRegister())
    const macVendor = (mac: string) => makers.makerOf(mac)
    assert.match(macVendor('00:1b:1b:35:84:10') ?? '', /siemens/i)
    assert.match(macVendor('00-00-BC-5F-49-51') ?? '', /rockwell/i)
    assert.equal(macVendor('02:1b:1b:35:84:10'), undefined)
    assert.equal(macVendor('01:0e:cf:00:00:00'), undefined)
    assert.equal(macVendor('nonsense'), undefined)
  })

  it('refuses a file that is cut short or something else', () => {
    const bytes = compileRegister({ '001b1b': 'Siemens AG' })
    assert.throws(() => opened(bytes.subarray(0, 10)), { code: 'oui-format' })
    assert.throws(() => opened(bytes.subarray(0, 18)), { code: 'oui-format' })
    assert.throws(() => opened(new Uint8Array(64)), { code: 'oui-format' })
  })
})
