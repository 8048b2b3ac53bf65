// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isFields } from '../sightings/index.ts'
import { mappingsOf, readOscal, requirementsOf } from './index.ts'
import { models, shapes } from './shapes.ts'

const shared = join(import.meta.dirname, '../../../shared/oscal')
const skip = existsSync(shared) ? false : 'no shared OSCAL documents on this machine'
const xmlns = 'xmlns="http://csrc.nist.gov/ns/oscal/1.0"'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const metadata = `<metadata><title>Een <em>proef</em></title>
  <last-modified>2026-11-21T12:00:00Z</last-modified><version>1</version>
  <oscal-version>1.2.2</oscal-version>
  <revisions><revision><version>0.9</version></revision>
    <revision><version>0.8</version></revision></revisions>
  <document-id scheme="https://example.org/id">urn:proef</document-id>
  <party uuid="${uuid(1)}" type="organization"><name>Oosterduin</name>
    <telephone-number type="office">+31 20 1234567</telephone-number>
    <email-address>a@example.org</email-address></party></metadata>`
const said = {
  title: 'Een *proef*',
  'last-modified': '2026-11-21T12:00:00Z',
  version: '1',
  'oscal-version': '1.2.2',
  revisions: [{ version: '0.9' }, { version: '0.8' }],
  'document-ids': [{ scheme: 'https://example.org/id', identifier: 'urn:proef' }],
  parties: [
    {
      uuid: uuid(1),
      type: 'organization',
      name: 'Oosterduin',
      'telephone-numbers': [{ type: 'office', number: '+31 20 1234567' }],
      'email-addresses': ['a@example.org'],
    },
  ],
}
const read = (text: string) => readOscal(Buffer.from(text))
const whole = (model: string, inside: string) =>
  read(
    `<?xml version="1.0"?>\n<${model} ${xmlns} uuid="${uuid(0)}">${metadata}${inside}</${model}>`,
  )
const bodyOf = (model: string, inside: string) => {
  const { document, problems } = whole(model, inside)
  assert.deepEqual(problems, [])
  assert.equal(document?.model, model)
  const { uuid: own, metadata: about, ...rest } = document?.body ?? {}
  assert.deepEqual([own, about], [uuid(0), said])
  return rest
}

describe('OSCAL as XML', () => {
  it('is a catalogue with its marks as Markdown', () => {
    const body = bodyOf(
      'catalog',
      `<group id="s1" class="family"><title>Toegang</title>
        <control id="s1.1"><title>Wie mag wat</title>
          <param id="s1.1_p"><label>een keuze</label>
            <select how-many="one"><choice>na <insert type="param" id-ref="s1.1_q"/> uur</choice>
              <choice>nooit</choice></select></param>
          <prop name="label" value="1.1"/>
          <part id="s1.1_smt" name="statement"><title>Eis</title>
            <p>Zie <a href="https://example.org/a?b=1&amp;c=2">de
              norm</a>, <strong>verplicht</strong> en <q>streng</q>.</p>
            <ul><li>een</li><li>twee <code>x &lt; y</code></li></ul>
            <ol><li>eerst<ul><li>binnen</li></ul></li></ol>
            <pre>  a
  b</pre>
            <table><tr><th>k</th><th>w</th></tr><tr><td>1</td><td>2</td></tr></table>
            <part id="s1.1_a" name="item"><p>Los.</p></part></part>
        </control></group>
        <back-matter><resource uuid="${uuid(2)}"><title>Bron</title>
          <rlink href="a.pdf" media-type="application/pdf"><hash algorithm="SHA-256">ab12</hash></rlink>
          <base64 filename="a.txt" media-type="text/plain">YWJj</base64></resource></back-matter>`,
    )
    assert.deepEqual(body, {
      groups: [
        {
          id: 's1',
          class: 'family',
          title: 'Toegang',
          controls: [
            {
              id: 's1.1',
              title: 'Wie mag wat',
              params: [
                {
                  id: 's1.1_p',
                  label: 'een keuze',
                  select: {
                    'how-many': 'one',
                    choice: ['na {{ insert: param, s1.1_q }} uur', 'nooit'],
                  },
                },
              ],
              props: [{ name: 'label', value: '1.1' }],
              parts: [
                {
                  id: 's1.1_smt',
                  name: 'statement',
                  title: 'Eis',
                  prose: [
                    'Zie [de norm](https://example.org/a?b=1&c=2), **verplicht** en "streng".',
                    '* een\n* twee `x < y`',
                    '1. eerst\n   * binnen',
                    '```\n  a\n  b\n```',
                    '| k | w |\n| --- | --- |\n| 1 | 2 |',
                  ].join('\n\n'),
                  parts: [{ id: 's1.1_a', name: 'item', prose: 'Los.' }],
                },
              ],
            },
          ],
        },
      ],
      'back-matter': {
        resources: [
          {
            uuid: uuid(2),
            title: 'Bron',
            rlinks: [
              {
                href: 'a.pdf',
                'media-type': 'application/pdf',
                hashes: [{ algorithm: 'SHA-256', value: 'ab12' }],
              },
            ],
            base64: { filename: 'a.txt', 'media-type': 'text/plain', value: 'YWJj' },
          },
        ],
      },
    })
  })

  it('is a profile', () => {
    assert.deepEqual(
      bodyOf(
        'profile',
        `<import href="#c"><include-controls with-child-controls="yes"><with-id>s1.1</with-id>
           <matching pattern="s2.*"/></include-controls></import>
         <merge><as-is>true</as-is></merge>
         <modify><set-parameter param-id="s1.1_p"><value>acht</value></set-parameter>
           <alter control-id="s1.1"><remove by-name="item"/>
             <add position="ending"><part name="guidance"><p>Let op.</p></part></add></alter></modify>`,
      ),
      {
        imports: [
          {
            href: '#c',
            'include-controls': [
              {
                'with-child-controls': 'yes',
                'with-ids': ['s1.1'],
                matching: [{ pattern: 's2.*' }],
              },
            ],
          },
        ],
        merge: { 'as-is': true },
        modify: {
          'set-parameters': [{ 'param-id': 's1.1_p', values: ['acht'] }],
          alters: [
            {
              'control-id': 's1.1',
              removes: [{ 'by-name': 'item' }],
              adds: [{ position: 'ending', parts: [{ name: 'guidance', prose: 'Let op.' }] }],
            },
          ],
        },
      },
    )
  })

  it('is a mapping', () => {
    const resource = (name: string, href: string) =>
      `<${name}-resource type="catalog" href="${href}"/>`
    const body = bodyOf(
      'mapping-collection',
      `<provenance><method>human</method><matching-rationale>semantic</matching-rationale>
         <status>draft</status><mapping-description><p>Proef</p></mapping-description></provenance>
       <mapping uuid="${uuid(3)}">${resource('source', '#a')}${resource('target', '#b')}
         <map uuid="${uuid(4)}"><relationship>subset-of</relationship>
           <source type="control" id-ref="s1.1"/><target type="control" id-ref="A1"/>
           <coverage generation-method="arbitrary">0.5</coverage></map></mapping>`,
    )
    assert.deepEqual(mappingsOf(body), [
      {
        source: '#a',
        target: '#b',
        maps: [
          {
            uuid: uuid(4),
            relationship: 'subset-of',
            sources: ['s1.1'],
            targets: ['A1'],
            remarks: null,
          },
        ],
      },
    ])
  })

  it('is a component definition', () => {
    assert.deepEqual(
      bodyOf(
        'component-definition',
        `<component uuid="${uuid(5)}" type="software"><title>Poort</title>
           <description><p>Een poort.</p></description>
           <protocol name="https"><port-range start="443" end="443" transport="TCP"/></protocol>
           <control-implementation uuid="${uuid(6)}" source="#c"><description><p>Zo.</p></description>
             <implemented-requirement uuid="${uuid(7)}" control-id="A1">
               <prop name="level" value="3"/><description><p>Gedaan.</p></description>
             </implemented-requirement></control-implementation></component>`,
      ),
      {
        components: [
          {
            uuid: uuid(5),
            type: 'software',
            title: 'Poort',
            description: 'Een poort.',
            protocols: [
              { name: 'https', 'port-ranges': [{ start: 443, end: 443, transport: 'TCP' }] },
            ],
            'control-implementations': [
              {
                uuid: uuid(6),
                source: '#c',
                description: 'Zo.',
                'implemented-requirements': [
                  {
                    uuid: uuid(7),
                    'control-id': 'A1',
                    props: [{ name: 'level', value: '3' }],
                    description: 'Gedaan.',
                  },
                ],
              },
            ],
          },
        ],
      },
    )
  })

  it('is a result, and a plan of action', () => {
    const risk = `<risk uuid="${uuid(10)}"><title>R</title><description><p>D</p></description>
      <statement><p>S</p></statement><status>open</status>
      <threat-id system="https://example.org" href="#t">urn:t</threat-id>
      <response uuid="${uuid(11)}" lifecycle="planned"><title>P</title>
        <description><p>D</p></description></response></risk>`
    const theRisk = {
      uuid: uuid(10),
      title: 'R',
      description: 'D',
      statement: 'S',
      status: 'open',
      'threat-ids': [{ system: 'https://example.org', href: '#t', id: 'urn:t' }],
      remediations: [{ uuid: uuid(11), lifecycle: 'planned', title: 'P', description: 'D' }],
    }
    const results = bodyOf(
      'assessment-results',
      `<import-ap href="#ap"/><result uuid="${uuid(12)}"><title>T</title>
        <description><p>D</p></description><start>2026-11-01T00:00:00Z</start>
        <local-definitions><assessment-task uuid="${uuid(13)}" type="action"><title>Doe</title>
          <associated-activity activity-uuid="${uuid(14)}"><subject type="component"><include-all/>
          </subject></associated-activity></assessment-task></local-definitions>
        <reviewed-controls><control-selection><include-control control-id="A1"/>
          </control-selection></reviewed-controls>${risk}
        <finding uuid="${uuid(15)}"><title>F</title><description><p>D</p></description>
          <target type="objective-id" target-id="A1"><status state="not-satisfied"/></target>
          <associated-risk risk-uuid="${uuid(10)}"/></finding></result>`,
    )
    const [result] = results['results'] as Record<string, unknown>[]
    assert.deepEqual(result?.['risks'], [theRisk])
    assert.deepEqual((result as any).findings[0]['related-risks'], [{ 'risk-uuid': uuid(10) }])
    assert.deepEqual(result?.['local-definitions'], {
      tasks: [
        {
          uuid: uuid(13),
          type: 'action',
          title: 'Doe',
          'associated-activities': [
            {
              'activity-uuid': uuid(14),
              subjects: [{ type: 'component', 'include-all': {} }],
            },
          ],
        },
      ],
    })
    const plan = bodyOf(
      'plan-of-action-and-milestones',
      `<system-id identifier-type="https://example.org">a-1</system-id>${risk}
       <poam-item uuid="${uuid(16)}"><title>I</title><description><p>D</p></description>
         <associated-risk risk-uuid="${uuid(10)}"/></poam-item>`,
    )
    assert.deepEqual(plan, {
      'system-id': { 'identifier-type': 'https://example.org', id: 'a-1' },
      risks: [theRisk],
      'poam-items': [
        {
          uuid: uuid(16),
          title: 'I',
          description: 'D',
          'related-risks': [{ 'risk-uuid': uuid(10) }],
        },
      ],
    })
  })

  it('names by path what the model does not know, and what is there twice', () => {
    const { document, problems } = whole(
      'catalog',
      `<control id="a" colour="red"><title>A</title><title>B</title><smell>bad</smell>stray</control>`,
    )
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [
        ['/catalog/controls/0/colour', 'member-unknown'],
        ['/catalog/controls/0/title', 'id-taken'],
        ['/catalog/controls/0/smell', 'member-unknown'],
        ['/catalog/controls/0', 'member-unknown'],
      ],
    )
    assert.deepEqual(
      requirementsOf(document?.body ?? {}).map(({ title }) => title),
      ['A'],
    )
  })

  it('reads prefixes, both marks of UTF-16 and text as it stands, and refuses the rest', () => {
    const text = `<o:catalog xmlns:o="http://csrc.nist.gov/ns/oscal/1.0"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"
      uuid="${uuid(0)}">${metadata.replaceAll(/<(\/?)(?=[a-z])/g, '<$1o:')}</o:catalog>`
    assert.deepEqual(read(text).problems, [])
    assert.deepEqual(readOscal(Buffer.from(`\ufeff${text}`, 'utf16le')).problems, [])
    const code = (given: string) => read(given).problems[0]?.code
    assert.equal(code('<!DOCTYPE c [<!ENTITY a "b">]><catalog>&a;</catalog>'), 'entities-refused')
    assert.equal(code('<catalog><control></catalog>'), 'not-xml')
    assert.equal(code(`${'<catalog>'.repeat(100)}${'</catalog>'.repeat(100)}`), 'too-deep')
    assert.equal(code('<system-security-plan/>'), 'model-not-read')
    assert.equal(code('<group><control/></group>'), 'not-oscal')
    assert.equal(code('<html><body>Niets</body></html>'), 'not-oscal')
    assert.equal(code('<'), 'not-xml')
    assert.equal(code('<catalog><__proto__ x="1"/></catalog>'), 'not-xml')
    assert.equal(code(`<catalog>${' '.repeat(12 << 20)}</catalog>`), 'too-large')
  })

  it('says the same of every shared document as its JSON does', { skip }, () => {
    let compared = 0
    for (const folder of ['nist', 'bsi', 'fedramp']) {
      for (const name of readdirSync(join(shared, folder))) {
        const bytes = readFileSync(join(shared, folder, name))
        const json = readOscal(bytes)
        if (json.document === null) continue
        const { model, body } = json.document
        const xml = read(`<?xml version="1.0"?>${elementOf(model, model, body)}`)
        assert.deepEqual(flat(xml.document?.body), flat(body), name)
        compared += 1
      }
    }
    assert.ok(compared >= 8, String(compared))
  })
})

/** The other way round, by the rules of the model as they are published. */
function elementOf(element: string, type: string, value: unknown): string {
  const shape = shapes.get(type)
  if (shape === undefined || !isFields(value))
    return `<${element}>${escaped(String(value))}</${element}>`
  const root = models.some((one) => one === element) ? ` ${xmlns}` : ''
  let [attributes, inside] = [root, '']
  for (const [key, one] of Object.entries(value)) {
    const member = shape.get(key)
    if (member === undefined) continue
    if (key === textOf[type]) inside += escaped(String(one))
    else if (key === 'prose') inside += `<p>${escaped(String(one))}</p>`
    else if (isAttribute(type, key, member)) attributes += ` ${key}="${escaped(String(one))}"`
    else if (!member.isList) inside += elementOf(key, member.type, one)
    else {
      const list = (one as unknown[]).map((each) => elementOf(oneOf(type, key), member.type, each))
      inside += key === 'revisions' ? `<revisions>${list.join('')}</revisions>` : list.join('')
    }
  }
  return `<${element}${attributes}>${inside}</${element}>`
}

const textOf: Readonly<Record<string, string>> = {
  hash: 'value',
  'document-id': 'identifier',
  'telephone-number': 'number',
  'back-matter.resources.base64': 'value',
  'metadata.parties.external-ids': 'id',
  'threat-id': 'id',
  'system-id': 'id',
}

const flags =
  /^(uuid|id|ns|class|group|href|rel|media-type|resource-fragment|scheme|algorithm|filename|how-many|type|.*-uuid|.*-id|id-ref|by-.*|position|state|pattern|with-child-controls|system|transport|source)$/

function isAttribute(
  type: string,
  key: string,
  member: { readonly type: string; readonly isList: boolean },
) {
  if (member.isList || shapes.has(member.type)) return false
  if (type === 'finding' || (type === 'risk.mitigating-factors' && key !== 'uuid'))
    return key === 'uuid'
  if (key === 'name') return /property|part|protocol|facets/.test(type)
  if (key === 'value') return /property|facets/.test(type)
  if (key === 'start' || key === 'end') return /range/.test(type)
  if (key === 'source') return type === 'control-implementation'
  return flags.test(key)
}

function oneOf(type: string, key: string): string {
  const special: Readonly<Record<string, string>> = {
    remediations: 'response',
    'related-risks': 'associated-risk',
    hashes: 'hash',
    addresses: 'address',
    'email-addresses': 'email-address',
    'uses-components': 'uses-component',
    'functions-performed': 'function-performed',
    'incorporates-components': 'incorporates-component',
    'member-of-organizations': 'member-of-organization',
  }
  if (key === 'tasks' && type === 'result.local-definitions') return 'assessment-task'
  const isSame =
    ['choice', 'matching', 'relevant-evidence', 'objectives-and-methods'].includes(key) ||
    (/^(in|ex)clude-controls$/.test(key) && ['import', 'insert-controls'].includes(type))
  return isSame ? key : (special[key] ?? key.replace(/ies$/, 'y').replace(/s$/, ''))
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** White space is the source's own: one space for any. */
function flat(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, one) =>
      typeof one === 'string' ? one.replaceAll(/\s+/g, ' ').trim() : one,
    ),
  )
}
