// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { incidents } from '@schouw/core/board'
import type { RecordVersion } from '@schouw/core/registers'
import { reportOnPaper } from './index.ts'

const at = '2026-11-22T01:40:00.000Z'
const step = { at, by: 'p1' }
const record = (kind: string, id: string, state: string, values: object): RecordVersion =>
  ({ kind, id, version: 3, state, values, created: step, changed: step, retired: null }) as never

const item = (name: string, title: string, is_required: boolean) => ({
  ...{ item: name, title_nl: title, title_en: title, is_required },
  ...{ is_missing: true, known: [], lines: [] },
})
const clock = {
  ...{ title_nl: 'vroegtijdige waarschuwing', title_en: 'early warning' },
  items: [
    item('nature', 'Aard', true),
    item('contact', 'Contact', true),
    item('more', 'Meer', false),
  ],
} as unknown as incidents.RoomClock

function paper(state: string, values: object = {}, isExercise = false) {
  return reportOnPaper(
    {
      report: record('incident-report', 'r1', state, {
        ...{ stage: 'early_warning', regime: 'cbw', recipients: ['csirt'], prepared_by: 'p1' },
        contents: [
          { item: 'nature', text: 'Versleutelde bestanden' },
          { item: 'own', text: 'Wat wij zelf toevoegden' },
        ],
        ...values,
      }),
      incident: record('incident', 'i1', 'open', {
        ...{ code: 'I-1', name: 'Lijn 2 ligt stil', is_exercise: isExercise },
      }),
      organisation: record('organisation', 'o1', 'current', {
        ...{ name: 'Voorbeeld BV', time_zone: 'Europe/Amsterdam' },
      }),
      clock,
      names: new Map([['p1', 'Eva de Vries']]),
    },
    'nl',
  )
}

describe('a report on paper', () => {
  it('says what is asked in the order of the law, what lacks, and what was added', () => {
    const { data, createdAt } = paper('draft')
    assert.equal(data.title, 'Vroegtijdige waarschuwing')
    assert.equal(createdAt.toISOString(), at)
    // At night in Amsterdam, not in the zone of whoever prints it.
    assert.match(data.asOf, /22 november 2026 02:40/)
    assert.deepEqual(
      data.sections.slice(1).map(({ title, blocks: [first] }) => [title, first?.kind]),
      [
        ['Aard', 'text'],
        ['Contact', 'note'],
        ['Meer', 'note'],
        ['own', 'text'],
      ],
    )
    const said = JSON.stringify(data)
    assert.match(said, /Concept\. Dit is nog niet verstuurd/)
    assert.match(said, /Wordt gevraagd en is nog niet bekend/)
  })

  it('says when it was sent and by whom, and warns no more', () => {
    const said = JSON.stringify(paper('sent', { sent_at: at, sent_by: 'p1' }).data)
    assert.match(said, /2026-11-22 02:40 \(UTC\+01:00\)/)
    assert.match(said, /"Verstuurd door","Eva de Vries"/)
    assert.doesNotMatch(said, /Concept|Oefening/)
  })

  it('of an exercise says that it is one, also once it was marked as sent', () => {
    const said = JSON.stringify(paper('sent', { sent_at: at }, true).data)
    assert.match(said, /Oefening\. Verstuur dit niet/)
  })
})
