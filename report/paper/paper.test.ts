// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Baseline } from '@schouw/core/baseline'
import { reportTemplate, writePdf } from '@schouw/formats/pdf'
import { characters, replaced } from '../../formats/pdf/coverage.ts'
import { paperFonts } from '../fonts/index.ts'
import { hostileBaseline } from '../testing/hostile.ts'
import { comparedBaseline, exampleBaseline } from '../testing/index.ts'
import type { Language } from '../words/index.ts'
import { paperOf } from './index.ts'

function pdf(baseline: Baseline, language: Language): Uint8Array {
  const { data, attachment, createdAt } = paperOf(baseline, language)
  const made = writePdf({
    template: reportTemplate(),
    data,
    fonts: paperFonts(),
    attachments: { [attachment]: JSON.stringify(baseline) },
    createdAt,
  })
  assert.ok(made.ok, made.ok ? '' : String(made.facts['detail']))
  return made.value
}

/** Page on which page one ends, by the template's own mark. */
function frontEnd(baseline: Baseline, language: Language): number {
  const require = createRequire(join(import.meta.dirname, '../../formats/package.json'))
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = paperFonts().map((font) => Buffer.from(font))
  const known = characters(paperFonts()[2]!)
  const engine = NodeCompiler.create({ workspace: '/nowhere', fontArgs: [{ fontBlobs }] })
  const inputs = {
    data: JSON.stringify(replaced(paperOf(baseline, language).data, known)),
    baseline: '{}',
  }
  const found = engine.query(
    { mainFileContent: reportTemplate(), inputs },
    { selector: '<front-end>', field: 'value' },
  )
  return Number([found].flat()[0])
}

const manyBoard: Baseline = {
  ...exampleBaseline(),
  directors: Array.from({ length: 30 }, (_, n) => ({
    ...exampleBaseline().directors[1]!,
    person: `p${n}`,
    name: `Maria-Antoinette van der Hoeven-Zwanenburg ${n}`,
  })),
}

describe('the report on paper', () => {
  it('is an archival, tagged document with its data attached', () => {
    const text = Buffer.from(pdf(exampleBaseline(), 'nl')).toString('latin1')
    assert.match(text, /^%PDF-1\.7/)
    assert.match(text, /pdfaid:part>3</)
    assert.match(text, /pdfaid:conformance>A</)
    assert.match(text, /\/MarkInfo/)
    assert.match(text, /\/AFRelationship \/Source/)
    assert.match(text, /baseline\.json/)
    assert.match(text, /\/Lang ?\(nl-NL\)/)
  })

  it('gives the same bytes for the same baseline', () => {
    for (const language of ['nl', 'en'] as const) {
      assert.ok(
        Buffer.from(pdf(comparedBaseline(), language)).equals(pdf(comparedBaseline(), language)),
      )
    }
  })

  it('keeps the director’s page to one page, whatever things are called', () => {
    for (const language of ['nl', 'en'] as const) {
      for (const baseline of [
        exampleBaseline(),
        comparedBaseline(),
        hostileBaseline(),
        manyBoard,
      ]) {
        assert.equal(frontEnd(baseline, language), 1)
      }
    }
  })

  it('prints any name, in any script, of any length, as text', () => {
    assert.ok(pdf(hostileBaseline(), 'nl').length > 100_000)
  })

  it('prints a factory of three hundred devices', () => {
    assert.ok(pdf(exampleBaseline(6), 'en').length > 100_000)
  })
})
