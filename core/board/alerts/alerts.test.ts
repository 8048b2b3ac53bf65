// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { affectedBy, assetsAt, queueOf } from './index.ts'

const stamp = { at: '2026-11-15T01:40:00.000Z', by: 'somebody' }

function record(kind: KindName, id: string, values: object, state = 'in_use'): RecordVersion {
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = values as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}
const alert = (id: string, values: object, state = 'new') =>
  record('alert', id, { code: id, name: id, origin: 'zeek', ...values }, state)

describe('alerts', () => {
  it('wait with the gravest first; a silent one comes back the day after its last', () => {
    const silent = { suppressed_until: '2026-11-20', suppression_reason: 'Scanner of ours' }
    const all = [
      alert('low', { severity: 'low', first_seen_at: '2026-11-01T00:00:00.000Z' }),
      alert('late', { severity: 'high', first_seen_at: '2026-11-03T00:00:00.000Z' }),
      alert('early', { severity: 'high', first_seen_at: '2026-11-02T00:00:00.000Z' }),
      alert('quiet', { severity: 'critical', ...silent }, 'suppressed'),
      alert('over', { severity: 'critical' }, 'closed'),
    ]
    const ids = (today: string) => queueOf(all, today).waiting.map(({ id }) => id)
    assert.deepEqual(ids('2026-11-20'), ['early', 'late', 'low'])
    assert.deepEqual(ids('2026-11-21'), ['quiet', 'early', 'late', 'low'])
    assert.deepEqual(
      queueOf(all, '2026-11-20').silent.map(({ id }) => id),
      ['quiet'],
    )
  })

  it('measures from when it happened, in the middle, and says nothing of what nobody looked at', () => {
    const seen = (hours: number, more: object = {}) => ({
      first_seen_at: '2026-11-01T00:00:00.000Z',
      triaged_at: new Date(
        Date.parse('2026-11-01T00:00:00.000Z') + hours * 3_600_000,
      ).toISOString(),
      ...more,
    })
    assert.deepEqual(queueOf([alert('a', {})], '2026-11-20').figures, {
      ...{ open: 1, silent: 0, detect_hours: null, detect_of: 0 },
      ...{ contain_hours: null, contain_of: 0 },
    })
    const all = [1, 2, 900].map((hours) => alert(`${hours}`, seen(hours), 'looking'))
    const contained = alert('c', seen(2, { contained_at: '2026-11-01T05:30:00.000Z' }), 'contained')
    const { figures } = queueOf([...all, contained], '2026-11-20')
    assert.deepEqual(
      [figures.detect_hours, figures.detect_of, figures.contain_hours, figures.contain_of],
      [2, 4, 5.5, 1],
    )
  })

  it('touches what the registers say the device belongs to, and nothing else', () => {
    const records = {
      asset: [
        record('asset', 'plc', { ips: ['10.0.9.20'], zone: 'z1', supplier: 's1', site: 'here' }),
        record('asset', 'pc', { ips: ['10.0.0.5'] }),
      ],
      process: [
        record('process', 'line1', { depends_on_zones: ['z1'] }),
        record('process', 'line2', { depends_on_zones: ['z2'] }),
      ],
      'crown-jewel': [
        record('crown-jewel', 'j1', { process: 'line1' }),
        record('crown-jewel', 'j2', { process: 'line2' }),
      ],
      'remote-access': [record('remote-access', 'r1', { supplier: 's2', target_zones: ['z1'] })],
    }
    assert.deepEqual(assetsAt(records, ['10.0.9.20', '192.0.2.1']), ['plc'])
    assert.deepEqual(affectedBy(records, ['plc']), {
      ...{ assets: ['plc'], zones: ['z1'], processes: ['line1'] },
      ...{ suppliers: ['s1', 's2'], crown_jewels: ['j1'], sites: ['here'] },
    })
  })
})
