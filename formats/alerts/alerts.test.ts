// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alertLimits, readAlerts } from './index.ts'

const eve = (more: object) =>
  JSON.stringify({
    timestamp: '2026-11-15T02:40:00.000000+0100',
    event_type: 'alert',
    src_ip: '10.0.0.5',
    dest_ip: '10.0.9.20',
    alert: { signature_id: 2_030_001, signature: 'SMB to a controller', severity: 1 },
    ...more,
  })

describe('alerts of sensors', () => {
  it('takes the same thing between the same ends as one, with when it began and ended', () => {
    const { alerts, left_out, read } = readAlerts(
      [
        eve({}),
        eve({ timestamp: '2026-11-15T02:38:00+0100' }),
        eve({ dest_ip: '10.0.9.21' }),
        '{"event_type":"flow"}',
        'no json',
      ].join('\n'),
    )
    assert.deepEqual([alerts.length, left_out, read], [2, 1, 5])
    assert.deepEqual(alerts[0], {
      origin: 'suricata',
      rule: '2030001',
      name: 'SMB to a controller',
      severity: 'high',
      addresses: ['10.0.0.5', '10.0.9.20'],
      first_seen_at: '2026-11-15T01:38:00.000Z',
      last_seen_at: '2026-11-15T01:40:00.000Z',
      times: 2,
    })
  })

  it('reads notices of Zeek, with a heading or as JSON, alike', () => {
    const heading = '#separator \\x09\n#fields\tts\tid.orig_h\tid.resp_h\tnote\tmsg\n'
    const line = '1794706800.5\t10.0.0.5\t-\tScan::Port_Scan\t10.0.0.5 scanned 40 ports'
    const json = JSON.stringify({
      ts: 1_794_706_800.5,
      'id.orig_h': '10.0.0.5',
      note: 'Scan::Port_Scan',
      msg: '10.0.0.5 scanned 40 ports',
    })
    assert.deepEqual(readAlerts(heading + line).alerts, readAlerts(json).alerts)
    assert.equal(readAlerts(json).alerts[0]?.first_seen_at, '2026-11-15T01:40:00.500Z')
  })

  it('takes the detections of an inspection with the addresses of their devices', () => {
    const { alerts } = readAlerts(
      JSON.stringify({
        schema: 'schouw/inspect/1',
        assets: [{ id: 'a1', ipv4: ['10.0.0.5'] }],
        detections: [
          {
            ...{ kind: 'plc_command', source: 'a1', target: 'a9', count: 3 },
            ...{ first: '2026-11-03T10:00:00Z', last: '2026-11-03T10:05:00Z' },
            technique: { id: 'T0858', name: 'Change Operating Mode' },
          },
        ],
      }),
    )
    assert.deepEqual(
      alerts.map(({ name, times, addresses }) => [name, times, addresses]),
      [['plc_command: Change Operating Mode', 3, ['10.0.0.5', 'a9']]],
    )
  })

  it('keeps within its bounds and says what it left out', () => {
    const many = Array.from({ length: alertLimits.alerts + 10 }, (_, n) =>
      eve({ src_ip: `10.1.${n % 250}.${Math.floor(n / 250)}` }),
    )
    const { alerts, left_out } = readAlerts(many.join('\n'))
    assert.deepEqual([alerts.length, left_out], [alertLimits.alerts, 10])
    const long = readAlerts(`{"a":"${'x'.repeat(alertLimits.lineLength)}"}`)
    assert.deepEqual(long.problems, [{ line: 1, code: 'line-too-long' }])
    const deep = readAlerts('['.repeat(5_000))
    assert.equal(deep.left_out, 1)
  })

  it('answers any bytes', () => {
    const shaped = fc.json().map((one) => `{"event_type":"alert","alert":${one}}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), shaped), (given) => {
        const { alerts, problems } = readAlerts(given)
        assert.ok(alerts.every(({ name, times }) => name !== '' && times > 0))
        assert.ok(problems.length <= alertLimits.problems)
      }),
    )
  })
})
