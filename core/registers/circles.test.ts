// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { kinds } from './catalogue.ts'
import { circleProblems } from './circles.ts'
import type { Values } from './field.ts'
import type { Lookup } from './lookup.ts'
import type { RecordVersion } from './record.ts'

const needs = 'depends_on_processes'

/** Processes by what they need, one letter each. */
function lookupOf(graph: Readonly<Record<string, readonly string[]>>): Lookup {
  return {
    find: () => undefined,
    holder: () => undefined,
    seats: () => [],
    referrers: (kind, field, id) =>
      kind !== 'process' || field !== needs
        ? []
        : Object.entries(graph)
            .filter(([, of]) => of.includes(id))
            .map(([one]) => ({ id: one, values: { name: one } }) as unknown as RecordVersion),
  }
}

function problems(graph: Readonly<Record<string, readonly string[]>>, id: string, values: Values) {
  return circleProblems({ kind: kinds.process, id, lookup: lookupOf(graph) }, values)
}

describe('circles', () => {
  it('are refused with the field and the way round', () => {
    const graph = { a: ['b'], b: ['c'], c: [] }
    assert.deepEqual(problems(graph, 'c', { [needs]: ['b', 'a'] }), [
      {
        code: 'circular-reference',
        path: `/${needs}/0`,
        through: ['c', 'b', 'c'],
        names: ['b'],
      },
      {
        code: 'circular-reference',
        path: `/${needs}/1`,
        through: ['c', 'a', 'b', 'c'],
        names: ['a', 'b'],
      },
    ])
    assert.deepEqual(problems(graph, 'a', { [needs]: ['c'] }), [])
    assert.deepEqual(problems(graph, 'c', { name: 'c' }), [])
  })

  it('end also where what stands already goes round', () => {
    assert.deepEqual(problems({ a: ['b'], b: ['a'] }, 'c', { [needs]: ['a'] }), [])
  })

  it('are exactly those that following every reference would find', () => {
    const letters = ['a', 'b', 'c', 'd', 'e']
    const graphs = fc
      .tuple(...letters.map(() => fc.subarray(letters)))
      .map((all) => Object.fromEntries(letters.map((one, at) => [one, all[at] ?? []])))
    const follows = (graph: Record<string, string[]>, from: string, seen: Set<string>): boolean =>
      from === 'a' ||
      (graph[from] ?? []).some((one) => {
        if (seen.has(one)) return false
        seen.add(one)
        return follows(graph, one, seen)
      })
    fc.assert(
      fc.property(graphs, fc.constantFrom('b', 'c', 'd', 'e'), (given, target) => {
        const graph = { ...given, a: [] }
        const found = problems(graph, 'a', { [needs]: [target] })
        assert.equal(found.length > 0, follows(graph, target, new Set([target])))
      }),
    )
  })
})
