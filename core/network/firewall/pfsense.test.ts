// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addressOf,
  type ConfigElement,
  permittedServices,
  readFirewall,
  readPfSense,
  serviceTexts,
} from './index.ts'

/** An element: its text, or what stands in it. */
function el(name: string, ...inside: readonly (string | ConfigElement)[]): ConfigElement {
  const text = inside.filter((one) => typeof one === 'string').join('')
  return { name, text, children: inside.filter((one) => typeof one !== 'string') }
}

const all = (parts: Readonly<Record<string, string>>) =>
  Object.entries(parts).map(([name, text]) => el(name, text))

const interfaces = el(
  'interfaces',
  el('wan', el('enable'), el('ipaddr', 'dhcp')),
  el('lan', el('enable'), ...all({ ipaddr: '10.1.0.1', subnet: '24' })),
  el('opt1', el('enable'), ...all({ ipaddr: '10.2.0.1', subnet: '24' })),
  // Switched off: nothing passes it.
  el('opt2', ...all({ ipaddr: '10.3.0.1', subnet: '24' })),
)

interface Given {
  readonly [name: string]: string
}

function rule(more: Given, source: Given = {}, destination: Given = {}): ConfigElement {
  return el(
    'rule',
    ...all({ type: 'pass', interface: 'lan', ipprotocol: 'inet', ...more }),
    el('source', ...all(source)),
    el('destination', ...all(destination)),
  )
}

function read(rules: readonly ConfigElement[], ...more: readonly ConfigElement[]) {
  const set = readPfSense(el('pfsense', interfaces, el('filter', ...rules), ...more))
  assert.ok(set !== undefined)
  return {
    remarks: set.remarks.map(({ line, code, text }) => `${line} ${code} ${text}`),
    open: (from: string, to: string) =>
      serviceTexts(permittedServices(set, addressOf(from) ?? 0n, addressOf(to) ?? 0n)),
  }
}

describe('pfSense and OPNsense', () => {
  it('takes the first rule of the interface a packet comes in by, and blocks what none passes', () => {
    const { open } = read([
      rule({ protocol: 'tcp', type: 'block' }, {}, { network: 'opt1', port: '22' }),
      rule({ protocol: 'tcp' }, { network: 'lan' }, { address: '10.2.0.0/24', port: '20-30' }),
      rule({ protocol: 'udp', disabled: '' }),
    ])
    assert.deepEqual(open('10.1.0.9', '10.2.0.4'), ['tcp/20-21', 'tcp/23-30'])
    assert.deepEqual(open('10.2.0.4', '10.1.0.9'), [])
    assert.deepEqual(open('198.51.100.7', '10.2.0.4'), [])
  })

  it('lets floating rules go first, and those that are not quick only where nothing else decides', () => {
    const floating = { floating: 'yes', interface: '', direction: 'any' }
    const { open } = read([
      rule({ protocol: 'tcp' }, {}, { port: '80-90' }),
      rule({ ...floating, quick: 'yes', protocol: 'tcp', type: 'block' }, {}, { port: '85' }),
      rule({ ...floating, protocol: 'tcp', type: 'pass' }, {}, { port: '90-95' }),
      rule({ ...floating, protocol: 'tcp', type: 'block' }, {}, { port: '90-93' }),
    ])
    // Both ways: out by the other interface too, where the last that is not quick blocks 90 to 93.
    assert.deepEqual(open('10.1.0.9', '10.2.0.4'), ['tcp/80-84', 'tcp/86-89', 'tcp/94-95'])
    assert.deepEqual(open('10.2.0.4', '10.1.0.9'), ['tcp/94-95'])
  })

  it('follows names, of names, turned round, and of interfaces; routes; the way out', () => {
    const aliases = el(
      'aliases',
      el('alias', ...all({ name: 'plcs', type: 'host', address: '10.2.0.4 10.2.0.5 more' })),
      el('alias', ...all({ name: 'more', type: 'network', address: '10.2.0.16/28' })),
      el('alias', ...all({ name: 'web', type: 'port', address: '80 443' })),
    )
    const routes = [
      el('gateways', el('gateway_item', ...all({ interface: 'opt1', name: 'CELL' }))),
      el('staticroutes', el('route', ...all({ network: '10.9.0.0/16', gateway: 'CELL' }))),
    ]
    const { open, remarks } = read(
      [
        rule({ protocol: 'tcp/udp' }, {}, { address: 'plcs', port: 'web' }),
        rule({ interface: 'opt1', protocol: 'icmp' }, {}, { address: 'plcs', not: '' }),
        rule({ interface: 'wan', protocol: 'tcp' }, {}, { network: 'lanip', port: '8443' }),
      ],
      aliases,
      ...routes,
    )
    assert.deepEqual(remarks, [])
    const web = ['tcp/80', 'tcp/443', 'udp/80', 'udp/443']
    for (const plc of ['10.2.0.4', '10.2.0.30']) assert.deepEqual(open('10.1.0.9', plc), web)
    assert.deepEqual(open('10.1.0.9', '10.2.0.6'), [])
    assert.deepEqual(open('10.9.4.4', '10.1.0.9'), ['icmp'])
    assert.deepEqual(open('10.9.4.4', '10.2.0.4'), [])
    assert.deepEqual(open('198.51.100.7', '10.1.0.1'), ['tcp/8443'])
  })

  it('reads the newer rules of OPNsense beside the older', () => {
    const newer = el(
      'rule',
      ...all({ enabled: '1', action: 'pass', interface: 'opt1', protocol: 'TCP' }),
      ...all({ source_net: 'any', destination_net: 'box', destination_port: '443' }),
    )
    const alias = el(
      'alias',
      ...all({ enabled: '1', name: 'box', type: 'host', content: '10.1.0.7' }),
    )
    const firewall = el(
      'Firewall',
      el('Filter', el('rules', newer)),
      el('Alias', el('aliases', alias)),
    )
    const set = readPfSense(el('opnsense', interfaces, el('OPNsense', firewall)))
    assert.ok(set !== undefined)
    const [from = 0n, to = 0n] = ['10.2.0.4', '10.1.0.7'].map(addressOf)
    assert.deepEqual(serviceTexts(permittedServices(set, from, to)), ['tcp/443'])
    assert.equal(set.dialect, 'opnsense')
  })

  it('takes what it cannot read for open, closes nothing by it, and names it', () => {
    const { open, remarks } = read([
      rule({ type: 'block', sched: 'night' }),
      rule({ type: 'block', protocol: 'tcp' }, {}, { address: 'somebody' }),
      rule({ protocol: 'tcp' }, { address: 'cloud.example' }, { port: '443' }),
    ])
    assert.deepEqual(open('10.1.0.9', '10.2.0.4'), ['tcp/443'])
    assert.deepEqual(
      remarks.map((text) => text.trim()),
      ['1 condition_not_read sched', '2 unknown_name somebody', '3 unknown_name cloud.example'],
    )
  })

  it('is not for other documents, and falls over none', () => {
    assert.equal(readPfSense(el('nmaprun')), undefined)
    const names = ['filter', 'rule', 'interfaces', 'lan', 'enable', 'source', 'address', 'alias']
    const text = fc.constantFrom('', 'lan', 'any', '10.0.0.1/33', '9-1', '(self)', 'x')
    const name = fc.constantFrom(...names, 'aliases', 'name', 'type', 'ipaddr', 'subnet', 'port')
    const over = (children: fc.Arbitrary<ConfigElement[]>) =>
      fc.array(fc.record({ name, text, children }), { maxLength: 4 })
    const nodes = over(over(over(over(fc.constant([])))))
    fc.assert(
      fc.property(nodes, (children) => {
        const set = readPfSense({ name: 'pfsense', text: '', children })
        assert.ok(set !== undefined)
        serviceTexts(permittedServices(set, 1n, 2n))
      }),
    )
  })

  it('follows an alias that names itself no further than anybody nests', () => {
    const circle = el('alias', ...all({ name: 'a', type: 'host', address: 'a a' }))
    const { remarks } = read([rule({}, { address: 'a' })], el('aliases', circle))
    assert.ok(remarks.includes('1 unknown_name a'))
  })
})

describe('verdict maps of nftables', () => {
  const chain = (...lines: readonly string[]) =>
    [
      'table inet filter {',
      '	map hosts { type ipv4_addr : verdict',
      '		elements = { 10.2.0.4 : accept,',
      '			     10.2.0.5 : jump night }',
      '	}',
      '	chain forward {',
      '		type filter hook forward priority filter; policy drop;',
      ...lines,
      '	}',
      '	chain night { tcp dport 22 accept; drop; }',
      '}',
    ].join('\n')
  const open = (text: string, from: string, to: string) => {
    const set = readFirewall(text)
    assert.ok(set !== undefined)
    return serviceTexts(permittedServices(set, addressOf(from) ?? 0n, addressOf(to) ?? 0n))
  }

  it('are a rule for each of their elements, in place or by name', () => {
    const text = chain(
      'ct state vmap { established : accept, related : accept, invalid : drop }',
      'tcp dport vmap { 102 : accept, 502-510 : drop }',
      'ip daddr vmap @hosts',
      'tcp dport 500-503 accept',
    )
    assert.deepEqual(open(text, '10.1.0.1', '10.2.0.9'), ['tcp/102', 'tcp/500-501'])
    assert.deepEqual(open(text, '10.1.0.1', '10.2.0.5'), ['tcp/22', 'tcp/102'])
    assert.equal(open(text, '10.1.0.1', '10.2.0.4').includes('icmp'), true)
  })

  it('over interfaces close nothing, since which it is was not followed', () => {
    const text = chain('iifname vmap { "lan" : jump night, "wan" : drop }', 'tcp dport 80 accept')
    assert.deepEqual(open(text, '10.1.0.1', '10.2.0.9'), ['tcp/22', 'tcp/80'])
    assert.equal(readFirewall(text)?.remarks.length, 2)
    const missing = chain('ip saddr vmap @nobody', 'tcp dport 80 accept')
    assert.deepEqual(open(missing, '10.1.0.1', '10.2.0.9'), ['tcp/80'])
  })
})
