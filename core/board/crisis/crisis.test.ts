// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { type Crisis, crisisOf } from './index.ts'

const today = '2026-11-22'

function record(kind: KindName, id: string, values: object, state = 'in_use'): RecordVersion {
  const stamp = { at: '2026-01-05T08:00:00.000Z', by: 'somebody' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function page(records: readonly RecordVersion[], hidden: readonly KindName[] = []): Crisis {
  const by: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) by[one.kind] = [...(by[one.kind] ?? []), one]
  return crisisOf({ records: by, hidden, today })
}

const zone = (id: string, kind: string) => record('zone', id, { kind })
const conduit = (id: string, from: string, to: string, state = 'allowed') =>
  record('conduit', id, { from_zone: from, to_zone: to, services: ['tcp/502'] }, state)
const jewel = (id: string, ...zones: string[]) => record('crown-jewel', id, { zones })
const ids = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id)

describe('cutting a zone off', () => {
  const plant = [
    ...[zone('office', 'office'), zone('dmz', 'dmz'), zone('line1', 'ot'), zone('line2', 'ot')],
    ...[conduit('a', 'office', 'dmz'), conduit('b', 'dmz', 'line1'), conduit('c', 'dmz', 'line2')],
    ...[conduit('d', 'office', 'line2'), conduit('e', 'line1', 'line2', 'refused')],
    ...[jewel('j1', 'line1'), jewel('j2', 'line2')],
  ]
  const of = (name: string) => page(plant).isolation.zones.find((one) => one.zone === name)

  it('names every conduit that enters or leaves it, and none that is closed', () => {
    assert.deepEqual(ids(of('line2')?.conduits ?? []), ['c', 'd'])
    assert.deepEqual(ids(of('line1')?.conduits ?? []), ['b'])
  })
  it('finds the fewest that keep whoever is inside from the crown jewels', () => {
    assert.deepEqual(ids(of('dmz')?.cut ?? []), ['b', 'c'])
    assert.deepEqual(ids(of('office')?.cut ?? []), ['a', 'd'])
    assert.deepEqual(of('office')?.reaches, ['line1', 'line2'])
    assert.deepEqual(of('line1')?.cut, [])
    assert.deepEqual(ids(page(plant).isolation.outside_cut), ['a', 'd'])
  })
  it('says of a crown jewel in an open zone that no cut helps', () => {
    const exposed = page([...plant, jewel('j3', 'office')]).isolation.exposed
    assert.deepEqual(exposed, ['office'])
  })
  it('leaves no way when the cut is closed, and none of it is there for nothing', () => {
    const names = ['z0', 'z1', 'z2', 'z3', 'z4']
    const conduits = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), {
      maxLength: 14,
    })
    fc.assert(
      fc.property(conduits, fc.subarray(names), (pairs, jewels) => {
        const { isolation } = page([
          ...names.map((name) => zone(name, 'ot')),
          ...pairs.map(([from, to], at) => conduit(`c${at}`, from, to)),
          jewel('j', ...jewels),
        ])
        for (const { zone: start, cut } of isolation.zones) {
          const isOut = (closed: readonly string[]) =>
            ![...reached(start, pairs, closed)].some((id) => id !== start && jewels.includes(id))
          assert.ok(isOut(ids(cut)))
          for (const { id } of cut) assert.ok(!isOut(ids(cut).filter((one) => one !== id)))
        }
      }),
    )
  })
})

function reached(
  start: string,
  pairs: readonly (readonly [string, string])[],
  closed: readonly string[],
): ReadonlySet<string> {
  const seen = new Set([start])
  for (let round = 0; round < 6; round += 1) {
    for (const [at, [from, to]] of pairs.entries()) {
      if (seen.has(from) && !closed.includes(`c${at}`)) seen.add(to)
    }
  }
  return seen
}

describe('the crisis team', () => {
  const person = (id: string, more: object = {}) => record('person', id, more)
  const place = (id: string, more: object = {}) =>
    record('crisis-contact', id, { function: 'crisis_lead', ...more })
  const codes = (records: readonly RecordVersion[], hidden: readonly KindName[] = []) =>
    page(records, hidden)
      .gaps.filter(({ record: of }) => of === 'lead')
      .map(({ code }) => code)
  const whole = { person: 'p1', deputy: 'p2', last_called_on: '2025-11-22' }

  it('lacks nothing with a deputy, a number of its own and a call within the year', () => {
    const number = { emergency_phone: '+31612345678' }
    const people = [person('p1', number), person('p2', number)]
    assert.deepEqual(codes([...people, place('lead', whole)]), [])
    const later = place('lead', { ...whole, last_called_on: '2025-11-21' })
    assert.deepEqual(codes([...people, later]), ['not_called'])
  })
  it('lacks the number of a deputy, unless that person has a place with one', () => {
    const people = [person('p1', { emergency_phone: '+31612345678' }), person('p2')]
    assert.deepEqual(codes([...people, place('lead', whole)]), ['deputy_without_number'])
    const own = place('own', { person: 'p2', phone: '+31612345679' })
    assert.deepEqual(codes([...people, place('lead', whole), own]), [])
    const { places } = page([...people, place('lead', whole), own])
    assert.equal(places.find(({ id }) => id === 'lead')?.deputy?.phone, '+31612345679')
    const wired = place('own', { person: 'p2', phone: '+31201234567', needs_network: true })
    assert.deepEqual(codes([...people, place('lead', whole), wired]), ['deputy_without_number'])
    assert.deepEqual(codes([place('lead', whole)], ['person']), [], 'not for this reader to know')
  })
  it('lacks a number when there is only one that hangs on the network', () => {
    const own = { ...whole, phone: '+31201234567', needs_network: true }
    const deputy = person('p2', { phone: '+31201234568' })
    assert.deepEqual(codes([deputy, place('lead', own)]), ['needs_network'])
    assert.deepEqual(codes([deputy, place('lead', whole)]), ['no_number'])
    assert.deepEqual(codes([place('lead', whole)], ['person']), [])
  })
  it('is called in order, those without one last', () => {
    const { places } = page([
      place('c'),
      place('b', { call_order: 2 }),
      place('a', { call_order: 1 }),
    ])
    assert.deepEqual(ids(places), ['a', 'b', 'c'])
  })
  it('names what nobody is there for, and to whom nothing is ready', () => {
    const { gaps } = page([
      place('lead'),
      record('holding-statement', 's1', { audience: 'staff', text: 'x' }, 'draft'),
      record('holding-statement', 's2', { audience: 'press', text: 'x' }, 'approved'),
    ])
    const about = (code: string) => gaps.filter((one) => one.code === code).map((one) => one.about)
    assert.ok(about('nobody_for').includes('police'))
    assert.ok(!about('nobody_for').includes('crisis_lead'))
    assert.deepEqual(about('no_statement'), ['customers', 'authorities'])
    assert.deepEqual(about('statement_not_ready'), ['staff'])
    assert.deepEqual(about('no_playbook'), [''])
  })
})
