// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readEndpoints } from '../device-list/index.ts'
import { formatOf, readSource } from '../sources/index.ts'
import { readLeases } from './index.ts'

const isc = `# The format of this file is documented in the dhcpd.leases(5) manual page.
authoring-byte-order little-endian;

lease 10.20.1.60 {
  starts 2 2026/11/03 08:12:44;
  ends 2 2026/11/03 20:12:44;
  binding state active;
  hardware ethernet 00:40:8c:d1:10:60;
  set vendor-class-identifier = "axis";
  client-hostname "L1-CAM01";
}
lease 10.20.1.61 {
  starts 2 2026/11/03 09:00:00;
  hardware ethernet 00:40:8c:d1:10:61;
}
`
const kea = `address,hwaddr,client_id,valid_lifetime,expire,subnet_id,fqdn_fwd,fqdn_rev,hostname,state,user_context,pool_id
10.10.10.31,b8:27:eb:5d:10:99,01:b8:27:eb:5d:10:99,4000,1762169800,1,0,0,ws-0031.example,0,,0
`
const windows = `#TYPE Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DHCP/DhcpServerv4Lease
"IPAddress","ScopeId","AddressState","ClientId","ClientType","Description","HostName","LeaseExpiryTime"
"10.10.10.34","10.10.10.0","Active","a4-bb-6d-11-22-33","Dhcp","","WS-0034.example","11-11-2026 09:00:00"
"10.10.10.35","10.10.10.0","Active","iPad","Dhcp","","",""
`
const defender = `Device Id,Device Name,Domain,First Seen,Last device update,OS Platform,OS Version,Device IPs,Tags,Health Status
1f,ws-0034,example,2026-01-02,2026-11-03,Windows11,23H2,"10.10.10.34, fe80::1",,Active
`
const intune = `Device ID,Device name,Last check-in,OS,OS version,Serial number,Manufacturer,Model,Wi-Fi MAC,Primary user UPN
2a,WS-0057,2026-11-03,Windows,10.0.22631,PF1X2Y3Z,LENOVO,20XW,A4BB6D445566,somebody@example.org
`
const bytes = (text: string) => [Buffer.from(text)]
const keysOf = async (text: string) =>
  (await readLeases(bytes(text))).sightings.map(({ key }) => key)

describe('leases', () => {
  it('of ISC dhcpd say card, address, name and when', async () => {
    const { sightings, problems, read } = await readLeases(bytes(isc))
    assert.deepEqual([problems, read, sightings.length], [[], 2, 2])
    assert.deepEqual(sightings[0]?.key, {
      mac: '00:40:8c:d1:10:60',
      ip: '10.20.1.60',
      name: 'L1-CAM01',
    })
    const [fact] = sightings[0]?.facts.filter(({ name }) => name === 'vendor_class') ?? []
    assert.deepEqual([fact?.value, fact?.at], ['axis', '2026-11-03T08:12:44.000Z'])
  })

  it('of Kea and of Windows are read by their columns, with what is no card named', async () => {
    assert.deepEqual(await keysOf(kea), [
      { mac: 'b8:27:eb:5d:10:99', ip: '10.10.10.31', name: 'ws-0031.example' },
    ])
    const { sightings, problems } = await readLeases(bytes(windows))
    assert.deepEqual(sightings[0]?.key, {
      mac: 'a4:bb:6d:11:22:33',
      ip: '10.10.10.34',
      name: 'WS-0034.example',
    })
    assert.deepEqual(
      problems.map(({ code, found }) => [code, found]),
      [['field-refused', 'iPad']],
    )
  })

  it('that end early give what is there, and say so', async () => {
    const { sightings, problems } = await readLeases(bytes(isc.slice(0, isc.lastIndexOf('}'))))
    assert.equal(sightings.length, 2)
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['truncated'],
    )
    const other = await readLeases(bytes('a,b\n1,2\n'))
    assert.equal(other.problems[0]?.code, 'not-this-format')
  })
})

describe('lists of Defender and Intune', () => {
  it('give devices with addresses, and never who uses them', async () => {
    const { sightings } = await readEndpoints(bytes(defender))
    assert.deepEqual(sightings[0]?.key.name, 'ws-0034')
    const ips = sightings[0]?.facts.filter(({ name }) => name === 'ip').map(({ value }) => value)
    assert.deepEqual(ips, ['10.10.10.34', 'fe80::1'])
    const read = await readEndpoints(bytes(intune))
    assert.deepEqual(read.sightings[0]?.key, {
      mac: 'a4:bb:6d:44:55:66',
      name: 'WS-0057',
      serial: 'PF1X2Y3Z',
    })
    assert.doesNotMatch(JSON.stringify(read), /somebody/)
  })
})

it('are told apart from each other and from the lists of NetBox', async () => {
  const cases = [
    [isc, 'leases'],
    [kea, 'leases'],
    [windows, 'leases'],
    [defender, 'endpoints'],
    [intune, 'endpoints'],
    ['Name,Status,Role,Device type,IP Address\nplc,active,PLC,S7,10.0.0.1/24\n', 'netbox'],
  ] as const
  for (const [text, format] of cases) {
    assert.equal(await formatOf(bytes(text)), format)
    const { sightings } = await readSource(format, bytes(text), { fileName: 'a.csv' })
    assert.ok(sightings.length > 0, format)
  }
})
