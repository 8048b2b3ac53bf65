// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { namesOfText, textOfNames } from './names-text.ts'

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .*?-]{0,10}[A-Za-z0-9]$/)

describe('names as lines', () => {
  it('are read as what they say', () => {
    const read = namesOfText({
      vendors: 'Lampworks = Lamp Works GmbH, LW\n\n',
      families: 'Lampworks: LW47*, LW48?? = LW-CPU 4700',
      aliases: 'LWP = Lampworks Programmer',
    })
    assert.deepEqual(read, {
      vendors: [{ id: 'lampworks', names: ['Lampworks', 'Lamp Works GmbH', 'LW'] }],
      families: [{ vendor: 'lampworks', catalogue: ['LW47*', 'LW48??'], implies: 'LW-CPU 4700' }],
      aliases: [['LWP', 'Lampworks Programmer']],
    })
  })

  it('that cannot be read are named by their place', () => {
    const none = { vendors: '', families: '', aliases: '' }
    const wrong = (given: object) => namesOfText({ ...none, ...given })
    assert.deepEqual(wrong({ vendors: 'A = B\nC' }), { of: 'vendors', line: 2 })
    assert.deepEqual(wrong({ families: 'LW47* = X' }), { of: 'families', line: 1 })
    assert.deepEqual(wrong({ aliases: 'A = B = C' }), { of: 'aliases', line: 1 })
  })

  it('come back as they were', () => {
    const vendor = fc.record({ first: word, rest: fc.array(word, { minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(
        fc.array(vendor, { maxLength: 4 }),
        fc.array(word, { minLength: 2 }),
        (all, alias) => {
          const text = {
            vendors: all.map(({ first, rest }) => `${first} = ${rest.join(', ')}`).join('\n'),
            families: all
              .map(({ first, rest }) => `${first}: ${rest.join(', ')} = ${first}`)
              .join('\n'),
            aliases: `${alias[0]} = ${alias.slice(1).join(', ')}`,
          }
          const read = namesOfText(text)
          assert.ok('vendors' in read)
          assert.deepEqual(namesOfText(textOfNames(read)), read)
        },
      ),
    )
  })
})
