// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isGlobMatch } from './glob.ts'
import { formsOf } from './pattern.ts'
import { productNameOf } from './product-name.ts'

const sign = fc.constantFrom('a', 'b', '1', '2')

describe('names', () => {
  it('match a pattern as its definition says', () => {
    const glob = fc.array(fc.oneof(sign, fc.constantFrom('?', '*')), { maxLength: 8 })
    const text = fc.array(sign, { maxLength: 8 })
    fc.assert(
      fc.property(glob, text, (pattern, letters) => {
        const regular = new RegExp(
          `^${pattern.map((one) => (one === '*' ? '.*' : one === '?' ? '.' : one)).join('')}$`,
        )
        const word = letters.join('')
        assert.equal(isGlobMatch(pattern.join(''), word), regular.test(word))
      }),
      { numRuns: 3000 },
    )
  })

  it('take no longer for a pattern made to take long', { timeout: 60_000 }, () => {
    assert.equal(isGlobMatch('*a'.repeat(60), 'a'.repeat(59)), false)
    formsOf(`${'('.repeat(40)}1${')'.repeat(40)}`)
    formsOf('1/2/3/4/5/6/7/8/9(a/b/c/d)(e/f/g/h)(i/j/k/l)')
  })

  it('are read from any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        const { alternatives } = productNameOf(text)
        assert.ok(alternatives.length < 200)
      }),
      { numRuns: 2000 },
    )
  })

  it('bear hostile lengths', { timeout: 60_000 }, () => {
    for (const piece of ['x=1,', '(a', 'V1 ', '1/', 'series A, ', ' - ', '* ']) {
      productNameOf(piece.repeat(5_000))
    }
  })
})
