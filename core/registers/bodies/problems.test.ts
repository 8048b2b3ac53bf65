// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds } from '../catalogue.ts'
import { change, create, move } from '../change.ts'
import type { KindName } from '../kind-names.ts'
import type { Lookup } from '../lookup.ts'
import type { RecordVersion } from '../record.ts'

const now = '2026-11-22T10:00:00.000Z'
const stamp = { at: '2026-11-20T10:00:00.000Z', by: 'somebody' }

function record(kind: KindName, id: string, values: object, state = 'in_use'): RecordVersion {
  const rest = { version: 1, created: stamp, changed: stamp, approval: null, retired: null }
  return { kind, id, state, values, ...rest, erased: [] } as RecordVersion
}

/** A tenant of these records: what a step asks is answered from them. */
function lookupOf(all: readonly RecordVersion[]): Lookup {
  const kindsOfIds: Readonly<Record<string, KindName>> = { p: 'person', d: 'decision', v: 'vote' }
  const holds = (value: unknown, path: readonly string[], id: string): boolean => {
    const [first, ...rest] = path
    if (Array.isArray(value)) return value.some((one) => holds(one, path, id))
    if (first === undefined) return value === id
    return holds((value as Record<string, unknown> | undefined)?.[first], rest, id)
  }
  return {
    find: (id) => {
      const kind = all.find((one) => one.id === id)?.kind ?? kindsOfIds[id[0] ?? '']
      return kind === undefined ? undefined : { kind, version: 1, isRetired: false }
    },
    holder: () => undefined,
    seats: () => all.filter((one) => one.kind === 'appointment'),
    referrers: (kind, field, id) =>
      all.filter((one) => one.kind === kind && holds(one.values, field.split('/'), id)),
  }
}

const seat = (person: string, role = 'executive_director', more: object = {}) =>
  record('appointment', `a-${person}`, { person, role, from: '2026-01-01', ...more })
const board = [seat('p1'), seat('p2'), seat('p3', 'non_executive_director')]
const reasons = (made: ReturnType<typeof create>) =>
  made.ok ? [] : made.refusals.map((one) => ('because' in one ? one.because : one.code))

const director = { person: 'p1', roles: ['director'], processes: [] } as const
const ciso = { person: 'p9', roles: ['ciso'], processes: [] } as const

describe('a meeting', () => {
  const plan = (values: object, all = board) =>
    reasons(
      create({
        kind: kinds.meeting,
        id: 'm-new',
        values: { code: 'M', name: 'M', body: 'board', planned_at: now, ...values },
        actor: ciso,
        now,
        lookup: lookupOf(all),
      }),
    )
  const proxy = (absent_member: string, holder: string) => ({ absent_member, holder })

  it('takes a proxy of a member who is away to one who is there', () => {
    assert.deepEqual(plan({ present: ['p1'], proxies: [proxy('p2', 'p1')] }), [])
  })

  const wrong: readonly [string, object, readonly string[]][] = [
    ['to oneself', { proxies: [proxy('p1', 'p1')] }, ['proxy-of-oneself']],
    ['twice', { proxies: [proxy('p2', 'p1'), proxy('p2', 'p3')] }, ['proxy-twice']],
    ['passed on', { proxies: [proxy('p2', 'p1'), proxy('p1', 'p3')] }, ['proxy-passed-on']],
    [
      'of who is there',
      { present: ['p1', 'p2'], proxies: [proxy('p2', 'p1')] },
      ['proxy-of-present'],
    ],
    ['to who is away', { present: ['p3'], proxies: [proxy('p2', 'p1')] }, ['proxy-holder-absent']],
    ['of a stranger', { proxies: [proxy('p7', 'p1')] }, ['proxy-not-member']],
    ['to a stranger', { proxies: [proxy('p1', 'p7')] }, ['proxy-not-member']],
    [
      'beyond the articles',
      { most_proxies: 1, proxies: [proxy('p2', 'p1'), proxy('p3', 'p1')] },
      ['proxy-too-many', 'proxy-too-many'],
    ],
  ]
  for (const [name, values, expected] of wrong) {
    it(`refuses a proxy ${name}`, () => assert.deepEqual(plan(values), expected))
  }

  it('has a quorum only when enough are there, and nobody is counted away', () => {
    const all = { has_quorum: true, present: ['p1', 'p2'], absent: ['p3'] }
    assert.deepEqual(plan(all), [])
    assert.deepEqual(plan({ ...all, present: ['p1'], absent: ['p2', 'p3'] }), ['no-quorum'])
    assert.deepEqual(plan({ ...all, members_entitled: 4, absent: [] }), ['no-quorum'])
    assert.deepEqual(plan({ ...all, quorum_percent: '70' }), ['no-quorum'])
    const left = [seat('p1'), seat('p2', 'executive_director', { to: '2026-11-21' })]
    assert.deepEqual(plan({ ...all, present: ['p2'], absent: ['p1'] }, left), ['no-quorum'])
  })

  it('knows the partners who govern, and not those who only brought in money', () => {
    const partners = [seat('p1', 'managing_partner'), seat('p2', 'limited_partner')]
    const values = { has_quorum: true, present: ['p1'], absent: ['p2'], quorum_percent: '99' }
    assert.deepEqual(plan(values, partners), [])
    assert.deepEqual(plan({ ...values, body: 'partners_meeting' }, partners), ['no-quorum'])
  })
})

describe('a vote', () => {
  const agenda = [{ number: '1', subject: 'S', decision: 'd1' }]
  const given = { agenda, proxies: [{ absent_member: 'p2', holder: 'p1' }] }
  const cast = (all: readonly RecordVersion[], giver = 'p2') =>
    reasons(
      create({
        kind: kinds.vote,
        id: 'new',
        values: {
          decision: 'd1',
          person: 'p1',
          on_behalf_of: giver,
          choice: 'approve',
          cast_at: now,
          document: '0'.repeat(64),
        },
        actor: director,
        now,
        lookup: lookupOf(all),
      }),
    )

  it('is cast for another by whoever holds the proxy in a meeting with the question', () => {
    assert.deepEqual(cast([record('meeting', 'm1', given, 'held')]), [])
    assert.deepEqual(cast([]), ['proxy-not-given'])
    assert.deepEqual(cast([record('meeting', 'm1', given, 'held')], 'p3'), ['proxy-not-given'])
    assert.deepEqual(cast([record('meeting', 'm1', given, 'cancelled')]), ['proxy-not-given'])
  })
})

const vote = (person: string, choice: string, more: object = {}) =>
  record('vote', `v-${person}`, { decision: 'd1', person, choice, cast_at: stamp.at, ...more })

describe('an objection', () => {
  const object = (at: string, person = 'p1') =>
    reasons(
      create({
        kind: kinds.objection,
        id: 'new-one',
        values: { decision: 'd1', vote: 'v-p1', person, objected_at: at, ground: 'mistaken' },
        actor: { ...director, person },
        now: at,
        lookup: lookupOf([vote('p1', 'approve'), ...board]),
      }),
    )

  it('is made within 72 hours, and to a vote of one’s own', () => {
    assert.deepEqual(object('2026-11-23T10:00:00.000Z'), [])
    assert.deepEqual(object('2026-11-23T10:00:00.001Z'), ['objection-too-late'])
    assert.deepEqual(object('2026-11-21T10:00:00.000Z', 'p2'), ['not-own-vote'])
  })
})

describe('an outcome', () => {
  const decide = (outcome: string, all: readonly RecordVersion[], more: object = {}) => {
    const values = { code: 'D', name: 'D', question: 'Q', body: 'board', outcome, ...more }
    const decision = record('decision', 'd1', { ...values, decided_on: '2026-11-22' }, 'tabled')
    const request = { kind: kinds.decision, record: decision, id: 'd1', version: 1, to: 'decided' }
    return reasons(move({ ...request, actor: ciso, now, lookup: lookupOf([...board, ...all]) }))
  }
  const split = [vote('p1', 'approve'), vote('p2', 'reject')]

  it('follows from the votes of who has a seat, and equal votes approve nothing', () => {
    assert.deepEqual(decide('approved', []), [])
    assert.deepEqual(decide('approved', split), ['outcome-differs'])
    assert.deepEqual(decide('rejected', split), [])
    assert.deepEqual(decide('approved', [...split, vote('p3', 'approve')]), [])
    assert.deepEqual(decide('approved', [...split, vote('p8', 'approve')]), ['outcome-differs'])
    assert.deepEqual(decide('postponed', split), [])
  })

  it('is of the executives alone where the duty is the board’s own', () => {
    const all = [...split, vote('p3', 'approve')]
    const duty = { subject: 'approve_measures' }
    assert.deepEqual(decide('approved', all, duty), ['outcome-differs'])
  })

  it('does not rest on a vote that was taken back, or on an interest', () => {
    const objection = record('objection', 'o1', { decision: 'd1', vote: 'v-p1' })
    const both = [vote('p1', 'approve'), vote('p3', 'reject')]
    assert.deepEqual(decide('approved', [vote('p1', 'approve'), objection]), [])
    assert.deepEqual(decide('approved', [...both, objection]), ['outcome-differs'])
    const torn = vote('p2', 'reject', { has_conflict: true })
    assert.deepEqual(decide('approved', [vote('p1', 'approve'), torn]), [])
  })

  it('is not reached in a meeting without quorum', () => {
    const agenda = [{ number: '1', subject: 'S', decision: 'd1' }]
    const meeting = record('meeting', 'm1', { agenda, has_quorum: false }, 'held')
    assert.deepEqual(decide('approved', [meeting]), ['no-quorum'])
    assert.deepEqual(decide('noted', [meeting]), [])
  })
})

it('judges a change of a meeting as it would stand', () => {
  const before = record('meeting', 'm1', { code: 'M', name: 'M', body: 'board' }, 'planned')
  const patch = { proxies: [{ absent_member: 'p2', holder: 'p2' }] }
  const given = { kind: kinds.meeting, record: before, id: 'm1', version: 1, patch }
  const made = change({ ...given, actor: ciso, now, lookup: lookupOf(board) })
  assert.deepEqual(reasons(made), ['proxy-of-oneself'])
})
