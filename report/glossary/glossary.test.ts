// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { glossaryTerms } from '@schouw/core/law'
import { dutch } from './dutch.ts'
import { explained } from './index.ts'

describe('the glossary', () => {
  it('explains every word in both languages, in one sentence', () => {
    for (const { id, meaning } of explained) {
      for (const text of [meaning.nl, meaning.en]) {
        assert.match(text, /^[^!]{5,160}\.$/, id)
      }
    }
  })

  it('has every word once', () => {
    assert.equal(new Set(explained.map(({ id }) => id)).size, explained.length)
    assert.ok(explained.length >= glossaryTerms.length)
  })

  it('explains no word that the pack does not have', () => {
    const known = new Set(glossaryTerms.map(({ id }) => id))
    assert.deepEqual(
      Object.keys(dutch).filter((id) => !known.has(id)),
      [],
    )
  })
})
