// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readYaml } from '../yaml/index.ts'
import {
  findingsOf,
  implementationsOf,
  itemsOf,
  mappingsOf,
  type OscalDocument,
  oscalCatalog,
  oscalComponents,
  oscalPlan,
  oscalResults,
  readOscal,
  requirementsOf,
  resolveProfile,
  risksOf,
} from './index.ts'
import { shapes } from './shapes.ts'

const shared = join(import.meta.dirname, '../../../shared/oscal')
const skip = existsSync(shared) ? false : 'no shared OSCAL documents on this machine'
const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))

const about = {
  id: '0190a000-0000-7000-8000-00000000000a',
  title: 'Oosterduin: stand van\nzaken',
  organisation: 'Oosterduin Verpakkingsmachines B.V.',
  version: '4711',
  lastModified: '2026-11-21T12:00:00Z',
}
const groups = [
  {
    id: 'a',
    title: 'Beleid en risico',
    requirements: [
      { id: 'A1', title: 'Er is beleid', statement: 'Het bestuur stelt beleid vast.' },
      { id: 'A2', title: 'Er zijn eigenaren', guidance: 'Noem ze.' },
    ],
  },
]
const answers = [
  {
    id: 'r1',
    requirement: 'A1',
    level: 4,
    target: 3,
    evidenceLevel: 'shown' as const,
    note: 'Versie 3.',
    answeredOn: '2026-11-01',
    evidence: [{ title: 'beleid.md', sha256: 'ab'.repeat(32) }],
  },
  { id: 'r2', requirement: 'A2', level: 1, target: 3 },
  { id: 'r3', requirement: 'A3', level: 2 },
]
const findings = [
  {
    id: 'f1',
    title: 'Kantoor bereikt lijn 2',
    severity: 'high',
    state: 'open',
    requirements: ['E2'],
    foundOn: '2026-11-05',
  },
]
const risks = [
  { id: 'k1', title: 'Plat netwerk', statement: 'Gijzelsoftware …', state: 'assessed' },
]
const actions = [
  {
    id: 'x1',
    title: 'Scheid lijn 2',
    state: 'open',
    dueOn: '2027-01-08',
    findings: ['f1'],
    risks: ['k1'],
  },
]
const measures = [
  { id: 'm1', title: 'Beleid', requirements: ['A1', 'A2'], state: 'in_place', level: 3 },
  { id: 'm2', title: 'Nog niets', requirements: [], state: 'proposed' },
]

const written = {
  catalog: oscalCatalog(about, groups),
  'component-definition': oscalComponents(about, '#catalog', { measures, answers }),
  'assessment-results': oscalResults(about, { answers, findings }),
  'plan-of-action-and-milestones': oscalPlan(about, { actions, findings, risks }),
}

describe('what is written', () => {
  for (const [model, document] of Object.entries(written)) {
    it(`as ${model} is read back without a problem`, () => {
      const read = readOscal(bytesOf(document))
      assert.deepEqual(read.problems, [])
      assert.equal(read.document?.model, model)
    })
  }

  it('has the same UUIDs every time', () => {
    assert.deepEqual(
      oscalPlan(about, { actions, findings, risks }),
      written['plan-of-action-and-milestones'],
    )
    const body = (name: keyof typeof written) =>
      readOscal(bytesOf(written[name])).document?.body ?? {}
    const [finding] = findingsOf(body('plan-of-action-and-milestones'))
    const [again] = findingsOf(body('assessment-results')).filter(({ title }) =>
      title.startsWith('Kantoor'),
    )
    assert.equal(finding?.uuid, again?.uuid)
    assert.match(finding?.uuid ?? '', /^[0-9a-f-]{14}5/)
    assert.deepEqual(itemsOf(body('plan-of-action-and-milestones'))[0]?.findings, [finding?.uuid])
    assert.equal(risksOf(body('plan-of-action-and-milestones')).length, 1)
  })

  it('calls nothing satisfied that has no level to reach', () => {
    const body = readOscal(bytesOf(written['assessment-results'])).document?.body ?? {}
    const states = findingsOf(body).map(({ target, state }) => [target, state])
    assert.deepEqual(states, [
      ['A1', 'satisfied'],
      ['A2', 'not-satisfied'],
      ['E2', 'not-satisfied'],
    ])
    const definition = readOscal(bytesOf(written['component-definition'])).document?.body ?? {}
    assert.deepEqual(
      implementationsOf(definition).map(({ control, status }) => [control, status]),
      [
        ['A1', 'implemented'],
        ['A2', 'partial'],
      ],
    )
  })

  it('is valid by the published schema', { skip }, (t) => {
    // A dependency of the server's framework: not ours to name, and not everywhere.
    const load = createRequire(import.meta.url)
    let Ajv: any
    try {
      Ajv = load('ajv')
    } catch {
      t.skip('no validator on this machine')
      return
    }
    const schema = JSON.parse(
      readFileSync(join(shared, 'schema/oscal_complete_schema-1.2.2.json'), 'utf8'),
    )
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(
      schema,
    )
    for (const [model, document] of Object.entries(written)) {
      assert.ok(validate(document), `${model}: ${JSON.stringify(validate.errors?.slice(0, 5))}`)
    }
  })
})

describe('readOscal', () => {
  it('names by path what is not as the model has it, and uses the rest', () => {
    const document: any = structuredClone(written.catalog)
    const { catalog } = document
    catalog.groups[0].controls[0].links = { href: '#x' }
    catalog.groups[0].controls[1].colour = 'red'
    catalog.groups[0].controls[1].id = 'A1'
    catalog.groups[0].controls[1].props = []
    delete catalog.metadata.title
    catalog.uuid = 'no uuid'
    catalog.metadata['oscal-version'] = '3.0.0'
    const { problems, document: read } = readOscal(bytesOf(document))
    const found = problems.map(({ path, code }) => `${code} ${path}`).sort()
    assert.deepEqual(found, [
      'empty-list /catalog/groups/0/controls/1/props',
      'id-taken /catalog/groups/0/controls/1/id',
      'member-missing /catalog/metadata',
      'member-unknown /catalog/groups/0/controls/1/colour',
      'not-a-list /catalog/groups/0/controls/0/links',
      'version-unknown /catalog/metadata/oscal-version',
      'wrong-spelling /catalog/uuid',
    ])
    const [first] = requirementsOf(read?.body ?? {}).filter(({ kind }) => kind === 'control')
    assert.deepEqual(first?.links, [{ rel: null, href: '#x' }])
  })

  it('reads YAML, and says so of what it does not read', () => {
    const yaml = [
      'catalog:',
      `  uuid: 6f0d1f3e-6f0b-4f53-9a7e-0b1c5d7a2e95`,
      '  metadata:',
      '    title: Een catalogus',
      '    last-modified: "2026-11-21T12:00:00Z"',
      '    version: "1"',
      '    oscal-version: 1.2.2',
    ].join('\n')
    const read = readOscal(Buffer.from(yaml))
    assert.deepEqual([read.document?.title, read.problems], ['Een catalogus', []])
    const code = (text: string) => readOscal(Buffer.from(text)).problems[0]?.code
    assert.equal(code('<catalog/>'), 'member-missing')
    assert.equal(code('{"system-security-plan":{}}'), 'model-not-read')
    assert.equal(code('{"a":1}'), 'not-oscal')
    assert.equal(code('{"catalog":'), 'not-json')
    assert.equal(code('[]'), 'not-oscal')
    assert.equal(code(`{"catalog":${'{"groups":['.repeat(200)}`), 'not-json')
    for (const text of ['', '\0', 'null', '{"catalog":[]}', '{"catalog":null}', 'a: &x [*x]']) {
      assert.ok(readOscal(Buffer.from(text)).document === null, text)
    }
    void readYaml
  })

  it('finds of every shared document what its list says of it', { skip }, () => {
    const folders = ['nist', 'bsi', 'fedramp']
    const wrong: Record<string, readonly string[]> = {}
    for (const folder of folders) {
      for (const name of readdirSync(join(shared, folder))) {
        const { document, problems } = readOscal(readFileSync(join(shared, folder, name)))
        const isOther = /assessment-plan|ssp|sap-template/.test(name)
        assert.equal(document === null, isOther, name)
        if (problems.length > 0) wrong[name] = [...new Set(problems.map(({ code }) => code))].sort()
      }
    }
    assert.deepEqual(wrong, {
      'ifa_assessment-plan-example.json': ['model-not-read'],
      'ifa_ssp-example.json': ['model-not-read'],
      'sap-template.json': ['model-not-read'],
      'iso27001-to-gspp-mapping.json': ['member-unknown'],
      'lieferkettensicherheit-component.json': ['not-a-list'],
    })
  })

  it('has the members of the published schema, no more and no fewer', { skip }, () => {
    const schema = JSON.parse(
      readFileSync(join(shared, 'schema/oscal_complete_schema-1.2.2.json'), 'utf8'),
    )
    let count = 0
    for (const [full, definition] of Object.entries<any>(schema.definitions)) {
      const name = full.split(':').at(-1) ?? ''
      const shape = shapes.get(name)
      if (shape === undefined || definition.properties === undefined) continue
      const names = Object.keys(definition.properties).sort()
      // Two objects of one name: the second stands under another.
      if (JSON.stringify(names) !== JSON.stringify([...shape.keys()].sort())) continue
      const required = [...shape].filter(([, one]) => one.isRequired).map(([key]) => key)
      assert.deepEqual(required.sort(), [...(definition.required ?? [])].sort(), name)
      count += 1
    }
    assert.ok(count > 55, `${count}`)
  })
})

describe('resolveProfile', () => {
  const catalog = {
    catalog: {
      uuid: '6f0d1f3e-6f0b-4f53-9a7e-0b1c5d7a2e95',
      metadata: {
        title: 'C',
        'last-modified': '2026-11-21T12:00:00Z',
        version: '1',
        'oscal-version': '1.2.2',
      },
      groups: [
        {
          id: 'g',
          title: 'G',
          controls: [
            {
              id: 'ac-1',
              title: 'One',
              params: [{ id: 'p1', label: 'term' }],
              parts: [
                { id: 'ac-1_smt', name: 'statement', prose: 'Within {{ insert: param, p1 }}.' },
              ],
              controls: [{ id: 'ac-1.1', title: 'Deeper' }],
            },
            { id: 'ac-2', title: 'Two', props: [{ name: 'label', value: 'AC-2' }] },
            { id: 'au-1', title: 'Three' },
          ],
        },
      ],
    },
  }
  const profileOf = (more: object, imports: object[]) => ({
    profile: {
      uuid: '6f0d1f3e-6f0b-4f53-9a7e-0b1c5d7a2e96',
      metadata: catalog.catalog.metadata,
      imports,
      ...more,
    },
  })
  const read = (value: unknown): OscalDocument => {
    const { document, problems } = readOscal(bytesOf(value))
    assert.deepEqual(problems, [])
    assert.ok(document)
    return document
  }
  const resolved = (profile: unknown, find = () => read(catalog) as OscalDocument | undefined) => {
    const { catalog: made, problems } = resolveProfile(read(profile), find)
    const controls = requirementsOf(made).filter(({ kind }) => kind === 'control')
    return { controls, ids: controls.map(({ id }) => id), problems, made }
  }

  it('selects by id, pattern and child, and leaves out', () => {
    const one = (selection: object) =>
      resolved(profileOf({ merge: { 'as-is': true } }, [{ href: 'c', ...selection }])).ids
    assert.deepEqual(one({ 'include-all': {} }), ['ac-1', 'ac-1.1', 'ac-2', 'au-1'])
    assert.deepEqual(one({ 'include-controls': [{ 'with-ids': ['ac-1'] }] }), ['ac-1'])
    const deep = { 'with-ids': ['ac-1'], 'with-child-controls': 'yes' }
    assert.deepEqual(one({ 'include-controls': [deep] }), ['ac-1', 'ac-1.1'])
    const pattern = { matching: [{ pattern: 'ac-*' }] }
    const out = [{ 'with-ids': ['ac-2'] }]
    const both = { 'include-controls': [pattern], 'exclude-controls': out }
    assert.deepEqual(one(both), ['ac-1', 'ac-1.1'])
  })

  it('sets parameters and alters controls', () => {
    const modify = {
      'set-parameters': [{ 'param-id': 'p1', values: ['two days'] }],
      alters: [
        {
          'control-id': 'ac-2',
          removes: [{ 'by-name': 'label' }],
          adds: [{ parts: [{ name: 'guidance', prose: 'Think.' }] }],
        },
      ],
    }
    const { controls, problems, made } = resolved(
      profileOf({ modify }, [{ href: 'c', 'include-all': {} }]),
    )
    assert.deepEqual(problems, [])
    assert.equal(controls[0]?.statement, 'Within two days.')
    const second = controls.find(({ id }) => id === 'ac-2')
    assert.deepEqual([second?.label, second?.guidance], [null, 'Think.'])
    assert.equal('groups' in made, false)
  })

  it('names what is not there, and a ring', () => {
    const missing = resolved(profileOf({}, [{ href: 'gone' }]), () => undefined)
    assert.deepEqual(
      missing.problems.map(({ path, code }) => [path, code]),
      [['/profile/imports/0/href', 'reference-missing']],
    )
    const itself = profileOf({}, [{ href: 'me' }])
    assert.deepEqual(
      resolved(itself, () => read(itself)).problems.map(({ code }) => code),
      ['cycle'],
    )
    const strange = [{ href: 'c', 'include-controls': [{ 'with-ids': ['zz-9'] }] }]
    const { problems } = resolved(profileOf({}, strange))
    assert.equal(problems[0]?.path, '/profile/imports/0/include-controls/0/with-ids/0')
  })

  it('comes to what the published resolved catalogues hold', { skip }, () => {
    for (const [profile, catalogue, count] of [
      [
        'nist/sp800-53r5-PRIVACY-profile.json',
        'nist/sp800-53r5-PRIVACY-resolved-catalog.json',
        102,
      ],
      ['bsi/lieferkettensicherheit-profile.json', 'bsi/lieferkettensicherheit-catalog.json', 146],
    ] as const) {
      const source = readOscal(readFileSync(join(shared, catalogue))).document
      const wanted = readOscal(readFileSync(join(shared, profile))).document
      assert.ok(source && wanted)
      const { catalog: made, problems } = resolveProfile(wanted, () => source)
      const ids = (body: typeof made) =>
        requirementsOf(body)
          .filter(({ kind }) => kind === 'control')
          .map(({ id }) => id)
      assert.deepEqual(problems, [], profile)
      assert.deepEqual(ids(made), ids(source.body))
      assert.equal(ids(made).length, count)
    }
  })

  it('reads a mapping of the federal office', { skip }, () => {
    const { document } = readOscal(readFileSync(join(shared, 'bsi/iso27001-to-gspp-mapping.json')))
    const sets = mappingsOf(document?.body ?? {})
    assert.deepEqual([sets.length, sets[0]?.maps[0]?.sources], [2, ['5.1']])
  })
})
