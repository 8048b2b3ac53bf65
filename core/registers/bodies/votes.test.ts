// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { RecordVersion } from '../record.ts'
import { votesOn } from './index.ts'

const stamp = { at: '2026-11-12T09:00:00.000Z', by: 'somebody' }

let made = 0
function vote(person: string, choice: string, more: object = {}): RecordVersion {
  made += 1
  const id = `0190e000-0000-7000-8000-${String(made).padStart(12, '0')}`
  const at = `2026-11-12T10:00:00.${String(made % 1000).padStart(3, '0')}Z`
  const values = { decision: 'd1', person, choice, cast_at: at, ...more }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  return { kind: 'vote', id, version: 1, state: 'recorded', values, ...rest } as RecordVersion
}

describe('votes on a question', () => {
  it('counts the last word of who changed his or her mind', () => {
    const { tally, votes } = votesOn('d1', [vote('a', 'approve'), vote('a', 'reject')])
    assert.deepEqual(tally, { approve: 0, reject: 1, abstain: 0, took_note: 0 })
    assert.deepEqual(
      votes.map(({ choice }) => choice),
      ['reject'],
    )
  })

  it('goes by when a vote was cast, not by the order it is read in', () => {
    const early = vote('a', 'approve', { cast_at: '2026-11-01T10:00:00.000Z' })
    const late = vote('a', 'reject', { cast_at: '2026-11-02T10:00:00.000Z' })
    assert.equal(votesOn('d1', [late, early]).tally.reject, 1)
  })

  it('shows who named an interest of their own, and does not count them', () => {
    const { tally, votes } = votesOn('d1', [vote('a', 'approve', { has_conflict: true })])
    assert.equal(tally.approve, 0)
    assert.equal(votes.length, 1)
  })

  it('leaves out votes on another question and retired ones', () => {
    const retired = { ...vote('b', 'approve'), retired: { ...stamp, reason: 'x' } }
    const other = vote('a', 'approve', { decision: 'd2' })
    assert.deepEqual(votesOn('d1', [other, retired]).votes, [])
  })

  it('never counts more votes than there are members', () => {
    const one = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('approve', 'reject', 'abstain', 'took_note', 'else'),
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (list) => {
        const records = list.map(([person, choice]) => vote(person, choice))
        const { tally, votes } = votesOn('d1', records)
        const total = Object.values(tally).reduce((sum, count) => sum + count, 0)
        assert.equal(total, votes.length)
        assert.ok(votes.length <= new Set(list.map(([person]) => person)).size)
      }),
    )
  })
})
