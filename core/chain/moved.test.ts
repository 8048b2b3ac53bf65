// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import fc from 'fast-check'
import { chainOf } from './index.ts'

const suppliers = ['a', 'b', 'c']
const supplier = fc.constantFrom(...suppliers)
const some = fc.subarray(suppliers)

/** Values of each register that bear on a line, as they may stand. */
const values: Readonly<Partial<Record<KindName, fc.Arbitrary<object>>>> = {
  supplier: fc.record({
    name: fc.constantFrom('A', 'B'),
    switching_days: fc.constantFrom(1, 400),
    subcontractor_of: some,
    processes: fc.subarray(['process-1', 'process-2']),
    reaches_zones: fc.subarray(['zone-1']),
    reaches_assets: fc.subarray(['asset-1']),
  }),
  contract: fc.record({
    supplier,
    notice_hours: fc.constantFrom(12, 48),
    clauses: fc.subarray([{ subject: 'audit_right', is_agreed: true }]),
  }),
  'remote-access': fc.record({ supplier, way: fc.constantFrom('standing', 'supervised') }),
  'supplier-review': fc.record({ supplier, type: fc.constant('questionnaire') }),
  process: fc.record({
    code: fc.constantFrom('p', 'q'),
    max_outage_hours: fc.constantFrom('4', '200'),
    depends_on_suppliers: some,
  }),
  'crown-jewel': fc.record({ suppliers: some }),
  zone: fc.record({ kind: fc.constantFrom('safety', 'office') }),
  asset: fc.record({ zone: fc.constant('zone-1') }),
  organisation: fc.record({
    supplier_weights: fc.subarray([{ factor: 'data', weight: 10 }]),
  }),
}

const states: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  supplier: ['active', 'former'],
  contract: ['in_force', 'ended'],
  'remote-access': ['allowed', 'ended'],
  'crown-jewel': ['approved', 'lapsed'],
}

const idsOf = (kind: KindName) => (kind === 'supplier' ? suppliers : [`${kind}-1`, `${kind}-2`])
const places = (Object.keys(values) as KindName[]).flatMap((kind) =>
  idsOf(kind).map((id) => ({ kind, id })),
)

/** A record as it may come to stand: most of them do. */
const record = fc.constantFrom(...places).chain((place) => versionAt(place, fc.boolean()))
const standing = fc.tuple(
  ...suppliers.map((id) => versionAt({ kind: 'supplier', id }, fc.constant(false))),
)

function versionAt(
  { kind, id }: { readonly kind: KindName; readonly id: string },
  isGone: fc.Arbitrary<boolean>,
): fc.Arbitrary<RecordVersion> {
  const [usual = 'in_use', other = usual] = states[kind] ?? []
  return fc
    .record({ given: values[kind] ?? fc.constant({}), isEnded: isGone, isRetired: isGone })
    .map(({ given, isEnded, isRetired }) => {
      const made = { at: '2026-01-01T00:00:00.000Z', by: 'somebody' }
      return {
        ...{ id, kind, version: 1, state: isEnded ? other : usual, values: given, created: made },
        ...{ changed: made, approval: null, retired: isRetired ? made : null },
      } as unknown as RecordVersion
    })
}

function facts(records: ReadonlyMap<string, RecordVersion>, today: string) {
  const byKind: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records.values()) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, hidden: [], today }
}

describe('the chain after a change', () => {
  it('is what it would be, worked out from nothing', () => {
    const began = fc.tuple(standing, fc.array(record, { maxLength: 9 })).map((all) => all.flat())
    const change = fc.array(record, { minLength: 1, maxLength: 2 })
    const day = fc.constantFrom('2026-11-22', '2026-11-22', '2026-11-23')
    fc.assert(
      fc.property(began, change, day, (first, next, today) => {
        const before = facts(new Map(first.map((one) => [one.id, one])), '2026-11-22')
        const all = new Map([...first, ...next].map((one) => [one.id, one]))
        const now = facts(all, today)
        assert.deepEqual(chainOf(now, { facts: before, chain: chainOf(before) }), chainOf(now))
      }),
      { numRuns: 1_000 },
    )
  })

  it('takes over the line of a supplier that no change bears on', () => {
    const [all] = fc.sample(standing, 1)
    const [a, b] = all ?? []
    assert.ok(a !== undefined && b !== undefined)
    const before = facts(new Map([a, b].map((one) => [one.id, one])), '2026-11-22')
    const chain = chainOf(before)
    const now = facts(new Map([a, { ...b, version: 2 }].map((one) => [one.id, one])), '2026-11-22')
    const of = (found: typeof chain, id: string) => found.suppliers.find((one) => one.id === id)
    const after = chainOf(now, { facts: before, chain })
    assert.equal(of(after, 'a'), of(chain, 'a'))
    assert.notEqual(of(after, 'b'), of(chain, 'b'))
  })
})
