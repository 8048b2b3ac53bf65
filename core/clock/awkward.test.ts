// SPDX-License-Identifier: EUPL-1.2
// Cases in which clocks elsewhere went wrong. UPDATE_GOLDEN=1 rewrites the answers for a reviewer
// to check by hand against a calendar.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { dueReports } from './due-reports.ts'
import type { ClockCase } from './incident.ts'

const folder = join(import.meta.dirname, 'golden')

it('answers the awkward cases as a person has checked them', () => {
  const text = readFileSync(join(folder, 'awkward.json'), 'utf8')
  const { as_of, incidents } = JSON.parse(text) as { as_of: string; incidents: ClockCase[] }
  const lines = incidents.flatMap((incident) => {
    const { id, aware_at, reports, not_due, remarks } = dueReports(incident, Date.parse(as_of))
    return [
      `${id} (aware ${aware_at})`,
      ...reports.map(({ regime, stage, due_at, strict_due_at, status, contract = '' }) => {
        const strict = strict_due_at === (due_at ?? undefined) ? '' : `, strictly ${strict_due_at}`
        return `  ${regime} ${stage} ${contract}: ${due_at}${strict}: ${status}`.replace(' :', ':')
      }),
      ...not_due.map(({ rule, why }) => `  not due: ${rule}: ${why}`),
      ...remarks.map(({ code, fields }) => `  remark: ${code}: ${fields.join(', ')}`),
      '',
    ]
  })
  const actual = `as of ${as_of}\n\n${lines.join('\n')}`
  const file = join(folder, 'awkward.txt')
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, actual)
  else assert.equal(actual, readFileSync(file, 'utf8'))
})
