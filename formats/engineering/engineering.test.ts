// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { automationMl, cell, gsdml, l5x, twinCat } from '@schouw/fixtures/sources'
import fc from 'fast-check'
import type { Sighted } from '../sightings/index.ts'
import { formatOf, readSource, type SourceFormat } from '../sources/index.ts'

const documents = {
  automationml: automationMl,
  l5x,
  twincat: twinCat,
  gsdml,
} as const satisfies Partial<Readonly<Record<SourceFormat, (more?: string) => string>>>
const formats = Object.keys(documents) as (keyof typeof documents)[]

const read = (format: SourceFormat, text: string, fileName = 'cell.tsproj') =>
  readSource(format, [Buffer.from(text)], { fileName })

/** Of the device at this address or name: its facts by name. */
function factsOf({ sightings }: Sighted, key: string): Record<string, string | string[]> {
  const found = sightings.find((one) => one.key.ip === key || one.key.name === key)
  assert.ok(found, `no ${key} in ${JSON.stringify(sightings.map((one) => one.key))}`)
  const facts: Record<string, string | string[]> = {}
  for (const { name, value } of found.facts) {
    const before = facts[name]
    facts[name] = before === undefined ? value : [before, value].flat()
  }
  return facts
}

describe('engineering exports', () => {
  it('are told apart by what stands at their beginning', async () => {
    for (const format of formats) {
      assert.equal(await formatOf([Buffer.from(documents[format]())]), format)
    }
  })

  it('reads stations of AutomationML with their cards, versions and addresses', async () => {
    const sighted = await read('automationml', automationMl())
    assert.deepEqual(sighted.problems, [])
    assert.deepEqual(factsOf(sighted, cell.plc.ip), {
      station_name: 'l5-plc01',
      ip: cell.plc.ip,
      order_number: '6ES7 511-1AK02-0AB0',
      firmware: 'V2.8.3',
      model: 'CPU 1511-1 PN',
      'aml.device': 'S7-1500 station_1',
      'aml.comment': 'Pers & koeling',
      'aml.type': 'System:Device.S71500',
      'aml.module': '2: DI 32x24VDC HF 6ES7 521-1BL00-0AB0 V2.1',
    })
    const drive = factsOf(sighted, cell.drive.ip)
    assert.equal(drive['aml.type'], 'GSD:GSDML-V2.35-EXAMPLE-DRIVE.XML/D')
    assert.equal(sighted.sightings.length, 2)
    assert.equal(sighted.document?.['writer'], 'Totally Integrated Automation Portal')
    assert.deepEqual(sighted.sightings[0]?.facts[0]?.where, {
      path: 'Lijn 5/Cel 5/S7-1500 station_1',
    })
  })

  it('reads the controller of an L5X and what hangs on its networks, cards with their owner', async () => {
    const sighted = await read('l5x', l5x())
    assert.deepEqual(sighted.problems, [])
    assert.deepEqual(factsOf(sighted, cell.plc.ip), {
      station_name: 'CELL5',
      ip: cell.plc.ip,
      model: '1769-L33ER',
      order_number: '1769-L33ER',
      firmware: '33.11',
      vendor: 'Rockwell Automation/Allen-Bradley',
      serial: '0x60aa1b2c',
      role_hint: 'controller',
      'l5x.module': '3: Inputs 1769-IQ16 33.11',
    })
    const drive = factsOf(sighted, cell.drive.ip)
    assert.deepEqual(
      [drive['station_name'], drive['model'], drive['l5x.module']],
      ['Drive5', '25B-D2P3N104', '1: Encoder 25-ENC-1 33.11'],
    )
    assert.equal(sighted.sightings.length, 2)
  })

  it('reads a TwinCAT project: its controller, terminals in their order, boxes with an address', async () => {
    const sighted = await read('twincat', twinCat())
    assert.deepEqual(sighted.problems, [])
    const plc = factsOf(sighted, 'cell')
    assert.equal(plc['ads.netid'], '10.20.5.11.1.1')
    assert.equal(plc['software'], 'TwinCAT 3.1.4024.56')
    assert.deepEqual(plc['twincat.module'], [
      'Term 1 (EK1100), EK1100, 0x00110000',
      'Term 2 (EL1008), EL1008, 0x00120000',
      'Panel 5',
    ])
    assert.equal(factsOf(sighted, cell.panel.ip)['station_name'], 'Panel 5')
    const unnamed = await read('twincat', twinCat(), '')
    assert.equal(unnamed.sightings[0]?.key.name, '10.20.5.11.1.1')
  })

  it('reads from GSDML what its two numbers stand for, and takes it for no device of the plant', async () => {
    const { sightings, components, document, problems } = await read('gsdml', gsdml())
    assert.deepEqual([sightings, problems], [[], []])
    assert.deepEqual(document, {
      vendor_id: '0x02a1',
      device_id: '0x00c5',
      vendor: 'Example Drives',
      family: 'ED 500',
    })
    assert.deepEqual(
      components?.map(({ name, version, within }) => [name, version, within]),
      [
        ['ED500-1PN', 'V1.4', null],
        ['ED500-2PN', 'V2.0', null],
      ],
    )
  })

  it('refuses entities and what is no such document, each by its name', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    for (const format of formats) {
      const text = documents[format]().replace('?>', `?>${bomb}`)
      const { sightings, problems } = await read(format, text)
      assert.deepEqual([sightings.length, problems[0]?.code], [0, 'entities-refused'], format)
      const outside = documents[format]().replace(
        '?>',
        '?><!DOCTYPE x SYSTEM "file:///etc/passwd">',
      )
      assert.ok(!JSON.stringify(await read(format, outside)).includes('root:'))
      assert.equal((await read(format, '<other/>')).problems[0]?.code, 'not-this-format')
      assert.equal(
        (await read(format, documents[format]().slice(0, -9))).problems[0]?.code,
        'not-xml',
      )
    }
  })

  it('is not led in circles, and not deeper than documents go', async () => {
    const ring =
      '<Module Name="A" ParentModule="B"/><Module Name="B" ParentModule="A"/><Module Name="C" ParentModule="C"/>'
    assert.equal((await read('l5x', l5x(ring))).sightings.length, 2)
    const deep = `${'<InternalElement Name="x">'.repeat(80)}${'</InternalElement>'.repeat(80)}`
    assert.equal((await read('automationml', automationMl(deep))).problems[0]?.code, 'too-deep')
  })

  it('takes ten thousand devices in their order and keeps texts to one line', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, at) =>
        `<Module Name="D${at}&#10;&#x202E;x" CatalogNumber="C" ParentModule="Local"><Ports><Port Id="2" Type="Ethernet" Address="10.9.${at >> 8}.${at & 255}" Upstream="true"/></Ports></Module>`,
    )
    const { sightings } = await read('l5x', l5x(many.join('\n')))
    assert.equal(sightings.length, 10_002)
    assert.equal(sightings[2]?.key.name, 'D0 x')
  })

  it('never falls, whatever is changed in a document', async () => {
    const changes = fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('', '<', '>', '"', '&', '&#0;', '\u0000', '<!--', 'é', '9'),
      ),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...formats), changes, async (format, list) => {
        let text = documents[format]()
        for (const [place, put] of list) {
          const at = place % text.length
          text = text.slice(0, at) + put + text.slice(at + 1)
        }
        const { sightings, components = [], problems } = await read(format, text)
        assert.ok(sightings.length + components.length > 0 || problems.length > 0)
      }),
    )
  })
})
