// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expectation, foundInstead } from './expectations.ts'

const folder = join(import.meta.dirname, '../../formats/factory')

/** Messages of the checks, as they stand in their source. */
function messages(): readonly string[] {
  const sources = globSync('*.ts', { cwd: folder })
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const quoted = sources.match(/'[^'\n]+'/g) ?? []
  const all = quoted.map((text) => text.slice(1, -1))
  return [...new Set(all)].filter(
    (text) =>
      /^(an?|at least|either|every|the id) [\w.]/.test(text) && foundInstead(text, 'nl') === text,
  )
}

describe('expectations', () => {
  it('are said in Dutch, every message of the readers', () => {
    const all = messages()
    assert.ok(all.length > 25)
    for (const text of all) {
      assert.doesNotMatch(
        expectation(`${text} for "kind"`, 'nl'),
        /\b(a(?! tot)|an|the|of (?:letters|names)|like|for|with|least|either|every|list|text|level)\b/,
        text,
      )
    }
  })

  it('keep what a person must type', () => {
    assert.equal(expectation('one of office, ot for "kind"', 'nl'), 'een van office, ot bij "kind"')
    assert.equal(
      expectation('a known key, perhaps "role"', 'nl'),
      'een bekende sleutel, misschien "role"',
    )
    assert.equal(expectation('a number', 'en'), 'a number')
    assert.equal(foundInstead('"offce"', 'nl'), '"offce"')
    assert.equal(foundInstead('nothing', 'nl'), 'niets')
  })
})
