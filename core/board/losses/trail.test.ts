// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { trailOf } from './index.ts'

const stamp = { at: '2026-11-12T09:00:00.000Z', by: 'somebody' }

function record(kind: KindName, id: string, values: object, state = 'open'): RecordVersion {
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

function of(...records: readonly RecordVersion[]) {
  const byKind: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const one of records) byKind[one.kind] = [...(byKind[one.kind] ?? []), one]
  return { records: byKind, today: '2026-11-12' }
}

describe('the trail', () => {
  it('leads from a finding by device, zone, jewel and risk to measure and decision', () => {
    const trail = trailOf(
      of(
        record('finding', 'f', { assets: ['plc'] }),
        record('finding', 'other', { assets: ['pc'] }),
        record('asset', 'plc', { zone: 'z' }),
        record('asset', 'pc', {}),
        record('zone', 'z', {}),
        record('process', 'line1', { depends_on_assets: ['plc'] }),
        record('crown-jewel', 'j', { process: 'line1' }),
        record('risk', 'a', { assets: ['plc'], crown_jewels: ['j'], incidents: ['drill'] }),
        record('exercise', 'drill', {}),
        record('incident', 'night', { risks: ['a'] }),
        record('incident', 'elsewhere', { risks: ['b'] }),
        record('action', 'learned', { sources: ['night'] }),
        record('treatment', 't', { risk: 'a', measures: ['m'], decision: 'd1' }),
        record('measure', 'm', {}),
        record('action', 'todo', { sources: ['f'] }),
        record('decision', 'd1', {}),
        record('decision', 'd2', { about: ['m'] }),
      ),
      'a',
    )
    assert.ok(trail !== undefined)
    const { risk, ...rest } = trail
    assert.equal(risk.id, 'a')
    const ids = Object.fromEntries(
      Object.entries(rest).map(([part, refs]) => [part, refs.map(({ id }) => id)]),
    )
    assert.deepEqual(ids, {
      findings: ['f'],
      incidents: ['night', 'drill'],
      assets: ['plc'],
      zones: ['z'],
      processes: ['line1'],
      crown_jewels: ['j'],
      path: ['z', 'plc', 'line1', 'j'],
      treatments: ['t'],
      measures: ['m'],
      actions: ['learned', 'todo'],
      acceptances: [],
      decisions: ['d1', 'd2'],
    })
    assert.equal(trailOf(of(), 'a'), undefined)
  })
})
