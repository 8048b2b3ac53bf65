// SPDX-License-Identifier: EUPL-1.2
// Papers as slides and as sheets: whatever stands on paper stands there too, in pieces that fit.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PackBlock } from '../pack/index.ts'
import { paperSheets, paperSlides } from './tables.ts'

let said = 0
/** A text that stands nowhere else. */
const word = fc.constant(null).map(() => {
  said += 1
  return `w${said};`
})
const block = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text: word }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const),
    text: word,
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(word, { maxLength: 30 }) }),
  fc
    .tuple(word, fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 40 }))
    .map(([caption, rows]) => ({
      kind: 'table' as const,
      caption,
      heads: ['a', 'b'],
      widths: [1, 2],
      aligns: ['left' as const, 'left' as const],
      rows: rows.map((row) => row.map((text) => ({ text }))),
    })),
)
const given = fc.array(block, { maxLength: 20 }).map((blocks) => ({
  ...{ title: 'Pack', organisation: 'Factory', asOf: '1 Dec 2026' },
  blocks: blocks as readonly PackBlock[],
}))

function textsOf(blocks: readonly PackBlock[]): readonly string[] {
  return blocks.flatMap((one) => {
    if (one.kind === 'text') return [one.text]
    if (one.kind === 'list') return one.items
    return one.kind === 'table' ? one.rows.flatMap((row) => row.map(({ text }) => text)) : []
  })
}

describe('slides of a paper', () => {
  it('say everything once, nine lines or rows at most, each with its foot', () => {
    fc.assert(
      fc.property(given, (paper) => {
        const slides = paperSlides(paper)
        const all = slides
          .flatMap(({ lines, table, foot }) => [...lines, ...(table?.rows.flat() ?? []), foot])
          .join(' ')
        for (const text of textsOf(paper.blocks)) {
          assert.equal(all.split(text).length, 2, text)
        }
        for (const { lines, table, foot } of slides) {
          assert.ok(lines.length <= 9 && (table?.rows.length ?? 0) <= 9)
          assert.ok(foot.endsWith('Factory · 1 Dec 2026'))
        }
      }),
    )
  })

  it('put the source of a table at its foot', () => {
    const table = {
      ...{ kind: 'table' as const, caption: 'c', heads: ['a'], widths: [1] },
      ...{ aligns: ['left' as const], rows: [[{ text: 'row' }]] },
    }
    const heading = { kind: 'heading' as const, level: 1 as const, text: 'Incidents' }
    const source = { kind: 'text' as const, text: 'Source: incidents; line 5.' }
    const blocks = [heading, table, source] as readonly PackBlock[]
    const slides = paperSlides({ title: 't', organisation: 'o', asOf: 'd', blocks })
    assert.deepEqual(
      slides.map(({ title, foot, lines }) => [title, foot, lines.length]),
      [['Incidents', 'Source: incidents; line 5. o · d', 0]],
    )
  })
})

describe('sheets of a paper', () => {
  it('are named apart as spreadsheets ask, and hold every cell', () => {
    fc.assert(
      fc.property(given, (paper) => {
        const sheets = paperSheets(paper)
        const names = sheets.map(({ name }) => name.toLowerCase())
        assert.equal(new Set(names).size, names.length)
        assert.ok(names.every((name) => name.length <= 31 && !/[\\/?*[\]:']/.test(name)))
        const all = JSON.stringify(sheets)
        for (const text of textsOf(paper.blocks)) assert.ok(all.includes(text), text)
      }),
    )
  })
})
