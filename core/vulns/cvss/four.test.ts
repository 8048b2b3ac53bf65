// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { scoreOfFour } from './four.ts'
import { four } from './vocabulary.ts'

// Scores that the calculators published with the specification give.
const published: readonly (readonly [string, number])[] = [
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P', 9.3],
  ['AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N', 5.3],
  ['AV:L/AC:L/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:L/SI:L/SA:L', 5.4],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 7.3],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P', 5.9],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:U', 4.1],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/CR:H/IR:H/AR:M', 7.2],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/CR:H/IR:M/AR:L', 7.1],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/CR:M/IR:M/AR:M', 5.5],
  ['AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/CR:L/IR:L/AR:L', 5.4],
  ['AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P/MAV:A/MPR:L/MUI:P/MVI:N/MVA:N', 5.4],
]

it('scores CVSS 4.0 as its specification does', () => {
  for (const [vector, score] of published) {
    assert.equal(scoreOfFour(`CVSS:4.0/${vector}`), score, vector)
  }
})

const base = Object.entries(four).slice(0, 11)
const vectors = fc
  .tuple(...base.map(([, { words }]) => fc.constantFrom(...Object.keys(words))))
  .map((values) => base.map(([letters], at) => [letters, values[at] ?? ''] as const))
const written = (parts: readonly (readonly [string, string])[]) =>
  `CVSS:4.0/${parts.map((part) => part.join(':')).join('/')}`

it('gives every whole vector a score of 0 to 10, in tenths, and a broken one none', () => {
  fc.assert(
    fc.property(vectors, fc.nat(10), (parts, left) => {
      const score = scoreOfFour(written(parts))
      assert.ok(score !== undefined && score >= 0 && score <= 10)
      assert.equal(Math.round(score * 10) / 10, score)
      assert.equal(scoreOfFour(written(parts.filter((_, at) => at !== left))), undefined)
      assert.equal(scoreOfFour(`${written(parts)}/AV:N`), undefined)
    }),
  )
})

it('never rises when nobody has an exploit yet', () => {
  fc.assert(
    fc.property(vectors, (parts) => {
      const of = (maturity: string) => scoreOfFour(`${written(parts)}/E:${maturity}`) ?? Number.NaN
      assert.ok(of('P') <= of('A'))
      assert.ok(of('U') <= of('P'))
    }),
  )
})
