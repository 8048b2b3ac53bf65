// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import {
  billJson,
  billXml,
  cell,
  eveText,
  netboxCsv,
  netboxJson,
  nmapXml,
  zeekJson,
  zeekLog,
  zeekLogs,
} from '@schouw/fixtures/sources'
import { readCycloneDx } from '../cyclonedx/index.ts'
import { readEve } from '../eve/index.ts'
import { readNetbox } from '../netbox/index.ts'
import { readNmap } from '../nmap/index.ts'
import { readZeek } from '../zeek/index.ts'
import type { Sighted, Sighting, SightingKey } from './index.ts'

const chunks = (text: string | Uint8Array, size = 1 << 16) => {
  const bytes = Buffer.from(text)
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size))
  return parts
}

function of({ sightings }: Sighted, key: SightingKey): Sighting {
  const found = sightings.find((one) =>
    Object.entries(key).every(
      ([name, value]) =>
        one.key[name as keyof SightingKey] === value ||
        one.facts.some((fact) => fact.name === name && fact.value === value),
    ),
  )
  assert.ok(
    found,
    `no ${JSON.stringify(key)} in ${JSON.stringify(sightings.map((one) => one.key))}`,
  )
  return found
}

const fact = ({ facts }: Sighting, name: string, protocol?: string) =>
  facts.find((one) => one.name === name && (protocol ?? one.protocol) === one.protocol)?.value
const facts = ({ facts: all }: Sighting, name: string) =>
  all.filter((one) => one.name === name).map(({ value }) => value)
const codes = ({ problems }: Sighted) => problems.map(({ code }) => code)

describe('readNmap', () => {
  it('reads hosts, ports, systems and what controllers answered', async () => {
    const read = await readNmap(chunks(nmapXml()))
    assert.deepEqual(read.problems, [])
    assert.equal(read.sightings.length, 3)
    assert.equal(read.read, 4)
    assert.equal(read.document?.['version'], '7.95')
    const plc = of(read, { mac: cell.plc.mac })
    assert.deepEqual(
      ['order_number', 'firmware', 'model', 'serial', 'station_name', 'plant'].map((name) =>
        fact(plc, name, 's7comm'),
      ),
      [
        '6ES7 511-1AK02-0AB0',
        '2.8.3',
        'CPU 1511-1 PN',
        'S C-X4U412345678',
        'L5-PLC01',
        'LIJN 5 & KOELING',
      ],
    )
    assert.deepEqual(facts(plc, 'service'), ['tcp/102', 'tcp/80'])
    assert.equal(fact(plc, 'oui.vendor', 'oui'), 'Siemens')
    assert.equal(fact(plc, 'os.match', 'nmap guess'), 'Siemens Simatic S7-1500 (96 %)')
    assert.equal(fact(plc, 'operating_system'), undefined)
    assert.equal(plc.facts[0]?.at, '2026-11-18T11:07:40.000Z')
    const drive = of(read, { ip: cell.drive.ip })
    assert.equal(fact(drive, 'vendor', 'enip'), 'Rockwell Automation/Allen-Bradley')
    assert.equal(fact(drive, 'serial', 'enip'), '0x9d1a2b3c')
    const panel = of(read, { ip: cell.panel.ip })
    assert.equal(fact(panel, 'firmware', 'modbus'), 'v6.2')
  })

  it('gives the same whatever the size of the pieces it comes in', async () => {
    const whole = await readNmap(chunks(nmapXml()))
    for (const size of [1, 7, 100, 1000]) {
      assert.deepEqual(await readNmap(chunks(nmapXml(), size)), whole, `${size}`)
    }
  })

  it('uses every whole host of a scan that was broken off', async () => {
    const text = nmapXml()
    const at = text.indexOf(cell.panel.ip)
    const read = await readNmap(chunks(text.slice(0, at)))
    assert.equal(read.sightings.length, 2)
    assert.deepEqual(codes(read), ['truncated'])
  })

  it('names a host that is no XML and goes on', async () => {
    const broken = '<host><status state="up"/><address addr="10.0.0.1"></host>\n'
    const read = await readNmap(chunks(nmapXml(broken)))
    assert.equal(read.sightings.length, 3)
    assert.deepEqual(codes(read), ['not-xml'])
    const [problem] = read.problems
    assert.deepEqual(problem?.where, {
      line:
        1 +
        nmapXml()
          .split('\n')
          .findIndex((line) => line.startsWith('<runstats')),
    })
  })
})

describe('readZeek', () => {
  const all = async (write: (path: string) => string) =>
    Promise.all(
      Object.keys(zeekLogs).map((path) =>
        readZeek(chunks(write(path)), { fileName: `logs/${path}.log` }),
      ),
    )

  it('says the same of a log in columns and of one in JSON', async () => {
    const [columns, json] = [
      await all((path) => zeekLog(path)),
      await all((path) => zeekJson(path)),
    ]
    const bare = ({ sightings, problems }: Sighted) => ({
      problems,
      sightings: sightings.map(({ key, isLocal, facts: said }) => ({
        key,
        isLocal,
        facts: said.map(({ where: _, ...rest }) => rest),
      })),
    })
    assert.deepEqual(columns.map(bare), json.map(bare))
    assert.deepEqual(columns.flatMap(codes), [])
  })

  it('takes what is offered from who answered, and nothing from who did not', async () => {
    const conn = await readZeek(chunks(zeekLog('conn')))
    const plc = of(conn, { ip: cell.plc.ip })
    assert.deepEqual(facts(plc, 'service'), ['tcp/102'])
    assert.deepEqual(facts(plc, 'protocol'), ['s7comm'])
    assert.equal(
      conn.sightings.some(({ key }) => key.ip === '10.20.5.99'),
      false,
    )
    assert.equal(
      conn.sightings.some(({ key }) => key.ip === '224.0.0.251'),
      false,
    )
    assert.equal(of(conn, { ip: '203.0.113.9' }).isLocal, false)
    assert.equal(plc.isLocal, true)
    // A router's card is every far device's: it is noted, and nobody is known by it.
    assert.equal(plc.key.mac, undefined)
    assert.equal(fact(plc, 'l2.mac'), cell.plc.mac)
  })

  it('reads identities from the industrial logs', async () => {
    const read = async (path: string) => readZeek(chunks(zeekLog(path)))
    const panel = of(await read('modbus_read_device_identification'), { ip: cell.panel.ip })
    assert.deepEqual(
      ['vendor', 'order_number', 'firmware'].map((name) => fact(panel, name, 'modbus')),
      ['Schneider Electric', 'HMISTU855', 'V6.2'],
    )
    const drive = of(await read('cip_identity'), { ip: cell.drive.ip })
    assert.equal(fact(drive, 'model', 'enip'), 'PowerFlex 525 1P 230V .50HP')
    const bms = of(await read('bacnet_discovery'), { ip: '10.30.1.9' })
    assert.equal(fact(bms, 'vendor', 'bacnet'), 'Priva')
    const plc = of(await read('s7comm_known_devices'), { ip: cell.plc.ip })
    assert.equal(fact(plc, 'plant'), 'Lijn 5: koëling')
    const office = of(await read('dhcp'), { mac: cell.office.mac })
    assert.deepEqual([fact(office, 'ip'), fact(office, 'hostname')], [cell.office.ip, 'KANTOOR-77'])
    assert.equal(
      fact(of(await read('dns'), { ip: cell.plc.ip }), 'dns.name'),
      'l5-plc01.oosterduin.example',
    )
    assert.equal(
      fact(of(await read('ssl'), { ip: cell.office.ip }), 'tls.server_name'),
      'router5.teamviewer.example',
    )
    assert.equal(
      fact(of(await read('x509'), { ip: cell.panel.ip }), 'tls.valid_until'),
      '2026-12-23T04:26:40.000Z',
    )
  })

  it('puts an address with the card that had it, unless several did', async () => {
    const text = `${zeekLog('dhcp')}${zeekLog('conn')}`
    const joined = await readZeek(chunks(text))
    const office = of(joined, { mac: cell.office.mac })
    assert.ok(facts(office, 'seen').includes('tcp'))
    assert.equal(joined.sightings.filter(({ key }) => key.ip === cell.office.ip).length, 0)
    const second = { ...zeekLogs['dhcp']?.[0], mac: '00:50:56:00:00:01' }
    const two = await readZeek(chunks(`${text}${zeekLog('dhcp', [second])}`))
    assert.deepEqual(codes(two), ['address-of-several'])
    assert.equal(two.sightings.filter(({ key }) => key.ip === cell.office.ip).length, 1)
  })

  it('names lines with other columns, long lines, broken JSON and other bytes', async () => {
    const lines = zeekLog('conn').split('\n')
    lines.splice(9, 0, 'too\tfew')
    const log = Buffer.concat([
      Buffer.from(`${lines.join('\n')}`),
      Buffer.from(`${'x'.repeat(1_100_000)}\n`),
      Buffer.from([0xc3, 0x28, 0x0a]),
      Buffer.from('{"ts":1\n{"ts":1,"a":'),
      Buffer.from(`${'['.repeat(100)}\n`),
    ])
    const read = await readZeek([log])
    assert.deepEqual(codes(read), [
      'columns-differ',
      'line-too-long',
      'encoding',
      'not-json',
      'too-deep',
    ])
    assert.deepEqual(read.problems[0]?.where, { line: 10 })
    assert.equal(of(read, { ip: cell.plc.ip }).key.ip, cell.plc.ip)
    assert.deepEqual(codes(await readZeek(chunks('hello\nworld\n'))), [
      'columns-differ',
      'columns-differ',
      'not-this-format',
    ])
  })
})

describe('readEve', () => {
  it('reads flows, identities, leases, names and alerts', async () => {
    const read = await readEve(chunks(eveText()))
    assert.deepEqual(read.problems, [])
    const plc = of(read, { ip: cell.plc.ip })
    assert.deepEqual(facts(plc, 'service'), ['tcp/102'])
    assert.equal(fact(plc, 'dns.name'), 'l5-plc01.oosterduin.example')
    assert.equal(plc.facts[0]?.at, '2026-11-18T19:06:40.250Z')
    assert.equal(fact(of(read, { ip: cell.drive.ip }), 'serial', 'enip'), '2635737916')
    const office = of(read, { mac: cell.office.mac })
    assert.equal(fact(office, 'hostname'), 'KANTOOR-77')
    assert.equal(fact(office, 'alert'), '9000001 S7 STOP from an office address')
    assert.equal(
      read.sightings.some(({ key }) => key.ip === '10.20.5.99'),
      false,
    )
    assert.ok(facts(of(read, { ip: cell.panel.ip }), 'protocol').includes('modbus'))
  })
})

describe('readNetbox', () => {
  it('ties cards and addresses to their devices', async () => {
    const read = await readNetbox(chunks(netboxJson()))
    assert.deepEqual(codes(read), ['field-refused'])
    assert.deepEqual(read.problems[0]?.where, { path: '/interfaces/results/2/mac_address' })
    const plc = of(read, { mac: cell.plc.mac })
    assert.deepEqual(plc.key, {
      mac: cell.plc.mac,
      ip: cell.plc.ip,
      name: 'L5-PLC01',
      serial: 'S C-X4U412345678',
    })
    assert.equal(fact(plc, 'order_number'), '6ES7511-1AK02-0AB0')
    assert.equal(fact(plc, 'site'), 'deventer')
    const drive = of(read, { mac: cell.drive.mac })
    assert.deepEqual([fact(drive, 'ip'), fact(drive, 'vlan')], [cell.drive.ip, '205'])
    assert.equal(fact(of(read, { ip: '10.20.5.250' }), 'dns.name'), 'spare.example')
  })

  it('reads one answer of the API as it comes', async () => {
    const { devices } = JSON.parse(netboxJson())
    for (const answer of [devices, devices.results]) {
      const read = await readNetbox(chunks(JSON.stringify(answer)))
      assert.deepEqual(
        read.sightings.map(({ key }) => key.name),
        ['L5-PLC01', 'L5-DRV01'],
      )
    }
  })

  it('reads the CSV of a list', async () => {
    const read = await readNetbox(chunks(netboxCsv()), { fileName: 'netbox_devices.csv' })
    assert.deepEqual(
      read.sightings.map(({ key }) => key.ip),
      [cell.plc.ip, cell.drive.ip],
    )
    assert.equal(fact(of(read, { ip: cell.plc.ip }), 'model'), 'CPU 1511-1 PN')
    assert.deepEqual(codes(read), ['field-refused'])
    assert.deepEqual(read.problems[0]?.where, { row: 4 })
  })
})

describe('readCycloneDx', () => {
  it('reads devices, firmware, what is in it and what it uses, in both spellings', async () => {
    for (const bill of [billJson(), billXml(), billJson('1.4'), billXml('1.5')]) {
      const read = await readCycloneDx(chunks(bill))
      const gateway = of(read, { serial: 'EG-0042' })
      assert.equal(fact(gateway, 'firmware'), '4.1.0')
      assert.equal(fact(gateway, 'vendor'), 'Voorbeeld Elektronica')
      const [, firmware, openssl, bridge] = read.components ?? []
      assert.deepEqual(
        [firmware?.within, firmware?.partOf, firmware?.sha256],
        [0, null, 'a3'.repeat(32)],
      )
      assert.deepEqual([openssl?.within, openssl?.partOf, openssl?.licence], [0, 1, 'Apache-2.0'])
      assert.deepEqual(bridge?.uses, [2])
      assert.deepEqual(codes(read), ['reference-missing'])
      assert.deepEqual(read.problems[0]?.where, { path: '/dependencies/0/dependsOn/1' })
      assert.equal(read.document?.['version'], '2')
    }
  })
})

describe('every reader', () => {
  const readers = {
    nmap: [readNmap, nmapXml()],
    zeek: [readZeek, zeekLog('conn')],
    eve: [readEve, eveText()],
    netbox: [readNetbox, netboxJson()],
    cyclonedx: [readCycloneDx, billJson()],
  } as const

  for (const [name, [read, text]] of Object.entries(readers)) {
    it(`${name}: unpacks gzip and uses what a torn one holds`, async () => {
      const plain = await read(chunks(text))
      const packed = gzipSync(text)
      assert.deepEqual(await read(chunks(packed, 99)), plain)
      const torn = await read(chunks(packed.subarray(0, packed.length - 12), 99))
      assert.ok(codes(torn).includes('truncated'), codes(torn).join(' '))
      const flipped = Uint8Array.from(packed)
      flipped[40] = (flipped[40] ?? 0) ^ 0xff
      assert.ok((await read([flipped])).problems.length > 0)
    })

    it(`${name}: says what it expected of anything else`, async () => {
      for (const bytes of [
        '',
        '\0\0\0\0',
        '<html><body/></html>',
        '[1,2,3]',
        'null',
        '{"a":',
        '\ufeff',
      ]) {
        const found = await read(chunks(bytes))
        assert.equal(found.sightings.length, 0)
        if (bytes.trim() !== '' && bytes !== '\ufeff') assert.ok(found.problems.length > 0, bytes)
      }
    })

    it(`${name}: survives any flipped byte and any end`, async () => {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; at += 37) {
        const flipped = Uint8Array.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        await read([flipped])
        await read([bytes.subarray(0, at)])
      }
    })
  }

  it('expands no entity', async () => {
    const bomb = `<!DOCTYPE bom [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'
      .split('')
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)
      .join('')}]>`
    const cyclonedx = billXml().replace('<bom', `${bomb}<bom`)
    assert.deepEqual(codes(await readCycloneDx(chunks(cyclonedx))), ['entities-refused'])
    const nmap = nmapXml().replace('<!DOCTYPE nmaprun>', bomb)
    const read = await readNmap(chunks(nmap))
    assert.ok(codes(read).includes('entities-refused'))
    assert.equal(read.sightings.length, 0)
  })

  it('goes no deeper than it must', async () => {
    const open = '{"name":"x","components":['.repeat(5000)
    const deep = `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${open}${']}'.repeat(5000)}]}`
    assert.deepEqual(codes(await readCycloneDx(chunks(deep))), ['too-deep'])
    const tags = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${'<a>'.repeat(9999)}${'</a>'.repeat(9999)}</bom>`
    assert.deepEqual(codes(await readCycloneDx(chunks(tags))), ['too-deep'])
  })

  it('reads a long log in the memory of a short one', async () => {
    const one = Buffer.from(zeekLog('conn'))
    const row = one.subarray(one.indexOf('1795000000'))
    const block = Buffer.concat(Array.from({ length: 2000 }, () => row))
    async function* log() {
      yield one
      for (let at = 0; at < 40; at += 1) yield block
    }
    global.gc?.()
    const before = process.memoryUsage().arrayBuffers
    let highest = 0
    const watched = (async function* () {
      for await (const chunk of log()) {
        highest = Math.max(highest, process.memoryUsage().arrayBuffers)
        yield chunk
      }
    })()
    const read = await readZeek(watched)
    assert.ok(read.read > 100_000, `${read.read}`)
    assert.equal(read.sightings.length, 4)
    assert.ok(highest - before < 32 << 20, `${(highest - before) >> 20} MB more`)
    assert.equal(
      of(read, { ip: cell.plc.ip }).facts.find(({ name }) => name === 'service')?.times,
      read.read / 4,
    )
  })
})
