// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds } from './catalogue.ts'
import { change, create, move } from './change.ts'
import type { RecordVersion } from './record.ts'
import type { Role } from './roles.ts'
import { over } from './testing/arbitrary.ts'
import { codes, done, given, now, standing, who } from './testing/steps.ts'

const [owner, other] = [who('person--o', 'ot_engineer'), who('person--p', 'ot_engineer')]
const [ciso, director] = [who('person--c', 'ciso'), who('person--d', 'director')]
const lines = ['process--1', 'process--2']
const process = (id: string, by?: string, more: Partial<RecordVersion> = {}) =>
  standing('process', { code: id, ...(by === undefined ? {} : { owner: by }) }, { id, ...more })
const owned = [process('process--1', owner.person), process('process--2', other.person)]
const entry = (id: string, type: string, values: RecordVersion['values'] = {}) =>
  standing('incident-log-entry', { incident: 'incident-1', type, ...values }, { id })
const accepts = (id: string, author: string, process: string) =>
  entry(id, 'restart_accepted', { author, process })
const releases = (id: string, process: string) =>
  entry(id, 'restart_released', { author: director.person, process })
const room = standing(
  'incident',
  { code: 'I-1', name: 'Ransomware', handled_at: now, processes: lines },
  { state: 'contained' },
)
const on = (all: readonly RecordVersion[], record = room) => given(record, { lookup: over(all) })
const handling = (...log: readonly RecordVersion[]) =>
  move({ ...on([...owned, ...log]), to: 'handled' })

describe('a line that stood still', () => {
  it('keeps its incident from being handled until the owner of each says it may run', () => {
    const refused = handling(accepts('l1', owner.person, 'process--1'))
    assert.deepEqual(codes(refused), ['restart-not-accepted /processes'])
    assert.ok(!refused.ok)
    assert.deepEqual(refused.facts['processes'], ['process--2'])
    const both = [
      accepts('l1', owner.person, 'process--1'),
      accepts('l2', other.person, 'process--2'),
    ]
    assert.equal(done(handling(...both)).record.state, 'handled')
  })

  it('keeps anybody from saying that all runs again', () => {
    const patch = { recovered_at: now }
    const saying = (...log: readonly RecordVersion[]) =>
      change({ ...on([...owned, ...log]), patch })
    assert.deepEqual(codes(saying()), ['restart-not-accepted /recovered_at'])
    const word = [accepts('l1', owner.person, 'process--1'), releases('l2', 'process--2')]
    assert.equal(done(saying(...word)).record.values['recovered_at'], now)
  })

  it('does not run on a word that was corrected, is of another line, or of who is no owner', () => {
    const one = accepts('l1', owner.person, 'process--1')
    for (const wrong of [
      [accepts('l2', other.person, 'process--2'), entry('l3', 'correction', { corrects: 'l2' })],
      [accepts('l2', owner.person, 'process--2')],
      [accepts('l2', other.person, 'process--1')],
      [entry('l2', 'action', { author: other.person, process: 'process--2' })],
    ]) {
      assert.deepEqual(codes(handling(one, ...wrong)), ['restart-not-accepted /processes'])
    }
  })

  it('runs on a release too, also without an owner, and not for what has retired', () => {
    const at = (all: readonly RecordVersion[]) => move({ ...on(all), to: 'handled' })
    const nobodys = [process('process--1'), process('process--2')]
    assert.deepEqual(codes(at(nobodys)), ['restart-not-accepted /processes'])
    const released = [releases('l1', 'process--1'), releases('l2', 'process--2')]
    assert.ok(at([...nobodys, ...released]).ok)
    const gone = { at: now, by: 'x', reason: 'Sold' }
    const one = [
      process('process--1', owner.person),
      process('process--2', other.person, { retired: gone }),
    ]
    assert.ok(at([...one, accepts('l1', owner.person, 'process--1')]).ok)
  })

  it('is asked for when it is added afterwards, and not again for what was there', () => {
    const handled = { ...room, state: 'handled', values: { ...room.values, recovered_at: now } }
    const put = (patch: object) => change({ ...on(owned, handled), patch })
    assert.ok(put({ lessons: 'Apart' }).ok)
    assert.ok(put({ processes: ['process--1'] }).ok)
    const more = [...lines, 'process--3']
    assert.deepEqual(codes(put({ processes: more })), ['restart-not-accepted /processes'])
    assert.ok(put({ recovered_at: null }).ok)
  })

  it('stays on the list of its incident until there is a word for it', () => {
    const running = { ...room, values: { code: 'I-1', name: 'Ransomware', processes: lines } }
    for (const state of ['open', 'contained']) {
      const at = { ...running, state }
      const put = (patch: object, ...log: readonly RecordVersion[]) =>
        change({ ...on([...owned, ...log], at), patch })
      for (const patch of [{ processes: ['process--1'] }, { processes: null }]) {
        assert.deepEqual(codes(put(patch)), ['restart-not-accepted /processes'], state)
      }
      assert.ok(put({ processes: ['process--1'] }, releases('l1', 'process--2')).ok)
      assert.ok(put({ processes: ['process--1'] }, accepts('l1', other.person, 'process--2')).ok)
      const wrong = accepts('l1', owner.person, 'process--2')
      assert.deepEqual(codes(put({ processes: ['process--1'] }, wrong)), [
        'restart-not-accepted /processes',
      ])
      assert.ok(put({ processes: [...lines, 'process--3'] }).ok, 'more may stand still')
      assert.ok(put({ processes: lines.toReversed() }).ok)
    }
    const reported = { ...running, state: 'reported' }
    assert.ok(change({ ...on(owned, reported), patch: { processes: null } }).ok, 'not sorted yet')
  })

  it('does not run because somebody says that it was nothing', () => {
    const open = { ...room, state: 'open', values: { code: 'I-1', name: 'x', processes: lines } }
    const dismissing = (...log: readonly RecordVersion[]) =>
      move({ ...on([...owned, ...log], open), to: 'dismissed', reason: 'False alarm' })
    assert.deepEqual(codes(dismissing(releases('l1', 'process--1'))), [
      'restart-not-accepted /processes',
    ])
    assert.ok(dismissing(releases('l1', 'process--1'), releases('l2', 'process--2')).ok)
    const reported = { ...open, state: 'reported' }
    assert.ok(move({ ...on(owned, reported), to: 'dismissed', reason: 'False alarm' }).ok)
  })

  it('keeps its owner, whose word it waits for, unless the CISO names another', () => {
    const [line] = owned
    assert.ok(line)
    const open = { ...room, state: 'open', values: { ...room.values, processes: ['process--1'] } }
    const putting = (actor = other, all: readonly RecordVersion[] = [open], to = actor.person) =>
      change({
        ...given(line, { actor, lookup: over([...owned, ...all]) }),
        patch: { owner: to },
      })
    assert.deepEqual(codes(putting()), ['restart-not-accepted /owner'])
    assert.deepEqual(codes(putting(ciso)), ['restart-not-accepted /owner'], 'not for oneself')
    assert.ok(putting(ciso, [open], other.person).ok)
    assert.ok(putting(other, [open, accepts('l1', owner.person, 'process--1')]).ok)
    assert.ok(putting(other, [{ ...open, state: 'handled' }]).ok)
    assert.ok(putting(other, []).ok)
    const drill = { ...open, values: { ...open.values, is_exercise: true } }
    assert.ok(putting(other, [drill]).ok, 'nothing stands still in an exercise')
  })

  it('is not asked for where the incident was over before it was written down', () => {
    const values = { code: 'I-0', name: 'Last year', handled_at: now, processes: lines }
    const made = create({
      ...{ kind: kinds.incident, id: 'incident-0', values, state: 'handled', actor: ciso, now },
      lookup: over(owned),
    })
    assert.ok(made.ok)
  })
})

describe('the word that a line may run', () => {
  const writing = (type: string, actor = owner, more: object = {}) =>
    create({
      kind: kinds['incident-log-entry'],
      id: 'entry-1',
      values: {
        ...{ incident: 'incident--1', number: 1, type, text: 'x', happened_at: now },
        ...{ recorded_at: now, author: actor.person, process: 'process--1', ...more },
      },
      ...{ actor, now, lookup: over(owned) },
    })

  it('is its owner’s, and nobody writes it for another', () => {
    assert.ok(writing('restart_accepted').ok)
    assert.deepEqual(codes(writing('restart_accepted', ciso)), ['not-permitted /process'])
    assert.deepEqual(codes(writing('restart_accepted', ciso, { author: owner.person })), [
      'not-permitted /process',
      'not-permitted /author',
    ])
    assert.deepEqual(codes(writing('restart_accepted', owner, { process: null })), [
      'field-refused /process',
    ])
  })

  it('is given without the owner by a CISO or a director only, in their own name', () => {
    assert.ok(writing('restart_released', ciso).ok)
    assert.ok(writing('restart_released', director).ok)
    const others = ['it_manager', 'ot_engineer', 'process_owner'] as const satisfies Role[]
    for (const role of others) {
      const actor = { ...who(owner.person, role), processes: ['process--1'] }
      assert.deepEqual(codes(writing('restart_released', actor)), ['not-permitted /process'], role)
    }
    assert.deepEqual(codes(writing('restart_released', ciso, { author: director.person })), [
      'not-permitted /author',
    ])
  })
})
