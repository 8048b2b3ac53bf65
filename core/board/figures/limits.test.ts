// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figures, record, today } from './testing/registers.ts'

const kpi = record(
  'kpi',
  { code: 'overdue_actions', direction: 'lower_is_better', unit: 'percent' },
  'proposed',
)
const row = { kpi: kpi.id, green_limit: '60', amber_limit: '70' }
const half = [
  record('action', { due_on: '2026-11-11' }),
  record('action', { due_on: '2026-12-11' }),
]
const decided = { outcome: 'approved', decided_on: '2026-11-12' }

describe('limits of the board', () => {
  const limits = (values: object, state: string) =>
    figures([kpi, ...half, record('decision', { limits: [row], ...values }, state)])(
      'overdue_actions',
    )

  it('hold from the day that the decision is taken', () => {
    const { band, limits: held } = limits(decided, 'decided')
    assert.equal(band, 'green')
    assert.equal(held.set_by, 'board')
    assert.equal(held.since, today)
    assert.ok(held.decision)
  })

  for (const [what, values, state] of [
    ['is taken tomorrow', { ...decided, decided_on: '2026-11-13' }, 'decided'],
    ['is only asked', {}, 'tabled'],
    ['was rejected', { ...decided, outcome: 'rejected' }, 'decided'],
    ['was withdrawn', decided, 'withdrawn'],
  ] as const) {
    it(`do not come from a decision that ${what}`, () => {
      const found = limits(values, state)
      assert.equal(found.band, 'red')
      assert.equal(found.limits.set_by, 'default')
      assert.equal(found.limits.asked_in !== null, state === 'tabled')
    })
  }

  it('are those of the last decision', () => {
    const older = { ...decided, decided_on: '2026-01-01', limits: [{ ...row, green_limit: '10' }] }
    const of = figures([
      kpi,
      ...half,
      record('decision', { ...decided, limits: [row] }, 'decided'),
      record('decision', older, 'decided'),
    ])
    assert.equal(of('overdue_actions').limits.green, 60)
  })
})

describe('work on a deviation', () => {
  const work = (state: string, due = '2026-12-11') =>
    record('action', { origin: 'threshold', sources: [kpi.id], due_on: due }, state)
  const ciso = record('appointment', { role: 'ciso', person: 'p', from: '2026-01-01' }, 'in_use')
  const step = (...more: readonly ReturnType<typeof record>[]) =>
    figures([kpi, ciso, ...more])('overdue_actions').deviation

  it('is proposed to whoever holds the role, due sooner when it is red', () => {
    const found = step(...half)
    assert.equal(found?.step, 'open')
    assert.deepEqual(found?.proposal, {
      code: 'KPI-overdue-actions-1',
      owner: 'p',
      due_on: '2026-12-12',
      priority: 'high',
    })
  })

  it('is not doubled while it is open, and numbered on when it is over', () => {
    assert.equal(step(...half, work('in_progress'))?.step, 'wait')
    assert.equal(step(...half, work('in_progress'))?.proposal, null)
    assert.equal(step(...half, work('done'))?.proposal?.code, 'KPI-overdue-actions-2')
  })

  it('may be closed when the figure is within its limits again', () => {
    assert.equal(step(work('open'))?.step, 'close')
    assert.equal(step(work('done')), undefined)
  })

  it('is not asked of a figure that nobody has taken into use', () => {
    assert.equal(figures(half)('overdue_actions').deviation, undefined)
  })

  it('names nobody where two hold the role', () => {
    const other = record('appointment', { role: 'ciso', person: 'q', from: '2026-01-01' }, 'in_use')
    assert.equal(step(...half, other)?.proposal?.owner, null)
  })
})
