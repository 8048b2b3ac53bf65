// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { scopesOf } from './index.ts'

const stamp = { at: '2026-11-12T09:00:00.000Z', by: 'somebody' }

let made = 0
function record(kind: KindName, values: object, state = 'scope_open'): RecordVersion {
  made += 1
  const id = `0190e000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  return { kind, id, version: 1, state, values: values as RecordVersion['values'], ...rest }
}

const year = (staff: string, turnover: number, balance: number) => ({
  year: 2025,
  staff_awu: staff,
  turnover_eur: turnover,
  balance_eur: balance,
})
const nl = record('organisation', { jurisdiction: 'NL' }, 'in_use')
const builder = { code: 'O', name: 'Oosterduin B.V.', nace: '28.93', prior_size_class: 'medium' }
const figures = [year('120.5', 24_000_000, 15_000_000)]

const judged = (...records: readonly RecordVersion[]) => scopesOf({ records })[0]

describe('the law held against the registers', () => {
  it('judges a machine builder from its record, decimals being kept as text', () => {
    const one = judged(nl, record('legal-entity', { ...builder, fiscal_years: figures }))
    assert.equal(one?.verdict?.entity_class, 'important')
    assert.equal(one?.verdict?.aggregate.awu, 120.5)
    assert.deepEqual(one?.gaps, [])
    assert.equal(one?.is_to_recheck, false)
  })

  it('says what is missing and judges nothing without it', () => {
    const empty = judged(record('legal-entity', { code: 'X', name: 'X' }))
    assert.equal(empty?.verdict, null)
    assert.deepEqual(empty?.gaps, ['jurisdiction', 'sector', 'fiscal_years'])
    const abroad = judged(nl, record('legal-entity', { ...builder, country: 'FR' }))
    assert.deepEqual(abroad?.gaps, ['country_without_pack', 'fiscal_years'])
  })

  it('leaves out a year of which a figure is missing', () => {
    const half = [{ year: 2025, staff_awu: '60' }]
    const one = judged(nl, record('legal-entity', { ...builder, fiscal_years: half }))
    assert.deepEqual(one?.gaps, ['fiscal_years'])
  })

  it('counts a parent in full, found by the name in the rows of the group', () => {
    const group = record('group', {
      name: 'G',
      relations: [
        {
          enterprise: 'oosterduin b.v. ',
          holder: 'Holding',
          capital_percent: '100',
          votes_percent: '100',
        },
        {
          enterprise: 'Holding',
          holder: 'J. Jansen',
          holder_type: 'natural_person',
          capital_percent: '100',
          votes_percent: '100',
          staff_awu: '45',
          turnover_eur: 3,
          balance_eur: 4,
        },
      ],
    })
    const small = { ...builder, prior_size_class: 'small', group: group.id }
    const entity = record('legal-entity', { ...small, fiscal_years: [year('20', 1, 1)] })
    const one = judged(nl, group, entity)
    assert.equal(one?.verdict?.aggregate.awu, 65)
    assert.equal(one?.verdict?.raw_class_last_year, 'medium')
    assert.deepEqual(one?.gaps, [])
  })

  it('names an enterprise whose figures nobody filled in', () => {
    const rows = [
      { enterprise: 'Oosterduin B.V.', holder: 'H', capital_percent: '60', votes_percent: '60' },
    ]
    const group = record('group', { name: 'G', relations: rows })
    const entity = { ...builder, group: group.id, fiscal_years: figures }
    const one = judged(nl, group, record('legal-entity', entity))
    assert.deepEqual(one?.without_figures, ['H'])
    assert.deepEqual(one?.gaps, ['relation_figures'])
  })

  it('asks again when the figures lead elsewhere than what was concluded', () => {
    const held = { ...builder, fiscal_years: figures, entity_class: 'out_of_scope' }
    assert.equal(judged(nl, record('legal-entity', held, 'scope_concluded'))?.is_to_recheck, true)
    const lapsed = { ...held, entity_class: 'important' }
    assert.equal(judged(nl, record('legal-entity', lapsed, 'scope_lapsed'))?.is_to_recheck, true)
    assert.equal(
      judged(nl, record('legal-entity', lapsed, 'scope_concluded'))?.is_to_recheck,
      false,
    )
  })

  it('ends, whatever the rows of a group say', () => {
    const named = fc.constantFrom('Oosterduin B.V.', 'A', 'B', 'C', '')
    const row = fc.record({
      enterprise: named,
      holder: named,
      capital_percent: fc.integer({ min: 0, max: 100 }).map(String),
      votes_percent: fc.integer({ min: 0, max: 100 }).map(String),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (relations) => {
        const group = record('group', { name: 'G', relations })
        const entity = { ...builder, group: group.id, fiscal_years: figures }
        const one = judged(nl, group, record('legal-entity', entity))
        assert.notEqual(one?.verdict, null)
        assert.ok((one?.without_figures.length ?? 9) <= 3)
      }),
    )
  })
})
