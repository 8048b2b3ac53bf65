// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { FactoryInputs } from '@schouw/core/baseline'
import fc from 'fast-check'
import { problemLine } from '../problem/index.ts'
import { descriptions, plainKeys } from './descriptions.ts'
import { readAnswers, readAssets, readOrganisation, readPeople, readZones } from './files.ts'
import { readFactory } from './folder.ts'
import { jsonSchemas } from './json-schemas.ts'
import type { Factory } from './parsed.ts'

// The parsed folder is what the core asks for, and the other way round: checked by the compiler.
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T
type IsSame<A, B> = [Frozen<A>] extends [Frozen<B>]
  ? [Frozen<B>] extends [Frozen<A>]
    ? true
    : false
  : false
const parsedIsAsked: [Factory] extends [FactoryInputs] ? true : false = true
const organisationIsSame: IsSame<Factory['organisation'], FactoryInputs['organisation']> = true
const assetIsSame: IsSame<Factory['assets'], FactoryInputs['assets']> = true
const suppliersAreSame: IsSame<Factory['suppliers'], FactoryInputs['suppliers']> = true
const peopleAreSame: IsSame<Factory['people'], FactoryInputs['people']> = true
const filesAreSame: IsSame<Factory['files'], FactoryInputs['files']> = true

const bytesOf = (text: string) => new TextEncoder().encode(text)

const organisation = `name: Proefbedrijf B.V.
jurisdiction: NL
sector: { nace: 28.10 }
fiscal_years:
  - { year: 2025, awu: 120, turnover_eur: 30000000, balance_eur: 12000000 }
`

const made: string[] = []
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-factory-'))
  made.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

describe('readFactory', () => {
  it('ties its types to the core’s', () => {
    assert.ok(parsedIsAsked && organisationIsSame && assetIsSame)
    assert.ok(suppliersAreSame && peopleAreSame && filesAreSame)
  })

  it('needs organisation.yaml only, and leaves what is missing null', async () => {
    const { factory } = await readFactory(folderOf({ 'organisation.yaml': organisation }))
    assert.ok(factory)
    assert.equal(factory.organisation.sector.nace, '28.1')
    assert.deepEqual(
      [factory.zones, factory.answers, factory.assets, factory.people, factory.rejected],
      [null, null, null, null, []],
    )
  })

  it('says what is missing, for a folder, a file and an empty folder', async () => {
    const outcomes = [
      await readFactory('/nowhere/at/all'),
      await readFactory(join(folderOf({ x: 'y' }), 'x')),
      await readFactory(folderOf({})),
    ]
    for (const outcome of outcomes) {
      assert.ok(outcome.factory === undefined && outcome.problems.length === 1)
    }
  })

  it('lists files sorted, with digest and kind, without hidden ones', async () => {
    const folder = folderOf({
      'organisation.yaml': organisation,
      'captures/a.pcap': '',
      'evidence/b.pdf': 'x',
      '.git/c': 'x',
      'notes.txt': '',
    })
    const { factory } = await readFactory(folder)
    assert.deepEqual(
      factory?.files.map((file) => `${file.path} ${file.kind} ${file.bytes}`),
      [
        'captures/a.pcap capture 0',
        'evidence/b.pdf evidence 1',
        'notes.txt other 0',
        `organisation.yaml organisation ${organisation.length}`,
      ],
    )
    assert.match(factory?.files[0].sha256 ?? '', /^e3b0c442/)
  })

  it('names references that point nowhere, with the nearest known', async () => {
    const zones = `zones:
  - { id: kantoor, name: Kantoor, kind: office }
conduits:
  - { id: c1, from: kantor, to: kantoor, services: [any] }
`
    const folder = folderOf({ 'organisation.yaml': organisation, 'zones.yaml': zones })
    const { factory } = await readFactory(folder)
    assert.deepEqual(factory?.rejected.map(problemLine), [
      'zones.yaml:4: expected the id of a zone, perhaps "kantoor" for "from", found "kantor"',
    ])
  })
})

describe('ids', () => {
  it('stand once: a second is listed and left out', async () => {
    const zones = `zones:
  - { id: a, name: Eerste, kind: office }
  - { id: a, name: Tweede, kind: ot }
`
    const suppliers = 'id;naam\ns;Een\ns;Twee\n'
    const files = {
      'organisation.yaml': organisation,
      'zones.yaml': zones,
      'suppliers.csv': suppliers,
    }
    const { factory } = await readFactory(folderOf(files))
    assert.deepEqual(
      [factory?.zones?.zones.map(({ name }) => name), factory?.suppliers?.map(({ name }) => name)],
      [['Eerste'], ['Een']],
    )
    assert.deepEqual(factory?.rejected.map(problemLine), [
      'zones.yaml:3: expected every id once, found "a"',
      'suppliers.csv:3: expected every id once, found "s"',
    ])
  })
})

describe('yaml files', () => {
  it('names an unknown key with the nearest known one and uses the rest', () => {
    const text = `${organisation}tme_zone: Europe/Berlin\n`
    const { value, problems } = readOrganisation('organisation.yaml', bytesOf(text))
    assert.equal(value?.name, 'Proefbedrijf B.V.')
    assert.deepEqual(problems.map(problemLine), [
      'organisation.yaml:6:1: expected a known key, perhaps "time_zone", found "tme_zone"',
    ])
  })

  it('refuses what cannot be done without', () => {
    for (const key of ['name', 'jurisdiction', 'sector']) {
      const text = organisation.replace(new RegExp(`^${key}:.*\n`, 'm'), '')
      const { value, problems } = readOrganisation('organisation.yaml', bytesOf(text))
      assert.equal(value, undefined, key)
      assert.equal(problems.length, 1, key)
    }
  })

  it('leaves out the wrong entry and keeps its neighbours', () => {
    const text = `zones:
  - { id: 20, name: a, kind: ott }
  - { id: b, name: B, kind: ot, ranges: [10.0.0.300] }
  - { id: 30, name: C, kind: ot }
  - hello
`
    const { value, problems } = readZones('zones.yaml', bytesOf(text))
    assert.deepEqual(
      value?.zones.map((zone) => [zone.id, zone.at.line]),
      [['30', 4]],
    )
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [2, 30],
        [3, 42],
        [5, 5],
      ],
    )
  })

  it('leaves out an evidence item, not its answer; and an answer without level or reason', () => {
    const text = `answers:
  - requirement: A1
    level: 3
    evidence: [{ dated: gisteren }, { dated: 2026-01-02 }]
  - { requirement: A2 }
  - { requirement: A3, not_applicable: geen OT }
`
    const { value, problems } = readAnswers('answers.yaml', bytesOf(text))
    assert.deepEqual(
      value?.answers.map((answer) => [answer.requirement, answer.evidence.length]),
      [
        ['A1', 1],
        ['A3', 0],
      ],
    )
    assert.equal(problems.length, 2)
  })

  it('gives the same whatever wrong entries are put between right ones', () => {
    const good = (id: number) => `  - { id: z${id}, name: Z, kind: ot }\n`
    const bad = fc.constantFrom('  - 3\n', '  - { id: x }\n', '  - { id: y, name: Y, kind: q }\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), bad), { maxLength: 12 }), (rows) => {
        const text = rows.map(([isGood, wrong], index) => (isGood ? good(index) : wrong)).join('')
        const { value } = readZones('zones.yaml', bytesOf(`zones:\n${text || '  []\n'}`))
        assert.deepEqual(
          value?.zones.map((zone) => zone.id),
          rows.flatMap(([isGood], index) => (isGood ? [`z${index}`] : [])),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('tables', () => {
  it('finds columns by Dutch and English names and reads cells as people write them', async () => {
    const csv =
      'Naam;IP-adres;MAC adres;VLAN;Kroonjuweel;Ondersteuning tot\n' +
      'PLC 1;"10.0.0.1, 10.0.0.2";00-1B-1B-00-00-01;20;ja;1-3-2027\n'
    const { value, problems } = await readAssets('assets.csv', bytesOf(csv))
    assert.deepEqual(problems, [])
    const [row] = value ?? []
    assert.deepEqual(
      [row.ips, row.macs, row.vlan, row.crown_jewel, row.support_until, row.at.line],
      [['10.0.0.1', '10.0.0.2'], ['00:1b:1b:00:00:01'], 20, true, '2027-03-01', 2],
    )
  })

  it('lists a wrong row with line, column and key, and keeps the others', async () => {
    const csv = 'naam,ip\nA,10.0.0.300\nB,10.0.0.3\n,10.0.0.4\n'
    const { value, problems } = await readAssets('assets.csv', bytesOf(csv))
    assert.deepEqual(
      value?.map((row) => row.name),
      ['B'],
    )
    assert.deepEqual(problems.map(problemLine), [
      'assets.csv:2:2: expected IP addresses like 10.20.1.5 for "ips", found "10.0.0.300"',
      'assets.csv:4:1: expected a text for "name", found nothing',
    ])
  })

  it('names a missing column once and an unknown one with the nearest', async () => {
    const { value, problems } = await readPeople('people.csv', bytesOf('id,naam,roll\n1,A,ceo\n'))
    assert.equal(value, undefined)
    assert.deepEqual(
      problems.map((problem) => problem.expected),
      ['a known key, perhaps "role"', 'a column "role"'],
    )
  })

  it('knows roles by the words on the door', async () => {
    const csv = 'id,naam,rol\n1,A,Directeur\n2,B,IT-manager\n3,C,Commissaris\n'
    const { value } = await readPeople('people.csv', bytesOf(csv))
    assert.deepEqual(
      value?.map((row) => row.role),
      ['director', 'it_manager', 'supervisory_director'],
    )
  })
})

describe('jsonSchemas', () => {
  it('are the ones in docs/formats', () => {
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      const file = join(import.meta.dirname, '../../docs/formats', name)
      assert.deepEqual(
        JSON.parse(readFileSync(file, 'utf8')),
        JSON.parse(JSON.stringify(schema)),
        `${name}: run scripts/write-schemas.ts`,
      )
    }
  })

  it('describe every key that does not say what it is', () => {
    const keys = new Set<string>()
    const collect = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      const properties = (value as { properties?: object }).properties
      for (const key of Object.keys(properties ?? {})) keys.add(key)
      for (const part of Object.values(value)) collect(part)
    }
    collect(jsonSchemas())
    const measures = [...'abcdefghij']
    const bare = [...keys].filter(
      (key) => !(key in descriptions) && !plainKeys.has(key) && !measures.includes(key),
    )
    assert.deepEqual(bare, [])
  })

  it('show people no key that only readers add', () => {
    assert.doesNotMatch(JSON.stringify(jsonSchemas()), /"at"/)
  })
})
