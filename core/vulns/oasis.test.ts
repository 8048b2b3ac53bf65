// SPDX-License-Identifier: EUPL-1.2
// Against the published test cases of the CSAF validators, where they are at hand beside the
// repository: every test that is made here agrees with its cases, and no case is a fault.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { csafAdvisory } from './csaf/read.ts'
import { factsOf } from './csaf/rules/facts.ts'
import { brokenRules, testsFor, warnings } from './csaf/rules/index.ts'
import { response } from './index.ts'

const folder = join(import.meta.dirname, '../../../shared/advisories/oasis')
const skip = existsSync(folder) ? false : 'no shared advisories beside the repository'

interface Test {
  readonly id: string
  readonly failures?: readonly { readonly name: string }[]
  readonly valid?: readonly { readonly name: string }[]
}

// `vers:/all` stands in it as a valid range; the standard itself says that it is `vers:all/*`.
const mistaken = ['mandatory/oasis_csaf_tc-csaf_2_1-2024-6-1-50-14.json']

describe('cases of the CSAF validators', { skip }, () => {
  for (const version of ['2.0', '2.1']) {
    const at = join(folder, `csaf_${version}/test/validator/data`)
    const read = (name: string) => JSON.parse(readFileSync(join(at, name), 'utf8'))
    const tests = (): readonly Test[] => read('testcases.json').tests

    it(`of ${version}: agreed with, test by test`, (test) => {
      const agreement: Record<string, string> = {}
      const off: string[] = []
      for (const { id, failures = [], valid = [] } of tests()) {
        const { mandatory, recommended } = testsFor({ isOfTwoOne: version === '2.1' })
        const rule = mandatory[id] ?? recommended[id]
        if (rule === undefined) continue
        const judged = (names: readonly { readonly name: string }[], isWrong: boolean) =>
          names.filter(({ name }) => {
            const isAgreed = rule(factsOf(read(name))).length > 0 === isWrong
            if (!isAgreed) off.push(name)
            return isAgreed
          }).length
        const agreed = judged(failures, true) + judged(valid, false)
        agreement[id] = `${agreed}/${failures.length + valid.length}`
      }
      test.diagnostic(JSON.stringify(agreement))
      assert.ok(Object.keys(agreement).length > 40)
      assert.deepEqual(off, version === '2.1' ? mistaken : [])
    })

    it(`of ${version}: never a fault`, () => {
      let cases = 0
      for (const { failures = [], valid = [] } of tests()) {
        for (const { name } of [...failures, ...valid]) {
          const value = read(name)
          const advisory = csafAdvisory(value)
          assert.ok(advisory !== undefined, name)
          response.viewOf(advisory)
          brokenRules(value)
          warnings(value)
          cases += 1
        }
      }
      assert.ok(cases > 200)
    })
  }
})
