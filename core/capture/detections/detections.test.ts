// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Detection } from '../asset.ts'
import { inventory } from '../inventory/index.ts'
import {
  binding,
  conversation,
  event,
  fact,
  observed,
  operation,
  seen,
  sender,
} from '../inventory/testing.ts'
import type { Observations } from '../observations.ts'
import { detections } from './index.ts'

const cards = [1, 2, 3, 4, 5].map((n) => `00:aa:aa:00:00:0${n}`)
const end = (n: number) => ({ mac: `00:aa:aa:00:00:0${n}`, ip: `10.0.0.${n}` })
const id = (n: number) => `00:aa:aa:00:00:0${n}`
const router = '00:aa:aa:00:00:01'
const hosts = cards.map((mac, index) => sender(mac, `10.0.0.${index + 1}`, { ttl: 64 }))
const s7 = { protocol: 's7comm', service: 102 } as const

function found(parts: Partial<Observations>): Detection[] {
  const observations = observed({ senders: hosts, ...parts })
  const scene = { observations, inventory: inventory(observations, { vendorOf: () => '' }) }
  return [...detections(scene).list]
}

function kinds(parts: Partial<Observations>): string[] {
  return found(parts).map(({ kind }) => kind)
}

describe('detections: commands', () => {
  it('names each kind of command with its technique', () => {
    const expected = [
      ['stop', 'plc_stop', 'T0858'],
      ['start', 'plc_start', 'T0858'],
      ['restart', 'plc_restart', 'T0816'],
      ['download', 'program_download', 'T0843'],
      ['upload', 'program_upload', 'T0845'],
      ['firmware', 'firmware_change', 'T1693.001'],
      ['write', 'process_write', 'T1692.001'],
      ['force', 'process_write', 'T0835'],
      ['configure', 'device_configuration', 'T0836'],
    ] as const
    for (const [effect, kind, technique] of expected) {
      const operations = [operation('x', effect, 3, 77)]
      const [one, ...rest] = found({
        conversations: [conversation(end(1), end(2), { ...s7, operations })],
      })
      assert.equal(rest.length, 0)
      assert.deepEqual([one?.kind, one?.technique?.id, one?.count], [kind, technique, 3])
      assert.deepEqual([one?.source, one?.target], [id(1), id(2)])
      assert.deepEqual(one?.frames, [{ capture: 'line.pcap', frame: 77 }])
    }
  })

  it('says nothing of reads, log-ins and answers', () => {
    const answer = { ...operation('stop', 'stop'), isFromServer: true }
    const operations = [operation('read', 'read'), operation('x', 'other'), answer]
    assert.deepEqual(
      kinds({ conversations: [conversation(end(1), end(2), { ...s7, operations })] }),
      [],
    )
  })

  it('makes one line of all that one supervisor writes to one controller', () => {
    const conversations = [2, 3].flatMap((n) =>
      [1, 2, 3].map((port) =>
        conversation(end(1), end(n), {
          vlan: port,
          operations: [
            operation('read_holding_registers', 'read', 5000),
            operation('write_single_register', 'write', 100, n * 10 + port),
          ],
        }),
      ),
    )
    const list = found({ conversations })
    assert.deepEqual(
      list.map(({ kind, target, count, detail }) => [kind, target, count, detail['reads']]),
      [
        ['process_write', id(2), 300, '15000'],
        ['process_write', id(3), 300, '15000'],
      ],
    )
    assert.equal(list[0]?.frames.length, 3)
    assert.equal(list[0]?.detail['operations'], 'write_single_register 300')
  })
})

describe('detections: addresses', () => {
  const both = [binding(cards[3] ?? '', '10.0.0.9'), binding(cards[4] ?? '', '10.0.0.9')]

  it('reports one address at two cards at the same time', () => {
    const senders = cards.slice(3).map((mac) => sender(mac, '10.0.0.9', { ttl: 64 }))
    const [one] = found({ senders, bindings: both })
    // The two cards are neighbours in number; take ones that are not.
    assert.equal(one, undefined)
    const far = ['00:bb:00:00:00:01', '00:cc:00:00:00:01']
    const [two] = found({
      senders: far.map((mac) => sender(mac, '10.0.0.9', { ttl: 64 })),
      bindings: far.map((mac) => binding(mac, '10.0.0.9')),
    })
    assert.equal(two?.kind, 'duplicate_ip')
    assert.equal(two?.detail['address'], '10.0.0.9')
  })

  it('reports a card that claims an address besides its own', () => {
    const liar = '00:cc:00:00:00:66'
    const victim = '00:bb:00:00:00:01'
    const [one] = found({
      senders: [sender(liar, '10.0.0.66', { ttl: 64 }), sender(victim, '10.0.0.1', { ttl: 64 })],
      bindings: [
        binding(liar, '10.0.0.66'),
        binding(liar, '10.0.0.1'),
        binding(victim, '10.0.0.1'),
      ],
    })
    assert.deepEqual([one?.kind, one?.source, one?.target], ['arp_spoofing', liar, victim])
    assert.equal(one?.technique?.id, 'T0830')
  })

  it('stays quiet about replaced devices, shared addresses, other cells and routers', () => {
    const a = '00:bb:00:00:00:01'
    const b = '00:cc:00:00:00:01'
    const late = { firstS: 1_750_001_000, lastS: 1_750_002_000 }
    const shared = '00:00:5e:00:01:01'
    const quiet: Partial<Observations>[] = [
      { bindings: [binding(a, '10.0.0.9'), binding(b, '10.0.0.9', late)] },
      { bindings: [binding(a, '10.0.0.1'), binding(shared, '10.0.0.1')] },
      { bindings: [binding(a, '10.0.0.9'), binding(b, '10.0.0.9', { seen: seen(1, 1) })] },
      {
        senders: [sender(a, '10.0.0.9', { vlan: 10 }), sender(b, '10.0.0.9', { vlan: 20 })],
        bindings: [binding(a, '10.0.0.9'), binding(b, '10.0.0.9')],
      },
      {
        senders: [sender(a, '10.0.0.1', { ttl: 64 }), sender(a, '10.8.0.1', { ttl: 63 })],
        bindings: [binding(a, '10.0.0.1'), binding(a, '10.0.0.77')],
      },
    ]
    for (const parts of quiet) assert.deepEqual(kinds(parts), [])
  })
})

describe('detections: internet and scans', () => {
  const far = { mac: router, ip: '93.184.216.34' }
  const poll = [2, 3, 4].map((n) => conversation(end(5), end(n), s7))
  const farSender = sender(router, '93.184.216.34', { ttl: 52 })

  it('reports factory devices on the internet, once a device', () => {
    const conversations = [
      ...poll,
      conversation(end(5), far, { service: 443, protocol: 'tls' }),
      conversation(end(5), { mac: router, ip: '93.184.216.35' }, { service: 80, protocol: 'http' }),
      conversation(far, end(2), { service: 102 }),
    ]
    const list = found({ senders: [...hosts, farSender], conversations }).filter(
      ({ kind }) => kind === 'internet_from_ot',
    )
    assert.deepEqual(
      list.map(({ source, target, technique, detail }) => [
        source,
        target,
        technique?.id,
        detail['destinations'],
      ]),
      [
        [null, id(2), 'T0883', '1'],
        [id(5), null, 'T0869', '2'],
      ],
    )
  })

  it('is quiet in a plant that uses public addresses inside', () => {
    const plant = (n: number) => ({ mac: `00:bb:bb:00:0${n}:00`, ip: `141.81.0.${n}` })
    const conversations = [2, 3, 4, 5].map((n) => conversation(plant(1), plant(n), s7))
    const senders = [1, 2, 3, 4, 5].map((n) => sender(plant(n).mac, plant(n).ip, { ttl: 64 }))
    assert.deepEqual(kinds({ senders, conversations }), [])
  })

  it('tells a sweep from a supervisor with many controllers', () => {
    const ips = Array.from({ length: 30 }, (_, n) => `10.0.1.${n + 1}`)
    const answered = ips.map((ip) => conversation(end(1), { ip }, s7))
    assert.deepEqual(kinds({ conversations: answered }), [])
    const refused = ips.map((ip) => conversation(end(1), { ip }, { ...s7, unanswered: 1 }))
    const [one, ...rest] = found({ conversations: refused })
    assert.equal(rest.length, 0)
    assert.deepEqual([one?.kind, one?.source, one?.count], ['scan', id(1), 30])
    assert.equal(one?.technique?.id, 'T0846.001')
    assert.ok((one?.frames.length ?? 99) <= 10)
  })

  it('reports many refused ports of one host', () => {
    const conversations = Array.from({ length: 40 }, (_, n) =>
      conversation(end(1), end(2), { service: n + 1, unanswered: 1, packetsToClient: 1 }),
    )
    const [one] = found({ conversations })
    assert.deepEqual([one?.kind, one?.target, one?.detail['ports']], ['scan', id(2), '40'])
  })
})

describe('detections: log-ins, remote access, certificates', () => {
  it('shows the user and never a password', () => {
    const detail = { user: 'operator', password: 'secret', pass: 'secret' }
    const [one] = found({
      events: [event('cleartext_login', 'ftp', { client: end(1), server: end(2), detail })],
    })
    assert.deepEqual([one?.kind, one?.detail], ['cleartext_login', { user: 'operator' }])
    assert.ok(!JSON.stringify(one).includes('secret'))
  })

  it('takes old TLS for used only when the server chose it', () => {
    const old = (how: string) =>
      event('old_version', 'tls', {
        client: end(1),
        server: end(2),
        detail: { version: 'TLS 1.0', how },
      })
    const chosen = fact(end(2), 'tls.version', 'TLS 1.2', { protocol: 'tls' })
    assert.deepEqual(kinds({ events: [old('agreed')] }), ['old_tls'])
    assert.deepEqual(kinds({ events: [old('offered')], facts: [chosen] }), [])
  })

  it('knows SMB 1 by what was spoken', () => {
    const detail = { version: 'SMB 1' }
    const smb = event('old_version', 'smb', { client: end(1), server: end(2), detail })
    assert.deepEqual(kinds({ events: [smb] }), ['smb1'])
  })

  it('does not call the resolver who was asked for a tool by name', () => {
    const detail = { tool: 'TeamViewer', how: 'dns', name: 'router1.teamviewer.com' }
    const [one] = found({
      conversations: [conversation(end(1), end(2), { protocol: 'dns', service: 53 })],
      events: [event('remote_access', 'dns', { client: end(1), server: end(2), detail })],
    })
    assert.deepEqual([one?.kind, one?.source, one?.target], ['remote_access', id(1), null])
    assert.equal(one?.detail['tool'], 'TeamViewer')
    assert.equal(one?.detail['name'], 'router1.teamviewer.com')
  })

  it('makes one line of a tool with many relays', () => {
    const relays = ['93.184.216.34', '93.184.216.35'].map((ip) =>
      event('remote_access', 'tls', {
        client: end(1),
        server: { ip },
        detail: { tool: 'TeamViewer', how: 'sni', name: 'router1.teamviewer.com' },
      }),
    )
    const [one, ...rest] = found({ events: relays })
    assert.equal(rest.length, 0)
    assert.deepEqual([one?.kind, one?.count, one?.target], ['remote_access', 2, null])
    assert.deepEqual(one?.technique?.id, 'T0822')
    const inner = conversation(end(1), end(2), { protocol: 'rdp', service: 3389 })
    assert.equal(found({ conversations: [inner] })[0]?.technique?.id, 'T0886')
  })

  it('measures certificates against the time of the capture', () => {
    const lastS = Date.parse('2025-06-15T00:00:00Z') / 1000
    const certificate = (end: string) =>
      fact({ ip: '10.0.0.2' }, 'tls.certificate_not_after', end, { protocol: 'tls', lastS })
    const states = (end: string) =>
      found({ facts: [certificate(end)] }).map(({ detail }) => detail['state'])
    assert.deepEqual(states('2025-06-14T23:59:59Z'), ['expired'])
    assert.deepEqual(states('2025-07-15T00:00:00Z'), ['expires_soon'])
    assert.deepEqual(states('2025-07-16T00:00:00Z'), [])
  })
})
