// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Actor } from './access.ts'
import { kind, kinds } from './catalogue.ts'
import { create } from './change.ts'
import { checkFields } from './check.ts'
import type { Field } from './field.ts'
import type { RecordKind } from './kind.ts'
import { kindNames } from './kind-names.ts'
import type { Lookup } from './lookup.ts'
import { referencePlaces } from './relations.ts'
import { actions, roles } from './roles.ts'
import { badFieldValues, fieldValue, kindValues, open, testId } from './testing/arbitrary.ts'

const all: readonly RecordKind[] = Object.values(kinds)
const now = '2026-11-21T12:00:00.000Z'
const runs = { numRuns: 25 }

/** What nobody says in the name of another. */
function speaker(one: RecordKind, { person }: Actor): Readonly<Record<string, string>> {
  if (['vote', 'objection', 'approval-key'].includes(one.name)) return { person }
  return one.name === 'comment' ? { author: person } : {}
}

/** Somebody who may create a kind without conditions; a vote needs its own member. */
function creator(one: RecordKind): Actor {
  const role = roles.find((name) => {
    const grant = one.may[name].create
    return grant !== undefined && grant.where === undefined && grant.fields === undefined
  })
  const until = '2027-01-01T00:00:00.000Z'
  return {
    person: testId('person', 1),
    roles: [role ?? 'director'],
    processes: [],
    until,
  }
}

/** Whoever asks has just cast every vote there is: an objection is to one of those. */
function voting({ person }: Actor): Lookup {
  const votes = [...Array(10).keys()].map((number) => ({
    kind: 'vote' as const,
    id: testId('vote', number),
    version: 1,
    state: 'recorded',
    values: { person },
    created: { at: now, by: person },
    changed: { at: now, by: person },
    approval: null,
    retired: null,
    erased: [],
  }))
  return { ...open, referrers: (kind) => (kind === 'vote' ? votes : []) }
}

/** As whoever may: of some kinds whoever judged what is to be made. */
function asked(one: RecordKind, actor: Actor) {
  return { kind: one, id: 'new', actor, now, lookup: voting(actor), isJudged: true }
}

function eachField(visit: (one: RecordKind, name: string, field: Field) => void): void {
  for (const one of all) {
    for (const [name, field] of Object.entries(one.fields)) visit(one, name, field)
  }
}

describe('every kind', () => {
  it('stands in a file of its own name and under it in the catalogue', () => {
    assert.deepEqual(Object.keys(kinds), kindNames)
    for (const [name, one] of Object.entries(kinds)) {
      assert.equal(one.name, name)
      assert.ok(existsSync(join(import.meta.dirname, `${name}.ts`)), name)
    }
    assert.equal(kind('constructor'), undefined)
    assert.equal(kind('asset'), kinds.asset)
  })

  for (const one of all) {
    it(`accepts what its declaration describes: ${one.name}`, () => {
      fc.assert(
        fc.property(kindValues(one), (values) => {
          const checked = checkFields(one.fields, values)
          assert.deepEqual(checked, { values, nulls: [], problems: [] })
          // Bytes too: equal records have equal spelling, in JSON and after it.
          const back = checkFields(one.fields, JSON.parse(JSON.stringify(values)))
          assert.equal(JSON.stringify(back.values), JSON.stringify(values))
        }),
        runs,
      )
    })

    it(`becomes a record or waits for a second person: ${one.name}`, () => {
      const actor = creator(one)
      fc.assert(
        fc.property(kindValues(one), (drawn) => {
          const values = { ...drawn, ...speaker(one, actor) }
          const made = create({ ...asked(one, actor), values })
          assert.ok(made.ok, JSON.stringify(made))
          assert.ok(made.value.record !== null || made.value.pending !== null)
        }),
        runs,
      )
    })

    it(`refuses every single broken field by its path: ${one.name}`, () => {
      const [values] = fc.sample(kindValues(one), { numRuns: 1, seed: 7 })
      for (const [name, field] of Object.entries(one.fields)) {
        for (const bad of badFieldValues(field)) {
          const { problems } = checkFields(one.fields, { ...values, [name]: bad })
          const wrong = problems.filter(
            ({ path }) => path !== `/${name}` && !path.startsWith(`/${name}/`),
          )
          const label = `${name}: ${JSON.stringify(bad)?.slice(0, 60)}`
          assert.ok(problems.length > 0, `accepted ${label}`)
          assert.deepEqual(wrong, [], label)
        }
      }
    })

    it(`refuses what is missing or unknown by its path: ${one.name}`, () => {
      const actor = creator(one)
      const [values] = fc.sample(kindValues(one), { numRuns: 1, seed: 11 })
      for (const [name, field] of Object.entries(one.fields)) {
        if (field.required !== true || ('default' in field && field.default !== undefined)) continue
        if (name in speaker(one, actor)) continue
        const given = { ...values, ...speaker(one, actor), [name]: null }
        const made = create({ ...asked(one, actor), values: given })
        assert.ok(!made.ok, name)
        assert.deepEqual(
          made.refusals.map((refusal) => ('path' in refusal ? refusal.path : refusal.code)),
          [`/${name}`],
        )
      }
      const { problems } = checkFields(one.fields, { ...values, ['a/b~c']: 1 })
      assert.deepEqual(problems, [{ code: 'unknown-field', path: '/a~1b~0c' }])
    })

    it(`reaches every state, and leads out of none that is guarded by nobody: ${one.name}`, () => {
      const { states, initial, transitions, lapse, frozen, open: still = [] } = one.lifecycle
      const reached = new Set<string>(initial)
      for (let round = 0; round < states.length; round += 1) {
        for (const { from, to } of transitions)
          if (from.some((state) => reached.has(state))) reached.add(to)
        if (lapse?.from.some((state) => reached.has(state))) reached.add(lapse.to)
      }
      assert.deepEqual(
        [...states].filter((state) => !reached.has(state)),
        [],
      )
      assert.equal(new Set(states).size, states.length)
      const named = [
        ...initial,
        ...frozen,
        ...transitions.flatMap(({ from, to }) => [...from, to]),
        ...(lapse === undefined ? [] : [...lapse.from, lapse.to]),
      ]
      assert.deepEqual(
        named.filter((state) => !states.includes(state)),
        [],
      )
      for (const { pinned } of transitions) {
        if (pinned === undefined) continue
        assert.equal(one.fields[pinned.reference]?.type, 'reference')
        assert.equal(one.fields[pinned.version]?.type, 'whole')
      }
      for (const { from, to, needs = [] } of transitions) {
        assert.ok(!from.includes(to), `${to} to itself`)
        for (const name of needs) assert.ok(name in one.fields, name)
      }
      // From one state to another there is one way, so that who may go it is one answer.
      const ways = transitions.flatMap(({ from, to }) => from.map((state) => `${state}>${to}`))
      assert.equal(new Set(ways).size, ways.length)
      for (const name of still) assert.ok(name in one.fields, name)
      if (lapse !== undefined) {
        const isUsed = all.some(({ name, lapses }) =>
          lapses.some(({ of }) => (of === 'itself' ? name === one.name : of.kind === one.name)),
        )
        assert.ok(isUsed, 'a lapse that nothing causes')
      }
    })

    it(`names only fields it has: ${one.name}`, () => {
      const scalar = (name: string) => {
        const field = one.fields[name]
        return field !== undefined && field.type !== 'rows' && !('many' in field && field.many)
      }
      for (const name of [...one.title, ...one.key])
        assert.ok(scalar(name), `${name} names or keys`)
      for (const name of one.key) assert.equal(one.fields[name]?.personal, undefined, name)
      const [first] = one.title
      assert.equal(one.fields[first]?.required, true, 'an untitled record')
      assert.ok(one.key.some((name) => one.fields[name]?.required === true))
      for (const pair of one.order) {
        for (const name of pair) assert.ok(scalar(name), name)
        assert.equal(one.fields[pair[0]]?.type, one.fields[pair[1]]?.type, pair.join())
      }
      for (const names of one.either) {
        for (const name of names) assert.ok(scalar(name) && !one.fields[name]?.required, name)
      }
      const guarded = one.fourEyes.flatMap((rule) => (rule.on === 'change' ? rule.fields : []))
      const lapsing = one.lapses.flatMap(({ when }) => when)
      for (const name of [...guarded, ...lapsing]) assert.ok(name in one.fields, name)
      if (typeof one.evidence === 'object') {
        const field = one.fields[one.evidence.field]
        assert.ok(field?.type === 'choice')
        assert.deepEqual(Object.keys(one.evidence.levels), field.options)
      }
    })

    it(`grants nothing that cannot happen, and nothing to those outside: ${one.name}`, () => {
      const { transitions, initial, states } = one.lifecycle
      for (const role of roles) {
        const grants = one.may[role]
        const moves = transitions.some(({ by }) => by.includes(role))
        assert.equal(grants.move !== undefined, moves, `${role} moves`)
        const approves = one.fourEyes.some(({ by }) => by.includes(role))
        assert.equal(grants.approve !== undefined, approves, `${role} approves`)
        for (const action of actions) {
          for (const name of grants[action]?.fields ?? []) assert.ok(name in one.fields, name)
          for (const { oneOf } of grants[action]?.where ?? []) {
            for (const name of oneOf) {
              assert.ok(name === 'id' || name === 'state' || name in one.fields, `${role}: ${name}`)
            }
          }
        }
        if (grants.change !== undefined || grants.move !== undefined) assert.ok(grants.read, role)
      }
      for (const rule of one.fourEyes) {
        if (rule.on === 'move') {
          for (const state of rule.to) {
            assert.ok(
              transitions.some(({ to }) => to === state),
              state,
            )
            assert.ok(!initial.includes(state), `begins in ${state}, which four eyes guard`)
          }
        }
        if (rule.on === 'change')
          for (const state of rule.in ?? []) assert.ok(states.includes(state))
        // Whoever wears every operational hat still needs somebody else.
        assert.ok(rule.by.includes('director') || rule.by.length > 1, 'one role alone approves')
        for (const other of one.fourEyes) {
          if (other.on === rule.on) assert.ok(rule.by.some((role) => other.by.includes(role)))
        }
      }
      const hasPersonal = Object.values(one.fields).some(({ personal }) => personal !== undefined)
      assert.equal(
        roles.some((role) => one.may[role].erase !== undefined),
        hasPersonal,
        'erase',
      )
      assert.equal(
        one.fourEyes.some(({ on }) => on === 'erase'),
        hasPersonal,
        'erase by two',
      )
    })
  }
})

describe('fields', () => {
  it('are spelled in lower case with underscores', () => {
    eachField((one, name, field) => {
      assert.match(name, /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, one.name)
      const inner = field.type === 'rows' ? Object.keys(field.fields) : []
      for (const cell of inner) assert.match(cell, /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
    })
  })

  it('say their unit in their name', () => {
    eachField((one, name, field) => {
      if (field.type === 'hours') assert.match(name, /hours/, `${one.name}.${name}`)
      if (field.type === 'euro') assert.match(name, /eur/, `${one.name}.${name}`)
      if (field.type === 'percent') assert.match(name, /percent/, `${one.name}.${name}`)
      if (field.type === 'date')
        assert.match(
          name,
          /_on$|_since$|^dated$|until$|^from$|^to$|_from$|_to$|^last_backup$/,
          `${one.name}.${name}`,
        )
      if (field.type === 'instant') assert.match(name, /_at$|_until$/, `${one.name}.${name}`)
    })
  })

  it('refer only to kinds there are, and every kind but a few is referred to', () => {
    const places = all.flatMap((one) => referencePlaces(one))
    for (const { field, kind: name, path } of places) {
      assert.ok(field.to.length > 0)
      assert.equal(new Set(field.to).size, field.to.length, `${name}.${path}`)
      for (const target of field.to) assert.ok(target in kinds, `${name}.${path} → ${target}`)
    }
    // A comment or a file is about anything, which makes nothing better known.
    const narrow = places.filter(({ field }) => field.to.length < kindNames.length - 1)
    const known = new Set(narrow.flatMap(({ field }) => field.to as readonly string[]))
    const islands = kindNames.filter((name) => !known.has(name))
    assert.deepEqual(islands, [
      'organisation',
      'read-receipt',
      'requirement-answer',
      'conduit',
      'remote-access',
      'purchase',
      'product-advisory',
      'trust-share',
      'alert',
      'crisis-contact',
      'holding-statement',
      'objection',
      'legal-hold',
    ])
  })

  it('belong to a person where they are personal', () => {
    eachField((one, name, field) => {
      if (field.personal === undefined) return
      if (field.personal === 'itself') assert.equal(one.name, 'person', name)
      else {
        const whose = one.fields[field.personal]
        assert.ok(whose?.type === 'reference' && !whose.many, `${one.name}.${name}`)
        assert.deepEqual(whose.to, ['person'], `${one.name}.${name}`)
      }
    })
  })

  it('have options of their own, none twice', () => {
    eachField((one, name, field) => {
      const choices = field.type === 'rows' ? Object.values(field.fields) : [field]
      for (const choice of choices) {
        if (choice.type !== 'choice') continue
        assert.equal(new Set(choice.options).size, choice.options.length, `${one.name}.${name}`)
        for (const option of choice.options) assert.match(option, /^[A-Za-z0-9][a-z0-9_.A-Z]*$/)
      }
    })
  })

  it('take any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.jsonValue({ maxDepth: 3 }), (one, input) => {
        checkFields(one.fields, input)
        for (const name of Object.keys(one.fields)) {
          const { values, problems } = checkFields(one.fields, { [name]: input })
          assert.ok(problems.length > 0 || name in values || input === null)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keep their canonical value when it is checked again', () => {
    eachField((one, name, field) => {
      for (const value of fc.sample(fieldValue(field), { numRuns: 3, seed: 3 })) {
        const { values } = checkFields(one.fields, { [name]: value })
        assert.deepEqual(checkFields(one.fields, values).values, values, `${one.name}.${name}`)
      }
    })
  })
})

describe('lapses', () => {
  it('end in a state of the other kind, through a field that refers here', () => {
    for (const one of all) {
      for (const { of } of one.lapses) {
        const other: RecordKind = of === 'itself' ? one : kinds[of.kind]
        assert.ok(other.lifecycle.lapse !== undefined, `${one.name} → ${other.name}`)
        if (of === 'itself') {
          // Where nothing changes nothing lapses by itself.
          const { frozen, lapse } = one.lifecycle
          assert.ok(
            lapse?.from.some((state) => !frozen.includes(state)),
            one.name,
          )
          continue
        }
        const field = other.fields[of.field]
        assert.ok(field?.type === 'reference' && (field.to as readonly string[]).includes(one.name))
      }
    }
  })
})
