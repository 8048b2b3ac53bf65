// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RecordVersion } from '@schouw/core/registers'
import { attendance } from '@schouw/core/registers/bodies'
import fc from 'fast-check'
import { membersOf, outcomeOf, proposedAgenda } from './index.ts'

const stamp = { at: '2026-11-01T08:00:00.000Z', by: 'p1' }
let made = 0
function record(
  kind: RecordVersion['kind'],
  values: RecordVersion['values'],
  state = 'in_use',
): RecordVersion {
  made += 1
  const rest = { version: 1, created: stamp, changed: stamp, approval: null, retired: null }
  return { kind, id: `r${made}`, state, values, ...rest, erased: [] }
}
const seat = (person: string, role: string, more: object = {}) =>
  record('appointment', { person, role, from: '2026-01-01', ...more })
const today = '2026-11-22'

const vote = (person: string, choice: 'approve' | 'reject' | 'abstain', more: object = {}) => ({
  id: `v-${person}`,
  person,
  speaks_for: person,
  choice,
  reason: null,
  cast_at: stamp.at,
  has_conflict: false,
  objected: null,
  ...more,
})

describe('bodies', () => {
  it('keep board and supervisory board apart, and know who has left', () => {
    const all = [
      seat('a', 'executive_director'),
      seat('b', 'non_executive_director'),
      seat('c', 'supervisory_director'),
      seat('d', 'executive_director', { to: '2026-11-21' }),
      seat('a', 'ciso'),
    ]
    const who = (body: string) => membersOf(body, all, today).map(({ person }) => person)
    assert.deepEqual(who('board'), ['a', 'b'])
    assert.deepEqual(who('supervisory_board'), ['c'])
    assert.deepEqual(who('both_boards'), ['a', 'b', 'c'])
    assert.deepEqual(who('crisis_team'), [])
  })
})

describe('a quorum', () => {
  const members = ['a', 'b', 'c', 'd'].map((person) => ({
    person,
    role: 'executive_director',
    is_executive: true,
  }))
  const of = (present: string[], proxies: object[] = [], quorumPercent: number | null = null) =>
    attendance({ members, present, proxies: proxies as never, quorumPercent })

  it('is more than half, or what the articles say', () => {
    assert.equal(of(['a', 'b']).has_quorum, false)
    assert.equal(of(['a', 'b', 'c']).has_quorum, true)
    assert.equal(of(['a', 'b', 'c'], [], 75).has_quorum, false)
    assert.equal(of(['a', 'b', 'c', 'd'], [], 100).has_quorum, true)
  })

  it('counts a proxy once, and only of a member who is away to one who is there', () => {
    const proxy = { absent_member: 'd', holder: 'a' }
    assert.deepEqual(of(['a', 'b'], [proxy, proxy]), {
      entitled: 4,
      present: 2,
      by_proxy: 1,
      needed: 3,
      has_quorum: true,
    })
    assert.equal(of(['a', 'b'], [{ absent_member: 'd', holder: 'c' }]).has_quorum, false)
    assert.equal(of(['a', 'b'], [{ absent_member: 'b', holder: 'a' }]).by_proxy, 0)
    assert.equal(of(['a', 'b'], [{ absent_member: 'x', holder: 'a' }]).by_proxy, 0)
  })

  it('is never there without members, and never lost by another who comes in', () => {
    assert.equal(
      attendance({ members: [], present: ['a'], proxies: [], quorumPercent: 0 }).has_quorum,
      false,
    )
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c', 'd']), fc.nat(100), (present, percent) => {
        const before = of(present, [], percent).has_quorum
        const after = of(['a', 'b', 'c', 'd'], [], percent).has_quorum
        assert.ok(!before || after)
      }),
    )
  })
})

describe('what a body said', () => {
  const members = [
    { person: 'a', role: 'executive_director', is_executive: true },
    { person: 'b', role: 'executive_director', is_executive: true },
    { person: 'n', role: 'non_executive_director', is_executive: false },
  ]
  const said = (votes: ReturnType<typeof vote>[], more: object = {}) =>
    outcomeOf(votes, { members, isBoardDuty: false, hasQuorum: true, ...more })

  it('is open while it could still turn, and lost on equal votes', () => {
    assert.equal(said([vote('a', 'approve')]).result, 'open')
    assert.equal(said([vote('a', 'approve'), vote('b', 'approve')]).result, 'approved')
    assert.equal(
      said([vote('a', 'approve'), vote('b', 'reject'), vote('n', 'abstain')]).result,
      'rejected',
    )
    assert.equal(said([vote('a', 'approve')], { hasQuorum: false }).result, 'no_quorum')
  })

  it('counts nobody with an interest, no stranger, and of a board duty executives alone', () => {
    const own = said([vote('a', 'approve', { has_conflict: true }), vote('b', 'approve')])
    assert.deepEqual([own.approve, own.conflicted, own.unheard], [1, 1, 1])
    assert.equal(said([vote('x', 'approve')]).approve, 0)
    const duty = said([vote('a', 'approve'), vote('b', 'approve'), vote('n', 'reject')], {
      isBoardDuty: true,
    })
    assert.deepEqual([duty.approve, duty.reject, duty.result], [2, 0, 'approved'])
  })
})

describe('an agenda', () => {
  it('proposes questions, what was not done, deviations and reviews, each once', () => {
    const decision = record('decision', { question: 'Approve?', due_on: '2026-12-01' }, 'tabled')
    const old = record('decision', { name: 'Old', evaluate_on: '2026-11-01' }, 'decided')
    const late = record(
      'action',
      { name: 'Mend', origin: 'decision', due_on: '2026-10-01' },
      'open',
    )
    const later = record('action', { name: 'x', origin: 'decision', due_on: '2026-12-01' }, 'open')
    const policy = record('policy', { name: 'Access', next_review_on: '2026-11-22' })
    const facts = {
      decisions: [old, decision],
      actions: [late, later],
      policies: [policy],
      deviations: [{ id: 'k', name: 'Patch time' }],
      today,
      taken: new Set<string>(),
    }
    const whys = proposedAgenda(facts).map(({ why, name }) => `${why} ${name}`)
    assert.deepEqual(whys, [
      'decision Approve?',
      'not_done Mend',
      'deviation Patch time',
      'review Old',
      'review Access',
    ])
    assert.equal(proposedAgenda({ ...facts, taken: new Set([decision.id, 'k']) }).length, 3)
  })
})
