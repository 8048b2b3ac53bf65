// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packOf } from '@schouw/core/board/pack'
import type { RecordVersion } from '@schouw/core/registers'
import { packTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '../fonts/index.ts'
import { boardPack, type PackOf } from './index.ts'

const stamp = { at: '2026-10-01T08:00:00.000Z', by: 'p1' }
const record = (
  kind: RecordVersion['kind'],
  id: string,
  state: string,
  values: RecordVersion['values'],
): RecordVersion => ({
  kind,
  id,
  version: 1,
  state,
  values,
  created: stamp,
  changed: stamp,
  approval: null,
  retired: null,
  erased: [],
})
const organisation = record('organisation', 'o', 'in_use', { name: 'Jansen', jurisdiction: 'NL' })
const decision = record('decision', 'd', 'decided', { name: '#set page', outcome: 'approved' })
const incident = record('incident', 'i', 'handled', {
  code: 'I-1',
  name: 'Locked files',
  handled_at: '2026-11-10T08:00:00.000Z',
})
const late = record('incident-report', 'r', 'sent', {
  incident: 'i',
  stage: 'early_warning',
  due_at: '2026-11-02T08:00:00.000Z',
  sent_at: '2026-11-02T08:00:00.001Z',
})
const now = {
  records: {
    organisation: [organisation],
    decision: [decision],
    incident: [incident],
    'incident-report': [late],
  },
  size: 40,
  now: '2026-11-20T08:00:00.000Z',
  today: '2026-11-20',
}
const before = {
  records: { organisation: [organisation] },
  size: 12,
  now: '2026-08-20T23:59:59.999Z',
  today: '2026-08-20',
}
const of = (pack: PackOf['pack']): PackOf => ({
  pack,
  organisation: 'Jansen',
  names: new Map(),
  hidden: [],
  at: now.now,
  curve: null,
})

describe('the board pack', () => {
  const pack = packOf({ now, before, hidden: [] })

  it('tells what changed since the quarter before, and says so when there was none', () => {
    assert.deepEqual(pack.changed?.decided, [{ id: 'd', name: '#set page', outcome: 'approved' }])
    assert.equal(pack.changed?.incidents_added, 1)
    assert.deepEqual(pack.since, { size: 12, on: '2026-08-20' })
    assert.equal(packOf({ now, hidden: [] }).changed, null)
  })

  it('never forgets that a term was missed', () => {
    assert.deepEqual(pack.incidents[0]?.reports[0]?.is_late, true)
  })

  it('goes through eight points, and calls what nobody knows unknown', () => {
    assert.equal(pack.checklist.length, 8)
    const met = new Map(pack.checklist.map(({ point, is_met }) => [point, is_met]))
    assert.equal(met.get('trained'), null)
    assert.equal(met.get('level_set'), false)
  })

  for (const language of ['nl', 'en'] as const) {
    it(`is a PDF of the same bytes from the same state, in ${language}`, (test) => {
      const write = () => {
        const { data, createdAt } = boardPack(of(pack), language)
        const fonts = paperFonts()
        return writePdf({ template: packTemplate(), data, fonts, attachments: {}, createdAt })
      }
      const one = write()
      if (!one.ok && one.refusal === 'no-compiler') return test.skip('no compiler here')
      assert.ok(one.ok, JSON.stringify(one))
      const other = write()
      assert.ok(other.ok)
      assert.deepEqual(one.value, other.value)
      assert.ok(Buffer.from(one.value).toString('latin1').includes('/MarkInfo'))
    })
  }
})
