// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { risksEn } from '../../words/pages/risks-en.ts'
import { csvOf, insurerTable } from './insurer.ts'

const stamp = { at: '2026-11-12T10:00:00.000Z', by: 'p' }
const record = (kind: string, id: string, state: string, values: object): any => ({
  id,
  kind,
  version: 1,
  state,
  values: { code: id, name: id, ...values },
  changed: stamp,
  created: stamp,
  approval: null,
  retired: null,
})

describe('the table of an insurer', () => {
  it('says what is insured and done, and leaves empty what nobody knows', () => {
    const book = losses.lossBook({
      today: '2026-11-12',
      records: {
        risk: [
          record('risk', 'fire', 'identified', {
            times_per_year_low: '0.01',
            times_per_year_high: '0.02',
            loss_eur_low: 1000,
            loss_eur_high: 5000,
          }),
          record('risk', 'other', 'identified', {}),
        ],
        treatment: [
          record('treatment', 'policy', 'chosen', {
            risk: 'fire',
            option: 'transfer',
            insured_eur: 4000,
            deductible_eur: 500,
          }),
        ],
      },
    })
    const result = { risks: [{ id: 'fire', expected_loss_eur: 34.567 }] } as unknown as LossResult
    const [head, fire, other] = insurerTable(book, result, risksEn.insurer)
    assert.equal(head?.length, fire?.length)
    assert.deepEqual(fire, [
      'fire',
      '0.01',
      '0.02',
      '1000',
      '5000',
      '',
      '',
      'said',
      '35',
      '4000',
      '500',
      'policy',
    ])
    assert.deepEqual(
      other?.slice(1),
      Array.from({ length: 11 }, () => ''),
    )
  })

  it('keeps texts from being formulas, and cells whole', () => {
    assert.equal(
      csvOf([
        ['=1+1', 'a,b', 'say "x"', '-5'],
        ['-x', 'two\nlines', '', 'é'],
      ]),
      '\ufeff\'=1+1,"a,b","say ""x""",-5\r\n\'-x,"two\nlines",,é\r\n',
    )
  })
})
