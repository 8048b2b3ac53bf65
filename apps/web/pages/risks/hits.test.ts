// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibrationEn } from '../../words/pages/calibration-en.ts'
import { calibrationNl } from '../../words/pages/calibration-nl.ts'
import { answers, isHit, numberIn } from './hits.ts'

describe('practising estimates', () => {
  it('has an answer to every question in both languages', () => {
    assert.equal(calibrationNl.questions.length, answers.length)
    assert.equal(calibrationEn.questions.length, answers.length)
  })

  it('hits between both ends, the ends too', () => {
    assert.deepEqual(
      [isHit('1', '3', 2), isHit('2', '2', 2), isHit('3', '4', 2), isHit('0,5', '2.0', 2)],
      [true, true, false, true],
    )
  })

  it('counts nothing of a range that is none', () => {
    for (const [low, high] of [
      ['', '3'],
      ['3', '1'],
      ['a', '3'],
      ['1e9', '2'],
      ['1', '1.2.3'],
    ] as const) {
      assert.equal(isHit(low, high, 2), null, `${low} ${high}`)
    }
    assert.equal(numberIn('1 250,5'), 1250.5)
  })
})
