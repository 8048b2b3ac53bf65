// SPDX-License-Identifier: EUPL-1.2
// Whatever markup stands in a document, nothing that comes out of here is markup of ours: texts go
// through as they are, none is decoded, joined into a tag or read as a format.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { factsOf } from './csaf/rules/facts.ts'
import {
  AssetReader,
  advisoryOf,
  assetOf,
  evidenceOf,
  Matcher,
  publishing,
  response,
} from './index.ts'

const markup = [
  '<script>alert(1)</script>',
  '&lt;img src=x onerror=alert(2)&gt;',
  '[click](javascript:alert(3))',
  '![](https://example.org/seen.png)',
  '<a href="https://example.org">here</a>',
  '**now** `code` $x^2$ {{7*7}} %3Cb%3E',
  '\u202Ereversed\u202C\u001B[31m',
]

/** Every text of a document with markup behind it, but those a reader goes by. */
function spoiled(value: unknown, kept: ReadonlySet<string>, key = ''): unknown {
  if (typeof value === 'string') return kept.has(key) ? value : `${value} ${markup.join(' ')}`
  if (Array.isArray(value)) return value.map((one) => spoiled(one, kept, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, spoiled(one, kept, name)]),
  )
}

const known = new Set(
  (
    'csaf_version category product_id product_ids known_affected fixed @context status bomFormat ' +
    'specVersion state bom-ref ref number date current_release_date label'
  ).split(' '),
)

const csaf = (version: '2.0' | '2.1') => ({
  document: {
    category: 'csaf_security_advisory',
    csaf_version: version,
    title: 'Title',
    lang: 'en',
    notes: [{ category: 'summary', title: 'Summary', text: 'Text' }],
    references: [{ category: 'external', summary: 'More', url: 'https://example.org' }],
    publisher: { category: 'vendor', name: 'Lampworks', namespace: 'https://example.org' },
    tracking: {
      id: 'LW-1',
      version: '1',
      status: 'final',
      current_release_date: '2026-01-01T00:00:00Z',
      revision_history: [{ number: '1', date: '2026-01-01T00:00:00Z', summary: 'First' }],
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'Lampworks',
        branches: [
          {
            category: 'product_name',
            name: 'Lamp LW4711',
            branches: ['<2.0', '2.0'].map((name, at) => ({
              category: at === 0 ? 'product_version_range' : 'product_version',
              name,
              product: {
                product_id: `P${at}`,
                name: `Lamp LW4711 ${name}`,
                product_identification_helper: { model_numbers: ['LW4711'], cpe: 'cpe:/h:a:b' },
              },
            })),
          },
        ],
      },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-2026-0001',
      title: 'Weakness',
      notes: [{ category: 'description', text: 'How' }],
      product_status: { known_affected: ['P0'], fixed: ['P1'] },
      remediations: [
        {
          category: 'vendor_fix',
          details: 'Load it',
          url: 'https://example.org',
          product_ids: ['P0'],
        },
      ],
      threats: [{ category: 'impact', details: 'Light' }],
      acknowledgments: [{ names: ['Somebody'], summary: 'Thanks' }],
    },
  ],
})

const documents: Readonly<Record<string, object>> = {
  'CSAF 2.0': csaf('2.0'),
  'CSAF 2.1': csaf('2.1'),
  OpenVEX: {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://example.org/1',
    author: 'Lampworks',
    statements: [
      { vulnerability: { name: 'CVE-2026-0001' }, products: ['LW4711'], status: 'affected' },
    ],
  },
  CycloneDX: {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:1',
    metadata: { supplier: { name: 'Lampworks' } },
    components: [
      { 'bom-ref': 'a', name: 'LW4711', version: '1.0', supplier: { name: 'Lampworks' } },
    ],
    vulnerabilities: [
      { id: 'CVE-2026-0001', analysis: { state: 'exploitable' }, affects: [{ ref: 'a' }] },
    ],
  },
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value instanceof Map || value instanceof Set) return [...value].flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => [name, ...textsIn(one)])
}

/** Everything that is made of a document and an asset that fits it. */
function madeOf(value: object): unknown {
  const advisory = advisoryOf(value)
  assert.ok(advisory !== undefined)
  const older = advisoryOf({ ...value, vulnerabilities: [], statements: [] })
  const matcher = new Matcher()
  matcher.add(advisory)
  const rows = advisory.products.map(({ vendor, name }) => ({
    vendor,
    product: name,
    version: '1.0',
  }))
  const found = rows.flatMap((row) => [
    ...matcher.against(new AssetReader().read(assetOf(row, 'A'))),
  ])
  assert.ok(found.length > 0)
  return {
    advisory,
    view: response.viewOf(advisory),
    names: advisory.weaknesses.map((_, at) => response.weaknessName(advisory, at)),
    differences: older === undefined ? [] : response.differencesBetween(older, advisory),
    grounds: found.map(({ claims }) => claims.map(evidenceOf)),
    rules: [publishing.brokenRules(value), publishing.warnings(value)],
    places: factsOf(value).weaknesses.map(({ place }) => place),
  }
}

describe('markup in a document', () => {
  for (const [name, document] of Object.entries(documents)) {
    it(`of ${name} comes out as the text it is, and nothing beside it is markup`, () => {
      const hostile = spoiled(document, known) as object
      const given = textsIn(hostile)
      const made = textsIn(madeOf(hostile))
      assert.ok(made.some((text) => text.includes(markup[0] ?? '')))
      for (const text of made) {
        if (!/[<>[\]`{}&\u202E]/.test(text)) continue
        // What is left after the texts that were given, whole or cut off at a bound, is ours.
        let ours = text
        for (const one of given.toSorted((a, b) => b.length - a.length))
          ours = ours.replaceAll(one, ' ')
        const isCut = given.some((one) => one.length > 100 && text.includes(one.slice(0, 100)))
        if (!isCut) assert.doesNotMatch(ours, /[<>[\]`{}&\u202E]/, text)
        assert.ok(!text.includes('<img'), `decoded: ${text}`)
        assert.ok(!text.includes('<b>'), `decoded: ${text}`)
      }
    })
  }
})
