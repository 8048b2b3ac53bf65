// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { concernsOf, type DeviceLine } from './concerns.ts'

const line: DeviceLine = {
  vendor: 'Lampworks',
  model: 'Lamp 5',
  orderNumber: 'LW-5',
  version: '1.0',
  part: '',
  advisory: 'LW-26-1',
  weakness: 'CVE-2026-10000',
  verdict: 'affected',
  isExploited: false,
}

it('counts devices of a sort together, what is exploited first', () => {
  const other = { ...line, weakness: 'CVE-2026-10001', isExploited: true }
  const found = concernsOf([line, other, line, { ...line, version: '1.1' }])
  assert.deepEqual(
    found.map(({ weakness, version, devices }) => [weakness, version, devices]),
    [
      ['CVE-2026-10001', '1.0', 1],
      ['CVE-2026-10000', '1.0', 2],
      ['CVE-2026-10000', '1.1', 1],
    ],
  )
})

it('lets nothing through that a line carries besides', () => {
  const secret = { ...line, asset_title: 'L1-PLC01', zone: 'Line 1', reason: 'port 102 is open' }
  const [concern] = concernsOf([secret])
  assert.deepEqual(concern, { ...line, devices: 1 })
})
