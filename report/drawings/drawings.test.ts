// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hostileBaseline, hostileTexts } from '../testing/hostile.ts'
import { comparedBaseline, exampleBaseline } from '../testing/index.ts'
import { type Block, type Picture, reportOf } from '../view/index.ts'
import { euroPosition, euroScale, euroTicks } from './euro-bars.ts'
import { type Drawing, onPaper } from './index.ts'
import { networkLayout } from './network-layout.ts'
import { escaped, fitted, textWidth, wrapped } from './svg.ts'

const golden = join(import.meta.dirname, 'golden')

/** The pictures of a report by chapter. */
function pictures(report: ReturnType<typeof reportOf>): ReadonlyMap<string, Picture> {
  const found = new Map<string, Picture>([['dike', report.front.dike.picture]])
  const search = (name: string, block: Block) => {
    if (block.kind === 'picture') found.set(found.has(name) ? `${name}-2` : name, block.picture)
    if (block.kind === 'group' && block.id === 'losses') {
      for (const one of block.blocks) search('losses', one)
    }
    if (block.kind === 'group' && block.mark !== undefined && block.id === 'measure-c') {
      found.set('dike-mark', block.mark)
    }
  }
  for (const section of report.sections)
    for (const block of section.blocks) search(section.id, block)
  return found
}

const wide = { palette: onPaper, prefix: 'g', width: 1000 }
const narrow = { palette: onPaper, prefix: 'g', width: 358 }

describe('drawings', () => {
  it('draw what they drew before', () => {
    mkdirSync(golden, { recursive: true })
    const all: (readonly [string, Drawing])[] = [
      ['network-large', pictures(reportOf(exampleBaseline(6), 'en')).get('network')!(wide, false)],
    ]
    for (const [name, picture] of pictures(reportOf(comparedBaseline(), 'nl'))) {
      if (name === 'dike-mark') all.push([name, picture({ ...wide, width: 84 }, false)])
      else
        all.push([`${name}-wide`, picture(wide, false)], [`${name}-narrow`, picture(narrow, true)])
    }
    assert.ok(all.length >= 9)
    for (const [name, { svg }] of all) {
      const file = join(golden, `${name}.svg`)
      const text = `${svg.replaceAll('><', '>\n<')}\n`
      if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) writeFileSync(file, text)
      assert.equal(
        text,
        readFileSync(file, 'utf8'),
        `${name}.svg differs: UPDATE_GOLDEN=1 rewrites it`,
      )
    }
  })

  it('come with a table that says the same', () => {
    for (const [name, picture] of pictures(reportOf(exampleBaseline(), 'nl'))) {
      const { table, title, description } = picture(wide, false)
      assert.ok(table.rows.length > 0, name)
      assert.ok(
        table.rows.every((row) => row.length === table.columns.length),
        name,
      )
      assert.ok(title !== '' && description !== '', name)
    }
  })

  it('stay well formed whatever things are called', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const [name, picture] of pictures(reportOf(hostileBaseline(), language))) {
        for (const style of [wide, narrow]) wellFormed(picture(style, true).svg, name)
      }
    }
  })

  it('escape everything that could end a text or an attribute', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts)),
        (text) => {
          assert.doesNotMatch(escaped(text), /[<>"]|&(?!(amp|lt|gt|quot);)/)
          assert.ok(escaped(text).isWellFormed())
        },
      ),
    )
  })

  it('cut and wrap text to the width they have', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.constantFrom(...hostileTexts)),
        fc.integer({ min: 30, max: 400 }),
        (text, width) => {
          const ellipsis = textWidth('…', 12)
          assert.ok(textWidth(fitted(text, width, 12), 12) <= Math.max(width, ellipsis) + 0.01)
          const lines = wrapped(text, { width, size: 12, most: 3 })
          assert.ok(lines.length <= 3)
          for (const line of lines)
            assert.ok(textWidth(line, 12) <= Math.max(width, ellipsis) + 0.01)
        },
      ),
    )
  })
})

describe('the network picture', () => {
  const zone = fc.record({
    level: fc.constantFrom(null, 0, 1, 2, 3, 3.5, 4, 5),
    kinds: fc.integer({ min: 0, max: 9 }),
  })

  it('never lets zones overlap or leave the picture, from one zone to thirty', () => {
    fc.assert(
      fc.property(
        fc.array(zone, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.nat(1e9)), { maxLength: 36 }),
        fc.constantFrom(358, 740, 1000),
        (zones, pairs, width) => {
          const placed = networkLayout(
            zones.map(({ level, kinds }, n) => ({
              id: String(n),
              name: `zone ${n}`,
              level,
              groups: Array.from({ length: kinds }, (_, k) => ({
                role: 'plc',
                label: 'PLC',
                count: k + 1,
              })),
            })),
            pairs.map(([from, to, packets]) => ({
              from: String(from),
              to: String(to),
              services: '',
              packets,
              verdict: 'allowed' as const,
              finding: null,
            })),
            { width, left: 0, top: 8 },
          )
          assert.equal(placed.zones.length, zones.length)
          for (const one of placed.zones) {
            assert.ok(one.x >= 0 && one.x + one.width <= width + 0.01 && one.y >= 0)
            assert.ok(one.y + one.height <= placed.height + 0.01)
            for (const other of placed.zones) {
              if (one === other) continue
              const apart =
                one.x + one.width <= other.x ||
                other.x + other.width <= one.x ||
                one.y + one.height <= other.y ||
                other.y + other.height <= one.y
              assert.ok(apart, `${one.zone.id} and ${other.zone.id} overlap`)
            }
          }
          // What is further from the process never stands below it.
          for (const [n, row] of placed.rows.entries()) {
            const next = placed.rows[n + 1]
            if (next !== undefined) assert.ok((row.level ?? -1) >= (next.level ?? -1))
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('the scale of euros', () => {
  it('holds every range and never turns around', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }))
      .map(([a, b]) => ({ low_eur: Math.min(a, b), high_eur: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(fc.option(range)), (ranges) => {
        const scale = euroScale(ranges)
        const ticks = euroTicks(scale)
        assert.ok(ticks.length >= 2 && ticks.length <= 12)
        for (const one of ranges) {
          if (one === null) continue
          const [low, high] = [euroPosition(one.low_eur, scale), euroPosition(one.high_eur, scale)]
          assert.ok(0 <= low && low <= high && high <= 1)
          if (one.high_eur > 1_000) assert.ok(one.high_eur <= scale.highEur)
        }
      }),
      { examples: [[[{ low_eur: 0, high_eur: 0 }]], [[{ low_eur: 0, high_eur: 1 }, null]]] },
    )
  })
})

/** Every opened element is closed, in order; nothing outside our own names. */
function wellFormed(svg: string, name: string): void {
  const open: string[] = []
  const known =
    /^(svg|title|desc|defs|pattern|rect|circle|line|polygon|polyline|path|g|a|text|clipPath)$/
  const tags = /<(\/?)([A-Za-z]+)((?:\s[\w:-]+="[^"<>]*")*)\s*(\/?)>/g
  const rest = svg.replace(tags, (_, closing: string, tag: string, __, isEmpty: string) => {
    assert.match(tag, known, name)
    if (closing === '/') assert.equal(open.pop(), tag, name)
    else if (isEmpty === '') open.push(tag)
    return ''
  })
  assert.deepEqual(open, [], name)
  assert.doesNotMatch(rest, /[<>]/, name)
}
