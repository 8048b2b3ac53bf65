// SPDX-License-Identifier: EUPL-1.2
// A guide that says what a test shows has to name one that is there.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '..')
const guides = globSync('docs/**/*.md', { cwd: root }).filter((name) =>
  readFileSync(join(root, name), 'utf8').includes('.test.ts` “'),
)

describe('a guide', () => {
  for (const name of guides) {
    it(`names tests that exist: ${name}`, () => {
      const text = readFileSync(join(root, name), 'utf8')
      const missing: string[] = []
      for (const [, file = '', words = ''] of text.matchAll(
        /`([\w./-]+\.test\.tsx?)` ((?:“[^”]+”(?:, )?)+)/g,
      )) {
        const source = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
        for (const [, title = ''] of words.matchAll(/“([^”]+)”/g)) {
          if (!source.includes(`'${title}'`)) missing.push(`${file}: ${title}`)
        }
      }
      assert.deepEqual(missing, [])
    })
  }

  it('is among them that names the attackers', () => {
    assert.ok(guides.includes('docs/guides/threat-model.md'))
  })
})
