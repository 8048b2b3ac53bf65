// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { all, type Element, elementAt, readXml } from '../xml/index.ts'
import { clipped } from './clip.ts'
import { writeSlides } from './index.ts'

const drawings = join(import.meta.dirname, '../../report/drawings/golden')
const madeAt = new Date('2026-11-22T12:00:00Z')
const slideOf = (svg: string) => ({
  ...{ title: 'Are we in control?', lines: ['3 of 10 below'], table: null, foot: 'F' },
  picture: { svg, alt: 'The "dike" & <what> it shows' },
})

function treeOf(bytes: Uint8Array): Element | undefined {
  const slide = unzipSync(bytes)['ppt/slides/slide1.xml']
  const read = readXml(strFromU8(slide ?? new Uint8Array()))
  assert.ok('root' in read, JSON.stringify(read))
  return elementAt(read.root, 'cSld', 'spTree')
}

describe('a picture on a slide', () => {
  const dike = readFileSync(join(drawings, 'dike-wide.svg'), 'utf8')
  const group = all(treeOf(writeSlides([slideOf(dike)], madeAt)), 'grpSp')[0]
  const shapes = all(group, 'sp')
  const written = JSON.stringify(shapes)

  it('is the dike itself in shapes, with its words and what it shows', () => {
    const { descr } = elementAt(group, 'nvGrpSpPr', 'cNvPr')?.attributes ?? {}
    assert.equal(descr, 'The "dike" & <what> it shows')
    const texts = shapes.map((one) => elementAt(one, 'txBody', 'p', 'r', 't')?.text ?? '')
    for (const name of ['Beleid en risico', 'a', '3,3', 'Opleiding'])
      assert.ok(texts.includes(name), name)
    assert.equal(texts.filter((text) => text === '').length > 20, true)
  })

  it('keeps what it rests on in its hatching, and a contradiction as a cross', () => {
    for (const preset of ['wdUpDiag', 'pct20']) assert.ok(written.includes(preset), preset)
    const red = shapes.filter((one) => JSON.stringify(one).includes('b3261e'))
    // Each a stroke of a cross or of the sign that explains it.
    assert.ok(red.length >= 8, String(red.length))
  })

  it('stays on the slide, every shape under a number of its own', () => {
    const ids = shapes.map((one) => elementAt(one, 'nvSpPr', 'cNvPr')?.attributes['id'])
    assert.equal(new Set(ids).size, ids.length)
    for (const one of shapes) {
      const at = elementAt(one, 'spPr', 'xfrm', 'off')?.attributes ?? {}
      const size = elementAt(one, 'spPr', 'xfrm', 'ext')?.attributes ?? {}
      assert.ok(Number(at['x']) >= 0 && Number(at['x']) + Number(size['cx']) <= 12_192_000)
      assert.ok(Number(at['y']) >= 2_000_000 && Number(at['y']) + Number(size['cy']) <= 6_350_000)
    }
  })

  it('is the same bytes for the same drawing, and nothing for what is no drawing', () => {
    const [one, other] = [
      writeSlides([slideOf(dike)], madeAt),
      writeSlides([slideOf(dike)], madeAt),
    ]
    assert.deepEqual(one, other)
    for (const svg of ['', '<svg/>', '<html/>', '<svg viewBox="0 0 0 0"/>', '<!ENTITY']) {
      assert.deepEqual(all(treeOf(writeSlides([slideOf(svg)], madeAt)), 'grpSp'), [], svg)
    }
  })

  for (const name of ['losses-wide', 'risks-wide', 'roadmap-wide', 'network-wide']) {
    it(`draws ${name} too`, () => {
      const svg = readFileSync(join(drawings, `${name}.svg`), 'utf8')
      const found = all(treeOf(writeSlides([slideOf(svg)], madeAt)), 'grpSp')[0]
      assert.ok(all(found, 'sp').length > 10)
    })
  }
})

describe('clipping', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const
  it('keeps what is inside, cuts what crosses, drops what is outside', () => {
    assert.deepEqual(clipped(square, square).length, 4)
    const half = clipped(square, [
      [5, -5],
      [20, -5],
      [20, 20],
      [5, 20],
    ])
    assert.deepEqual([...half].map(([x]) => x).sort(), [10, 10, 5, 5])
    const beside = square.map(([x, y]) => [x + 20, y] as const)
    assert.deepEqual(clipped(square, beside), [])
    assert.equal(clipped(square, [...square].reverse()).length, 4)
  })
})
