// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Asset, AssetConversation } from '../asset.ts'
import type { InspectionReport } from '../inspection-report.ts'
import { asBaseline, type DriftOptions, deviations, learn } from './index.ts'

const plc = asset('02:00:00:00:00:01', { purdue_level: 1, firmware: 'V4.1' })
const panel = asset('02:00:00:00:00:02', { purdue_level: 2 })
const laptop = asset('02:00:00:00:00:09', {})
const reads = talk(panel, plc, [['read_var', 'read', 40]])
const monday = report([plc, panel], [reads], '2026-03-02')
const usual = learn(monday)
const tuesday = '2026-03-03T12:00:00Z'

const found = (assets: Asset[], talks: AssetConversation[], options: Partial<DriftOptions> = {}) =>
  deviations(usual, report(assets, talks, '2026-03-03'), { asOf: tuesday, ...options })

describe('drift', () => {
  it('finds nothing in what was learnt', () => {
    assert.deepEqual(found([plc, panel], [reads]), [])
    assert.deepEqual(deviations(usual, monday, { asOf: tuesday }), [])
  })

  it('names a new device and what it does, the heaviest first', () => {
    const stop = talk(laptop, plc, [['plc_stop', 'stop', 1]])
    const list = found([plc, panel, laptop], [reads, stop])
    assert.deepEqual(
      list.map(({ kind, severity }) => [kind, severity]),
      [
        ['new_conversation', 'high'],
        ['programming_outside_window', 'high'],
        ['new_device', 'medium'],
      ],
    )
    assert.deepEqual(list[1]?.reasons, ['programs_device'])
    assert.equal(list[1]?.technique?.id, 'T0843')
  })

  it('lets a maintenance window lower what happens within it, and only then', () => {
    const load = talk(panel, plc, [['request_download', 'download', 2]])
    const within = [{ from: '2026-03-03T00:00:00Z', until: '2026-03-04T00:00:00Z' }]
    const inside = found([plc, panel], [load], { windows: within })
    assert.deepEqual(
      inside.map(({ kind, severity, reasons }) => [kind, severity, reasons]),
      [['new_operation', 'low', ['programs_device', 'maintenance_window']]],
    )
    const elsewhere = [{ ...within[0], targets: [panel.id] }] as DriftOptions['windows']
    const outside = found([plc, panel], [load], elsewhere ? { windows: elsewhere } : {})
    assert.deepEqual(
      outside.map(({ kind }) => kind),
      ['programming_outside_window'],
    )
  })

  it('names a new function code, a new version, an address at another card', () => {
    const write = talk(panel, plc, [['write_var', 'write', 3]])
    assert.equal(found([plc, panel], [write])[0]?.kind, 'new_operation')
    const newer = found([{ ...plc, firmware: 'V4.2' }, panel], [reads])
    assert.deepEqual(newer[0]?.detail, { field: 'firmware', before: 'V4.1', now: 'V4.2' })
    assert.equal(newer[0]?.severity, 'high')
    const twin = asset('02:00:00:00:00:07', { ipv4: plc.ipv4 })
    assert.deepEqual(
      found([plc, panel, twin], [reads]).map(({ kind }) => kind),
      ['address_change'],
    )
  })

  it('does not take a conversation for new whose opener is a guess', () => {
    const turned = { ...talk(plc, panel, []), direction_basis: 'first' as const }
    assert.deepEqual(found([plc, panel], [turned]), [])
    assert.equal(found([plc, panel], [{ ...turned, direction_basis: 'handshake' }]).length, 1)
  })

  it('keeps what is set aside in the list, until its day', () => {
    const aside = { kind: 'new_device', source: laptop.id, reason: 'supplier' } as const
    const until = (day: string) =>
      found([plc, panel, laptop], [reads], { suppressions: [{ ...aside, until: day }] })[0]
    assert.deepEqual(until('2026-04-01T00:00:00Z')?.suppressed?.reason, 'supplier')
    assert.equal(until('2026-03-03T12:00:00Z')?.suppressed, null)
  })

  it('names a clock that was set back', () => {
    const early = report([plc, panel], [reads], '2026-03-01')
    const list = deviations(usual, { ...early, captures: renamed(early) }, { asOf: tuesday })
    assert.deepEqual(
      list.map(({ kind }) => kind),
      ['time_jump'],
    )
  })

  it('forgets nothing when it learns more, and is approved anew', () => {
    const more = learn(report([laptop], [], '2026-03-03'), {
      ...usual,
      approved: { by: 'A. Visser', at: tuesday },
    })
    assert.equal(more.approved, null)
    assert.deepEqual(
      more.devices.map(({ id }) => id),
      [plc.id, panel.id, laptop.id],
    )
  })

  it('reads its own file back and says which part of another is wrong', () => {
    assert.deepEqual(asBaseline(JSON.parse(JSON.stringify(usual))), { ok: true, value: usual })
    const wrong = [
      { ...usual, windows: [{ from: 'yesterday', until: tuesday }] },
      { ...usual, suppressions: [{ kind: 'scan', until: tuesday, reason: '' }] },
      null,
      [],
      {},
      { ...usual, devices: [1] },
      { ...usual, approved: 'yes' },
    ]
    for (const value of wrong) assert.equal(asBaseline(value).ok, false)
  })
})

function asset(id: string, given: Partial<Asset>): Asset {
  const last = id.slice(-2)
  return {
    id,
    parent: null,
    child: null,
    macs: [id],
    ipv4: [`192.0.2.${Number(last)}`],
    ipv6: [],
    vlans: [],
    external: false,
    silent: false,
    vendor: null,
    model: null,
    order_number: null,
    firmware: null,
    serial: null,
    operating_system: null,
    hostnames: [],
    role: null,
    role_reason: null,
    purdue_level: null,
    purdue_reason: null,
    first_seen: null,
    last_seen: null,
    packets: 1,
    bytes: 60,
    services_offered: [],
    services_used: [],
    facts: [],
    conflicts: [],
    ...given,
  }
}

function talk(
  from: Asset,
  to: Asset,
  operations: readonly (readonly [string, string, number])[],
): AssetConversation {
  const frame = { capture: 'a.pcap', frame: 4 }
  return {
    from: from.id,
    to: to.id,
    transport: 'tcp',
    port: 102,
    protocol: 's7comm',
    protocol_basis: 'decoded',
    direction_basis: 'handshake',
    connections: 1,
    unanswered: 0,
    packets_to_server: 5,
    packets_to_client: 5,
    bytes_to_server: 500,
    bytes_to_client: 500,
    first: '2026-03-03T09:00:00.000Z',
    last: '2026-03-03T09:10:00.000Z',
    frame,
    operations: operations.map(([name, effect, count]) => ({
      name,
      effect,
      count,
      frames: [frame],
    })),
  }
}

function report(
  assets: Asset[],
  conversations: AssetConversation[],
  day: string,
): InspectionReport {
  const times = { first: `${day}T08:00:00Z`, last: `${day}T10:00:00Z` }
  return {
    schema: 'schouw/inspect/1',
    captures: [
      {
        file: 'a.pcap',
        sha256: null,
        format: 'pcap',
        packets: 9,
        bytes: 900,
        ...times,
        oddities: {},
      },
    ],
    protocols: {},
    assets,
    conversations,
    detections: [],
    unknown: [],
    coverage: {
      named: 0,
      with_vendor: 0,
      with_model: 0,
      with_firmware: 0,
      assets: assets.length,
      silent: 0,
      one_way_conversations: 0,
      encrypted_ot_conversations: 0,
      vlans: [],
      site_ranges: [],
      advice: [],
    },
    left_out: [],
  }
}

function renamed({ captures }: InspectionReport): InspectionReport['captures'] {
  return captures.map((one) => ({ ...one, file: 'b.pcap' }))
}
