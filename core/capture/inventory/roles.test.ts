// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Asset } from '../asset.ts'
import type { Observations } from '../observations.ts'
import { inventory } from './index.ts'
import { conversation, fact, observed, operation, sender } from './testing.ts'

const vendorOf = (mac: string) => (mac.startsWith('00:1b:1b') ? 'Siemens AG' : undefined)

function assetsOf(parts: Partial<Observations>): readonly Asset[] {
  return inventory(observed(parts), { vendorOf }).published([]).assets
}

function byId(assets: readonly Asset[], id: string): Asset {
  const found = assets.find((asset) => asset.id === id)
  assert.ok(found, `${id} is not among ${assets.map((asset) => asset.id).join(', ')}`)
  return found
}

const plc = '00:1b:1b:00:00:01'
const other = '00:1b:1b:00:00:02'

describe('inventory: roles and levels', () => {
  const senders = [1, 2, 3, 4, 5].map((n) =>
    sender(`00:aa:aa:00:00:0${n}`, `10.0.0.${n}`, { ttl: 64 }),
  )
  const end = (n: number) => ({ mac: `00:aa:aa:00:00:0${n}`, ip: `10.0.0.${n}` })
  const s7 = { protocol: 's7comm', service: 102 } as const

  it('calls supervisor who reads three controllers, and controller who answers', () => {
    const assets = assetsOf({
      senders,
      conversations: [2, 3, 4].map((n) => conversation(end(1), end(n), s7)),
    })
    const first = byId(assets, '00:aa:aa:00:00:01')
    assert.deepEqual([first.role, first.role_reason], ['scada_server', 'polls:3'])
    assert.equal(first.purdue_level, 2)
    const second = byId(assets, '00:aa:aa:00:00:02')
    assert.deepEqual([second.role, second.role_reason], ['plc', 'answers_control:s7comm'])
    assert.deepEqual([second.purdue_level, second.purdue_reason], [1, 'role:plc'])
    assert.deepEqual(second.services_offered, [{ transport: 'tcp', port: 102, protocol: 's7comm' }])
  })

  it('calls engineering station who loads programs', () => {
    const operations = [operation('request_download', 'download')]
    const assets = assetsOf({
      senders,
      conversations: [conversation(end(1), end(2), { ...s7, operations })],
    })
    assert.equal(byId(assets, '00:aa:aa:00:00:01').role_reason, 'programs_controllers:download')
  })

  it('calls operator panel who keeps asking one controller, not who asks a little', () => {
    const asking = (count: number) => {
      const operations = [operation('read_var', 'read', count)]
      const conversations = [conversation(end(1), end(2), { ...s7, operations })]
      return byId(assetsOf({ senders, conversations }), '00:aa:aa:00:00:01')
    }
    assert.equal(asking(500).role, 'hmi')
    assert.deepEqual([asking(9).role, asking(9).purdue_level], [null, 2])
  })

  it('finds the master of an EtherCAT segment and the controller of a PROFINET device', () => {
    const telegrams = { transport: 'ethernet', service: 0x88a4, packetsToClient: 0 } as const
    const manager = { transport: 'udp', service: 34964, protocol: 'pn_io_cm' } as const
    const operations = [operation('connect', 'other')]
    const assets = assetsOf({
      senders,
      conversations: [
        conversation({ mac: '00:aa:aa:00:00:01' }, { mac: '01:01:05:01:00:00' }, telegrams),
        conversation(end(2), end(3), { ...manager, operations }),
      ],
    })
    assert.equal(byId(assets, '00:aa:aa:00:00:01').role, 'plc')
    assert.equal(byId(assets, '00:aa:aa:00:00:02').role_reason, 'io_controller')
    assert.equal(byId(assets, '00:aa:aa:00:00:03').role_reason, 'io_device')
  })

  it('does not call controller whoever answers Modbus', () => {
    const assets = assetsOf({ senders, conversations: [conversation(end(1), end(2))] })
    const second = byId(assets, '00:aa:aa:00:00:02')
    assert.equal(second.role, null)
    assert.deepEqual([second.purdue_level, second.purdue_reason], [1, 'answers_control'])
  })

  it('places a server that factory computers use on level 3', () => {
    const assets = assetsOf({
      senders,
      conversations: [
        ...[2, 3, 4].map((n) => conversation(end(1), end(n), s7)),
        conversation(end(1), end(5), { protocol: 'tds', service: 1433 }),
      ],
    })
    const server = byId(assets, '00:aa:aa:00:00:05')
    assert.deepEqual([server.role, server.purdue_level], ['server', 3])
  })

  it('reads the role in the order number', () => {
    const roles = [
      ['6ES7 315-2EH14-0AB0', 'plc'],
      ['6ES7 315-2FJ14-0AB0', 'safety_plc'],
      ['6ES7 516-3FN01-0AB0', 'safety_plc'],
      ['6ES7 151-8AB01-0AB0', 'plc'],
      ['6ES7 155-6AU01-0BN0', 'remote_io'],
      ['6GK5 212-2BB00-2AA3', 'switch'],
      ['6AV2 124-0GC01-0AX0', 'hmi'],
      ['6SL3210-1KE11-8UF2', 'drive'],
      ['1756-L61/B LOGIX5561', 'plc'],
      ['1756-ENBT/A', 'plc'],
      ['1734-AENT/B', 'remote_io'],
      ['BMX P34 2020', 'plc'],
    ] as const
    for (const [text, role] of roles) {
      const facts = [fact({ mac: plc }, 'order_number', text)]
      const [asset] = assetsOf({ senders: [sender(plc, undefined)], facts })
      assert.equal(asset?.role, role, text)
    }
  })

  it('knows robots from machine tools, and safety modules from controllers', () => {
    const roleOf = (facts: readonly (readonly ['model' | 'device_type' | 'vendor', string])[]) =>
      assetsOf({
        senders: [sender(other, '10.0.0.2', { ttl: 64 }), sender(plc, '10.0.0.1', { ttl: 64 })],
        conversations: [
          conversation(
            { mac: plc, ip: '10.0.0.1' },
            { mac: other, ip: '10.0.0.2' },
            { protocol: 'enip', service: 44818 },
          ),
        ],
        facts: facts.map(([name, value]) =>
          fact({ mac: other, ip: '10.0.0.2' }, name, value, { protocol: 'cip' }),
        ),
      }).find(({ id }) => id === other)?.role
    assert.equal(roleOf([['model', 'FANUC Robot R-30iB']]), 'robot')
    assert.equal(roleOf([['vendor', 'FANUC Robotics America']]), 'robot')
    assert.equal(roleOf([['model', 'FANUC Series 31i-B']]), 'cnc')
    assert.equal(roleOf([['device_type', '0x0023']]), 'remote_io')
    assert.equal(roleOf([['model', '1791ES-IB8XOBV4']]), 'remote_io')
    assert.equal(roleOf([]), 'plc')
  })

  it('calls server the Windows that serves several, or that only servers run', () => {
    const clients = ['10.0.0.11', '10.0.0.12', '10.0.0.13']
    const end = { mac: other, ip: '10.0.0.2' }
    const roleOf = (
      count: number,
      windows: readonly (readonly ['operating_system' | 'ntlm.version', string])[],
    ) =>
      byId(
        assetsOf({
          senders: [
            sender(other, '10.0.0.2', { ttl: 128 }),
            ...clients.map((ip, n) => sender(`00:aa:00:00:00:0${n}`, ip, { ttl: 128 })),
          ],
          conversations: clients.slice(0, count).map((ip, n) =>
            conversation({ mac: `00:aa:00:00:00:0${n}`, ip }, end, {
              protocol: 'smb2',
              service: 445,
            }),
          ),
          facts: windows.map(([name, value]) => fact(end, name, value, { protocol: 'smb' })),
        }),
        other,
      )
    const ten = ['operating_system', 'Windows 10 Pro'] as const
    assert.equal(roleOf(2, [ten]).role, 'workstation')
    assert.equal(roleOf(3, [ten]).role, 'server')
    assert.equal(roleOf(3, [ten]).role_reason, 'answers_port:tcp/445')
    assert.equal(roleOf(0, [['ntlm.version', '10.0.20348']]).role, 'server')
    assert.equal(roleOf(2, [['ntlm.version', '10.0.19045']]).role, null)
    assert.equal(roleOf(0, [['operating_system', 'Windows Server 2019']]).role, 'server')
    assert.equal(roleOf(3, []).role, null)
  })

  it('takes the addresses of examples for outside', () => {
    const ips = ['192.0.2.7', '198.51.100.7', '203.0.113.7', '192.168.7.7']
    const assets = assetsOf({ senders: ips.map((ip) => sender(plc, ip, { ttl: 60 })) })
    for (const ip of ips) {
      assert.equal(byId(assets, ip).external, !ip.startsWith('192.168.'), ip)
    }
  })
})
