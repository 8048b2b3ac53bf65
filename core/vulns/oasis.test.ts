// SPDX-License-Identifier: EUPL-1.2
// Against the published test cases of the CSAF validators, where they are at hand beside the
// repository: the mandatory tests that a match depends on, and that no case is a fault.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { csafAdvisory } from './csaf/read.ts'
import { response } from './index.ts'

const folder = join(import.meta.dirname, '../../../shared/advisories/oasis')
const skip = existsSync(folder) ? false : 'no shared advisories beside the repository'

/** Mandatory test → the oddity that is its refusal. */
const checked: Readonly<Record<string, string>> = {
  '6.1.1': 'product-id-unknown',
  '6.1.2': 'product-id-twice',
  '6.1.6': 'status-contradictory',
  '6.1.22': 'revision-twice',
}

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
    it(`of ${version}: agreed with where a match depends on them, and never a fault`, (test) => {
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
            const code = checked[id]
            if (code === undefined) continue
            const row = agreement[id] ?? [0, 0, []]
            row[1] += 1
            if (advisory.oddities.some((one) => one.code === code) === isWrong) row[0] += 1
            else row[2].push(name.slice(-20))
            agreement[id] = row
          }
        }
      }
      test.diagnostic(`${cases} cases; ${JSON.stringify(agreement)}`)
      for (const [agreed, all] of Object.values(agreement)) assert.equal(agreed, all)
      assert.ok(cases > 100)
    })
  }
})
