// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readYaml } from './read.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('readYaml', () => {
  it('knows the place of keys, values and entries', () => {
    const file = readYaml('z.yaml', bytesOf('zones:\n  - id: a\n    kind: ot\n  - id: b\n'))
    assert.deepEqual(file.positionOf(['zones', 0, 'kind']), { line: 3, column: 11 })
    assert.deepEqual(file.positionOfKey(['zones', 0], 'kind'), { line: 3, column: 5 })
    assert.deepEqual(file.positionOf(['zones', 1, 'missing']), { line: 4, column: 5 })
    const zones = (file.value as { zones: { at: unknown }[] }).zones
    assert.deepEqual(zones[1].at, { path: 'z.yaml', line: 4 })
    assert.deepEqual(Object.keys(zones[1]), ['id'])
  })

  it('keeps dates and times as texts', () => {
    const file = readYaml('a', bytesOf('day: 2026-03-01\ntime: 08:00\n'))
    assert.deepEqual({ ...(file.value as object) }, { day: '2026-03-01', time: '08:00' })
  })

  it('names duplicate keys, tabs and unclosed quotes with line and column', () => {
    const bad = ['a: 1\na: 2\n', 'a:\n\t- 1\n', 'a: "x\nb: 1\n']
    for (const text of bad) {
      const file = readYaml('a.yaml', bytesOf(text))
      assert.equal(file.value, undefined)
      assert.ok((file.problems[0].line ?? 0) >= 1, text)
      assert.ok((file.problems[0].column ?? 0) >= 1, text)
    }
    assert.deepEqual([readYaml('a', bytesOf('a: 1\na: 2\n')).problems[0].line], [2])
  })

  it('refuses an alias bomb', () => {
    const rows = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (let letter = 1; letter < 12; letter += 1) {
      const name = String.fromCharCode(97 + letter)
      const before = String.fromCharCode(96 + letter)
      rows.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`)
    }
    const file = readYaml('a', bytesOf(rows.join('\n')))
    assert.equal(file.value, undefined)
    assert.match(file.problems[0].expected, /values/)
  })

  it('accepts any bytes and any text', () => {
    const unit = fc.constantFrom('a', ':', ' ', '\n', '-', '"', '[', '{', '&', '*', '#', '|', '\t')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        readYaml('a', bytesOf(text))
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        readYaml('a', bytes)
      }),
    )
  })
})
