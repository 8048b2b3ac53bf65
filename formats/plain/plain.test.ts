// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { problemLine } from '../problem/index.ts'
import { readPlain } from './index.ts'
import { lineAndColumn, placeOf } from './places.ts'

const bytes = (text: string) => Buffer.from(text)

describe('readPlain', () => {
  it('finds every value of any JSON where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 3), (value, indent) => {
        const text = JSON.stringify({ root: value }, null, indent)
        const check = (at: readonly PropertyKey[], expected: unknown) => {
          const { value: offset, isFound } = placeOf(text, at)
          assert.ok(isFound)
          const own = JSON.stringify(expected, null, indent).split('\n')[0]!
          assert.ok(text.startsWith(own, offset), `${String(at)} in ${text}`)
          if (typeof expected !== 'object' || expected === null) return
          for (const [key, item] of Object.entries(expected)) {
            check([...at, Array.isArray(expected) ? Number(key) : key], item)
          }
        }
        const plain = JSON.parse(text).root
        check(['root'], plain)
      }),
    )
  })

  it('gives the same data from JSON and YAML', () => {
    const json = readPlain('a', bytes('{"a": [1, {"b": true}]}'))
    const yaml = readPlain('a', bytes('a:\n  - 1\n  - b: true\n'))
    assert.deepEqual(json.value, yaml.value)
    assert.deepEqual(json.positionOf(['a', 1, 'b']), { line: 1, column: 17 })
    assert.deepEqual(json.positionOfKey(['a', 1], 'b'), { line: 1, column: 12 })
  })

  it('refuses a key that stands twice, and what is not well-formed, with their places', () => {
    assert.deepEqual(readPlain('a', bytes('{\n"a": 1,\n "a": 2}')).problems.map(problemLine), [
      'a:3:2: expected every key once, found "a"',
    ])
    const large = `{"a": "${'x'.repeat(5_000_000)}",\n oops}`
    assert.match(
      readPlain('a', bytes(large)).problems.map(problemLine)[0]!,
      /^a:2:2: expected well/,
    )
  })

  it('never throws for content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (content) => {
        const { value, problems } = readPlain('a', content)
        assert.ok(value !== undefined || problems.length > 0 || content.length >= 0)
      }),
    )
  })

  it('counts lines and columns from one', () => {
    assert.deepEqual(lineAndColumn('ab\ncd', 4), { line: 2, column: 2 })
    assert.deepEqual(lineAndColumn('ab\ncd', 2), { line: 1, column: 3 })
  })
})
