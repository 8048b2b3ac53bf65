// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Actor } from './access.ts'
import { approve } from './approval.ts'
import { kinds } from './catalogue.ts'
import { change, create, erase, move, reinstate, retire } from './change.ts'
import { asOf, withoutErased } from './history.ts'
import type { RecordKind } from './kind.ts'
import { type Entry, personalFields, type RecordVersion } from './record.ts'
import type { StepOutcome } from './step.ts'
import { kindValues, open } from './testing/arbitrary.ts'

const all: readonly RecordKind[] = Object.values(kinds)
const second: Actor = {
  person: 'second',
  roles: ['director', 'ciso', 'it_manager', 'process_owner'],
  processes: ['r'],
}

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour)).toISOString()

/** One drawn wish; what the record cannot do is simply refused. */
const wish = (kind: RecordKind) =>
  fc.oneof(
    { weight: 4, arbitrary: kindValues(kind).map((values) => ({ do: 'change' as const, values })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...kind.lifecycle.states)
        .map((to) => ({ do: 'move' as const, to })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('retire', 'reinstate', 'erase').map((name) => ({ do: name })),
    },
  )

type Wish = { do: string; values?: unknown; to?: string }

/** Lives a record through its wishes; whatever waits is approved at once by a second person. */
function lived(kind: RecordKind, values: unknown, wishes: readonly Wish[]) {
  const entries: Entry[] = []
  const versions: RecordVersion[] = []
  // Every role but those bound to what they own, so that permission is not what is tested here.
  const actor: Actor = { person: 'first', roles: ['ciso', 'director', 'it_manager'], processes: [] }
  let record: RecordVersion | undefined
  const wanted: readonly Wish[] = [{ do: 'create', values }, ...wishes]
  for (const [hour, one] of wanted.entries()) {
    const given = {
      kind,
      id: 'r',
      actor,
      now: at(hour),
      lookup: { ...open, find: (id: string) => (id === 'r' ? undefined : open.find(id)) },
    }
    const on = { ...given, record, version: record?.version ?? 0, reason: 'because' }
    const outcomes: Readonly<Record<string, () => StepOutcome>> = {
      create: () => create({ ...given, values: one.values }),
      change: () => change({ ...on, patch: one.values }),
      move: () => move({ ...on, to: one.to ?? '' }),
      retire: () => retire(on),
      reinstate: () => reinstate(on),
      erase: () => erase(on),
    }
    let outcome = outcomes[one.do]!()
    if (outcome.ok && outcome.value.pending !== null) {
      outcome = approve({ ...given, actor: second, pending: outcome.value.pending, record })
    }
    if (!outcome.ok || outcome.value.record === null) continue
    record = outcome.value.record
    entries.push(...outcome.value.entries)
    if (outcome.value.entries.length > 0) versions.push(record)
  }
  return { entries, versions }
}

const life = fc
  .constantFrom(...all)
  .chain((kind) =>
    fc.tuple(fc.constant(kind), kindValues(kind), fc.array(wish(kind), { maxLength: 8 })),
  )
  .map(([kind, values, wishes]) => {
    const settled = kind.name === 'vote' ? { ...values, person: 'first' } : values
    return { kind, ...lived(kind, settled, wishes as Wish[]) }
  })

describe('the history of a record', () => {
  it('folds to what applying each change gave, at every version and instant', () => {
    let long = 0
    fc.assert(
      fc.property(life, ({ entries, versions }) => {
        if (versions.length > 2) long += 1
        assert.equal(entries.length, versions.length)
        assert.deepEqual(asOf(entries), { ok: true, value: versions.at(-1) ?? null })
        for (const [index, version] of versions.entries()) {
          assert.deepEqual(asOf(entries, { version: index + 1 }), { ok: true, value: version })
          assert.deepEqual(asOf(entries, { instant: version.changed.at }), {
            ok: true,
            value: version,
          })
        }
        assert.deepEqual(asOf(entries, { instant: '2020-01-01T00:00:00.000Z' }), {
          ok: true,
          value: null,
        })
      }),
      { numRuns: 300 },
    )
    assert.ok(long > 60, `only ${long} lives were worth telling`)
  })

  it('survives JSON', () => {
    fc.assert(
      fc.property(life, ({ entries, versions }) => {
        const back = asOf(JSON.parse(JSON.stringify(entries)))
        assert.deepEqual(back.ok && back.value, JSON.parse(JSON.stringify(versions.at(-1) ?? null)))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps nothing of what was erased, and is the same today', () => {
    const personal = all.filter((one) => personalFields(one).length > 0)
    const erasing = fc.constantFrom(...personal).chain((kind) =>
      fc
        .tuple(fc.constant(kind), kindValues(kind), kindValues(kind))
        .map(([one, values, patch]) => ({
          kind: one,
          ...lived(one, values, [{ do: 'change', values: patch }, { do: 'erase' }]),
        })),
    )
    fc.assert(
      fc.property(erasing, ({ kind, entries, versions }) => {
        const kept = withoutErased(entries)
        assert.deepEqual(asOf(kept), { ok: true, value: versions.at(-1) })
        assert.equal(entries.at(-1)?.action, 'erase')
        for (const { set = {} } of kept) {
          for (const name of personalFields(kind)) assert.ok(!(name in set), name)
        }
        const first = asOf(kept, { version: 1 })
        const lost = personalFields(kind).filter((name) => name in (entries[0]?.set ?? {}))
        assert.deepEqual(first.ok && first.value?.erased, [...lost].sort())
      }),
      { numRuns: 100 },
    )
  })

  it('refuses a hole, a double and an entry of another record', () => {
    const { entries } = lived(kinds.zone, { code: 'z', name: 'Z', kind: 'ot' }, [
      { do: 'change', values: { name: 'Y' } },
      { do: 'change', values: { name: 'X' } },
    ])
    const [one, two, three] = entries as [Entry, Entry, Entry]
    assert.deepEqual(asOf([one, three]), {
      ok: false,
      refusal: 'gap',
      facts: { expected: 2, found: 3 },
    })
    assert.equal(asOf([one, one]).ok, false)
    assert.equal(asOf([two]).ok, false)
    const foreign = asOf([one, { ...two, id: 'other' }])
    assert.deepEqual(foreign, {
      ok: false,
      refusal: 'foreign-entry',
      facts: { id: 'other', version: 2 },
    })
    assert.deepEqual(asOf([]), { ok: true, value: null })
  })
})
