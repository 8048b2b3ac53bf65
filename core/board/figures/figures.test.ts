// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figuresPack } from '@schouw/core/assurance'
import fc from 'fast-check'
import { bandOf } from '../deviations.ts'
import { figures, record, today } from './testing/registers.ts'

describe('figures of the board', () => {
  it('knows none of them without records, and calls none of them green', () => {
    const of = figures([])
    for (const { id } of figuresPack.figures) {
      assert.equal(of(id).value, null, id)
      assert.equal(of(id).band, 'unknown', id)
      assert.equal(of(id).is_default, true, id)
    }
  })

  it('counts what is late among open actions', () => {
    const of = figures([
      record('action', { due_on: '2026-11-11' }),
      record('action', { due_on: today }),
      record('action', { due_on: '2026-11-01' }, 'done'),
    ])
    assert.deepEqual(of('overdue_actions').of, { part: 1, whole: 2 })
    assert.equal(of('overdue_actions').value, 50)
    assert.equal(of('overdue_actions').counted_by, 'schouw')
  })

  it('is not green while part of it is not known', () => {
    const whole = record('action', { due_on: '2026-12-11' })
    assert.equal(figures([whole])('overdue_actions').band, 'green')
    assert.equal(figures([whole, record('action', {})])('overdue_actions').band, 'unknown')
  })

  it('is unknown to whoever may not see what it rests on', () => {
    const actions = [record('action', { due_on: '2026-11-11' })]
    assert.equal(figures(actions, ['action'])('overdue_actions').value, null)
  })

  for (const [held, months] of [
    ['2026-10-13', 0],
    ['2026-10-12', 1],
    ['2025-11-12', 12],
    ['2025-11-13', 11],
  ] as const) {
    it(`counts ${months} whole months since an exercise on ${held}`, () => {
      const of = figures([record('exercise', { held_on: held }, 'held')])
      assert.equal(of('exercise_recency').value, months)
    })
  }

  it('does not count an exercise of a day to come', () => {
    const of = figures([record('exercise', { held_on: '2026-11-13' }, 'held')])
    assert.equal(of('exercise_recency').value, null)
  })

  it('leaves restore tests of more than a year ago out', () => {
    const of = figures([
      record('restore-test', { tested_on: '2026-06-01', result: 'passed' }, 'done'),
      record('restore-test', { tested_on: '2026-06-02', result: 'failed' }, 'done'),
      record('restore-test', { tested_on: '2025-11-11', result: 'failed' }, 'done'),
    ])
    assert.deepEqual(of('restore_tests').of, { part: 1, whole: 2 })
  })

  it('counts a large risk until somebody has accepted it', () => {
    const risk = record('risk', { likelihood: 4, impact: 3 }, 'identified')
    const small = record('risk', { likelihood: 11 / 3, impact: 3 }, 'identified')
    assert.equal(figures([risk, small])('risks_above_appetite').value, 1)
    const accepted = record('acceptance', { subject: risk.id }, 'accepted')
    assert.equal(figures([risk, accepted])('risks_above_appetite').value, 0)
  })

  it('goes by the limits of the board where it has set them', () => {
    const limits = { green_limit: '60', amber_limit: '70', limits_set_by: 'board' }
    const kpi = { code: 'overdue_actions', direction: 'lower_is_better', unit: 'percent' }
    const late = record('action', { due_on: '2026-11-11' })
    const open = record('action', { due_on: '2026-12-11' })
    const of = figures([late, open, record('kpi', { ...kpi, ...limits }, 'in_use')])
    assert.equal(of('overdue_actions').band, 'green')
    assert.equal(of('overdue_actions').is_default, false)
    assert.equal(figures([late, open])('overdue_actions').band, 'red')
  })

  it('knows a figure of the pack by a code with hyphens, and keeps a second one beside it', () => {
    const kpi = (code: string, name: string) => record('kpi', { code, name, unit: 'hours' })
    const [one, other] = [kpi('MTTD', 'A'), kpi('mttd', 'B')]
    const of = figures([one, other])
    assert.equal(of('mttd').kpi, one.id)
    assert.equal(of(other.id).name, 'B')
    const hyphened = record('kpi', { code: 'Overdue-actions' })
    assert.equal(figures([hyphened])('overdue_actions').kpi, hyphened.id)
  })

  it('takes the last recorded value where the registers cannot tell', () => {
    const kpi = record('kpi', { code: 'mttd', direction: 'lower_is_better', unit: 'hours' })
    const value = (to: string, hours: string) =>
      record('kpi-value', { kpi: kpi.id, period_to: to, value: hours, counted_by: 'person' })
    const of = figures([kpi, value('2026-10-31', '30'), value('2026-09-30', '80')])
    assert.equal(of('mttd').value, 30)
    assert.equal(of('mttd').band, 'amber')
    assert.deepEqual(
      of('mttd').trend.map(({ value }) => value),
      [80, 30],
    )
  })

  it('has limits in the pack of which amber lies on the far side of green', () => {
    for (const { id, green, amber, direction } of figuresPack.figures) {
      assert.ok(direction === 'higher_is_better' ? amber < green : amber > green, id)
      const limits = { green, amber, isHigherBetter: direction === 'higher_is_better' }
      assert.equal(bandOf(green, limits), 'green', id)
      assert.equal(bandOf(amber, limits), 'amber', id)
    }
  })

  it('never has a share outside nothing and all', () => {
    const day = fc.constantFrom('2026-01-01', '2027-01-01', undefined)
    fc.assert(
      fc.property(fc.array(day, { maxLength: 20 }), (days) => {
        const actions = days.map((due_on) =>
          record('action', due_on === undefined ? {} : { due_on }),
        )
        const { value } = figures(actions)('overdue_actions')
        assert.ok(value === null ? days.length === 0 : value >= 0 && value <= 100)
      }),
    )
  })
})
