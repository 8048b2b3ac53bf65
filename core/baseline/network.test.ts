// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Asset } from '@schouw/core/capture'
import { baseline } from './compose.ts'
import type { ConduitInput, FactoryInputs, RemoteAccessInput, ZoneInput } from './inputs.ts'
import type { Talk } from './talk.ts'
import {
  asset,
  assetRow,
  controller,
  detection,
  empty,
  farHost,
  inspection,
  talk,
  workstation,
  zones,
} from './testing/plant.ts'

const place = { at: { path: 'zones.yaml', line: 9 } }
const conduit = (given: Partial<ConduitInput>): ConduitInput => ({
  ...place,
  id: 'c1',
  from: 'kantoor',
  to: 'lijn-1',
  services: ['any'],
  purpose: null,
  owner: null,
  window: null,
  ...given,
})
const grant = (given: Partial<RemoteAccessInput>): RemoteAccessInput => ({
  ...place,
  id: 'g1',
  supplier: null,
  tool: 'teamviewer',
  targets: [],
  sources: [],
  window: null,
  mfa: true,
  recorded: true,
  approved_by: null,
  valid_until: null,
  ...given,
})

interface Plant {
  readonly assets?: readonly Asset[]
  readonly talks?: readonly Talk[]
  readonly detections?: readonly ReturnType<typeof detection>[]
  readonly conduits?: readonly ConduitInput[]
  readonly grants?: readonly RemoteAccessInput[]
  readonly inputs?: Partial<FactoryInputs>
  readonly moreZones?: readonly ZoneInput[]
}

function measure({ assets, talks, detections, conduits, grants, inputs, moreZones }: Plant) {
  return baseline({
    inputs: {
      ...empty,
      zones: {
        zones: [...zones.zones, ...(moreZones ?? [])],
        conduits: conduits ?? [],
        remote_access: grants ?? [],
      },
      ...inputs,
    },
    inspection: inspection({
      assets: assets ?? [workstation, controller, farHost],
      conversations: talks ?? [],
      detections: detections ?? [],
    }),
  })
}

const verdicts = (plant: Plant) => measure(plant).network.flows.map(({ verdict }) => verdict)
const found = (plant: Plant) => measure(plant).contradictions.map(({ id }) => id)

describe('conversations between zones', () => {
  it('are allowed in a conduit, by port, protocol or any, and forbidden without', () => {
    const talks = [talk('ws', 'plc')]
    assert.deepEqual(verdicts({ talks }), ['forbidden'])
    for (const service of ['any', 'tcp/102', 's7comm', 's7', 'S7-comm'.toLowerCase()]) {
      assert.deepEqual(verdicts({ talks, conduits: [conduit({ services: [service] })] }), [
        'allowed',
      ])
    }
    const back = conduit({ from: 'lijn-1', to: 'kantoor' })
    assert.deepEqual(verdicts({ talks, conduits: [back] }), ['forbidden'])
  })

  it('in a passage drawn for something else are forbidden only when they command', () => {
    const conduits = [conduit({ services: ['tcp/443'] })]
    assert.deepEqual(verdicts({ talks: [talk('ws', 'plc')], conduits }), ['forbidden'])
    const ftp = talk('ws', 'plc', { port: 21, protocol: 'ftp' })
    assert.deepEqual(verdicts({ talks: [ftp], conduits }), ['not_documented'])
  })

  it('that nobody answered are none, nor are ARP and ping, nor those within a zone', () => {
    const refused = talk('ws', 'plc', { connections: 2, unanswered: 2, packets_to_client: 0 })
    const arp = talk('ws', 'plc', { transport: 'ethernet', port: 0x0806, protocol: null })
    const ping = talk('ws', 'plc', { transport: 'icmp', port: 0, protocol: null })
    const near = talk('plc', 'plc2')
    const second = { ...controller, id: 'plc2', ipv4: ['10.2.0.2'], macs: ['m2'] }
    const assets = [workstation, controller, second]
    assert.deepEqual(verdicts({ assets, talks: [refused, arp, ping, near] }), [])
  })

  it('with the internet are forbidden for the factory, both ways, and not for the office', () => {
    const tls = { port: 443, protocol: 'tls' }
    assert.deepEqual(found({ talks: [talk('plc', 'far', tls)] }), [
      'internet_from_ot/lijn-1/internet',
    ])
    assert.deepEqual(found({ talks: [talk('far', 'plc', tls)] }), [
      'internet_to_ot/internet/lijn-1',
    ])
    assert.deepEqual(verdicts({ talks: [talk('ws', 'far', tls)] }), ['not_documented'])
  })

  it('with another site of the company are not internet', () => {
    const sister = asset('sister', { ipv4: ['10.99.0.1'], external: true })
    const assets = [controller, sister]
    assert.deepEqual(verdicts({ assets, talks: [talk('plc', 'sister')] }), [])
  })

  it('to a safety zone are forbidden from anywhere', () => {
    const safety = asset('safe', { ipv4: ['10.3.0.1'], role: 'safety_plc' })
    const plant = { assets: [controller, safety], talks: [talk('plc', 'safe')] }
    assert.deepEqual(found(plant), ['safety_reached/lijn-1/veilig'])
  })

  it('that command are forbidden whatever answers them', () => {
    const unknown = asset('x', { ipv4: ['10.2.0.8'] })
    const plant = { assets: [workstation, unknown] }
    assert.deepEqual(verdicts({ ...plant, talks: [talk('ws', 'x')] }), ['forbidden'])
    assert.deepEqual(verdicts({ ...plant, talks: [talk('ws', 'x', { protocol: 'tls' })] }), [
      'not_documented',
    ])
  })

  it('to an office machine in the factory are undocumented, not forbidden', () => {
    const pc = asset('pc', { ipv4: ['10.2.0.7'], role: 'workstation' })
    const plant = { assets: [workstation, pc], talks: [talk('ws', 'pc', { protocol: 'smb2' })] }
    assert.deepEqual(verdicts(plant), ['not_documented'])
    assert.deepEqual(found(plant), [])
  })

  it('give the frame that opens them and the row of the zone', () => {
    const { contradictions } = measure({ talks: [talk('ws', 'plc')] })
    assert.deepEqual(contradictions[0].frames, [{ capture: 'captures/a.pcap', frame: 7 }])
    assert.ok(contradictions[0].sources.some((source) => source.kind === 'row'))
  })
})

describe('zones of devices', () => {
  const zoneOf = (device: Asset, moreZones: readonly ZoneInput[] = [], rows = [assetRow('X')]) => {
    const made = measure({ assets: [device], moreZones, inputs: { assets: rows } })
    const { zone, zone_reason: reason } = made.inventory.assets[0]
    return [zone, reason]
  }
  const zone = (given: Partial<ZoneInput>): ZoneInput => ({
    ...place,
    id: 'z',
    name: 'Z',
    kind: 'ot',
    purdue_level: null,
    site: null,
    ranges: [],
    vlans: [],
    assets: [],
    security_level_target: null,
    security_level_achieved: null,
    ...given,
  })

  it('come from the list, the register, the narrowest range, the VLAN, in that order', () => {
    const device = asset('a', { macs: ['m1'], ipv4: ['10.2.0.9'], vlans: [7], hostnames: ['A1'] })
    const row = assetRow('A1', { zone: 'veilig' })
    const listed = zone({ assets: ['a1'] })
    assert.deepEqual(zoneOf(device, [listed], [row]), ['z', 'listed'])
    assert.deepEqual(zoneOf(device, [], [row]), ['veilig', 'register'])
    const narrow = zone({ ranges: ['10.2.0.8/29'] })
    assert.deepEqual(zoneOf(device, [narrow, zone({ id: 'y', vlans: [7] })]), [
      'z',
      'range:10.2.0.8/29',
    ])
    const elsewhere = { ...device, ipv4: ['10.9.0.9'] }
    assert.deepEqual(zoneOf(elsewhere, [zone({ vlans: [7] })]), ['z', 'vlan:7'])
    const both = [zone({ vlans: [7] }), zone({ id: 'y', vlans: [7] })]
    assert.deepEqual(zoneOf(elsewhere, both), [null, null])
  })

  it('are not the internet for a device of the site, however wide that is drawn', () => {
    const world = zone({ id: 'www', kind: 'internet', ranges: ['0.0.0.0/0'] })
    assert.deepEqual(zoneOf(asset('a', { ipv4: ['10.77.0.1'] }), [world]), [null, null])
    assert.deepEqual(zoneOf(farHost, [world]), ['www', 'range:0.0.0.0/0'])
    const heard = { ...farHost, vlans: [7] }
    assert.deepEqual(zoneOf(heard, [zone({ vlans: [7] })]), ['internet', 'external'])
  })

  it('come from the only ones they talk with, when they have no address', () => {
    const io = asset('io', { macs: ['m5'], role: 'remote_io' })
    const cyclic = talk('plc', 'io', { transport: 'ethernet', port: 0x8892, protocol: 'pn_io' })
    const made = measure({ assets: [controller, io], talks: [cyclic] })
    assert.deepEqual(
      [made.inventory.assets[1].zone, made.inventory.assets[1].zone_reason],
      ['lijn-1', 'peers'],
    )
  })

  it('are inferred from levels without zones.yaml, and weigh less', () => {
    const made = baseline({
      inputs: empty,
      inspection: inspection({
        assets: [workstation, controller],
        conversations: [talk('ws', 'plc')],
      }),
    })
    assert.deepEqual(
      made.network.zones.map(({ id }) => id),
      ['inferred-it', 'inferred-ot'],
    )
    assert.deepEqual(
      made.contradictions.map(({ id, severity }) => [id, severity]),
      [['office_to_controller/inferred-it/inferred-ot', 'medium']],
    )
    assert.ok(made.not_measured.includes('zones'))
  })
})

describe('access from elsewhere', () => {
  const call = (given: Parameters<typeof detection>[1] = {}) =>
    detection('remote_access', {
      source: 'plc',
      first: '2026-11-10T09:00:00Z',
      last: '2026-11-10T09:30:00Z',
      detail: { tool: 'TeamViewer', direction: 'out' },
      ...given,
    })

  it('without a grant goes against the grants; with one it does not', () => {
    assert.deepEqual(found({ detections: [call()] }), [
      'remote_access_without_grant/TeamViewer/plc',
    ])
    assert.deepEqual(found({ detections: [call()], grants: [grant({ targets: ['lijn-1'] })] }), [])
    const other = grant({ targets: ['kantoor'] })
    assert.equal(found({ detections: [call()], grants: [other] }).length, 1)
    const tool = grant({ tool: 'anydesk', targets: ['lijn-1'] })
    assert.equal(found({ detections: [call()], grants: [tool] }).length, 1)
  })

  it('is judged by the grant’s window in local time and by its last day', () => {
    const window = { days: ['tue'], from: '10:00', to: '11:00' } as const
    const open = grant({ targets: ['lijn-1'], window })
    assert.deepEqual(found({ detections: [call()], grants: [open] }), [])
    const late = call({ last: '2026-11-10T10:00:00Z' })
    assert.deepEqual(found({ detections: [late], grants: [open] }), ['access_outside_window/g1'])
    const day = (valid_until: string) => grant({ targets: ['lijn-1'], valid_until })
    assert.deepEqual(found({ detections: [call()], grants: [day('2026-11-10')] }), [])
    assert.deepEqual(found({ detections: [call()], grants: [day('2026-11-09')] }), [
      'grant_ended/g1',
    ])
  })

  it('within an office is housekeeping', () => {
    const other = { ...workstation, id: 'ws2', ipv4: ['10.1.0.2'], macs: ['m2'] }
    const inside = call({ source: 'ws', target: 'ws2', detail: { tool: 'RDP' } })
    assert.deepEqual(found({ assets: [workstation, other], detections: [inside] }), [])
  })

  it('contradicts nothing where nobody wrote down what is granted', () => {
    const plant = { detections: [call()], inputs: { zones: null } }
    assert.deepEqual(found(plant), [])
    assert.deepEqual(
      measure(plant).risks.map(({ id }) => id),
      ['remote_access'],
    )
  })

  it('through a conduit outside its hours breaks it', () => {
    const window = { days: ['mon'], from: '08:00', to: '09:00' } as const
    const plant = { talks: [talk('ws', 'plc')], conduits: [conduit({ window })] }
    assert.deepEqual(found(plant), ['access_outside_window/c1'])
  })
})

describe('the register', () => {
  const registered = (rows: Parameters<typeof assetRow>[1][]) =>
    measure({
      assets: [workstation, controller],
      inputs: { assets: rows.map((given, index) => assetRow(`R${index}`, given)) },
    })

  it('misses devices by zone, and knows what this tap cannot see', () => {
    const made = registered([
      { macs: ['00:00:00:00:02:01'] },
      { ips: ['10.2.0.99'] },
      { ips: ['10.3.0.99'] },
      { connection: 'serial', ips: ['10.2.0.98'] },
      {},
    ])
    assert.deepEqual(
      made.contradictions.map(({ id }) => id),
      ['unregistered_device/kantoor', 'registered_not_seen/lijn-1'],
    )
    assert.deepEqual(
      made.inventory.register_only.map(({ state }) => state),
      ['not_seen', 'cannot_be_seen', 'cannot_be_seen', 'cannot_be_seen'],
    )
  })

  it('need not list what guests and suppliers bring', () => {
    const visitor = asset('v', { macs: ['m7'], ipv4: ['10.8.0.1'] })
    const guests: ZoneInput = {
      ...zones.zones[0],
      id: 'gasten',
      kind: 'guest',
      ranges: ['10.8.0.0/16'],
    }
    const plant = { assets: [visitor], inputs: { assets: [assetRow('X')] } }
    assert.deepEqual(found(plant), ['unregistered_device/no-zone'])
    assert.deepEqual(found({ ...plant, moreZones: [guests] }), [])
  })

  it('differs in what a device says of itself, not in how a version is written', () => {
    const firmware = (text: string) =>
      registered([{ macs: ['00:00:00:00:02:01'], firmware: text }, { macs: ['00:00:00:00:01:01'] }])
    assert.deepEqual(firmware('2.9.4.0').contradictions, [])
    const [differs] = firmware('V2.8').contradictions
    assert.equal(differs.id, 'attribute_differs/R0/firmware')
    assert.deepEqual(differs.frames, [{ capture: 'captures/a.pcap', frame: 12 }])
  })
})
