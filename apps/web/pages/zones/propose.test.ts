// SPDX-License-Identifier: EUPL-1.2
// Held against the zones that the people of the example factory drew themselves.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Inspection, inspectionReport, protocols } from '@schouw/core/capture'
import { agreement, proposedZones } from '@schouw/core/network/proposed'

const factory = join(import.meta.dirname, '../../../../examples/factory')

function inspected() {
  const inspection = new Inspection({ protocols, seed: 1 })
  const folder = join(factory, 'captures')
  for (const name of readdirSync(folder).toSorted()) {
    const bytes = readFileSync(join(folder, name))
    inspection.open(name)
    inspection.feed(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    inspection.close()
  }
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
}

/** Card and address of each device of the list, with the zone that stands behind it. */
function listed(): ReadonlyMap<string, string> {
  const [head = '', ...lines] = readFileSync(join(factory, 'assets.csv'), 'utf8').split('\n')
  const names = head.trim().split(';')
  const zones = new Map<string, string>()
  for (const line of lines) {
    const cells = line.split(';')
    const zone = cells[names.indexOf('zone')] ?? ''
    const keys = cells.filter((cell) => /^([\dA-F]{2}[:-]){5}|^\d+\.\d+\.\d+\.\d+$/i.test(cell))
    for (const key of keys) zones.set(key.toLowerCase().replaceAll('-', ':'), zone)
  }
  return zones
}

it('finds the zones of the example factory again from its traffic', (test) => {
  const report = inspected()
  const zoneOf = listed()
  const own = report.assets.filter(
    ({ external, silent, parent }) => !external && !silent && parent === null,
  )
  const devices = own.map(({ id, ipv4, ipv6, vlans, purdue_level: level }) => {
    return { id, addresses: [...ipv4, ...ipv6], vlans, level }
  })
  const talks = report.conversations.map(({ from, to, ...one }) => {
    return { from, to, packets: one.packets_to_server + one.packets_to_client }
  })
  const zones = proposedZones(devices, talks)
  const found = new Map(
    zones.flatMap(({ members }, at) => members.map(({ id }) => [id, String(at)] as const)),
  )
  const known = new Map(
    own.flatMap(({ id, macs, ipv4 }) => {
      const zone = [...macs, ...ipv4].map((key) => zoneOf.get(key)).find((one) => one !== undefined)
      return zone === undefined ? [] : [[id, zone] as const]
    }),
  )
  const index = agreement(found, known) ?? 0
  test.diagnostic(`${found.size} of ${own.length} placed, ${known.size} known, index ${index}`)
  assert.ok(known.size >= 40)
  assert.ok(index > 0.95, String(index))
  const lines = zones.filter(({ kind }) => kind === 'ot').map(({ ranges }) => ranges[0])
  for (const range of ['10.20.1.0/24', '10.10.40.0/24', '192.88.99.0/24']) {
    assert.ok(lines.includes(range), range)
  }
})
