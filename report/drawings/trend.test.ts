// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { onPaper, trend } from './index.ts'

const style = { palette: onPaper, prefix: 't', width: 120 }
const say = (count: number) => ({
  title: 'A figure',
  description: 'Its course',
  labels: Array.from({ length: count }, (_, at) => String(at)),
  columns: ['When', 'Value'] as const,
  unknown: 'not known',
})

const paths = (values: readonly (number | null)[]) =>
  trend(values, 10, say(values.length), style).svg.match(/<path/g)?.length ?? 0

describe('a trend', () => {
  it('is broken where a value is not known', () => {
    assert.equal(paths([1, 2, null, 3, 4]), 2)
    assert.equal(paths([1, 2, 3]), 1)
    assert.equal(paths([null, null]), 0)
  })

  it('says in its table what it draws, a gap in words', () => {
    const { table } = trend([1, null], null, say(2), style)
    assert.deepEqual(table.rows, [
      ['0', '1'],
      ['1', 'not known'],
    ])
  })

  it('draws only numbers within its frame', () => {
    const value = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), value, (values, limit) => {
        const { svg } = trend(values, limit, say(values.length), style)
        assert.ok(!/NaN|Infinity/.test(svg), svg)
        for (const [, cy] of svg.matchAll(/(?:cy|y1)="([^"]+)"/g)) {
          assert.ok(Number(cy) >= 0 && Number(cy) <= 32)
        }
      }),
    )
  })
})
