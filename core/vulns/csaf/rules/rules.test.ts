// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { brokenRules, warnings } from './index.ts'
import { isLicence } from './licence.ts'
import { readVers } from './vers.ts'

const product = (id: string, more: object = {}) => ({ product_id: id, name: id, ...more })
const branch = (category: string, name: string, below: object) => ({ category, name, ...below })
const leaf = (category: string, name: string, id: string, more: object = {}) =>
  branch(category, name, { product: product(id, more) })
const under = (...branches: object[]) => ({
  branches: [
    branch('vendor', 'Maker', { branches: [branch('product_name', 'PLC', { branches })] }),
  ],
})

const good = {
  status: 'final',
  tlp: 'CLEAR',
  head: {},
  tree: under(
    leaf('product_version_range', 'vers:intdot/<2.0', 'P1'),
    leaf('product_version', '2.0', 'P2'),
  ),
  weakness: {
    product_status: { known_affected: ['P1'], fixed: ['P2'] },
    remediations: [{ category: 'vendor_fix', details: 'Load 2.0.', product_ids: ['P1'] }],
  } as object,
}

function documentOf(version: '2.0' | '2.1', change: Partial<typeof good> = {}) {
  const { status, tlp, head, tree, weakness } = { ...good, ...change }
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: version,
      distribution: { tlp: { label: tlp } },
      tracking: {
        id: 'EX-1',
        version: '1',
        status,
        initial_release_date: '2026-01-01T00:00:00Z',
        current_release_date: '2026-01-01T00:00:00Z',
        revision_history: [{ number: '1', date: '2026-01-01T00:00:00Z', summary: 'first' }],
      },
      ...head,
    },
    product_tree: tree,
    vulnerabilities: [
      { cve: 'CVE-2026-0001', notes: [{ category: 'summary', text: 'x' }], ...weakness },
    ],
  }
}

const initialisation = 'Incorrect Initialization of Resource'
const named = (cwe: object) => ({ weakness: { ...good.weakness, cwes: [cwe] } })

const vectorOfFour = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H'
const scored = (content: object, more: object = {}) => ({
  weakness: { ...good.weakness, metrics: [{ content, products: ['P1'], ...more }] },
})
const helped = (helper: object) => ({
  tree: under(
    leaf('product_version_range', 'vers:intdot/<2.0', 'P1', {
      product_identification_helper: helper,
    }),
    leaf('product_version', '2.0', 'P2'),
  ),
})
const ranged = (name: string) => ({
  tree: under(leaf('product_version_range', name, 'P1'), leaf('product_version', '2.0', 'P2')),
})
const remedied = (...remediations: object[]) => ({
  weakness: {
    ...good.weakness,
    remediations: remediations.map((one) => ({ details: '', ...one })),
  },
})
const known = (date: string, exploitation_date: string) => ({
  weakness: {
    ...good.weakness,
    first_known_exploitation_dates: [{ date, exploitation_date, product_ids: ['P1'] }],
  },
})
const group = (id: string, name: string, tlp: string) => ({
  head: { distribution: { sharing_group: { id, name }, tlp: { label: tlp } } },
})
const [everybody, nobody] = ['f', '0'].map((one) =>
  [8, 4, 4, 4, 12].map((length) => one.repeat(length)).join('-'),
) as [string, string]
const ssvc = { schemaVersion: '2.0.0', timestamp: '2026-01-01T00:00:00Z' }
const chosen = [{ namespace: 'ssvc', key: 'E', version: '1.1.0', values: [{ key: 'A' }] }]
const extension = {
  $schema: 'https://example.org/ours_1.0.0.json',
  category: 'supplementary',
  critical: false,
}

/** What breaks each rule that came with 2.1, and it alone. */
const wrong: readonly (readonly [rules: string, change: object])[] = [
  ['6.1.4', { head: { notes: [{ category: 'general', text: 'x', group_ids: ['G1'] }] } }],
  ['6.1.8', scored({ cvss_v4: { version: '4.0', vectorString: vectorOfFour, baseScore: 10 } })],
  [
    '6.1.9',
    scored({
      cvss_v4: {
        version: '4.0',
        vectorString: vectorOfFour,
        baseScore: 9.9,
        baseSeverity: 'CRITICAL',
      },
    }),
  ],
  [
    '6.1.10',
    scored({
      cvss_v4: {
        version: '4.0',
        vectorString: vectorOfFour,
        baseScore: 10,
        baseSeverity: 'CRITICAL',
        attackVector: 'LOCAL',
      },
    }),
  ],
  ['6.1.13', helped({ purls: ['pkg:oci/maker/plc@1'] })],
  ['6.1.27.12', { weakness: { product_status: { under_investigation: ['P1'] } } }],
  ['6.1.27.12 6.1.27.13', { weakness: { product_status: { fixed: ['P2'] } } }],
  [
    '6.1.35',
    remedied(
      { category: 'vendor_fix', product_ids: ['P1'] },
      { category: 'no_fix_planned', product_ids: ['P1'] },
    ),
  ],
  // The name of another, a category, one that is not in the list yet, and a list there never was.
  ['6.1.11', named({ id: 'CWE-79', name: 'Improper Input Validation', version: '4.13' })],
  ['6.1.11', named({ id: 'CWE-19', name: 'Data Processing Errors', version: '2.11' })],
  ['6.1.11', named({ id: 'CWE-1419', name: initialisation, version: '4.12' })],
  ['6.1.11', named({ id: 'CWE-1419', name: initialisation, version: '4.13.7' })],
  ['6.1.36', remedied({ category: 'workaround', product_ids: ['P2'] })],
  ['6.1.37', { weakness: { ...good.weakness, discovery_date: '2025-02-29T00:00:00Z' } }],
  ['6.1.37', { weakness: { ...good.weakness, discovery_date: '2025-02-28 00:00:00Z' } }],
  ['6.1.38', group(everybody, 'Public', 'RED')],
  ['6.1.39', group('5868d6be-b28a-404e-a245-0b5093b31b8b', 'Some', 'CLEAR')],
  ['6.1.40', group('5868d6be-b28a-404e-a245-0b5093b31b8b', 'Public', 'RED')],
  ['6.1.41', group(nobody, 'Some', 'RED')],
  ['6.1.42', helped({ purls: ['pkg:npm/a@1', 'pkg:npm/a@2'] })],
  ['6.1.43', helped({ model_numbers: ['A*B*'] })],
  ['6.1.44', helped({ serial_numbers: ['A*B*'] })],
  ['6.1.45', { weakness: { ...good.weakness, disclosure_date: '2026-01-01T00:00:01Z' } }],
  ['6.1.46', scored({ ssvc_v2: ssvc })],
  ['6.1.47', scored({ ssvc_v2: { ...ssvc, selections: chosen, target_ids: ['CVE-2026-0002'] } })],
  [
    '6.1.49',
    scored({ ssvc_v2: { ...ssvc, selections: chosen, timestamp: '2026-01-01T00:00:00.5Z' } }),
  ],
  ['6.1.50', ranged('all versions < 2.0')],
  ['6.1.50', ranged('vers:intdot/>=2.0|<1.0')],
  ['6.1.50', ranged('vers:all/<2.0')],
  ['6.1.51', scored({ epss: { timestamp: '2026-01-02T00:00:00Z' } })],
  ['6.1.52', known('2026-01-02T00:00:00Z', '2025-12-31T00:00:00Z')],
  ['6.1.53', known('2025-12-30T00:00:00Z', '2025-12-31T00:00:00Z')],
  ['6.1.54', { head: { license_expression: 'Ask us first' } }],
  ['6.1.55', { head: { license_expression: 'LicenseRef-ours' } }],
  [
    '6.1.56',
    {
      weakness: {
        ...good.weakness,
        metrics: [
          {
            content: {
              cvss_v4: {
                version: '4.0',
                vectorString: vectorOfFour,
                baseScore: 10,
                baseSeverity: 'CRITICAL',
              },
            },
            products: ['P1'],
          },
          { content: { qualitative_severity_rating: 'critical' }, products: ['P1'] },
        ],
      },
    },
  ],
  [
    '6.1.57',
    {
      tree: {
        branches: [
          branch(
            'vendor',
            'Seller',
            under(leaf('product_version', '1', 'P1'), leaf('product_version', '2', 'P2')),
          ),
        ],
      },
    },
  ],
  [
    '6.1.58',
    {
      tree: under(
        branch('product_version', '1', { branches: [leaf('product_version_range', '<1.5', 'P1')] }),
        leaf('product_version', '2.0', 'P2'),
      ),
    },
  ],
  ['6.1.59', ranged('1.0')],
  ['6.1.60.1', { head: { x_extensions: [{ ...extension, content: {} }] } }],
  ['6.1.61', helped({ skus: ['A*B*'] })],
]

const rulesOf = (found: readonly { readonly rule: string }[]) =>
  [...new Set(found.map(({ rule }) => rule))].sort().join(' ')

describe('the tests of CSAF 2.1', () => {
  it('pass what keeps every rule', () => {
    assert.deepEqual(brokenRules(documentOf('2.1')), [])
    assert.deepEqual(warnings(documentOf('2.1')), [])
  })

  for (const [rules, change] of wrong) {
    it(`${rules}: ${JSON.stringify(change).slice(0, 70)}`, () => {
      assert.equal(rulesOf(brokenRules(documentOf('2.1', change))), rules)
    })
  }

  it('ask of a document of 2.0 only what 2.0 asks', () => {
    const shared = ['6.1.8', '6.1.9', '6.1.10', '6.1.13']
    for (const [rules, change] of wrong) {
      const expected = shared.includes(rules) ? rules : ''
      assert.equal(rulesOf(brokenRules(documentOf('2.0', change))), expected, rules)
    }
  })

  it('see thirty branches and not one more', () => {
    const deep = (depth: number): object =>
      depth === 1
        ? leaf('product_family', 'F', 'P1')
        : branch('product_family', 'F', { branches: [deep(depth - 1)] })
    const of = (depth: number) => {
      const tree = { branches: [deep(depth), leaf('product_version', '2.0', 'P2')] }
      const weakness = { product_status: { known_affected: ['P1', 'P2'] } }
      return rulesOf(brokenRules(documentOf('2.1', { tree: tree as never, weakness })))
    }
    assert.equal(of(30), '')
    assert.equal(of(31), '6.1.34')
  })

  it('take a fix for a version before it, and for what it is installed with', () => {
    const tree = {
      ...under(leaf('product_version', '1.0', 'P1'), leaf('product_version', '2.0', 'P2')),
      full_product_names: [product('HOTFIX')],
      product_paths: [
        {
          beginning_product_reference: 'P1',
          full_product_name: product('BOTH'),
          subpaths: [{ category: 'installed_with', next_product_reference: 'HOTFIX' }],
        },
      ],
    }
    const of = (fixed: string, affected: string) => {
      const weakness = { product_status: { known_affected: [affected], fixed: [fixed] } }
      return rulesOf(brokenRules(documentOf('2.1', { tree, weakness })))
    }
    assert.equal(of('P2', 'P1'), '')
    assert.equal(of('BOTH', 'P1'), '')
    assert.equal(of('HOTFIX', 'P1'), '')
    assert.equal(of('P2', 'HOTFIX'), '6.1.27.13')
  })

  it('find a product that is made of itself, however long the way round', () => {
    const ring = Array.from({ length: 2_000 }, (_, at) => ({
      beginning_product_reference: 'P1',
      full_product_name: product(`R${at}`),
      subpaths: [{ category: 'installed_on', next_product_reference: `R${(at + 1) % 2_000}` }],
    }))
    const of = (paths: readonly object[]) =>
      rulesOf(
        brokenRules(documentOf('2.1', { tree: { ...good.tree, product_paths: paths } as never })),
      )
    assert.equal(of(ring), '6.1.3')
    assert.equal(of([...ring.slice(0, -1), { ...ring.at(-1), subpaths: [] }]), '')
  })
})

describe('what is only warned of', () => {
  const joined = {
    product_paths: [
      {
        beginning_product_reference: 'P2',
        full_product_name: product('P3'),
        subpaths: [{ category: 'installed_on', next_product_reference: 'P1' }],
      },
    ],
  }
  const rows: readonly (readonly [rules: string, change: object])[] = [
    ['6.2.18', ranged('<2.0')],
    ['6.2.31', helped({ model_numbers: ['6ES7'] })],
    ['', { tree: { ...helped({ model_numbers: ['6ES7'] }).tree, ...joined } }],
    [
      '6.2.32',
      {
        tree: under(
          leaf('product_version', '1', 'P1', { product_identification_helper: { skus: ['A'] } }),
          leaf('product_version', '2', 'P2', { product_identification_helper: { skus: ['A'] } }),
        ),
      },
    ],
    [
      '6.2.42',
      {
        tree: under(
          leaf('product_version', '1.0', 'P1', {
            product_identification_helper: { cpe: 'cpe:2.3:h:maker:plc:1.1:*:*:*:*:*:*:*' },
          }),
          leaf('product_version', '2.0', 'P2', {
            product_identification_helper: { purls: ['pkg:generic/plc@2.0'] },
          }),
        ),
      },
    ],
    [
      '6.2.48',
      {
        tree: {
          branches: [
            branch('vendor', 'Open-Source', {
              branches: [leaf('product_version', '1', 'P1'), leaf('product_version', '2', 'P2')],
            }),
          ],
        },
      },
    ],
    ['6.2.49', ranged('vers:intdot/>=1.0|!=2.0')],
    [
      '6.2.50.1',
      {
        tree: under(
          leaf('product_version_range', 'vers:intdot/>1.0|<2.0', 'P1'),
          leaf('product_version_range', 'vers:intdot/>=1.9|<3.0', 'P2'),
        ),
      },
    ],
    ['6.2.50.3', ranged('vers:intdot/>1.0|<=2.0')],
    ['', ranged('vers:intdot/>1.0|!=2.0|<3.0')],
    ['6.2.51', ranged('vers:ours/<2.0')],
  ]
  for (const [rules, change] of rows) {
    it(`${rules || 'nothing'}: ${JSON.stringify(change).slice(80, 170)}`, () => {
      const document = documentOf('2.1', change)
      assert.equal(rulesOf(warnings(document)), rules)
      assert.deepEqual(brokenRules(document), [])
    })
  }
})

it('knows a weakness by the name it had in the version of the list', () => {
  const fails = (version: '2.0' | '2.1', weakness: object) =>
    brokenRules(documentOf(version, { weakness: { ...good.weakness, ...weakness } })).some(
      ({ rule }) => rule === '6.1.11',
    )
  const of = (version: string, name: string) => ({ cwes: [{ id: 'CWE-1324', name, version }] })
  const name = 'Sensitive Information Accessible by Physical Probing of JTAG Interface'
  assert.equal(fails('2.1', of('4.9', name)), false)
  assert.equal(fails('2.1', of('4.10', name)), true)
  assert.equal(fails('2.1', of('4.10', `DEPRECATED: ${name}`)), false)
  // A list that is younger than ours may say anything.
  assert.equal(fails('2.1', of('99.0', 'Anything')), false)
  assert.equal(fails('2.0', { cwe: { id: 'CWE-1324', name } }), false)
  assert.equal(fails('2.0', { cwe: { id: 'CWE-1324', name: 'Anything' } }), true)
  assert.equal(fails('2.0', {}), false)
})

it('reads ranges in their canonical form and no other', () => {
  const good = ['vers:all/*', 'vers:npm/1.2.3|>=2.0.0|<5.0.0', '<2', '>10.9a|!=10.9c|<=10.9k']
  const bad = ['vers:npm/*', '*', 'vers:/all', 'vers:npm/>=1.0.0||<2.0.0', 'vers:npm/|<2', '<= 2']
  const unsorted = ['vers:semver/>=1.0.0|<1.0.0-rc.1', 'vers:intdot/<1|<2', 'vers:npm/1.0%2g']
  for (const text of good) assert.ok(readVers(text) !== undefined, text)
  for (const text of [...bad, ...unsorted]) assert.equal(readVers(text), undefined, text)
})

it('reads licences as SPDX writes them', () => {
  const good = [
    'MIT',
    'GPL-2.0+ WITH Classpath-exception-2.0',
    '(MIT or Apache-2.0) AND LicenseRef-a',
  ]
  const bad = [
    '',
    'MIT AND',
    '(MIT',
    'MIT Apache-2.0',
    'licenseref-a',
    'DocumentRef-b:LicenseRef-a',
  ]
  for (const text of good) assert.ok(isLicence(text), text)
  for (const text of bad) assert.ok(!isLicence(text), text)
  assert.ok(!isLicence('('.repeat(100_000)))
})

it('judges any value at all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (one, other, third) => {
      for (const csaf_version of ['2.0', '2.1']) {
        const value = {
          document: {
            csaf_version,
            category: 'csaf_security_advisory',
            tracking: one,
            notes: other,
          },
          product_tree: { branches: third, product_groups: one, product_paths: other },
          vulnerabilities: [{ product_status: one, metrics: other, remediations: third }, other],
        }
        assert.ok(Array.isArray(brokenRules(value)))
        assert.ok(Array.isArray(warnings(value)))
      }
    }),
  )
})
