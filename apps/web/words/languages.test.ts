// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, it } from 'node:test'

const root = join(import.meta.dirname, '../../..')

/** What every language has to add to: words, drawings and the core. */
const parts = ['apps/web', 'report', 'core']

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path)
    return /^[^.].*(?<!\.test)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

describe('a language', () => {
  it('is a key of a record, so that what a third one lacks does not compile', () => {
    const found = parts
      .flatMap((part) => sources(join(root, part)))
      .flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, at) =>
            /[!=]== '(?:nl|en)'/.test(line) ? [`${relative(root, path)}:${at + 1}`] : [],
          ),
      )
    assert.deepEqual(found, [])
  })
})
