// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { approve, mayAnswer } from '../approval.ts'
import { kinds } from '../catalogue.ts'
import { change, move } from '../change.ts'
import type { KindName } from '../kind-names.ts'
import type { RecordVersion } from '../record.ts'
import { over, testId } from '../testing/arbitrary.ts'
import { ciso, codes, director, given, now, standing, who } from '../testing/steps.ts'

const early = { at: '2026-11-01T12:00:00.000Z', by: 'x' }
const later = { at: '2026-11-10T12:00:00.000Z', by: 'x' }
const seat = (person: string, more: object = {}) =>
  standing(
    'appointment',
    { person, role: 'executive_director', from: '2026-01-01', ...more },
    { id: `seat-${person}` },
  )
const board = [seat('d'), seat('e')]

/** Everything that is for the board: as it waits, and where it would go. */
const subjects: readonly (readonly [KindName, string, object, string])[] = [
  ['policy-version', 'proposed', { document: '0'.repeat(64) }, 'approved'],
  ['measure', 'proposed', { owner: testId('person', 1), cost_eur_once: 4_000 }, 'approved'],
  ['treatment', 'proposed', { owner: testId('person', 1), cost_eur_once: 4_000 }, 'chosen'],
  [
    'acceptance',
    'requested',
    {
      ...{ subject: testId('risk', 1), subject_version: 1, above_appetite: true },
      ...{ accepted_by: testId('person', 1), accepted_on: '2026-11-20', residual_loss_eur: 4_000 },
    },
    'accepted',
  ],
  ['kpi', 'proposed', {}, 'in_use'],
  ['playbook', 'draft', { owner: testId('person', 1) }, 'approved'],
  ['budget', 'asked', { granted_eur: 4_000, granted_on: '2026-11-20' }, 'granted'],
  ['exception', 'requested', { residual_loss_eur: 4_000 }, 'granted'],
]

function decision(values: object, more: Partial<RecordVersion> = {}) {
  const all = { body: 'board', outcome: 'approved', decided_on: '2026-11-10', ...values }
  const stamps = { approval: later, changed: later }
  return standing('decision', all, { state: 'decided', ...stamps, ...more })
}

function subject([kind, state, values]: (typeof subjects)[number], more: object = {}) {
  return standing(kind, { ...values, ...more }, { state, changed: early })
}

/** What comes of a second person’s yes. */
function answered(
  record: RecordVersion,
  to: string,
  all: readonly RecordVersion[],
  actor = director,
): readonly string[] {
  const asked = move({ ...given(record), to, lookup: over([record, ...all]), actor: asker(record) })
  assert.ok(asked.ok, JSON.stringify(asked))
  assert.ok(asked.value.pending !== null, `${record.kind} waits`)
  const { pending } = asked.value
  const lookup = over([record, ...all])
  const kind = kinds[record.kind]
  const outcome = approve({ kind, pending, record, actor, now, lookup })
  if (outcome.ok) return []
  return outcome.refusals.map((one) => ('because' in one ? one.because : one.code))
}

const asker = ({ kind }: RecordVersion) => (kind === 'playbook' ? who('o', 'ot_engineer') : ciso)

describe('what is for the board', () => {
  for (const one of subjects) {
    const [kind, , , to] = one
    const record = subject(one)
    const about = { about: [record.id] }

    it(`holds up a ${kind} that nobody has put before it`, () => {
      assert.deepEqual(answered(record, to, board), ['board-not-asked'])
      assert.deepEqual(answered(record, to, [...board, decision(about)]), [])
    })

    it(`lets a ${kind} wait while it is on the table, and after a no`, () => {
      const tabled = decision(about, { state: 'tabled', approval: null })
      assert.deepEqual(answered(record, to, [...board, tabled]), ['board-not-decided'])
      const no = decision({ ...about, outcome: 'rejected' })
      assert.deepEqual(answered(record, to, [...board, no]), ['board-rejected'])
    })

    it(`does not take a yes to a ${kind} that was changed since`, () => {
      const changed = { ...record, changed: { at: now, by: 'x' } }
      assert.deepEqual(answered(changed, to, [...board, decision(about)]), ['board-changed'])
      const noted = decision(about, { changed: { at: now, by: 'x' } })
      assert.deepEqual(answered(changed, to, [...board, noted]), ['board-changed'])
    })
  }

  const [, measure] = subjects as [unknown, (typeof subjects)[number]]

  it('is not for the supervisory board, the management or another subject', () => {
    const record = subject(measure)
    for (const body of ['supervisory_board', 'management', 'crisis_team']) {
      const other = decision({ about: [record.id], body })
      assert.deepEqual(answered(record, 'approved', [...board, other]), ['board-not-asked'], body)
    }
    const elsewhere = decision({ about: ['measure-2'] })
    assert.deepEqual(answered(record, 'approved', [...board, elsewhere]), ['board-not-asked'])
  })

  it('is the word of one director where there is no other, today', () => {
    const record = subject(measure)
    const left = [seat('d'), seat('e', { to: '2026-11-20' })]
    assert.deepEqual(answered(record, 'approved', left), [])
    assert.deepEqual(answered(record, 'approved', [seat('e')]), ['board-not-asked'])
    assert.deepEqual(answered(record, 'approved', []), [])
  })

  it('takes an acceptance below the limit as it is, and weighs the amounts itself', () => {
    const [, , , acceptance] = subjects as never as (typeof subjects)[number][]
    const of = (more: object) => answered(subject(acceptance!, more), 'accepted', board)
    const low = { above_appetite: false, residual_loss_eur: 4_000, threshold_eur: 4_000 }
    assert.deepEqual(of(low), [])
    assert.deepEqual(of({ ...low, residual_loss_eur: 4_001 }), ['board-not-asked'])
    assert.deepEqual(of({ above_appetite: undefined }), ['board-not-asked'])
  })

  it('moves a limit only to where the board has put it', () => {
    const kpi = standing('kpi', { green_limit: '5' }, { state: 'in_use', changed: early })
    const limits = [{ kpi: kpi.id, green_limit: '6' }]
    const all = [...board, kpi, decision({ limits })]
    const to = (green_limit: string) => {
      const asked = change({ ...given(kpi), patch: { green_limit } })
      assert.ok(asked.ok && asked.value.pending !== null)
      const { pending } = asked.value
      const answer = { kind: kinds.kpi, pending, record: kpi, actor: director, now }
      const outcome = approve({ ...answer, lookup: over(all) })
      return outcome.ok ? [] : outcome.refusals.map((one) => 'because' in one && one.because)
    }
    assert.deepEqual(to('6'), [])
    assert.deepEqual(to('7'), ['board-changed'])
  })
})

describe('a delegation', () => {
  const [, measure] = subjects as [unknown, (typeof subjects)[number]]
  const cfo = who('f', 'it_manager')
  const handed = (more: object = {}, rest: object = {}) =>
    decision(
      {
        ...{ delegated_to: 'f', delegated_kinds: ['measure'], delegation_limit_eur: 5_000 },
        ...{ delegated_until: '2026-11-21', ...more },
      },
      rest,
    )
  const yes = (euros: number | undefined, by = handed(), actor = cfo) =>
    answered(subject(measure, { cost_eur_once: euros }), 'approved', [...board, by], actor)

  it('lets its holder say yes up to the limit, and not a euro above', () => {
    assert.deepEqual(yes(4_999), [])
    assert.deepEqual(yes(5_000), [])
    assert.deepEqual(yes(5_001), ['delegation-over'])
  })

  it('adds what comes once to what comes every year', () => {
    const dear = subject(measure, { cost_eur_once: 3_000, cost_eur_per_year: 2_001 })
    assert.deepEqual(answered(dear, 'approved', [...board, handed()], cfo), ['delegation-over'])
  })

  it('covers no amount that nobody wrote down, and none without a limit', () => {
    assert.deepEqual(yes(undefined), ['delegation-over'])
    assert.deepEqual(yes(1, handed({ delegation_limit_eur: undefined })), ['delegation-over'])
  })

  const never: readonly [string, object, object?][] = [
    ['after its last day', { delegated_until: '2026-11-20' }],
    ['before it begins', { decided_on: '2026-11-22' }],
    ['without an end', { delegated_until: undefined }],
    ['of another kind', { delegated_kinds: ['budget'] }],
    ['of no kind at all', { delegated_kinds: undefined }],
    ['to somebody else', { delegated_to: 'z' }],
    ['that the board refused', { outcome: 'rejected' }],
    ['of another body', { body: 'management' }],
    ['that is not decided yet', {}, { state: 'tabled' }],
  ]
  for (const [name, more, rest = {}] of never) {
    it(`is none ${name}`, () => assert.deepEqual(yes(1, handed(more, rest)), ['role']))
  }

  it('is put before its holder, who still does not say yes to own work', () => {
    const record = subject(measure, { cost_eur_once: 1 })
    const asked = move({ ...given(record), to: 'approved', lookup: over([record]) })
    assert.ok(asked.ok && asked.value.pending !== null)
    const { pending } = asked.value
    const answer = { kind: kinds.measure, pending, record, now }
    assert.equal(mayAnswer({ ...answer, actor: cfo }), false)
    assert.equal(mayAnswer({ ...answer, actor: cfo }, [handed()]), true)
    const own = { ...pending, asked: { ...pending.asked, by: 'f' } }
    const lookup = over([record, ...board, handed()])
    const outcome = approve({ ...answer, pending: own, actor: cfo, lookup })
    assert.deepEqual(codes(outcome), ['own-change'])
  })
})
