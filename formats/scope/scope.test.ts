// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { problemLine } from '../problem/index.ts'
import { readScopeFile } from './index.ts'

const read = (value: unknown) =>
  readScopeFile(
    'case.json',
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    ['NL', 'DE'],
  )
const one = {
  jurisdiction: 'NL',
  sector: { annex: null, sector_id: null, subsector_id: null, nace_division: 28 },
  fiscal_years: [{ year: 2025, awu: 60, turnover_eur: 1, balance_eur: 1 }],
  prior_status: null,
}

describe('readScopeFile', () => {
  it('takes one case, a list, a list under cases, and cases under input', () => {
    assert.equal(read(one).cases.length, 1)
    assert.equal(read([one, one]).cases.length, 2)
    assert.equal(read({ cases: [one] }).cases.length, 1)
    assert.equal(read({ cases: [{ id: 'P1', input: one }] }).cases[0]!.id, 'P1')
    assert.equal('prior_status' in read(one).cases[0]!, false)
    assert.equal(read(one).cases[0]!.sector.nace_division, '28')
  })

  it('says where, what was expected and what stood there', () => {
    const text =
      'jurisdiction: NL\nsector: {annex: III}\nfiscal_years:\n  - {year: 2025, awu: veel, turnover_eur: 1, balance_eur: 1}\n'
    const lines = read(text).problems.map(problemLine)
    assert.deepEqual(lines, [
      'case.json:2:17: expected annex: one of "I"|"II", found "III"',
      'case.json:4:23: expected awu: number, found "veel"',
    ])
  })

  it('names an unknown key with the nearest known one and goes on', () => {
    const { cases, remarks } = read({ ...one, prior_statuss: 'small' })
    assert.equal(cases.length, 1)
    assert.match(problemLine(remarks[0]!), /perhaps "prior_status"/)
  })

  it('refuses a file without cases, broken JSON and a country without a pack', () => {
    assert.equal(read([]).problems.length, 1)
    assert.ok(read('{"jurisdiction": ').problems.length > 0)
    assert.match(problemLine(read({ ...one, jurisdiction: 'FR' }).problems[0]!), /"NL"\|"DE"/)
  })
})
