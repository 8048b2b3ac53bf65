// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { explained } from '@schouw/report/glossary'
import fc from 'fast-check'
import { type Piece, spotted, spotterOf } from './spotted.ts'

const nl = spotterOf(explained, 'nl')
const en = spotterOf(explained, 'en')
const found = (pieces: readonly Piece[]) =>
  pieces.flatMap((one) => (typeof one === 'string' ? [] : [`${one.id}: ${one.word}`]))

describe('words of the glossary in running text', () => {
  it('are found as they stand: in the plural, short, and with a capital', () => {
    const text =
      'Kroonjuwelen en hun PLC; een kwetsbaarheid komt zelden alleen, kwetsbaarheden niet.'
    assert.deepEqual(found(spotted(text, nl)), [
      'kroonjuweel: Kroonjuwelen',
      'besturing: PLC',
      'kwetsbaarheid: kwetsbaarheid',
    ])
    assert.deepEqual(found(spotted('Crown jewels behind a DMZ', en)), [
      'kroonjuweel: Crown jewels',
      'gedemilitariseerde_zone: DMZ',
    ])
  })

  it('are not found inside another word, nor where everybody knows them', () => {
    assert.deepEqual(found(spotted('de tijdzones van het bestuur', nl)), [])
    assert.deepEqual(found(spotted('The ot of a zone-based plan, fat and sat', en)), [])
  })

  it('are found whole: the longest one that fits', () => {
    const text = 'Een actief misbruikte kwetsbaarheid is meer dan een kwetsbaarheid.'
    assert.deepEqual(found(spotted(text, nl)), [
      'actief_misbruikte_kwetsbaarheid: actief misbruikte kwetsbaarheid',
      'kwetsbaarheid: kwetsbaarheid',
    ])
  })

  it('leave the text as it was, and come once each', () => {
    const words = explained.flatMap((one) => [one.nl, one.en, one.nl.toUpperCase()])
    const part = fc.oneof(fc.constantFrom(...words), fc.string(), fc.constantFrom(' ', ', ', '-'))
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('')
        for (const spotter of [nl, en]) {
          const pieces = spotted(text, spotter)
          const whole = pieces.map((one) => (typeof one === 'string' ? one : one.word)).join('')
          assert.equal(whole, text)
          const ids = pieces.flatMap((one) => (typeof one === 'string' ? [] : [one.id]))
          assert.equal(new Set(ids).size, ids.length)
        }
      }),
    )
  })
})
