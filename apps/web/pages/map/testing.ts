// SPDX-License-Identifier: EUPL-1.2
// A plant of any size, always the same, for tests and measurements.
import type { Network } from './model.ts'

/** Devices spread evenly over zones of three levels at two sites; every seventh talks to the office. */
export function plant(devices: number, talks: number): Network {
  const sites = ['a', 'b'].map((id) => ({ id, name: `Site ${id}` }))
  const zones = sites.flatMap(({ id }) =>
    [
      ['office', '4'],
      ['dmz', '3.5'],
      ['ot', '2'],
      ['ot', '1'],
      ['safety', '1'],
    ].map(([kind = '', level = ''], at) => ({
      id: `${id}${at}`,
      name: `${kind} ${id}${at}`,
      kind,
      level,
      site: id,
    })),
  )
  const assets = Array.from({ length: devices }, (_, at) => {
    const zone = zones[at % zones.length]
    return {
      id: `n${at}`,
      name: `device-${at}`,
      is_registered: at % 5 !== 0,
      is_outside: false,
      zone: zone?.id ?? null,
      zone_by: 'register' as const,
      site: zone?.site ?? null,
      role: at % 3 === 0 ? 'plc' : 'workstation',
      level: zone?.level ?? null,
      is_crown_jewel: at % 400 === 3,
      address: `10.0.${at >> 8}.${at & 255}`,
      addresses: [`10.0.${at >> 8}.${at & 255}`],
    }
  })
  const conversations = Array.from({ length: talks }, (_, at) => {
    const from = at % devices
    const step = at % 7 === 0 ? 1 + (at % 9) : zones.length * (1 + (at % 11))
    const day = 1 + (at % 28)
    return {
      from: `n${from}`,
      to: `n${(from + step) % devices}`,
      transport: 'tcp',
      port: 100 + (at % 40),
      protocol: at % 2 === 0 ? 's7comm' : null,
      is_guess: false,
      packets: 10 + at,
      bytes: 1_000,
      is_answered: true,
      is_direction_sure: true,
      connections: 1,
      unanswered: 0,
      first: `2026-10-${String(day).padStart(2, '0')}T08:00:00.000Z`,
      last: `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z`,
      source: 's',
      capture: 'plant.pcap',
      frame: at + 1,
      operations: [],
    }
  })
  const conduits = [
    {
      id: 'c',
      name: 'c',
      from_zone: 'a1',
      to_zone: 'a2',
      services: ['any'],
      from_assets: [],
      to_assets: [],
      state: 'allowed',
    },
  ]
  const sources = [{ id: 's', name: 'plant', at: '2026-10-30T00:00:00.000Z', site: null }]
  return { sites, zones, conduits, assets, conversations, sources, left_out: 0 }
}
