// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Actor } from './access.ts'
import { approve, decline } from './approval.ts'
import { kinds } from './catalogue.ts'
import { change, move, retire } from './change.ts'
import type { RecordKind } from './kind.ts'
import type { StepOutcome } from './step.ts'
import { open, testId } from './testing/arbitrary.ts'
import { born, ciso, codes, director, done, given, now, standing, who } from './testing/steps.ts'

const waits = (outcome: StepOutcome) => outcome.ok && outcome.value.pending !== null

describe('a legal hold', () => {
  it('lets go of nothing on the word of one person', () => {
    const about = [testId('person', 1), testId('person', 2)]
    const values = { code: 'h', name: 'n', reason: 'a claim', placed_on: '2026-11-02', about }
    const hold = standing('legal-hold', values, { state: 'in_force' })
    assert.ok(waits(change({ ...given(hold), patch: { about: about.slice(1) } })))
    assert.ok(waits(move({ ...given(hold), to: 'lifted', reason: 'settled' })))
    assert.ok(!waits(change({ ...given(hold), patch: { name: 'other' } })))
  })
})

describe('four eyes', () => {
  const measure = standing('measure', {
    code: 'm',
    name: 'n',
    duties: ['a'],
    owner: testId('person', 1),
  })
  const asked = () => {
    const outcome = move({ ...given(measure), to: 'approved' })
    assert.ok(outcome.ok && outcome.value.pending !== null)
    return outcome.value.pending
  }
  const answer = (actor: Actor, more: object = {}) => ({
    kind: kinds.measure as RecordKind,
    pending: asked(),
    record: measure,
    actor,
    now,
    lookup: open,
    ...more,
  })

  it('make it happen in the name of who asked, approved by the second', () => {
    const { record, entries, pending } = done(approve(answer(director)))
    assert.equal(record.state, 'approved')
    assert.deepEqual(record.approval, { at: now, by: 'd' })
    assert.equal(record.changed.by, 'c')
    assert.deepEqual(entries[0]?.second, { at: now, by: 'd' })
    assert.equal(pending?.answer?.verdict, 'approved')
  })

  it('are two persons, whatever roles they have', () => {
    assert.deepEqual(codes(approve(answer(who('c', 'director', 'ciso')))), ['own-change'])
  })

  it('never are the supervisory board, nor a role that the rule does not name', () => {
    for (const role of ['supervisory_director', 'it_manager', 'ciso', 'consultant'] as const) {
      assert.deepEqual(codes(approve(answer(who('z', role)))), ['not-permitted'], role)
    }
  })

  it('hold to the rules of today, whoever was named when it was asked', () => {
    const exception = standing('exception', { code: 'e' })
    const outcome = retire({ ...given(exception), reason: 'r' })
    assert.ok(outcome.ok && outcome.value.pending !== null)
    const pending = { ...outcome.value.pending, approvers: ['ciso' as const] }
    const actor = who('z', 'ciso')
    const late = approve({ ...answer(actor), kind: kinds.exception, pending, record: exception })
    assert.deepEqual(codes(late), ['needs-second-person'])
  })

  it('look at what stands now: a version later the ask is stale', () => {
    assert.deepEqual(codes(approve(answer(director, { record: { ...measure, version: 2 } }))), [
      'stale-version',
    ])
  })

  it('answer once', () => {
    const { pending } = done(approve(answer(director)))
    assert.deepEqual(codes(approve(answer(director, { pending }))), ['already-answered'])
    assert.deepEqual(codes(decline({ ...answer(director, { pending }), reason: 'no' })), [
      'already-answered',
    ])
  })

  it('say no with a reason, or take their own ask back; the record stays', () => {
    assert.deepEqual(codes(decline({ ...answer(director), reason: ' ' })), ['reason-missing'])
    for (const actor of [director, ciso]) {
      const outcome = decline({ ...answer(actor), reason: 'too dear' })
      assert.ok(outcome.ok)
      assert.equal(outcome.value.record, measure)
      assert.equal(outcome.value.pending?.answer?.verdict, 'declined')
    }
    assert.deepEqual(codes(decline({ ...answer(who('z', 'it_manager')), reason: 'no' })), [
      'not-permitted',
    ])
  })

  it('refuse rather than wait when the caller cannot', () => {
    assert.deepEqual(codes(move({ ...given(measure), to: 'approved', canWait: false })), [
      'needs-second-person',
    ])
  })

  it('end with a move back to where records begin', () => {
    const approved = done(approve(answer(director))).record
    const back = done(move({ ...given(approved), to: 'proposed', reason: 'changed plans' })).record
    assert.equal(back.approval, null)
  })

  it('guard that an incident is not significant, that proof is shared, that a limit moves', () => {
    const incident = standing('incident', { code: 'i', name: 'n' }, { state: 'open' })
    assert.ok(waits(change({ ...given(incident), patch: { significance: 'not_significant' } })))
    const file = {
      code: 'e',
      name: 'n',
      type: 'log',
      file: 'a'.repeat(64),
      received_at: now,
      shared_until: '2027-01-01T00:00:00Z',
    }
    assert.ok(waits(born(kinds['evidence-file'], file)), 'sharing at birth')
    const kpi = standing(
      'kpi',
      {
        code: 'k',
        name: 'n',
        definition: 'd',
        unit: 'days',
        direction: 'lower_is_better',
        frequency: 'month',
      },
      { state: 'in_use' },
    )
    assert.ok(waits(change({ ...given(kpi), patch: { amber_limit: '72' } })))
    assert.ok(!waits(change({ ...given(kpi), patch: { note: 'x' } })))
  })

  it('are not waited for when an incident is called significant', () => {
    const incident = standing('incident', { code: 'i', name: 'n', significance: 'not_significant' })
    const say = (significance: string | null) =>
      change({ ...given(incident), patch: { significance } })
    const marked = say('significant')
    assert.ok(marked.ok && marked.value.pending === null)
    const cleared = say(null)
    assert.ok(cleared.ok && cleared.value.pending !== null)
    const made = (significance: string) =>
      born(kinds.incident, { code: 'i', name: 'n', significance })
    const loud = made('significant')
    assert.ok(loud.ok && loud.value.pending === null)
    const quiet = made('not_significant')
    assert.ok(quiet.ok && quiet.value.pending !== null)
  })

  it('settle who governs: an appointment waits for a director', () => {
    const values = { person: testId('person', 1), role: 'ciso', from: '2026-01-01' }
    const outcome = born(kinds.appointment, values)
    assert.ok(outcome.ok && outcome.value.record === null && outcome.value.pending !== null)
    const made = done(
      approve({
        kind: kinds.appointment,
        pending: outcome.value.pending,
        record: undefined,
        actor: director,
        now,
        lookup: open,
      }),
    )
    assert.equal(made.record.version, 1)
    assert.equal(made.record.created.by, 'c')
  })

  it('judge the world anew: a reference that went away refuses the approved act', () => {
    const values = { person: testId('person', 1), role: 'ciso', from: '2026-01-01' }
    const outcome = born(kinds.appointment, values)
    assert.ok(outcome.ok && outcome.value.pending !== null)
    const lookup = { ...open, find: () => undefined }
    const late = approve({
      kind: kinds.appointment,
      pending: outcome.value.pending,
      record: undefined,
      actor: director,
      now,
      lookup,
    })
    assert.deepEqual(codes(late), ['reference-missing /person'])
  })
})
