// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { incidents } from '@schouw/core/board'
import { portalReport } from './portal.ts'

const item = (name: string, is_required: boolean): incidents.DraftItem => ({
  ...{ item: name, title_nl: `${name} nl`, title_en: `${name} en`, source: 'Cbw art. 26' },
  ...{ is_required, known: [], lines: [], is_missing: true },
})
const clock = {
  ...{ title_nl: 'Vroegtijdige waarschuwing', title_en: 'Early warning' },
  items: [item('malicious', true), item('contact', true), item('nature', false)],
} as unknown as incidents.RoomClock

describe('a report for a portal', () => {
  const of = (texts: readonly { item: string; text: string }[], isExercise = false) =>
    portalReport({ values: { stage: 'early_warning' }, clock, isExercise, texts, language: 'en' })

  it('names what is required and lacks, also what was never asked of anybody', () => {
    const found = of([
      { item: 'malicious', text: ' yes ' },
      { item: 'nature', text: '' },
    ])
    assert.deepEqual([found.is_complete, found.lacking], [false, ['contact']])
    assert.deepEqual(
      found.items.map(({ item, title, text }) => [item, title, text]),
      [
        ['malicious', 'malicious en', 'yes'],
        ['nature', 'nature en', null],
      ],
    )
    assert.equal(found.stage, 'early_warning')
    assert.equal(found.reference, null)
  })

  it('is complete with what is required, and says when it is an exercise', () => {
    const texts = ['malicious', 'contact'].map((item) => ({ item, text: 'x' }))
    assert.deepEqual([of(texts).is_complete, of(texts).lacking], [true, []])
    assert.deepEqual([of(texts).is_exercise, of(texts, true).is_exercise], [false, true])
  })
})
