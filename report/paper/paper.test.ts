// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Baseline } from '@schouw/core/baseline'
import { marksOf, reportTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '../fonts/index.ts'
import { hostileBaseline } from '../testing/hostile.ts'
import { comparedBaseline, exampleBaseline } from '../testing/index.ts'
import type { Language } from '../words/index.ts'
import { paperOf } from './index.ts'

function inputOf(baseline: Baseline, language: Language) {
  const { data, attachment, createdAt } = paperOf(baseline, language)
  return {
    template: reportTemplate(),
    data,
    fonts: paperFonts(),
    attachments: { [attachment]: JSON.stringify(baseline) },
    createdAt,
  }
}

function pdf(baseline: Baseline, language: Language): Uint8Array {
  const made = writePdf(inputOf(baseline, language))
  assert.ok(made.ok, made.ok ? '' : String(made.facts['detail']))
  return made.value
}

/** Page on which page one ends, by the template's own mark. */
function frontEnd(baseline: Baseline, language: Language): unknown {
  const found = marksOf(inputOf(baseline, language), 'front-end')
  return found.ok ? found.value[0] : found.facts['detail']
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
