// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { type JobRun, matchedReports } from './reports.ts'

const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'somebody' }
const copy = (id: string, values: object): RecordVersion => ({
  ...{ kind: 'backup', id, version: 1, state: 'in_use', approval: null, retired: null },
  ...{ created: stamp, changed: stamp, erased: [] },
  values: { code: id, name: id, ...values } as unknown as RecordVersion['values'],
})
const run = (job: string, day: number, outcome: JobRun['outcome'] = 'passed'): JobRun => ({
  ...{ job, outcome, size_bytes: day },
  ended_at: `2026-11-${String(day).padStart(2, '0')}T01:00:00.000Z`,
})

describe('reports of jobs against the register of copies', () => {
  it('change the copy that names the job, whatever the case, and no other', () => {
    const found = matchedReports(
      [run('ERP  Nightly', 20), run('erp nightly', 21), run('Strange', 21)],
      [copy('B1', { job_names: ['ERP nightly'] }), copy('B2', { name: 'ERP nightly' })],
    )
    assert.deepEqual(
      found.copies.map(({ backup, runs, patch }) => [backup, runs, patch]),
      [
        [
          'B1',
          2,
          { last_success_at: '2026-11-21T01:00:00.000Z', size_bytes: 21, last_result: 'passed' },
        ],
      ],
    )
    assert.deepEqual(found.unknown, [{ job: 'Strange', runs: 1 }])
  })
  it('keep the last success when a later run failed', () => {
    const [one] = matchedReports([run('B1', 20), run('B1', 21, 'failed')], [copy('B1', {})]).copies
    assert.equal(one?.patch?.['last_success_at'], '2026-11-20T01:00:00.000Z')
    assert.equal(one?.patch?.['last_result'], 'failed')
  })
  it('say nothing new when they are older than what stands there, or the same', () => {
    const known = { last_success_at: '2026-11-21T01:00:00.000Z', last_result: 'passed' }
    const patch = (one: JobRun) => matchedReports([one], [copy('B1', known)]).copies[0]?.patch
    assert.equal(patch(run('B1', 20, 'failed')), null)
    assert.equal(patch(run('B1', 21)), null)
  })
  it('change nothing where two copies name the job', () => {
    const both = [copy('B1', { job_names: ['x'] }), copy('B2', { job_names: ['X'] })]
    assert.deepEqual(matchedReports([run('x', 1)], both), {
      ...{ copies: [], unknown: [], ambiguous: ['x'] },
    })
  })
  it('pass over no job in silence, and never move a success back', () => {
    const outcome = fc.constantFrom<JobRun['outcome']>('passed', 'partly', 'failed')
    const some = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 28 }), outcome)
        .map((of) => run(...of)),
    )
    const known = '2026-11-14T01:00:00.000Z'
    fc.assert(
      fc.property(some, (runs) => {
        const lines = [
          copy('a', { last_success_at: known }),
          copy('b', {}),
          copy('x', { name: 'c' }),
        ]
        const { copies, unknown, ambiguous } = matchedReports(runs, lines)
        const told = copies.reduce((sum, one) => sum + one.runs, 0)
        const rest = unknown.reduce((sum, one) => sum + one.runs, 0)
        assert.deepEqual(ambiguous, [])
        assert.equal(told + rest, runs.length)
        const at = copies.find(({ backup }) => backup === 'a')?.patch?.['last_success_at']
        assert.ok(at === undefined || String(at) > known)
      }),
    )
  })
})
