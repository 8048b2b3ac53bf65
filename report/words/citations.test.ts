// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { citation, citedAt } from './citations.ts'

const packs = join(import.meta.dirname, '../../core/law/packs')

/** Everything the packs cite. */
function cited(): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (/^(article|source)$/.test(key) && typeof one === 'string') found.add(one)
        walk(one)
      }
    }
  }
  for (const name of ['nl', 'be', 'de', 'eu']) {
    walk(JSON.parse(readFileSync(join(packs, `${name}.json`), 'utf8')))
  }
  return [...found]
}

/** Reasoning that stands in the packs' sources of deadlines and is never a citation in the report. */
const prose = /no extension for terms in hours/

describe('citations', () => {
  it('says no English in Dutch, whatever the packs cite', () => {
    const all = cited().filter((text) => !prose.test(text))
    assert.ok(all.length > 100)
    for (const text of all) {
      assert.doesNotMatch(
        citation(text, 'nl'),
        /\b(and|of|the|law|from|annex(es)?|regulation|recommendation|directive|point|sentence|pages|guide|source|choice|spells|jurisdictions|statements|text|not|via press)\b/i,
        text,
      )
    }
  })

  it('says a rule and its source once', () => {
    const of = {
      article: 'NIS2 Annex II',
      source: 'NIS2 Annex II, point 5; Cbw bijlage 2 and art. 15(1)',
    }
    assert.equal(citedAt(of, 'nl'), 'NIS2 bijlage II, punt 5; Cbw bijlage 2 en art. 15(1)')
    assert.equal(citedAt(of, 'en'), 'NIS2 Annex II, point 5; Cbw annex 2 and art. 15(1)')
    const size = {
      article: 'Recommendation 2003/361/EC, Annex art. 2(1)',
      source: 'Recommendation 2003/361/EC, Annex art. 2(1); § 28(1) BSIG spells it out',
    }
    assert.equal(citedAt(size, 'nl'), 'Aanbeveling 2003/361/EG, bijlage art. 2(1)')
  })
})
