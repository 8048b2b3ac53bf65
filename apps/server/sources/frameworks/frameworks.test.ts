// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody, type Role } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { creating, done } from '../../storage/testing/records.ts'
import { first, second } from '../../storage/testing/tenants.ts'

const library = `urn: urn:house:library:own
locale: en
ref_id: own
name: Own framework
version: 3
objects:
  framework:
    urn: urn:house:framework:own
    ref_id: own
    name: Rules of the house
    requirement_nodes:
      - urn: urn:house:req:1
        assessable: false
        ref_id: "1"
        name: Access
        translations:
          nl:
            name: Toegang
      - urn: urn:house:req:1.1
        parent_urn: urn:house:req:1
        assessable: true
        ref_id: "1.1"
        description: Who leaves has no account.
      - urn: urn:house:req:1.2
        parent_urn: urn:house:req:1
        assessable: true
        ref_id: "1.2"
        description: Second factors everywhere.
  requirement_mapping_set:
    urn: urn:house:mapping
    source_framework_urn: urn:house:framework:own
    target_framework_urn: urn:schouw:requirements
    requirement_mappings:
      - source_requirement_urn: urn:house:req:1.1
        target_requirement_urn: urn:schouw:requirements:i2
        relationship: subset
      - source_requirement_urn: urn:house:req:1.2
        target_requirement_urn: J1
        relationship: intersect
      - source_requirement_urn: urn:house:req:1.2
        target_requirement_urn: J99
        relationship: equal
`

const metadata = (title: string) => ({
  title,
  'last-modified': '2026-11-01T00:00:00Z',
  version: '1',
  'oscal-version': '1.2.2',
})
const catalog = {
  catalog: {
    uuid: '11111111-1111-4111-8111-111111111111',
    metadata: metadata('House catalogue'),
    groups: [
      {
        id: 'g',
        title: 'Group',
        controls: [
          { id: 'c-1', title: 'One', parts: [{ name: 'statement', prose: 'Do one.' }] },
          { id: 'c-2', title: 'Two', props: [{ name: 'label', value: 'C-2' }] },
        ],
      },
    ],
  },
}
const profile = {
  profile: {
    uuid: '22222222-2222-4222-8222-222222222222',
    metadata: metadata('House profile'),
    imports: [{ href: 'house.json', 'include-controls': [{ 'with-ids': ['c-2'] }] }],
  },
}
const map = (relationship: string, sources: string[], targets: string[]) => ({
  uuid: '33333333-3333-4333-8333-333333333333',
  relationship,
  sources: sources.map((id) => ({ type: 'control', 'id-ref': id })),
  targets: targets.map((id) => ({ type: 'control', 'id-ref': id })),
})
const mapping = (target: string) => ({
  'mapping-collection': {
    uuid: '44444444-4444-4444-8444-444444444444',
    metadata: metadata('House mapping'),
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'complete',
      'mapping-description': 'x',
    },
    mappings: [
      {
        uuid: '55555555-5555-4555-8555-555555555555',
        'source-resource': { type: 'catalog', href: 'urn:schouw:requirements' },
        'target-resource': { type: 'catalog', href: target },
        maps: [map('subset-of', ['A1'], ['c-1']), map('equal-to', ['A2'], ['c-1', 'c-2'])],
      },
    ],
  },
})

onBothEngines('own frameworks', (bench) => {
  let app: FastifyInstance
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
    })
    for (const values of [
      { requirement: 'I2', level: 3, evidence_level: 'shown' },
      { requirement: 'A1', level: 4, evidence_level: 'tested' },
    ]) {
      await done(bench.storage, creating('requirement-answer', values))
    }
  })
  const bring = (document: unknown, query = '', as: Role = 'ciso') =>
    ask(app, {
      as,
      method: 'POST',
      url: `/api/v1/frameworks${query}`,
      raw: typeof document === 'string' ? document : JSON.stringify(document),
      headers: { 'content-type': 'application/octet-stream' },
    })
  const get = async (id: string, query = '') =>
    (await ask(app, { as: 'auditor', url: `/api/v1/frameworks/${id}${query}` })).body
  const size = async () => (await bench.storage.log(first)).head.size

  it('takes a library with its tree, its words and its mapping, once', async () => {
    const before = await size()
    const tried = await bring(library, '?dry_run=true')
    assert.deepEqual([tried.status, tried.body.frameworks[0].action], [200, 'create'])
    assert.deepEqual(tried.body.mappings, { set: 2, same: 0 })
    assert.equal(await size(), before)
    const came = await bring(library, '?name=own.yaml')
    assert.equal(came.status, 201, came.text)
    assert.deepEqual(came.body.mappings, { set: 2, same: 0 })
    assert.deepEqual(
      came.body.left_out.map(({ code, found }: any) => [code, found]),
      [['no-such-requirement', 'J99']],
    )
    assert.equal(came.body.entry, before)
    const [{ id }] = came.body.frameworks
    const { framework, items } = await get(id)
    assert.deepEqual([framework.requirements, framework.assessable, framework.mapped], [3, 2, 2])
    assert.deepEqual(
      items.map((one: any) => [one.title, one.parent, one.is_assessable]),
      [
        ['Toegang', null, false],
        ['Who leaves has no account.', 'urn:house:req:1', true],
        ['Second factors everywhere.', 'urn:house:req:1', true],
      ],
    )
    const [, known, unknown] = items
    assert.deepEqual(
      [known.standing.covered, known.standing.level, known.standing.evidence_level],
      ['whole', 3, 'shown'],
    )
    // Nobody has answered J1.
    assert.deepEqual([unknown.standing.covered, unknown.standing.level], ['part', null])
    const file = await ask(app, { as: 'ciso', url: `/api/v1/files/${framework.sha256}/content` })
    assert.equal(file.text, library)
    const again = await bring(library, '?name=own.yaml')
    assert.deepEqual(
      [again.status, again.body.entry, again.body.frameworks[0].action, again.body.mappings],
      [200, null, 'same', { set: 0, same: 2 }],
    )
    assert.equal(await size(), before + 1)
  })

  it('takes a table of one’s own, whose branches stand in the statement as a tree', async () => {
    const table = 'Nummer;Titel;Onder;Schouw\nH;Huis;;\nH.1;Eigen account;H;I2\nH.2;Slot;H;J99\n'
    const came = await bring(table, '?name=huis.csv')
    assert.equal(came.status, 201, came.text)
    assert.deepEqual(came.body.mappings, { set: 1, same: 0 })
    assert.deepEqual(
      came.body.left_out.map(({ code, found }: any) => [code, found]),
      [['no-such-requirement', 'J99']],
    )
    const [{ id }] = came.body.frameworks
    const stated = await ask(app, { as: 'auditor', url: `/api/v1/applicability?framework=${id}` })
    assert.deepEqual(
      stated.body.groups.map(({ ref, parent }: any) => [ref, parent]),
      [['H', null]],
    )
    assert.deepEqual(
      stated.body.items.map(({ ref, parent, applies }: any) => [ref, parent, applies]),
      [
        ['H.1', 'urn:table:huis:H', 'yes'],
        ['H.2', 'urn:table:huis:H', 'unmapped'],
      ],
    )
    const wrong = await bring('fruit;prijs\nappel;3\n', '?name=fruit.csv')
    assert.equal(wrong.status, 422, wrong.text)
  })

  it('lets a person say it otherwise, and a new edition keep that', async () => {
    const { items } = (await ask(app, { as: 'director', url: '/api/v1/frameworks' })).body
    const id = items.find((one: any) => one.key === 'urn:house:framework:own').id
    const put = (body: unknown, as: Role = 'ciso', tenant?: string) =>
      ask(app, {
        as,
        method: 'PUT',
        url: `/api/v1/frameworks/${id}/mappings`,
        body,
        ...(tenant === undefined ? {} : { tenant }),
      })
    const maps = [{ requirement: 'A1', relationship: 'equal-to' }]
    const before = await size()
    const set = await put({ requirement: 'urn:house:req:1.2', maps, note: 'Looked at.' })
    assert.deepEqual([set.status, set.body.mapping.origin, set.body.entry], [200, 'person', before])
    const two = (await get(id)).items[2]
    assert.deepEqual([two.standing.level, two.standing.evidence_level], [4, 'tested'])
    const edition = await bring(library.replace('version: 3', 'version: 4').replace('1.1', '1.3'))
    assert.equal(edition.body.frameworks[0].action, 'change')
    assert.equal((await get(id)).items[2].mapping.origin, 'person')
    assert.equal((await put({ requirement: 'urn:house:req:1.2', maps: null })).status, 200)
    assert.equal((await get(id)).items[2].mapping.origin, 'document')
    assert.equal((await put({ requirement: 'nowhere', maps })).status, 422)
    const strange = [{ requirement: 'Z9', relationship: 'equal-to' }]
    assert.equal((await put({ requirement: 'urn:house:req:1.2', maps: strange })).status, 422)
    assert.equal((await put({ requirement: 'x', maps }, 'it_manager')).status, 403)
    assert.equal((await put({ requirement: 'x', maps }, 'ciso', second)).status, 404)
  })

  it('takes a catalogue, a profile of it and a mapping to it', async () => {
    const made = await bring(catalog, '?name=house.json')
    assert.equal(made.status, 201, made.text)
    const [{ id }] = made.body.frameworks
    const chosen = await bring(profile, '?name=profile.json')
    assert.equal(chosen.status, 201, chosen.text)
    assert.equal(chosen.body.frameworks[0].requirements, 1)
    const mapped = await bring(mapping('house.json'))
    assert.deepEqual(mapped.body.mappings, { set: 2, same: 0 })
    const { items } = await get(id, '?limit=2&from=1')
    assert.deepEqual(
      items.map((one: any) => [one.ref, one.mapping.maps, one.standing.level]),
      [
        [
          null,
          [
            { requirement: 'A1', relationship: 'superset-of' },
            { requirement: 'A2', relationship: 'subset-of' },
          ],
          null,
        ],
        ['C-2', [{ requirement: 'A2', relationship: 'subset-of' }], null],
      ],
    )
    assert.equal((await bring(mapping('house.json'))).body.entry, null)
    const other = mapping('house.json')
    other['mapping-collection'].mappings[0]!['source-resource'].href = 'iso.json'
    assert.equal((await bring(other)).body.left_out[0].code, 'not-ours')
  })

  it('names by path what it cannot take', async () => {
    const missing = await bring({ catalog: { metadata: {}, controls: [{ id: '1 x' }] } })
    const paths = missing.body.problems.map((one: any) => `${one.path} ${one.code}`)
    assert.ok(paths.includes('/catalog/controls/0/id wrong-spelling'), paths.join())
    for (const [text, code] of [
      ['{', 'not-json'],
      ['a: [', 'not-yaml'],
      ['{"system-security-plan":{}}', 'model-not-read'],
      [JSON.stringify(profile).replace('house.json', 'gone.json'), 'reference-missing'],
    ] as const) {
      const came = await bring(text)
      assert.equal(came.status, 422, came.text)
      assert.equal(came.body.errors[0].code, code, came.text)
    }
    assert.equal((await bring(library, '', 'it_manager')).status, 403)
  })

  it('is nobody else’s', async () => {
    const none = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/frameworks' })
    assert.deepEqual(none.body.items, [])
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/frameworks' })).body
    assert.equal(items.length >= 3, true)
    const url = `/api/v1/frameworks/${items[0].id}`
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url })).status, 404)
  })

  const large = join(
    import.meta.dirname,
    '../../../../../shared/oscal/bsi/lieferkettensicherheit-catalog.json',
  )
  const skip = existsSync(large) ? false : 'no shared OSCAL documents on this machine'
  it('takes a catalogue that others publish', { skip }, async () => {
    const came = await bring(readFileSync(large).toString())
    assert.equal(came.status, 201, came.text.slice(0, 500))
    const [{ id, requirements }] = came.body.frameworks
    assert.ok(requirements > 10)
    assert.equal((await get(id, '?limit=2000')).items.length, Math.min(requirements, 2000))
  })
})
