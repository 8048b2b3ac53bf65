// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attackPaths, pathsProblems } from '@schouw/core/network'
import fc from 'fast-check'
import { problemLine } from '../problem/index.ts'
import { readPathsFile } from './index.ts'

const read = (value: unknown) => readPathsFile('p.json', Buffer.from(JSON.stringify(value)))
const least = { assets: [{ id: 'a', zone: 'z' }], conversations: [], entries: [] }

describe('readPathsFile', () => {
  it('takes the least there is to know', () => {
    const { input, problems } = read(least)
    assert.deepEqual(problems, [])
    assert.deepEqual(input, least)
    assert.deepEqual(read({ ...least, conduits: null }).input, least)
  })

  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['no mapping', [], /a mapping/],
    ['no conversations', { assets: [], entries: [] }, /conversations: a list/],
    ['an asset without a zone', { ...least, assets: [{ id: 'a' }] }, /zone: a text/],
    ['an empty name', { ...least, assets: [{ id: '', zone: 'z' }] }, /id: a text/],
    [
      'a cost in words',
      { ...least, conversations: [{ from: 'a', to: 'a', service: 's', cost: '5' }] },
      /cost: a number/,
    ],
    ['an entry that is neither', { ...least, entries: [{}] }, /a zone, or an asset/],
    ['an entry that is both', { ...least, entries: [{ zone: 'z', asset: 'a' }] }, /not both/],
  ]
  for (const [what, value, expected] of refused) {
    it(`refuses ${what}, with its place`, () => {
      const { input, problems } = read(value)
      assert.equal(input, undefined)
      assert.match(problemLine(problems[0]!), /^p\.json:\d+:\d+: /)
      assert.match(problemLine(problems[0]!), expected)
    })
  }

  it('gives for any content an input that the core can answer, or problems', () => {
    const word = fc.constantFrom('a', 'b', 'z', 7, null, '')
    const item = fc.dictionary(
      fc.constantFrom('id', 'zone', 'from', 'to', 'service', 'needed', 'cost', 'asset'),
      fc.oneof(word, fc.boolean(), fc.double()),
    )
    const list = fc.oneof(fc.array(item, { maxLength: 4 }), fc.jsonValue())
    fc.assert(
      fc.property(fc.record({ assets: list, conversations: list, entries: list }), (value) => {
        const { input, problems } = read(value)
        assert.ok(input !== undefined || problems.length > 0)
        if (input !== undefined && pathsProblems(input).length === 0) attackPaths(input)
      }),
    )
  })
})
