// SPDX-License-Identifier: EUPL-1.2
// Both families of addresses in every language of firewalls.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addressOf, familyOf, isLinkLocal, spanOf } from './addresses.ts'
import {
  type ConfigElement,
  permittedConversations,
  permittedServices,
  type RuleSet,
  readFirewall,
  readPfSense,
  serviceTexts,
} from './index.ts'
import { allBut, without } from './spans.ts'

const office = '2001:db8:1::5'
const plc = '2001:db8:2::1'
const other = '2001:db8:2::9'
interface RuleGiven {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly port: number
  readonly verdict: string
}

const all = ['tcp/*', 'udp/*', 'icmp', 'other']

const open = (set: RuleSet | undefined, from: string, to: string) => {
  assert.ok(set !== undefined)
  return serviceTexts(permittedServices(set, addressOf(from) ?? 0n, addressOf(to) ?? 0n))
}

describe('addresses of both families', () => {
  it('stand on one line: IPv4 where it is mapped', () => {
    assert.equal(addressOf('10.0.0.1'), addressOf('::ffff:10.0.0.1'))
    assert.equal(familyOf(addressOf('0.0.0.0') ?? 0n), 4)
    assert.equal(familyOf(addressOf('255.255.255.255') ?? 0n), 4)
    assert.equal(familyOf(addressOf('::') ?? 0n), 6)
    assert.equal(familyOf(addressOf('ffff::') ?? 0n), 6)
    assert.ok(isLinkLocal(addressOf('fe80::1') ?? 0n))
    assert.ok(isLinkLocal(addressOf('febf:ffff::1') ?? 0n))
    for (const text of ['fec0::1', 'fd00::1', '10.0.0.1', '169.254.0.1']) {
      assert.ok(!isLinkLocal(addressOf(text) ?? 0n), text)
    }
  })

  it('make spans from lengths, masks and ends, and none from what is neither', () => {
    const size = (text: string) => {
      const span = spanOf(text)
      return span === undefined ? undefined : span[1] - span[0] + 1n
    }
    assert.equal(size('10.0.0.0/8'), 1n << 24n)
    assert.equal(size('10.9.9.9/255.255.255.0'), 256n)
    assert.equal(size('0.0.0.0/0'), 1n << 32n)
    assert.equal(size('2001:db8::/32'), 1n << 96n)
    assert.equal(size('2001:db8::1-2001:db8::9'), 9n)
    assert.equal(size('2001:db8::1'), 1n)
    const odd = [
      '10.0.0.0/33',
      '2001:db8::/129',
      '10.0.0.9-10.0.0.1',
      '10.0.0.1-::9',
      '10.0.0.0/255.0.255.0',
    ]
    for (const text of [...odd, '', 'x', '1/2/3', '::1/255.0.0.0', '10.0.0.0/::1']) {
      assert.equal(spanOf(text), undefined, text)
    }
  })

  it('are all but some within the families that are named, for any lists', () => {
    const v4 = fc.tuple(fc.ipV4(), fc.nat(32)).map(([text, bits]) => `${text}/${bits}`)
    const v6 = fc
      .tuple(fc.ipV6(), fc.integer({ min: 1, max: 128 }))
      .map(([text, bits]) => `${text}/${bits}`)
    const address = fc.oneof(fc.ipV4(), fc.ipV6())
    fc.assert(
      fc.property(fc.array(fc.oneof(v4, v6), { maxLength: 6 }), address, (texts, one) => {
        const spans = texts.flatMap((text) => {
          const span = spanOf(text)
          return span === undefined ? [] : [span]
        })
        const value = addressOf(one)
        if (value === undefined) return
        const has = (list: typeof spans | ReturnType<typeof without>) =>
          list.some(([from, to]) => from <= value && value <= to)
        const isNamed = spans.some(([from]) => familyOf(from) === familyOf(value))
        assert.equal(has(without(spans)), !has(spans))
        assert.equal(has(allBut(spans)), isNamed && !has(spans))
      }),
    )
  })
})

describe('rules of IPv6', () => {
  it('of nftables: tables of a family, both, and conditions that name one', () => {
    const set = readFirewall(`table ip6 filter {
  set plcs { type ipv6_addr; flags interval; elements = { 2001:db8:2::/125 }; }
  chain forward {
    type filter hook forward priority 0; policy drop;
    ip6 saddr 2001:db8:1::/64 ip6 daddr @plcs tcp dport 102 accept
    icmpv6 type { echo-request, nd-neighbor-solicit } accept
    ip6 nexthdr udp ip6 daddr != 2001:db8:2::1 accept
  }
}
`)
    assert.deepEqual(set?.families, [6])
    assert.deepEqual(open(set, office, plc), ['tcp/102', 'icmp'])
    assert.deepEqual(open(set, office, other), ['udp/*', 'icmp'])
    // Nothing was said about the other family, so nothing is judged.
    assert.deepEqual(open(set, '10.1.0.5', '10.2.0.1'), all)
    const both = readFirewall(`table inet filter {
  chain forward {
    type filter hook forward priority 0; policy drop;
    meta nfproto ipv6 tcp dport 22 accept
    tcp dport 23 accept
    ip protocol icmp accept
  }
}
`)
    assert.deepEqual(both?.families, [4, 6])
    assert.deepEqual(open(both, office, plc), ['tcp/22-23'])
    assert.deepEqual(open(both, '10.1.0.5', '10.2.0.1'), ['tcp/23', 'icmp'])
    assert.deepEqual(both?.remarks, [])
  })

  it('of ip6tables behind those of iptables, told by the comment or by an address', () => {
    const four =
      '*filter\n:FORWARD DROP [0:0]\n-A FORWARD -p tcp --dport 80 -j WEB\n-A WEB -j ACCEPT\nCOMMIT\n'
    const six = (head: string, source: string) =>
      `${head}*filter\n:FORWARD DROP [0:0]\n:WEB - [0:0]\n-A FORWARD ${source}-p tcp -j WEB\n-A FORWARD -p ipv6-icmp -j ACCEPT\n-A WEB -p tcp --dport 443 -j ACCEPT\nCOMMIT\n`
    for (const text of [
      four + six('# Generated by ip6tables-save v1.8.9\n', ''),
      four + six('', '-s 2001:db8:1::/64 '),
    ]) {
      const set = readFirewall(text)
      assert.deepEqual(set?.families, [4, 6])
      assert.deepEqual(open(set, office, plc), ['tcp/443', 'icmp'])
      assert.deepEqual(open(set, '10.1.0.5', '10.2.0.1'), ['tcp/80'])
    }
    assert.deepEqual(readFirewall(four)?.families, [4])
  })

  it('of Cisco: lists of both on an ASA, lists of one on IOS, under one name', () => {
    const asa = readFirewall(`ASA Version 9.16(1)
interface GigabitEthernet0/0
 nameif office
 security-level 50
 ip address 10.1.0.254 255.255.255.0
 ipv6 address 2001:db8:1::1/64
!
interface GigabitEthernet0/1
 nameif plant
 security-level 90
 ipv6 address 2001:db8:2::ff/64
!
object network PLC6
 host 2001:db8:2::1
object network CELL6
 subnet 2001:db8:2::/64
access-list OFFICE extended deny tcp any6 object PLC6 eq 23
access-list OFFICE extended permit tcp 2001:db8:1::/64 object CELL6 range 22 23
access-list OFFICE extended permit udp any4 any4 eq 53
access-list OFFICE extended permit tcp host 2001:db8:1::5 any eq 443
access-group OFFICE in interface office
`)
    assert.deepEqual(asa?.families, [4, 6])
    assert.deepEqual(open(asa, office, plc), ['tcp/22', 'tcp/443'])
    assert.deepEqual(open(asa, '2001:db8:1::6', other), ['tcp/22-23'])
    assert.deepEqual(open(asa, '10.1.0.5', '10.2.0.1'), ['udp/53'])
    assert.deepEqual(asa?.remarks, [])
    const ios = readFirewall(`interface Vlan10
 ip address 10.1.0.254 255.255.255.0
 ipv6 address 2001:db8:1::1/64
 ip access-group EDGE in
 ipv6 traffic-filter EDGE in
!
ip access-list extended EDGE
 permit tcp any any eq 80
!
ipv6 access-list EDGE
 sequence 10 permit tcp 2001:DB8:1::/64 host 2001:db8:2::1 eq 102
 deny ipv6 any any
`)
    assert.deepEqual(ios?.families, [4, 6])
    assert.deepEqual(open(ios, office, plc), ['tcp/102'])
    assert.deepEqual(open(ios, office, other), [])
    assert.deepEqual(open(ios, '10.1.0.5', '10.2.0.1'), ['tcp/80'])
  })

  it('of a FortiGate: in one policy, in policies of their own, behind interfaces', () => {
    const head = `config system interface
    edit "office"
        set ip 10.1.0.1 255.255.255.0
        config ipv6
            set ip6-address 2001:db8:1::1/64
            config ip6-prefix-list
                edit 2001:db8:1::/64
                next
            end
        end
        set alias "kantoor"
    next
    edit "plant"
        set ip 10.2.0.1 255.255.255.0
        config ipv6
            set ip6-address 2001:db8:2::ff/64
        end
    next
end
config firewall address6
    edit "plc6"
        set ip6 2001:db8:2::1/128
    next
end
config firewall service custom
    edit "S7"
        set tcp-portrange 102
    next
end
`
    const ends =
      'set srcintf "office"\n set dstintf "plant"\n set action accept\n set schedule "always"\n set service "S7"'
    const together = readFirewall(
      `${head}config firewall policy\n edit 1\n ${ends}\n set srcaddr6 "all"\n set dstaddr6 "plc6"\n next\nend\n`,
    )
    const apart = readFirewall(
      `${head}config firewall policy6\n edit 1\n ${ends}\n set srcaddr "all"\n set dstaddr "plc6"\n next\nend\n`,
    )
    for (const set of [together, apart]) {
      assert.deepEqual(set?.families, [4, 6])
      assert.deepEqual(open(set, office, plc), ['tcp/102'])
      assert.deepEqual(open(set, office, other), [])
      assert.deepEqual(open(set, '2001:db8:9::1', plc), [])
      assert.deepEqual(open(set, '10.1.0.5', '10.2.0.1'), [])
      assert.deepEqual(set?.remarks, [])
    }
  })

  it('of pfSense: rules of a family or both, networks of interfaces, the way out', () => {
    const el = (name: string, ...inside: readonly (string | ConfigElement)[]): ConfigElement => ({
      name,
      text: inside.filter((one) => typeof one === 'string').join(''),
      children: inside.filter((one) => typeof one !== 'string'),
    })
    const parts = (given: Readonly<Record<string, string>>) =>
      Object.entries(given).map(([name, text]) => el(name, text))
    const rule = (family: string, port: string, address: string) =>
      el(
        'rule',
        ...parts({ type: 'pass', interface: 'lan', ipprotocol: family, protocol: 'tcp' }),
        el('source', ...parts({ network: 'lan' })),
        el('destination', ...parts(address === '' ? { port } : { address, port })),
      )
    const set = readPfSense(
      el(
        'pfsense',
        el(
          'interfaces',
          el('wan', el('enable'), ...parts({ ipaddr: 'dhcp', ipaddrv6: 'dhcp6' })),
          el(
            'lan',
            el('enable'),
            ...parts({ ipaddr: '10.1.0.1', subnet: '24' }),
            ...parts({ ipaddrv6: '2001:db8:1::1', subnetv6: '64' }),
          ),
          el(
            'opt1',
            el('enable'),
            ...parts({ ipaddr: '10.2.0.1', subnet: '24' }),
            ...parts({ ipaddrv6: '2001:db8:2::ff', subnetv6: '64' }),
          ),
          el(
            'opt2',
            el('enable'),
            ...parts({ ipaddr: '10.3.0.1', subnet: '24', ipaddrv6: 'track6' }),
          ),
        ),
        el('filter', rule('inet6', '102', plc), rule('inet46', '443', ''), rule('inet', '80', '')),
      ),
    )
    assert.deepEqual(open(set, office, plc), ['tcp/102', 'tcp/443'])
    assert.deepEqual(open(set, '10.1.0.9', '10.2.0.4'), ['tcp/80', 'tcp/443'])
    assert.deepEqual(open(set, '2001:db8:99::1', plc), [])
    assert.deepEqual(
      set?.remarks.map(({ code, text }) => `${code} ${text}`),
      ['line_not_read interface opt2'],
    )
  })

  it('permit between many what they permit pair by pair', () => {
    const address = fc.oneof(
      fc.nat(5).map((value) => `10.0.0.${value}`),
      fc.nat(3).map((value) => `2001:db8::${value}`),
    )
    const side = fc.option(
      fc.tuple(address, fc.constantFrom('', '/30', '/126')).map(([text, bits]) => {
        const isFit = bits === '' || text.includes(':') === (bits === '/126')
        return isFit ? text + bits : text
      }),
      { nil: undefined },
    )
    const rule = fc.record({
      ...{ from: side, to: side, port: fc.nat(4) },
      verdict: fc.constantFrom('accept', 'drop', 'jump more'),
    })
    const asset = fc.record({
      zone: fc.constantFrom('a', 'b'),
      addresses: fc.array(address, { maxLength: 2 }),
    })
    const line = ({ from, to, port, verdict }: RuleGiven) => {
      const family = (text: string) => (text.includes(':') ? 'ip6' : 'ip')
      const source = from === undefined ? '' : `${family(from)} saddr ${from} `
      const target = to === undefined ? '' : `${family(to)} daddr ${to} `
      return `    ${source}${target}tcp dport ${port} ${verdict}`
    }
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 8 }),
        fc.array(rule, { maxLength: 4 }),
        fc.array(asset, { maxLength: 6 }),
        (rules, more, list) => {
          const inner = more.filter(({ verdict }) => !verdict.startsWith('jump'))
          const text = [
            'table inet filter {',
            '  chain forward {',
            '    type filter hook forward priority 0; policy drop;',
            ...rules.map(line),
            '  }',
            '  chain more {',
            ...inner.map(line),
            '  }',
            '}',
          ].join('\n')
          const set = readFirewall(text)
          assert.ok(set !== undefined)
          const assets = list.map((one, at) => ({ id: String(at), ...one }))
          const found = permittedConversations(set, assets).conversations
          const said = new Set(found.map(({ from, to, service }) => `${from} ${to} ${service}`))
          const meant = new Set(
            assets.flatMap((from) =>
              assets
                .filter(({ zone }) => zone !== from.zone)
                .flatMap((to) =>
                  from.addresses.flatMap((one) =>
                    to.addresses
                      .filter((other) => other.includes(':') === one.includes(':'))
                      .flatMap((other) => open(set, one, other))
                      .map((service) => `${from.id} ${to.id} ${service}`),
                  ),
                ),
            ),
          )
          assert.deepEqual(said, meant)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are judged between addresses of one family that a router forwards', () => {
    const set = readFirewall('*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n')
    assert.ok(set !== undefined)
    const assets = [
      { id: 'pc', zone: 'office', addresses: ['fe80::1', '10.1.0.5'] },
      { id: 'plc', zone: 'plant', addresses: ['10.2.0.1'] },
      { id: 'six', zone: 'plant', addresses: ['2001:db8:2::1'] },
      { id: 'near', zone: 'plant', addresses: ['fe80::2'] },
    ]
    const found = permittedConversations(set, assets)
    assert.deepEqual(found.withoutAddress, ['six', 'near'])
    assert.deepEqual(
      new Set(found.conversations.map(({ from, to }) => `${from} ${to}`)),
      new Set(['pc plc', 'plc pc']),
    )
    const both = { ...set, families: [4, 6] as const }
    assert.deepEqual(permittedConversations(both, assets).withoutAddress, ['near'])
    const pairs = permittedConversations(both, assets).conversations
    assert.ok(!pairs.some(({ from, to }) => from === 'six' || to === 'six'))
  })
})
