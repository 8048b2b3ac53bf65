// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { problemLine } from '../problem/index.ts'
import { readProcesses, readRisks } from './files.ts'
import { readFactory } from './folder.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const said = (text: string) => {
  const { value, problems } = readRisks('risks.yaml', bytesOf(text))
  return { value, lines: problems.map(problemLine) }
}

describe('risks.yaml', () => {
  it('reads ranges, and leaves what nobody said unknown', () => {
    const { value, lines } = said(
      'risks:\n  - { id: a, times_per_year: { low: 0.1, high: 2 } }\n  - { id: b }\n',
    )
    assert.deepEqual(lines, [])
    assert.deepEqual(value?.risks[0]?.times_per_year, { low: 0.1, high: 2 })
    assert.deepEqual([value?.risks[1]?.times_per_year, value?.appetite], [null, null])
  })

  it('refuses what cannot be, with its place and what was expected, and keeps the rest', () => {
    const wrong = {
      'times_per_year: { low: 2, high: 0.1 }': 'low not above high',
      'times_per_year: { low: -1, high: 1 }': '0 or more',
      'times_per_year: { low: 1, high: 1000000 }': 'at most 100000',
      'loss_eur: { low: -5, high: 10 }': 'euros, 0 or more',
      'loss_eur: { low: 5, high: 1e40 }': 'euros',
      'loss_eur: { low: USD 5, high: 10 }': 'euros',
      'loss_eur: 5000': 'low and high',
      'outage_hours: { low: 10 }': 'hours',
      'likelihood: 6': 'a step',
      'safety_impact: enormous': 'critical',
    }
    for (const [field, expected] of Object.entries(wrong)) {
      const { value, lines } = said(`risks:\n  - { id: a, ${field} }\n  - { id: b }\n`)
      assert.ok(lines.length > 0, field)
      assert.match(lines[0] ?? '', /^risks\.yaml:2:\d+: expected /, field)
      assert.ok(
        lines.some((line) => line.includes(expected)),
        `${field}: ${lines.join('; ')}`,
      )
      assert.ok(
        value?.risks.some(({ id }) => id === 'b'),
        field,
      )
    }
  })

  it('takes no key for another currency', () => {
    const { lines } = said('risks:\n  - { id: a, loss_usd: { low: 1, high: 2 } }\n')
    assert.match(lines[0] ?? '', /"loss_usd"/)
    assert.match(lines[0] ?? '', /loss_eur/)
  })

  it('refuses costs that are negative or the wrong way around, part by part', () => {
    for (const range of ['{ low: -1, high: 2 }', '{ low: 3, high: 2 }']) {
      const text = `processes:\n  - id: press\n    name: Press\n    outage_cost_parts:\n      - { part: overtime, eur_per_hour: ${range} }\n`
      const { problems } = readProcesses('processes.yaml', bytesOf(text))
      assert.equal(problems[0]?.line, 5, range)
    }
  })

  it('names processes that in the end need themselves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-circle-'))
    const organisation =
      'name: X\njurisdiction: NL\nsector: { nace: "28.10" }\nfiscal_years:\n  - { year: 2025, awu: 1, turnover_eur: 1, balance_eur: 1 }\n'
    const line = (id: string, needs: string) =>
      `  - { id: ${id}, name: ${id}, depends_on: { assets: [], zones: [], suppliers: [], processes: [${needs}] } }\n`
    writeFileSync(join(folder, 'organisation.yaml'), organisation)
    writeFileSync(
      join(folder, 'processes.yaml'),
      `processes:\n${line('a', 'b')}${line('b', 'c')}${line('c', 'a')}${line('d', 'a')}`,
    )
    const { factory } = await readFactory(folder)
    rmSync(folder, { recursive: true, force: true })
    const told = factory?.rejected.map(problemLine) ?? []
    assert.equal(told.length, 3, told.join('\n'))
    assert.match(told[0] ?? '', /processes\.yaml:2: expected processes that do not need themselves/)
  })
})
