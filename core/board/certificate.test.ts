// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { certificatePoints } from './index.ts'

const whole = {
  name_on_certificate: 'Marieke de Vries',
  started_on: '2026-05-01',
  ended_on: '2026-05-02',
  topics: ['risk_kinds', 'risk_process', 'assessment', 'controls'],
  provider: 'Opleider',
  language: 'nl',
  file: 'a'.repeat(64),
}

const verdicts = (values: object, name: string | null = 'Marieke de Vries') =>
  Object.fromEntries(
    certificatePoints({ values: values as RecordVersion['values'] }, name).map((one) => [
      one.point,
      one.verdict,
    ]),
  )

describe('the points of a certificate', () => {
  it('finds a whole one whole', () => {
    assert.deepEqual([...new Set(Object.values(verdicts(whole)))], ['met'])
  })

  for (const [field, point] of [
    ['name_on_certificate', 'name'],
    ['started_on', 'dates'],
    ['ended_on', 'dates'],
    ['topics', 'topics'],
    ['provider', 'provider'],
    ['language', 'language'],
    ['file', 'file'],
  ] as const) {
    it(`misses ${point} without ${field}, and nothing else`, () => {
      const { [field]: _, ...rest } = whole
      const found = Object.entries(verdicts(rest)).filter(([, verdict]) => verdict !== 'met')
      assert.deepEqual(found, [[point, 'missing']])
    })
  }

  it('names the subjects that are not on it', () => {
    const values = { ...whole, topics: ['risk_kinds', 'other'] } as RecordVersion['values']
    const topics = certificatePoints({ values }, null).find(({ point }) => point === 'topics')
    assert.equal(topics?.verdict, 'differs')
    assert.deepEqual(topics?.lacking, ['risk_process', 'assessment', 'controls'])
  })

  it('takes a name in another order or without its accents', () => {
    assert.equal(verdicts({ ...whole, name_on_certificate: 'VRIES, Marieke de' })['name'], 'met')
    assert.equal(verdicts({ ...whole, name_on_certificate: 'Zoë Bär' }, 'Zoe Bar')['name'], 'met')
    assert.equal(verdicts({ ...whole, name_on_certificate: 'M. de Vries' })['name'], 'differs')
    assert.equal(verdicts(whole, null)['name'], 'differs')
  })

  it('asks for Dutch or English', () => {
    assert.equal(verdicts({ ...whole, language: 'en-GB' })['language'], 'met')
    assert.equal(verdicts({ ...whole, language: 'de' })['language'], 'differs')
  })

  it('says something of every point, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(whole)), fc.anything()),
        (values) => {
          assert.equal(Object.keys(verdicts(values)).length, 6)
        },
      ),
    )
  })
})
