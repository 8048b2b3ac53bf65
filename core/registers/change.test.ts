// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Actor } from './access.ts'
import { kinds } from './catalogue.ts'
import { change, create, move, reinstate, retire } from './change.ts'
import type { KindName } from './kind-names.ts'
import type { Lookup } from './lookup.ts'
import { kindValues, open, over, testId } from './testing/arbitrary.ts'
import {
  born,
  ciso,
  codes,
  done,
  engineer,
  given,
  now,
  standing,
  who,
  zone,
} from './testing/steps.ts'

describe('create', () => {
  it('makes version 1 in the first state, with defaults and canonical spelling', () => {
    const { record, entries } = done(
      born(kinds.asset, {
        name: '  PLC 1 ',
        code: 'A1',
        macs: ['00-1B-1B-00-00-0A'],
        ips: ['2001:DB8:0::1'],
        support_until: null,
      }),
    )
    assert.equal(record.version, 1)
    assert.equal(record.state, 'in_use')
    assert.deepEqual(record.values, {
      code: 'A1',
      name: 'PLC 1',
      ips: ['2001:db8::1'],
      macs: ['00:1b:1b:00:00:0a'],
      quantity: 1,
    })
    assert.deepEqual(
      entries.map(({ action, version, by }) => [action, version, by]),
      [['create', 1, 'c']],
    )
  })

  it('names every fault of a row at once', () => {
    const outcome = born(kinds.asset, {
      name: '',
      role: 'toaster',
      ips: ['10.0.0.1', '10.0.0.300'],
      colour: 'red',
    })
    assert.deepEqual(codes(outcome).sort(), [
      'field-refused /code',
      'field-refused /ips/1',
      'field-refused /name',
      'field-refused /role',
      'unknown-field /colour',
    ])
  })

  it('begins in no state that four eyes guard', () => {
    const request = { kind: kinds['remote-access'], id: 'x', actor: ciso, now, lookup: open }
    const values = { code: 'a', name: 'b', tool: 'vpn', purpose: 'c' }
    assert.deepEqual(codes(create({ ...request, values, state: 'allowed' })), [
      'illegal-transition',
    ])
    assert.ok(create({ ...request, values, state: 'requested' }).ok)
  })

  it('asks of a later first state what the way there asks', () => {
    const request = {
      kind: kinds.contract,
      id: 'x',
      actor: ciso,
      now,
      lookup: open,
      state: 'in_force',
    }
    const values = { code: 'a', name: 'b', supplier: testId('supplier', 1) }
    assert.deepEqual(codes(create({ ...request, values })), ['field-refused /starts_on'])
    assert.ok(create({ ...request, values: { ...values, starts_on: '2026-01-01' } }).ok)
  })

  it('refuses an id, a natural key and a unique value that are taken, also by what has retired', () => {
    const old = standing(
      'legal-entity',
      { code: 'nl', name: 'N', registration_number: '123' },
      {
        retired: { at: now, by: 'x', reason: 'sold' },
      },
    )
    const lookup = over([old])
    const clash = create({
      kind: kinds['legal-entity'],
      id: 'new',
      actor: ciso,
      now,
      lookup,
      values: { code: 'nl', name: 'M', registration_number: '123' },
    })
    assert.deepEqual(codes(clash), ['natural-key-taken', 'value-taken /registration_number'])
    assert.deepEqual(
      codes(create({ kind: kinds.zone, id: old.id, values: zone, actor: ciso, now, lookup })),
      ['id-taken'],
    )
  })

  it('takes an absent part of a natural key as a value of its own', () => {
    const answer = standing('requirement-answer', { requirement: 'A1', level: 2 })
    const lookup = over([answer])
    const make = (values: object) =>
      create({ kind: kinds['requirement-answer'], id: 'new', values, actor: ciso, now, lookup })
    assert.deepEqual(codes(make({ requirement: 'A1', level: 3 })), ['natural-key-taken'])
    assert.ok(make({ requirement: 'A1', level: 3, site: testId('site', 1) }).ok)
  })

  it('refuses references to nothing, to another kind, to itself and to what left service', () => {
    const gone = standing('zone', zone, { retired: { at: now, by: 'x', reason: 'rebuilt' } })
    const lookup = over([gone])
    const of = (value: string) => {
      const outcome = create({
        kind: kinds.asset,
        id: 'me',
        values: { code: 'a', name: 'b', zone: value },
        actor: ciso,
        now,
        lookup,
      })
      assert.ok(!outcome.ok)
      return outcome.refusals.map((one) =>
        one.code === 'reference-missing' ? [one.path, one.found] : one.code,
      )
    }
    assert.deepEqual(of('nobody'), [['/zone', 'nothing']])
    assert.deepEqual(of(testId('site', 1)), [['/zone', 'site']])
    assert.deepEqual(of(gone.id), [['/zone', 'retired']])
    const loop = create({
      kind: kinds.asset,
      id: 'me',
      values: { code: 'a', name: 'b', part_of: 'me' },
      actor: ciso,
      now,
      lookup,
    })
    assert.ok(
      !loop.ok &&
        loop.refusals.some((one) => one.code === 'reference-missing' && one.found === 'itself'),
    )
    // History may name what is gone: an audit of a zone that was.
    assert.ok(
      born(kinds.audit, { code: 'a', name: 'b', type: 'internal', zones: [gone.id] }, { lookup })
        .ok,
    )
  })

  it('sees references inside rows', () => {
    const outcome = born(kinds.meeting, {
      code: 'm',
      name: 'n',
      body: 'board',
      agenda: [{ number: '1', subject: 's', decision: 'nothing' }],
    })
    assert.deepEqual(codes(outcome), ['reference-missing /agenda/0/decision'])
  })

  it('gives an employee one form: no state, no other field', () => {
    const employee = who('e', 'employee')
    const values = { code: 'i1', name: 'Odd', description: 'a screen that blinks' }
    assert.equal(done(born(kinds.incident, values, { actor: employee })).record.state, 'reported')
    assert.deepEqual(
      codes(born(kinds.incident, { ...values, severity: 'low' }, { actor: employee })),
      ['not-permitted /severity'],
    )
    const open_ = create({
      kind: kinds.incident,
      id: 'i',
      values,
      state: 'open',
      actor: employee,
      now,
      lookup: open,
    })
    assert.deepEqual(codes(open_), ['not-permitted /state'])
  })

  it('lets nobody vote for another, and a supervisory director only take note', () => {
    const values = {
      decision: testId('decision', 1),
      person: 'd--1',
      choice: 'approve',
      cast_at: now,
      document: 'a'.repeat(64),
    }
    const lookup = {
      ...open,
      find: (id: string) =>
        id.startsWith('d--')
          ? { kind: 'person' as const, version: 1, isRetired: false }
          : open.find(id),
    }
    const cast = (actor: Actor, more: object = {}) =>
      born(kinds.vote, { ...values, ...more }, { actor, lookup })
    assert.ok(cast(who('d--1', 'director')).ok)
    assert.deepEqual(codes(cast(who('d--2', 'director'))), ['not-permitted'])
    assert.deepEqual(codes(cast(who('d--1', 'supervisory_director'))), ['not-permitted'])
    assert.ok(cast(who('d--1', 'supervisory_director'), { choice: 'took_note' }).ok)
    assert.deepEqual(codes(cast(who('d--1', 'ciso'))), ['not-permitted'])
  })
})

describe('change', () => {
  const asset = standing('asset', { code: 'A1', name: 'PLC', firmware: 'V2.8', quantity: 1 })

  it('refuses a patch made on another version, and says which', () => {
    for (const version of [0, 2]) {
      const outcome = change({ ...given(asset), version, patch: { firmware: 'V3' } })
      assert.ok(!outcome.ok)
      assert.deepEqual(outcome.refusals, [{ code: 'stale-version', given: version, current: 1 }])
    }
    assert.equal(done(change({ ...given(asset), patch: { firmware: 'V3' } })).record.version, 2)
  })

  it('clears by null, leaves what is absent, and never mutates', () => {
    const before = JSON.stringify(asset)
    const { record, entries } = done(
      change({ ...given(asset), patch: { firmware: null, model: 'S7' } }),
    )
    assert.deepEqual(record.values, { code: 'A1', name: 'PLC', quantity: 1, model: 'S7' })
    assert.deepEqual(entries[0]?.cleared, ['firmware'])
    assert.equal(JSON.stringify(asset), before)
  })

  it('makes no version of a patch that changes nothing', () => {
    const { record, entries } = done(
      change({ ...given(asset), patch: { firmware: ' V2.8 ', model: null } }),
    )
    assert.equal(record, asset)
    assert.deepEqual(entries, [])
  })

  it('does not clear what must be known', () => {
    assert.deepEqual(codes(change({ ...given(asset), patch: { name: null } })), [
      'field-refused /name',
    ])
  })

  it('holds dates and figures in their order, one below, at and above', () => {
    const exception = standing('exception', {
      code: 'e',
      name: 'n',
      reason: 'r',
      owner: testId('person', 1),
      starts_on: '2026-03-02',
      ends_on: '2026-04-01',
    })
    const ends = (on: string) => change({ ...given(exception), patch: { ends_on: on } })
    assert.ok(ends('2026-03-03').ok)
    assert.ok(ends('2026-03-02').ok)
    assert.deepEqual(codes(ends('2026-03-01')), ['field-refused /ends_on'])
    // Decimals are text and must not be compared as text.
    const line = standing('process', { code: 'l', name: 'n', max_outage_hours: '9.5' })
    const rto = (hours: number) => change({ ...given(line), patch: { rto_hours: hours } })
    assert.ok(rto(9.5).ok)
    assert.deepEqual(codes(rto(9.51)), ['field-refused /max_outage_hours'])
    assert.deepEqual(codes(rto(10)), ['field-refused /max_outage_hours'])
  })

  it('takes exactly one of level and "not applicable", one of value and unknown', () => {
    const make = (values: object) =>
      born(kinds['requirement-answer'], { requirement: 'A1', ...values })
    assert.ok(make({ level: 0 }).ok)
    assert.ok(make({ not_applicable: 'no products' }).ok)
    assert.deepEqual(codes(make({})), ['field-refused /level'])
    assert.deepEqual(codes(make({ level: 1, not_applicable: 'x' })), [
      'field-refused /not_applicable',
    ])
  })

  it('touches nothing in a frozen state but what stays open', () => {
    const text = standing(
      'policy-version',
      { policy: testId('policy', 1), version: '1', document: 'a'.repeat(64) },
      { state: 'approved' },
    )
    assert.deepEqual(codes(change({ ...given(text), patch: { document: 'b'.repeat(64) } })), [
      'frozen /document',
    ])
    assert.ok(change({ ...given(text), patch: { note: 'printed' } }).ok)
    const line = standing('incident-log-entry', { incident: testId('incident', 1) })
    assert.deepEqual(codes(change({ ...given(line), patch: { text: 'never mind' } })), [
      'not-permitted',
    ])
  })

  it('refuses what has retired', () => {
    const retired = { ...asset, retired: { at: now, by: 'x', reason: 'sold' } }
    assert.deepEqual(codes(change({ ...given(retired), patch: { model: 'x' } })), ['retired'])
    assert.deepEqual(codes(move({ ...given(retired), to: 'spare' })), ['retired'])
    assert.deepEqual(codes(retire({ ...given(retired), reason: 'again' })), ['retired'])
    assert.deepEqual(codes(reinstate({ ...given(asset), reason: 'why' })), ['not-retired'])
    assert.equal(done(reinstate({ ...given(retired), reason: 'found it' })).record.retired, null)
  })

  it('is denied before anything else is told', () => {
    const outsider = { ...who('a', 'auditor'), until: '2027-01-01T00:00:00.000Z' }
    const outcome = change({
      ...given(asset, { actor: outsider }),
      version: 9,
      patch: { colour: 1 },
    })
    assert.deepEqual(codes(outcome), ['not-permitted'])
  })

  it('lets an owner not give away what only the owner may change', () => {
    const owner = { ...who('p--1', 'process_owner'), processes: ['line'] }
    const mine = standing('crown-jewel', {
      code: 'c',
      name: 'n',
      nature: 'process',
      why: 'w',
      process: 'line--1',
    })
    const actor = { ...owner, processes: ['line--1'] }
    const lookup = {
      ...open,
      find: (id: string) =>
        id.startsWith('line')
          ? { kind: 'process' as const, version: 1, isRetired: false }
          : open.find(id),
    }
    assert.ok(change({ ...given(mine, { actor, lookup }), patch: { why: 'more' } }).ok)
    assert.deepEqual(
      codes(change({ ...given(mine, { actor, lookup }), patch: { process: 'line--2' } })),
      ['not-permitted'],
    )
    const other = { ...mine, values: { ...mine.values, process: 'line--2' } }
    assert.deepEqual(
      codes(change({ ...given(other, { actor, lookup }), patch: { process: 'line--1' } })),
      ['not-permitted'],
    )
  })
})

describe('move', () => {
  const measure = standing('measure', {
    code: 'm',
    name: 'n',
    duties: ['a'],
    owner: testId('person', 1),
  })

  it('goes only ways there are, and names those', () => {
    const outcome = move({ ...given(measure), to: 'in_place' })
    assert.ok(!outcome.ok)
    assert.deepEqual(outcome.refusals, [
      {
        code: 'illegal-transition',
        from: 'proposed',
        to: 'in_place',
        possible: ['approved', 'ended'],
      },
    ])
  })

  it('is for the roles of the way, wants its fields and its reason', () => {
    const { owner: _, ...bare } = measure.values
    assert.deepEqual(codes(move({ ...given({ ...measure, values: bare }), to: 'approved' })), [
      'field-refused /owner',
    ])
    assert.deepEqual(codes(move({ ...given(measure), to: 'ended' })), ['reason-missing'])
    assert.deepEqual(codes(move({ ...given(measure), to: 'ended', reason: '  ' })), [
      'reason-missing',
    ])
    const manager = who('m', 'it_manager')
    assert.deepEqual(
      codes(move({ ...given(measure, { actor: manager }), to: 'ended', reason: 'r' })),
      ['not-permitted'],
    )
  })

  it('shuts a door at once and opens it by two', () => {
    const access = standing(
      'remote-access',
      {
        code: 'a',
        name: 'n',
        tool: 'vpn',
        purpose: 'p',
        owner: testId('person', 1),
        valid_until: '2027-01-01',
      },
      { state: 'allowed' },
    )
    const shut = done(
      move({ ...given(access, { actor: engineer }), to: 'suspended', reason: 'odd traffic' }),
    )
    assert.equal(shut.record.state, 'suspended')
    const asked = move({ ...given(shut.record, { actor: engineer }), to: 'allowed' })
    assert.ok(asked.ok && asked.value.pending !== null)
    assert.equal(asked.value.record, shut.record)
    assert.deepEqual(asked.value.entries, [])
  })
})

describe('a step', () => {
  it('is the same when its look-ups are fetched on demand and it is run again', () => {
    const names = Object.keys(kinds) as KindName[]
    fc.assert(
      fc.property(
        fc
          .constantFrom(...names)
          .chain((name) => fc.tuple(fc.constant(name), kindValues(kinds[name]))),
        ([name, values]) => {
          const known = new Map<string, unknown>()
          let missed: [string, () => unknown][] = []
          const ask = <Found>(question: string, fetch: () => Found, none: Found): Found => {
            if (known.has(question)) return known.get(question) as Found
            missed.push([question, fetch])
            return none
          }
          const lazy: Lookup = {
            seats: () => ask('seats', () => open.seats(), []),
            find: (id) => ask(`find ${id}`, () => open.find(id), undefined),
            holder: (kind, key) =>
              ask(`holder ${kind} ${JSON.stringify(key)}`, () => open.holder(kind, key), undefined),
            referrers: (kind, field, id) =>
              ask(`referrers ${kind} ${field} ${id}`, () => open.referrers(kind, field, id), []),
          }
          const run = (lookup: Lookup) =>
            born(kinds[name], values, { actor: { ...ciso, roles: ['ciso', 'director'] }, lookup })
          let outcome = run(lazy)
          let rounds = 0
          while (missed.length > 0) {
            for (const [question, fetch] of missed) known.set(question, fetch())
            missed = []
            outcome = run(lazy)
            rounds += 1
          }
          assert.ok(rounds <= 3)
          assert.deepEqual(outcome, run(open))
        },
      ),
      { numRuns: 60 },
    )
  })
})
