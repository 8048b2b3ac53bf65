// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody, type Role } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { creating, done } from '../../storage/testing/records.ts'
import { first, second } from '../../storage/testing/tenants.ts'

const uuid = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`
/** JSON is YAML, and a comment says that it is meant so. */
const yamlOf = (value: unknown) => `# as YAML\n${JSON.stringify(value, null, 2)}`
const metadata = {
  title: 'Round of November',
  'last-modified': '2026-11-10T09:00:00Z',
  version: '1',
  'oscal-version': '1.2.2',
}
const plan = {
  'plan-of-action-and-milestones': {
    uuid: uuid(1),
    metadata,
    observations: [
      {
        uuid: uuid(2),
        description: 'Looked at the switch.',
        methods: ['TEST'],
        collected: '2026-11-04T10:00:00Z',
      },
    ],
    risks: [
      {
        uuid: uuid(3),
        title: 'Flat network',
        description: 'Office reaches line 2.',
        statement: 'Ransomware spreads to the line.',
        status: 'open',
        deadline: '2027-02-01T00:00:00Z',
        characterizations: [
          {
            origin: { actors: [{ type: 'tool', 'actor-uuid': uuid(9) }] },
            facets: [{ name: 'severity', system: 'urn:x', value: 'High' }],
          },
        ],
        remediations: [
          {
            uuid: uuid(4),
            lifecycle: 'planned',
            title: 'Split',
            description: 'Split the network.',
          },
        ],
      },
      { uuid: uuid(5), title: 'Old', description: 'x', statement: 'x', status: 'closed' },
    ],
    'poam-items': [
      {
        uuid: uuid(6),
        title: 'Split line 2',
        description: 'Put line 2 behind a firewall.',
        'related-risks': [{ 'risk-uuid': uuid(3) }],
        'related-observations': [{ 'observation-uuid': uuid(2) }],
      },
      {
        uuid: uuid(7),
        title: 'Was settled',
        description: 'x',
        'related-risks': [{ 'risk-uuid': uuid(5) }],
      },
      { title: 'Buy a safe', description: 'For the copies.' },
    ],
  },
}
const results = {
  'assessment-results': {
    uuid: uuid(20),
    metadata,
    'import-ap': { href: '#x' },
    results: [
      {
        uuid: uuid(21),
        title: 'R',
        description: 'R',
        start: '2026-11-05T00:00:00Z',
        'reviewed-controls': { 'control-selections': [{ 'include-all': {} }] },
        observations: [
          {
            uuid: uuid(22),
            description: 'Restored.',
            methods: ['TEST'],
            collected: '2026-11-03T00:00:00Z',
          },
        ],
        findings: [
          {
            uuid: uuid(23),
            title: 'Restore works',
            description: 'x',
            target: { type: 'objective-id', 'target-id': 'C1', status: { state: 'satisfied' } },
            'related-observations': [{ 'observation-uuid': uuid(22) }],
          },
          {
            uuid: uuid(24),
            title: 'No second factor',
            description: 'Of the suppliers.',
            props: [{ name: 'severity', value: 'critical' }],
            target: { type: 'objective-id', 'target-id': 'J1', status: { state: 'not-satisfied' } },
          },
          {
            uuid: uuid(25),
            title: 'Labels are missing',
            description: 'On the cables.',
            target: {
              type: 'objective-id',
              'target-id': 'pe-9_obj',
              status: { state: 'not-satisfied' },
            },
          },
        ],
      },
    ],
  },
}
const prop = (name: string, value: string) => ({ name, value })
const components = {
  'component-definition': {
    uuid: uuid(40),
    metadata,
    components: [
      {
        uuid: uuid(41),
        type: 'process-procedure',
        title: 'Second factor',
        description: 'Everybody signs in with two.',
        'control-implementations': [
          {
            uuid: uuid(42),
            source: 'urn:schouw:requirements',
            description: 'x',
            'implemented-requirements': [
              {
                uuid: uuid(43),
                'control-id': 'J1',
                description: 'Since March.',
                props: [prop('level', '3'), prop('rests-on', 'shown')],
              },
              {
                uuid: uuid(44),
                'control-id': 'J2',
                description: 'No radio in use.',
                props: [prop('implementation-status', 'not-applicable')],
              },
              { uuid: uuid(45), 'control-id': 'J3', description: 'Partly.' },
              { uuid: uuid(46), 'control-id': 'ac-2', description: 'Somebody else’s.' },
            ],
          },
        ],
      },
    ],
  },
}

const ofHouse = {
  catalog: {
    uuid: uuid(70),
    metadata,
    groups: [{ id: 'g', title: 'G', controls: [{ id: 'c-9', title: 'C', parts: [] }] }],
  },
}

/** Every member of a document, to be written over. */
function placesIn(value: any): readonly (readonly [any, string | number])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [[value, key] as const, ...placesIn(value[key])])
}

onBothEngines('OSCAL in', (bench) => {
  let app: FastifyInstance
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
    })
    const values = { requirement: 'C1', level: 2, evidence_level: 'said' }
    await done(bench.storage, creating('requirement-answer', values))
  })
  const bring = (document: unknown, query = '', as: Role = 'ciso', tenant?: string) =>
    ask(app, {
      as,
      ...(tenant === undefined ? {} : { tenant }),
      method: 'POST',
      url: `/api/v1/oscal${query}`,
      raw: typeof document === 'string' ? document : JSON.stringify(document),
      headers: { 'content-type': 'application/octet-stream' },
    })
  const all = async (register: string, tenant?: string) =>
    (
      await ask(app, {
        as: 'ciso',
        ...(tenant === undefined ? {} : { tenant }),
        url: `/api/v1/${register}?limit=100`,
      })
    ).body.items as any[]
  const size = async () => (await bench.storage.log(first)).head.size

  it('makes findings and actions of a plan, once, with one entry for the import', async () => {
    const before = await size()
    const tried = await bring(plan, '?dry_run=true')
    assert.equal(tried.status, 200, tried.text)
    assert.deepEqual(tried.body.made, { finding: 1, action: 2 })
    assert.equal(await size(), before)
    const came = await bring(yamlOf(plan), '?name=plan.yaml')
    assert.equal(came.status, 201, came.text)
    assert.deepEqual([came.body.made, came.body.refused], [{ finding: 1, action: 2 }, []])
    assert.equal(came.body.result_sha256, tried.body.result_sha256)
    assert.deepEqual(
      came.body.left_out.map(({ source, code }: any) => [source, code]),
      [['/plan-of-action-and-milestones/poam-items/1', 'closed']],
    )
    assert.equal(came.body.entry, (await size()) - 1)
    assert.equal(await size(), before + 4)
    const [finding] = await all('findings')
    assert.deepEqual(
      [finding.values.severity, finding.values.found_on, finding.values.recommendation],
      ['high', '2026-11-04', 'Split the network.'],
    )
    const actions = await all('actions')
    const split = actions.find((one) => one.values.name === 'Split line 2')
    assert.deepEqual(
      [split.values.sources, split.values.due_on, split.values.origin, split.state],
      [[finding.id], '2027-02-01', 'finding', 'open'],
    )
    for (const again of [yamlOf(plan), plan]) {
      const none = await bring(again)
      assert.deepEqual(
        [none.status, none.body.entry, none.body.made, none.body.changed, none.body.same],
        [200, null, {}, {}, { finding: 1, action: 2 }],
      )
    }
    assert.equal(await size(), before + 4)
  })

  it('leaves out what has no severity until somebody gives one, and keeps evidence apart', async () => {
    const came = await bring(results)
    assert.equal(came.status, 201, came.text)
    assert.deepEqual([came.body.made, came.body.changed], [{ finding: 1 }, {}])
    assert.deepEqual(
      came.body.left_out.map(({ source, code }: any) => [source, code]),
      [['/assessment-results/results/0/findings/2', 'severity-missing']],
    )
    // The answer rests on what somebody said; that it was tested is told, not taken.
    assert.deepEqual(
      came.body.differs.map(({ kind, field }: any) => [kind, field]),
      [['requirement-answer', 'evidence_level']],
    )
    const factor = (await all('findings')).find((one) => one.values.name === 'No second factor')
    assert.deepEqual([factor.values.requirements, factor.values.severity], [['J1'], 'critical'])
    const given = await bring(results, '?severity=low&rule=replace')
    assert.deepEqual(
      [given.body.made, given.body.changed, given.body.left_out],
      [{ finding: 1 }, { 'requirement-answer': 1 }, []],
    )
    const [answer] = await all('requirement-answers')
    assert.deepEqual([answer.values.level, answer.values.evidence_level], [2, 'tested'])
    assert.equal((await bring(results, '?severity=low&rule=replace')).body.entry, null)
  })

  it('asks a second person where a change alone would, once', async () => {
    const finding = (await all('findings')).find((one) => one.values.name === 'No second factor')
    const values = { code: 'P', name: 'Somebody' }
    const owner = (await done(bench.storage, creating('person', values))).record?.id
    const url = `/api/v1/findings/${finding.id}`
    const filled = await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url,
      version: finding.version,
      body: { values: { owner, due_on: '2027-01-01' } },
    })
    assert.equal(filled.status, 200, filled.text)
    const moved = await ask(app, {
      as: 'ciso',
      url: `${url}/moves`,
      version: finding.version + 1,
      body: { to: 'in_treatment' },
    })
    assert.equal(moved.status, 200, moved.text)
    const milder = JSON.stringify(results).replace('critical', 'high')
    const before = await size()
    // An act that waits is in the log once it is answered; the import is now.
    for (const entries of [1, 1]) {
      const came = await bring(milder, '?severity=low&rule=replace')
      assert.deepEqual([came.body.waiting, came.body.refused], [{ finding: 1 }, []], came.text)
      assert.equal((await size()) - before, entries)
    }
    const still = await ask(app, { as: 'ciso', url })
    assert.match(still.text, /"severity":"critical"/)
  })

  it('says so later where it was cut off before it was in the log', async () => {
    await bench.storage.write(first, (db) =>
      db.updateTable('oscal_documents').set({ entry: null }).execute(),
    )
    const came = await bring(plan)
    // Its bytes as YAML were written; these never were.
    assert.equal(came.body.entry, null)
    const late = await bring(yamlOf(plan))
    assert.deepEqual([late.body.made, late.body.changed], [{}, {}])
    assert.equal(late.body.entry, (await size()) - 1)
    assert.equal((await bring(yamlOf(plan))).body.entry, null)
  })

  it('makes measures of components, and answers where a level is said', async () => {
    const came = await bring(components)
    assert.equal(came.status, 201, came.text)
    assert.deepEqual(came.body.made, { measure: 1, 'requirement-answer': 2 }, came.text)
    assert.deepEqual(
      came.body.left_out.map(({ code, found }: any) => [code, found]),
      [
        ['level-unknown', 'J3'],
        ['no-requirement-of-ours', 'ac-2'],
      ],
    )
    const [measure] = await all('measures')
    assert.deepEqual(
      [measure.values.duties, measure.values.requirements, measure.state],
      [['j'], ['J1', 'J2', 'J3'], 'proposed'],
    )
    const answers = await all('requirement-answers')
    const j1 = answers.find((one) => one.values.requirement === 'J1')
    assert.deepEqual(
      [j1.values.level, j1.values.evidence_level, j1.values.measures],
      [3, 'shown', [measure.id]],
    )
    assert.equal((await bring(components)).body.entry, null)
  })

  it('knows again what was written here', async () => {
    for (const model of [
      'component-definition',
      'assessment-results',
      'plan-of-action-and-milestones',
    ]) {
      const url = `/api/v1/oscal?model=${model}`
      const written = await ask(app, { as: 'ciso', url })
      const came = await bring(written.text)
      assert.deepEqual([came.body.made, came.body.changed, came.body.refused], [{}, {}, []], model)
      assert.equal(came.body.entry, null, model)
    }
  })

  it('lets nobody do more by import than alone, and another organisation see nothing', async () => {
    assert.equal((await bring(plan, '', 'director')).status, 403)
    const catalog = { catalog: { uuid: uuid(60), metadata, controls: [{ id: 'c-1', title: 'C' }] } }
    assert.equal((await bring(catalog, '', 'ot_engineer')).status, 403)
    const own = await bring(catalog)
    assert.deepEqual([own.status, own.body.frameworks[0].action], [201, 'create'], own.text)
    // Nothing of the first is known to the second: all of it would be new.
    const theirs = await bring(plan, '?dry_run=true', 'it_manager', second)
    assert.deepEqual(theirs.body.made, { finding: 1, action: 2 }, theirs.text)
    assert.equal((await all('findings', second)).length, 0)
  })

  it('names by path what is not as the model has it', async () => {
    const odd = structuredClone(plan) as any
    odd['plan-of-action-and-milestones']['poam-items'][2].colour = 'red'
    const came = await bring(odd, '?dry_run=true')
    assert.deepEqual(
      came.body.problems.map(({ path, code }: any) => [path, code]),
      [['/plan-of-action-and-milestones/poam-items/2/colour', 'member-unknown']],
    )
    for (const [text, code] of [
      ['<plan-of-action-and-milestones>', 'not-xml'],
      ['{"a":1}', 'not-oscal'],
      ['[', 'not-json'],
    ] as const) {
      const no = await bring(text)
      assert.deepEqual([no.status, no.body.errors[0].code], [422, code], no.text)
    }
  })

  it('knows requirements of theirs by the mapping of an own framework', async () => {
    const controls = [{ id: 'pe-9', title: 'Cables' }]
    const made = await bring({ catalog: { uuid: uuid(80), metadata, controls } })
    const [{ id }] = made.body.frameworks
    const maps = [{ requirement: 'I1', relationship: 'intersects-with' }]
    const url = `/api/v1/frameworks/${id}/mappings`
    const body = { requirement: 'pe-9', maps }
    assert.equal((await ask(app, { as: 'ciso', method: 'PUT', url, body })).status, 200)
    const came = await bring(results, '?severity=low')
    assert.deepEqual(came.body.changed, { finding: 1 }, came.text)
    const labels = (await all('findings')).find((one) => one.values.name === 'Labels are missing')
    assert.deepEqual(labels.values.requirements, ['I1'])
  })

  it('answers for any document, however odd', { timeout: 120_000 }, async () => {
    const strange = fc.constantFrom<unknown>(
      null,
      0,
      -1,
      1e300,
      '',
      '\u0000',
      '__proto__',
      '9'.repeat(600),
      [],
      {},
      [[]],
      { uuid: 7 },
      true,
    )
    const documents = [plan, results, components, ofHouse]
    const places = fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), places, async (document, changes) => {
        const odd = structuredClone(document) as object
        for (const [at, value] of changes) {
          const found = placesIn(odd)
          const [holder, key] = found[at % found.length]!
          holder[key] = structuredClone(value)
        }
        const came = await bring(odd, '?dry_run=true&severity=low')
        assert.ok([200, 400, 422].includes(came.status), `${came.text} ${JSON.stringify(odd)}`)
      }),
      { numRuns: 150 },
    )
  })

  it('takes a document as XML, and knows it again', async () => {
    const xml = `<?xml version="1.0"?>
      <plan-of-action-and-milestones xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="${uuid(90)}">
        <metadata><title>Ronde</title><last-modified>2026-11-10T09:00:00Z</last-modified>
          <version>1</version><oscal-version>1.2.2</oscal-version></metadata>
        <poam-item uuid="${uuid(91)}"><title>Sluit de <em>oude</em> poort</title>
          <description><p>Achter de hal.</p></description></poam-item>
      </plan-of-action-and-milestones>`
    const came = await bring(xml, '?name=plan.xml')
    assert.equal(came.status, 201, came.text)
    assert.deepEqual([came.body.made, came.body.problems], [{ action: 1 }, []])
    const names = (await all('actions')).map((one) => one.values.name)
    assert.ok(names.includes('Sluit de *oude* poort'), names.join())
    const again = await bring(xml)
    assert.deepEqual([again.status, again.body.entry, again.body.made], [200, null, {}])
  })

  const shared = join(import.meta.dirname, '../../../../../shared/oscal/nist')
  const skip = existsSync(shared) ? false : 'no shared OSCAL documents on this machine'
  it('takes what others publish, once', { skip }, async () => {
    for (const [file, made] of [
      ['ifa_plan-of-action-and-milestones.json', { finding: 2, action: 2 }],
      ['ifa_assessment-results-example.json', undefined],
      ['example-component-definition.json', {}],
    ] as const) {
      const text = readFileSync(join(shared, file), 'utf8')
      const came = await bring(text, '?severity=medium')
      assert.ok(came.status === 200 || came.status === 201, came.text)
      assert.deepEqual(came.body.refused, [], file)
      if (made !== undefined) assert.deepEqual(came.body.made, made, came.text)
      const again = await bring(text, '?severity=medium')
      assert.deepEqual([again.body.entry, again.body.made, again.body.changed], [null, {}, {}])
    }
  })
})
