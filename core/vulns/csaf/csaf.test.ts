// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { csaf, findings } from '../testing/documents.ts'
import { csafAdvisory } from './read.ts'

const codes = (value: unknown) => csafAdvisory(value)?.oddities.map(({ code }) => code)

describe('CSAF', () => {
  it('reads anything without a fault', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        csafAdvisory(value)
        csafAdvisory({ document: value, product_tree: value, vulnerabilities: value })
        csafAdvisory({ product_tree: { branches: [value], relationships: [value] } })
        csafAdvisory({
          product_tree: {},
          vulnerabilities: [{ product_status: value, scores: [value] }],
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('is no document where nothing of CSAF is there', () => {
    for (const value of [null, 1, 'text', [], {}, { document: {} }]) {
      assert.equal(csafAdvisory(value), undefined)
    }
  })

  it('keeps a document that breaks the rules, marked, and matches it', () => {
    const whole = csaf([{ name: 'RF166C', range: '< 2.0' }]) as Record<
      string,
      Record<string, unknown>
    >
    const broken = { ...whole, document: { csaf_version: '9' } }
    assert.deepEqual(codes(broken), [
      'without-id',
      'version-unknown',
      'without-category',
      'without-revision',
    ])
    const [found] = findings(broken, { vendor: 'Siemens', product: 'RF166C', version: '1.0' })
    assert.equal(found?.verdict, 'affected')
  })

  it('names what is wrong in a tree', () => {
    let deep: object = {
      category: 'product_name',
      name: 'x',
      product: { product_id: 'P', name: 'x' },
    }
    for (let level = 0; level < 60; level += 1) {
      deep = { category: 'product_family', name: 'f', branches: [deep] }
    }
    const twice = { category: 'product_name', name: 'y', product: { product_id: 'Q', name: 'y' } }
    const tree = { branches: [deep, twice, twice, { product: {} }] }
    const found = codes({
      ...csaf([]),
      product_tree: tree,
      vulnerabilities: [{ product_status: { known_affected: ['nobody'] } }],
    })
    assert.deepEqual(found, [
      'tree-too-deep',
      'product-id-twice',
      'product-without-id',
      'product-id-unknown',
    ])
  })

  it('bears a tree deeper than any stack', () => {
    const depth = 200_000
    const text = `{"product_tree":{"branches":${'[{"branches":'.repeat(depth)}[]${'}]'.repeat(depth)}}}`
    assert.deepEqual(codes(JSON.parse(text))?.[0], 'tree-too-deep')
  })

  it('matches software that stands on hardware, in 2.0 and in 2.1', () => {
    const hardware = {
      name: 'RF166C (6GT2002-0EE20)',
      helper: { model_numbers: ['6GT2002-0EE20'] },
    }
    const rows = [{ name: 'RF166C firmware', range: '< 2.0' }, hardware]
    const status = [{ cve: 'CVE-2026-0001', product_status: { known_affected: ['R1'] } }]
    const name = { product_id: 'R1', name: 'RF166C firmware on RF166C' }
    const trees = [
      {
        relationships: [
          {
            category: 'installed_on',
            full_product_name: name,
            product_reference: 'P1',
            relates_to_product_reference: 'P2',
          },
        ],
      },
      {
        product_paths: [
          {
            full_product_name: name,
            beginning_product_reference: 'P1',
            subpaths: [{ category: 'installed_on', next_product_reference: 'P2' }],
          },
        ],
      },
    ]
    for (const tree of trees) {
      const document = csaf(rows, { tree, vulnerabilities: status })
      const of = (version: string) =>
        findings(document, {
          vendor: 'Siemens',
          product: 'RF166C',
          order_number: '6GT2002-0EE20',
          version,
        })[0]
      assert.deepEqual([of('1.9')?.verdict, of('1.9')?.route], ['affected', 'order_number'])
      assert.equal(of('2.0')?.verdict, 'not_affected')
    }
  })

  it('cannot decide about hardware by the version of other software on it', () => {
    const rows = [
      { vendor: 'Other Works', name: 'Guardian', range: '< 22.6' },
      { name: 'RUGGEDCOM APE1808' },
    ]
    const document = csaf(rows, {
      vulnerabilities: [{ product_status: { known_affected: ['R1'] } }],
      tree: {
        relationships: [
          {
            category: 'installed_on',
            full_product_name: { product_id: 'R1', name: 'Guardian on APE1808' },
            product_reference: 'P1',
            relates_to_product_reference: 'P2',
          },
        ],
      },
    })
    const [found] = findings(document, {
      vendor: 'Siemens',
      product: 'RUGGEDCOM APE1808',
      version: '1.0',
    })
    assert.equal(found?.verdict, 'cannot_decide')
  })

  it('takes helpers: serial numbers, hashes, model numbers with open places', () => {
    const of = (helper: object, asset: object) =>
      findings(csaf([{ vendor: 'Lampworks', name: 'Unit', range: 'vers:all/*', helper }]), {
        vendor: 'Lampworks',
        product: 'Something',
        ...asset,
      })[0]?.route
    const sha256 = 'ab'.repeat(32)
    const hashes = [{ file_hashes: [{ algorithm: 'sha256', value: sha256 }], filename: 'x' }]
    assert.equal(of({ serial_numbers: ['SN-1'] }, { serial_number: 'sn-1' }), 'serial_number')
    assert.equal(of({ hashes }, { hashes: [`SHA256:${sha256}`] }), 'hash')
    assert.equal(
      of({ model_numbers: ['LW-4711*'] }, { order_number: 'LW-4711-A' }),
      'order_pattern',
    )
    assert.equal(of({ skus: ['LW-4711'] }, { order_number: 'LW 4711' }), 'order_number')
    assert.equal(of({ skus: ['LW-4711'] }, { order_number: 'LW 4712' }), undefined)
  })

  it('expands groups in remediations', () => {
    const document = csaf(
      [
        { name: 'A1', version: '1' },
        { name: 'B2', version: '1' },
      ],
      {
        tree: { product_groups: [{ group_id: 'G', product_ids: ['P1', 'P2'] }] },
        vulnerabilities: [
          {
            product_status: { known_affected: ['P1'] },
            remediations: [
              { category: 'vendor_fix', details: '<script>1</script>', group_ids: ['G'] },
            ],
          },
        ],
      },
    )
    const [remediation] = csafAdvisory(document)?.weaknesses[0]?.remediations ?? []
    assert.deepEqual(remediation, {
      category: 'vendor_fix',
      text: '<script>1</script>',
      products: [0, 1],
    })
  })
})
