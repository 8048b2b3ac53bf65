// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Asset } from '../asset.ts'
import type { Observations } from '../observations.ts'
import { isDeviceMac, isHostAddress } from './addresses.ts'
import { type InventoryOptions, inventory as takeInventory } from './index.ts'
import { binding, conversation, fact, observed, sender } from './testing.ts'

const inventory = (observations: Observations, options: InventoryOptions) => {
  const taken = takeInventory(observations, options)
  return { assetAt: taken.assetAt, ...taken.published([]) }
}

const vendorOf = (mac: string) => (mac.startsWith('00:1b:1b') ? 'Siemens AG' : undefined)

function assetsOf(parts: Partial<Observations>, siteRanges: readonly string[] = []) {
  return inventory(observed(parts), { vendorOf, siteRanges }).assets
}

function byId(assets: readonly Asset[], id: string): Asset {
  const found = assets.find((asset) => asset.id === id)
  assert.ok(found, `${id} is not among ${assets.map((asset) => asset.id).join(', ')}`)
  return found
}

const plc = '00:1b:1b:00:00:01'
const other = '00:1b:1b:00:00:02'
const router = '00:aa:aa:00:00:01'

describe('inventory: one asset per device', () => {
  it('lists devices that have no IP address', () => {
    const [asset, ...rest] = assetsOf({ senders: [sender(plc, undefined)] })
    assert.equal(rest.length, 0)
    assert.equal(asset?.id, plc)
    assert.equal(asset?.vendor, 'Siemens AG')
    assert.equal(asset?.facts[0]?.name, 'oui.vendor')
  })

  it('keeps hosts behind a router apart from it and from each other', () => {
    const assets = assetsOf({
      senders: [
        sender(router, '192.168.0.1', { ttl: 64 }),
        ...['10.9.0.1', '10.9.0.2', '93.184.216.34'].map((ip) => sender(router, ip, { ttl: 57 })),
      ],
      bindings: [binding(router, '192.168.0.1')],
    })
    assert.deepEqual(
      assets.map(({ id, ipv4, external }) => [id, ipv4, external]),
      [
        [router, ['192.168.0.1'], false],
        ['10.9.0.1', ['10.9.0.1'], false],
        ['10.9.0.2', ['10.9.0.2'], false],
        ['93.184.216.34', ['93.184.216.34'], true],
      ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    )
    assert.equal(byId(assets, router).role, 'router')
    assert.equal(byId(assets, '93.184.216.34').role, 'external_host')
  })

  it('does not take the one host behind a router for the router', () => {
    const assets = assetsOf({ senders: [sender(router, '8.8.8.8', { ttl: 117 })] })
    assert.deepEqual(assets.map(({ id }) => id).sort(), [router, '8.8.8.8'].sort())
    assert.deepEqual(byId(assets, router).ipv4, [])
  })

  it('takes a plant on public addresses for inside when its cards answer themselves', () => {
    const assets = assetsOf({
      senders: [1, 2, 3].map((n) => sender(`00:1b:1b:00:00:0${n}`, `141.81.0.${n}`, { ttl: 64 })),
    })
    assert.equal(assets.length, 3)
    assert.ok(assets.every(({ external }) => !external))
  })

  it('joins several addresses of one card when ARP states them', () => {
    const [asset, ...rest] = assetsOf({
      senders: [sender(plc, '10.0.0.1', { ttl: 30 }), sender(plc, '172.16.0.1', { ttl: 30 })],
      bindings: [binding(plc, '10.0.0.1'), binding(plc, '172.16.0.1')],
    })
    assert.equal(rest.length, 0)
    assert.deepEqual(asset?.ipv4, ['10.0.0.1', '172.16.0.1'])
  })

  it('does not make one device of the many a proxy answers for', () => {
    const ips = Array.from({ length: 20 }, (_, n) => `10.5.0.${n + 1}`)
    const assets = assetsOf({
      senders: ips.map((ip) => sender(router, ip, { ttl: 63 })),
      bindings: ips.map((ip) => binding(router, ip)),
    })
    assert.deepEqual(byId(assets, router).ipv4, [])
    assert.equal(assets.length, 21)
  })

  it('lets an address go from one device to another, as DHCP does', () => {
    const assets = assetsOf({
      senders: [sender(plc, '10.0.0.7', { ttl: 64 }), sender(other, '10.0.0.7', { ttl: 64 })],
      bindings: [binding(plc, '10.0.0.7'), binding(other, '10.0.0.7')],
    })
    assert.deepEqual(byId(assets, plc).ipv4, ['10.0.0.7'])
    assert.deepEqual(byId(assets, other).ipv4, ['10.0.0.7'])
  })

  it('does not believe a card that only claims an address another card sends from', () => {
    const assets = assetsOf({
      senders: [sender(plc, '10.0.0.7', { ttl: 64 }), sender(other, '10.0.0.9', { ttl: 64 })],
      bindings: [binding(plc, '10.0.0.7'), binding(other, '10.0.0.7'), binding(other, '10.0.0.9')],
    })
    assert.deepEqual(byId(assets, other).ipv4, ['10.0.0.9'])
  })

  it('keeps the address routers share apart from the routers', () => {
    const shared = '00:00:5e:00:01:0a'
    const assets = assetsOf({
      senders: [sender(router, '10.0.0.2', { ttl: 255 }), sender(shared, '10.0.0.1', { ttl: 64 })],
      bindings: [binding(shared, '10.0.0.1'), binding(router, '10.0.0.2')],
    })
    assert.equal(byId(assets, shared).role_reason, 'virtual_mac')
    assert.deepEqual(byId(assets, router).ipv4, ['10.0.0.2'])
  })

  it('sees one device in a frame that EtherCAT slaves send back', () => {
    const [asset, ...rest] = assetsOf({
      senders: [sender('00:01:05:00:00:01', undefined), sender('02:01:05:00:00:01', undefined)],
    })
    assert.equal(rest.length, 0)
    assert.deepEqual(asset?.macs, ['00:01:05:00:00:01', '02:01:05:00:00:01'])
  })

  it('joins the ports of a switch to its chassis', () => {
    const [asset, ...rest] = assetsOf({
      senders: [sender('00:1b:1b:00:00:11', undefined), sender('00:1b:1b:00:00:12', undefined)],
      facts: [
        fact({ mac: '00:1b:1b:00:00:11' }, 'lldp.chassis_mac', '00:1b:1b:00:00:10'),
        fact({ mac: '00:1b:1b:00:00:12' }, 'lldp.chassis_mac', '00:1b:1b:00:00:10'),
      ],
    })
    assert.equal(rest.length, 0)
    assert.equal(asset?.id, '00:1b:1b:00:00:10')
  })

  it('makes no asset of groups, broadcasts and placeholders', () => {
    const assets = assetsOf({
      senders: [
        sender('01:00:5e:00:00:01', undefined),
        sender('00:00:00:00:00:00', undefined),
        sender(plc, '0.0.0.0'),
        sender(other, '224.0.0.1'),
      ],
      conversations: [
        conversation({ mac: plc }, { mac: 'ff:ff:ff:ff:ff:ff', ip: '10.0.0.255' }),
        conversation({ mac: plc }, { mac: '01:00:5e:00:00:fb', ip: '224.0.0.251' }),
      ],
    })
    assert.deepEqual(
      assets.map(({ id }) => id),
      [plc, other],
    )
    assert.ok(assets.every(({ ipv4 }) => ipv4.length === 0))
  })

  it('keeps silent devices apart, and what a sweep guessed at out', () => {
    const targets = Array.from({ length: 100 }, (_, n) => `10.0.9.${n + 1}`)
    const unanswered = { packetsToClient: 0, unanswered: 1 }
    const found = inventory(
      observed({
        senders: [sender(plc, '10.0.0.1', { ttl: 64 }), sender(other, '10.0.0.2', { ttl: 64 })],
        conversations: [
          conversation({ mac: plc, ip: '10.0.0.1' }, { ip: '10.0.0.50' }, unanswered),
          ...targets.map((ip) => conversation({ mac: other, ip: '10.0.0.2' }, { ip }, unanswered)),
        ],
        facts: ['Switch3', 'turck-7'].map((name) =>
          fact({ mac: plc }, 'pn_dcp.asked_for', name, { protocol: 'pn_dcp' }),
        ),
      }),
      { vendorOf },
    )
    const silent = found.assets.filter((asset) => asset.silent)
    assert.deepEqual(
      silent.map(({ id }) => id),
      ['10.0.0.50', 'station:switch3', 'station:turck-7'],
    )
    assert.deepEqual(silent[1]?.hostnames, ['Switch3'])
    assert.ok(found.coverage.advice.some(({ code }) => code === 'swept_addresses'))
  })

  it('keeps EtherCAT masters that send from no card, with their slaves', () => {
    for (const [mac, back] of [
      ['00:00:00:00:00:00', '02:00:00:00:00:00'],
      ['01:01:01:01:01:01', '03:01:01:01:01:01'],
    ] as const) {
      const ends = [{ mac }, { mac: '01:01:05:01:00:00' }] as const
      const telegrams = { transport: 'ethernet', service: 0x88a4 } as const
      const assets = assetsOf({
        senders: [sender(mac, undefined), sender(back, undefined)],
        conversations: [
          conversation(...ends, telegrams),
          conversation({ mac: back }, ends[1], telegrams),
        ],
        facts: [
          fact({ mac: back, child: { kind: 'ethercat-slave', key: '1001' } }, 'model', 'EL1004'),
        ],
      })
      assert.deepEqual(
        assets.map(({ id, role }) => [id, role]),
        [
          [mac, 'plc'],
          [`${mac}/ethercat-slave:1001`, 'remote_io'],
        ],
      )
    }
  })

  it('lets the only AMS address of a device speak for it', () => {
    const child = { kind: 'ams-netid', key: '5.1.2.3.1.1' } as const
    const [asset] = assetsOf({
      senders: [sender(plc, undefined)],
      facts: [fact({ mac: plc, child }, 'firmware', '3.1.4024')],
    })
    assert.equal(asset?.firmware, '3.1.4024')
  })

  it('takes the one name a device asks for when it starts for its own', () => {
    const [asset, ...rest] = assetsOf({
      senders: [sender(plc, undefined)],
      facts: [fact({ mac: plc }, 'pn_dcp.asked_for', 'switch3', { protocol: 'pn_dcp' })],
    })
    assert.equal(rest.length, 0)
    assert.deepEqual(asset?.hostnames, ['switch3'])
  })

  it('puts children under their parent', () => {
    const assets = assetsOf({
      senders: [sender(plc, undefined)],
      facts: [1, 2].map((n) =>
        fact({ mac: plc, child: { kind: 'ethercat-slave', key: `100${n}` } }, 'model', 'EK1100'),
      ),
    })
    assert.deepEqual(
      assets.map(({ id, parent, role }) => [id, parent, role]),
      [
        [plc, null, null],
        [`${plc}/ethercat-slave:1001`, plc, 'remote_io'],
        [`${plc}/ethercat-slave:1002`, plc, 'remote_io'],
      ],
    )
  })

  it('takes set ranges for the site and no other private address', () => {
    const parts = { senders: [sender(router, '172.16.4.4', { ttl: 61 })] }
    assert.equal(byId(assetsOf(parts, ['10.0.0.0/8']), '172.16.4.4').external, true)
    assert.equal(byId(assetsOf(parts), '172.16.4.4').external, false)
  })
})

describe('inventory: facts', () => {
  it('lets a device speak for itself before its card does', () => {
    const [asset] = assetsOf({
      senders: [sender(plc, undefined)],
      facts: [fact({ mac: plc }, 'vendor', 'Phoenix Contact', { protocol: 'pn_dcp' })],
    })
    assert.equal(asset?.vendor, 'Phoenix Contact')
  })

  it('keeps both of two statements that exclude each other and shows it', () => {
    const [asset] = assetsOf({
      senders: [sender(plc, undefined)],
      facts: [
        fact({ mac: plc }, 'firmware', 'V3.2.6', { protocol: 's7comm' }),
        fact({ mac: plc }, 'firmware', 'V3.2', { protocol: 'lldp' }),
        fact({ mac: plc }, 'firmware', 'V2.9', { protocol: 'snmp' }),
      ],
    })
    assert.equal(asset?.firmware, 'V3.2.6')
    const expected = ['V3.2.6', 'V2.9']
    assert.equal(asset?.conflicts.length, 1)
    assert.ok(expected.every((value) => asset?.conflicts[0]?.values.includes(value)))
    assert.equal(asset?.facts.filter(({ name }) => name === 'firmware').length, 3)
  })

  it('takes one serial number written in two ways for one', () => {
    const numbers = (values: readonly string[]) =>
      assetsOf({
        senders: [sender(plc, undefined)],
        facts: values.map((value) => fact({ mac: plc }, 'serial', value)),
      })[0]?.conflicts
    assert.deepEqual(numbers(['0x00C0FFEE', 'c0ffee']), [])
    assert.equal(numbers(['0x00C0FFEE', 'c0ffef'])?.length, 1)
  })

  it('takes the number of a register for no name', () => {
    const found = inventory(
      observed({
        senders: [sender(other, undefined)],
        facts: [fact({ mac: other }, 'vendor', 'vendor id 42', { protocol: 'bacnet' })],
      }),
      { vendorOf },
    )
    assert.equal(found.assets[0]?.vendor, 'Siemens AG')
    assert.equal(found.coverage.with_vendor, 0)
  })

  it('leaves unknown what nobody states', () => {
    const [asset] = assetsOf({ senders: [sender('00:aa:aa:00:00:09', undefined)] })
    for (const field of [
      'vendor',
      'model',
      'firmware',
      'serial',
      'role',
      'purdue_level',
    ] as const) {
      assert.equal(asset?.[field], null, field)
    }
  })

  it('counts a name once, with and without .local', () => {
    const [asset] = assetsOf({
      senders: [sender(plc, undefined)],
      facts: ['Pack-PC.local', 'PACK-PC', 'pack-pc.'].map((name) =>
        fact({ mac: plc }, 'hostname', name),
      ),
    })
    assert.equal(asset?.hostnames.length, 1)
  })
})

describe('inventory: laws', () => {
  const macs = [plc, other, router, '02:00:00:00:00:01', '01:00:5e:00:00:01', '00:00:00:00:00:00']
  const ips = ['10.0.0.1', '10.0.0.2', '141.81.0.9', '0.0.0.0', '224.0.0.9', 'fe80::9', '2a00::1']
  const oneSender = fc.record({
    mac: fc.option(fc.constantFrom(...macs), { nil: undefined }),
    ip: fc.option(fc.constantFrom(...ips), { nil: undefined }),
    ttl: fc.constantFrom(64, 128, 255, 63, 54, 30, 1),
    capture: fc.constantFrom(0, 1),
  })
  const someSenders = fc.array(oneSender, { maxLength: 12 })
  const pairs = fc.tuple(fc.constantFrom(plc, other, router), fc.constantFrom(...ips))
  const someBindings = fc.array(pairs, { maxLength: 6 })
  const someFacts = fc.array(
    fc.tuple(pairs, fc.constantFrom('model', 'hostname', 'x.y'), fc.constantFrom('A', 'B')),
    { maxLength: 8 },
  )
  type Senders = { mac?: string; ip?: string; ttl: number; capture: number }[]
  const build = (
    senders: Senders,
    bindings: readonly [string, string][],
    facts: readonly [[string, string], string, string][],
  ): Partial<Observations> => ({
    senders: senders.map(({ mac, ip, ttl, capture }, n) =>
      sender(mac, ip, { ttl, seen: { capture, frame: n + 1 } }),
    ),
    bindings: bindings.map(([mac, ip]) => binding(mac, ip)),
    facts: facts.map(([[mac, ip], name, value]) => fact({ mac, ip }, name as 'model', value)),
  })
  const isMac = (mac?: string) => isDeviceMac(mac)

  it('puts every unicast sender in exactly one asset', () => {
    fc.assert(
      fc.property(someSenders, someBindings, someFacts, (senders, bindings, facts) => {
        const found = inventory(observed(build(senders as Senders, bindings, facts)), { vendorOf })
        const all = found.assets.flatMap(({ macs: list }) => list)
        assert.equal(new Set(all).size, all.length)
        assert.equal(new Set(found.assets.map(({ id }) => id)).size, found.assets.length)
        for (const { mac, ip } of senders) {
          if (isMac(mac)) assert.ok(all.includes(mac as string), mac)
          if (!isHostAddress(ip) && !isMac(mac)) continue
          const id = found.assetAt({ ...(mac && { mac }), ...(ip && { ip }) })
          const holders = found.assets.filter((asset) => asset.id === id && !asset.silent)
          assert.equal(holders.length, 1, `${mac} ${ip}`)
          if (isHostAddress(ip)) {
            const list = [...(holders[0]?.ipv4 ?? []), ...(holders[0]?.ipv6 ?? [])]
            assert.ok(list.includes(ip), `${ip} of ${mac}`)
          }
        }
      }),
    )
  })

  it('gives the same assets in whatever order the captures came', () => {
    fc.assert(
      fc.property(someSenders, someBindings, someFacts, (senders, bindings, facts) => {
        const parts = build(senders as Senders, bindings, facts)
        const turned = Object.fromEntries(
          Object.entries(parts).map(([name, list]) => [name, [...(list as unknown[])].reverse()]),
        )
        assert.deepEqual(assetsOf(turned), assetsOf(parts))
      }),
    )
  })

  it('never loses a fact when a capture is added', () => {
    fc.assert(
      fc.property(someSenders, someSenders, someFacts, someFacts, (a, b, facts, more) => {
        const key = (asset: Asset) =>
          asset.facts
            .filter(({ protocol }) => protocol !== 'oui')
            .map(({ name, value }) => `${name} ${value}`)
        const before = assetsOf(build(a as Senders, [], facts)).flatMap(key)
        const after = new Set(
          assetsOf(build([...a, ...b] as Senders, [], [...facts, ...more])).flatMap(key),
        )
        for (const one of before) assert.ok(after.has(one), one)
      }),
    )
  })
})
