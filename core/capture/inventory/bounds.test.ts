// SPDX-License-Identifier: EUPL-1.2
// More than anybody can read: what is listed, and that nothing goes missing without a word.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { detections } from '../detections/index.ts'
import { type Inventory, inventory } from './index.ts'
import { inventoryLimits } from './limits.ts'
import { conversation, event, observed, operation, sender } from './testing.ts'

const vendorOf = () => undefined
const router = '00:aa:00:00:00:01'
const near = { mac: '00:aa:00:00:00:02', ip: '10.0.0.2' }
const plc = { mac: '00:aa:00:00:00:03', ip: '10.0.0.3' }
const many = 25_000
const hosts = Array.from({ length: many }, (_, n) => `88.${n >> 16}.${(n >> 8) & 255}.${n & 255}`)
const everybody = observed({
  senders: [
    sender(near.mac, near.ip, { ttl: 64, packets: 1 }),
    sender(plc.mac, plc.ip, { ttl: 64, packets: 1 }),
    ...hosts.map((ip, n) => sender(router, ip, { ttl: 50, packets: 10 + n })),
  ],
  conversations: [
    ...hosts.map((ip, n) =>
      conversation(
        near,
        { mac: router, ip },
        { protocol: 'tls', service: 443, packetsToServer: n },
      ),
    ),
    conversation(near, plc, {
      packetsToServer: 1,
      packetsToClient: 1,
      operations: [operation('write_single_register', 'write')],
    }),
  ],
})

const taken: Inventory = inventory(everybody, { vendorOf })

describe('inventory: bounds', () => {
  const { assets, conversations, coverage, leftOut } = taken.published([
    { source: null, target: hosts[0] as string },
  ])
  const ids = new Set(assets.map(({ id }) => id))

  it('lists what belongs to the site, what must be judged, then what talks most', () => {
    assert.equal(assets.length, inventoryLimits.assets)
    for (const id of [near.mac, plc.mac, router, hosts[0], hosts[many - 1]]) {
      assert.ok(ids.has(id as string), id)
    }
    assert.ok(!ids.has(hosts[1] as string))
  })

  it('lists conversations between listed assets only, commands first', () => {
    assert.ok(conversations.length <= inventoryLimits.conversations)
    for (const { from, to } of conversations) assert.ok(ids.has(from) && ids.has(to))
    assert.ok(conversations.some(({ to }) => to === plc.mac))
  })

  it('says what is left out and counts it all the same', () => {
    // The router has no address and talks with nobody.
    const all = many + 3
    assert.deepEqual(leftOut, [
      { what: 'listed_assets', limit: inventoryLimits.assets, left_out: all - assets.length },
      {
        what: 'listed_conversations',
        limit: inventoryLimits.conversations,
        left_out: many + 1 - conversations.length,
      },
    ])
    assert.equal(coverage.assets, 3)
  })

  it('leaves nothing out of what fits', () => {
    const few = observed({ senders: everybody.senders.slice(0, 50) })
    assert.deepEqual(inventory(few, { vendorOf }).published([]).leftOut, [])
  })

  it('lists five hundred detections of a kind, the most frequent', () => {
    const events = Array.from({ length: 3000 }, (_, n) =>
      event('cleartext_login', `p${n}`, { count: n + 1 }),
    )
    const observations = observed({ senders: [sender(near.mac, near.ip)], events })
    const found = detections({ observations, inventory: inventory(observations, { vendorOf }) })
    assert.equal(found.list.length, 500)
    assert.ok(found.list.every(({ count }) => count > 2500))
    assert.deepEqual(found.leftOut, [{ what: 'listed_detections', limit: 500, left_out: 2500 }])
  })
})
