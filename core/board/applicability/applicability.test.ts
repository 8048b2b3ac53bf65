// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { now, record, today } from '../figures/testing/registers.ts'
import {
  type ApplicabilityRow,
  applicabilityOf,
  askedBy,
  type Branch,
  byNumber,
  filtered,
  gapsFirst,
  groupsAbove,
  ownAsked,
  ownGroups,
  standardNames,
  treeOf,
} from './index.ts'

const answer = (requirement: string, values: object) =>
  record('requirement-answer', { requirement, ...values }, 'answered')

const of = (requirements: readonly string[], ...answers: readonly ReturnType<typeof answer>[]) => {
  const facts = { records: { 'requirement-answer': answers }, now, today }
  const [row] = applicabilityOf(facts, [
    { node: 'X', parent: null, ref: 'X', title: null, requirements },
  ])
  assert.ok(row)
  return row
}

describe('the statement of applicability', () => {
  it('does not call anything applicable that nobody has answered', () => {
    assert.equal(of(['A1']).applies, 'unanswered')
    assert.equal(of([]).applies, 'unmapped')
  })

  it('leaves out with the reason, in part where only one of several is left out', () => {
    const out = answer('A1', { not_applicable: 'Geen eigen software' })
    assert.deepEqual(of(['A1'], out).reasons, ['Geen eigen software'])
    assert.equal(of(['A1'], out).applies, 'no')
    const in_ = answer('A2', { level: 2, evidence_level: 'said' })
    assert.equal(of(['A1', 'A2'], out, in_).applies, 'partly')
    assert.equal(of(['A1', 'A2'], out, in_).level, 2)
    assert.equal(of(['A1', 'A2'], out).applies, 'unanswered')
  })

  it('is as high as the lowest, and unknown while one is', () => {
    const two = answer('A1', { level: 2, evidence_level: 'said' })
    const one = answer('A2', { level: 1, evidence_level: 'said' })
    assert.equal(of(['A1', 'A2'], two, one).level, 1)
    assert.equal(of(['A1', 'A3'], two).level, null)
  })

  it('has every requirement of ours once, and numbers of each standard', () => {
    assert.equal(ownAsked.length, 80)
    for (const standard of standardNames) {
      const asked = askedBy(standard) ?? []
      assert.ok(asked.length > 0, standard)
      assert.equal(new Set(asked.map(({ ref }) => ref)).size, asked.length)
    }
    assert.equal(askedBy('nothing'), undefined)
  })

  it('orders numbers as numbers, and the same whichever comes first', () => {
    const sorted = ['A.5.9', 'A.5.10', '5.2', 'A.5.1'].toSorted(byNumber)
    assert.deepEqual(sorted, ['5.2', 'A.5.1', 'A.5.9', 'A.5.10'])
    const ref = fc.stringMatching(/^[A-C]?(\.?[0-9]{1,2}){0,3}$/)
    fc.assert(
      fc.property(ref, ref, (a, b) => {
        assert.equal(Math.sign(byNumber(a, b)) + Math.sign(byNumber(b, a)), 0)
        assert.equal(byNumber(a, b) === 0, a === b)
      }),
    )
  })
})

describe('a framework as a tree', () => {
  const facts = (...answers: readonly ReturnType<typeof answer>[]) => ({
    records: { 'requirement-answer': answers },
    now,
    today,
  })
  const leaves = (branches: readonly Branch[]): readonly ApplicabilityRow[] =>
    branches.flatMap(({ row, children }) => [...(row === null ? [] : [row]), ...leaves(children)])

  it('holds each requirement once, under its number, and counts what is under it', () => {
    for (const standard of standardNames) {
      const asked = askedBy(standard) ?? []
      const tree = treeOf(applicabilityOf(facts(), asked), groupsAbove(asked))
      assert.equal(leaves(tree).length, asked.length, standard)
      const sum = tree.reduce((total, { counts }) => total + counts.unanswered, 0)
      assert.equal(sum, asked.length, standard)
      assert.ok(tree.length < asked.length, standard)
    }
    const own = treeOf(applicabilityOf(facts(), ownAsked), ownGroups)
    assert.deepEqual(own.map(({ node }) => node).join(''), 'abcdefghij')
  })

  it('puts first where most is wrong, and says only is a gap while tested is none', () => {
    const good = ['A1', 'A2', 'A3'].map((id) =>
      answer(id, { level: 3, evidence_level: 'said', answered_on: today }),
    )
    const out = answer('A4', { not_applicable: 'Niet hier' })
    const tree = treeOf(applicabilityOf(facts(...good, out), ownAsked), ownGroups)
    const [a] = tree
    assert.equal(a?.counts.said, 3)
    assert.equal(a?.counts.out, 1)
    assert.equal(gapsFirst(tree).at(-1)?.node, leastOpen(tree))
    const shown = filtered(tree, ({ applies }) => applies === 'no')
    assert.deepEqual(
      leaves(shown).map(({ ref }) => ref),
      ['A4'],
    )
  })

  const leastOpen = (tree: readonly Branch[]) =>
    tree.toSorted((x, y) => y.counts.unanswered - x.counts.unanswered).at(-1)?.node

  it('loses nothing to parents that are strange', () => {
    const name = fc.constantFrom('p', 'q', 'r', 's', 't')
    fc.assert(
      fc.property(fc.array(fc.record({ node: name, parent: fc.option(name) })), (given) => {
        const once = [...new Map(given.map((one) => [one.node, one])).values()]
        const asked = once.map((one) => ({ ...one, ref: one.node, title: null, requirements: [] }))
        const tree = treeOf(applicabilityOf(facts(), asked), [])
        assert.deepEqual(
          leaves(tree)
            .map(({ node }) => node)
            .toSorted(),
          once.map(({ node }) => node).toSorted(),
        )
      }),
    )
  })
})
