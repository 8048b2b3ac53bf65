// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { directorTerm } from './director-term.ts'

// Cbw art. 24(3): in office on 15 August 2026 → 15 August 2028; later → two years from appointment.
const cases: readonly [string, string, string][] = [
  ['2019-03-01', 'sitting', '2028-08-15'],
  ['2026-08-14', 'sitting', '2028-08-15'],
  ['2026-08-15', 'sitting', '2028-08-15'],
  ['2026-08-16', 'appointed_later', '2028-08-16'],
  ['2027-05-01', 'appointed_later', '2029-05-01'],
  ['2028-02-29', 'appointed_later', '2030-02-28'],
]
for (const [appointedOn, rule, dueOn] of cases) {
  it(`gives a director appointed on ${appointedOn} until ${dueOn}`, () => {
    const term = directorTerm({ isExecutive: true, appointedOn }, 'NL')
    assert.equal(term.rule, rule)
    assert.equal(term.dueOn, dueOn)
  })
}

it('has no duty for supervisory directors and no date when the appointment is unknown', () => {
  assert.equal(directorTerm({ isExecutive: false, appointedOn: '2020-01-01' }, 'NL').hasDuty, false)
  const unknown = directorTerm({ isExecutive: true }, 'NL')
  assert.equal(unknown.dueOn, null)
  assert.equal(unknown.hasDuty, true)
})

it('shows no term where the country sets none', () => {
  assert.equal(directorTerm({ isExecutive: true, appointedOn: '2020-01-01' }, 'DE').rule, 'no_term')
})
