// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readSpdx } from './index.ts'

const read = (content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return readSpdx([Buffer.from(text)] as never)
}

const two = {
  spdxVersion: 'SPDX-2.3',
  documentNamespace: 'https://example.org/1',
  creationInfo: { created: '2026-01-02T03:04:05Z' },
  packages: [
    {
      SPDXID: 'SPDXRef-A',
      name: 'panel',
      versionInfo: '1.2',
      supplier: 'Organization: Example (x@example.org)',
    },
    {
      SPDXID: 'SPDXRef-B',
      name: 'zlib',
      versionInfo: '1.3',
      licenseConcluded: 'Zlib',
      supplier: 'NOASSERTION',
      externalRefs: [
        {
          referenceCategory: 'PACKAGE-MANAGER',
          referenceType: 'purl',
          referenceLocator: 'pkg:generic/zlib@1.3',
        },
        {
          referenceCategory: 'SECURITY',
          referenceType: 'cpe23Type',
          referenceLocator: 'cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*',
        },
      ],
      checksums: [{ algorithm: 'SHA256', checksumValue: 'A'.repeat(64) }],
    },
  ],
  relationships: [
    { spdxElementId: 'SPDXRef-A', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-B' },
    { spdxElementId: 'SPDXRef-A', relationshipType: 'CONTAINS', relatedSpdxElement: 'SPDXRef-B' },
  ],
}

const tags = `SPDXVersion: SPDX-2.3
DocumentNamespace: https://example.org/1
Created: 2026-01-02T03:04:05Z
PackageName: panel
SPDXID: SPDXRef-A
PackageVersion: 1.2
PackageSupplier: Organization: Example (x@example.org)
PackageComment: <text>PackageName: not this one
</text>
PackageName: zlib
SPDXID: SPDXRef-B
PackageVersion: 1.3
PackageSupplier: NOASSERTION
PackageLicenseConcluded: Zlib
PackageChecksum: SHA256: ${'a'.repeat(64)}
ExternalRef: PACKAGE-MANAGER purl pkg:generic/zlib@1.3
ExternalRef: SECURITY cpe23Type cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*
Relationship: SPDXRef-A DEPENDS_ON SPDXRef-B
Relationship: SPDXRef-A CONTAINS SPDXRef-B
`

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Document>
  <SPDXID>SPDXRef-DOCUMENT</SPDXID><spdxVersion>SPDX-2.3</spdxVersion>
  <creationInfo><created>2026-01-02T03:04:05Z</created></creationInfo>
  <documentNamespace>https://example.org/1</documentNamespace>
  <packages>
    <SPDXID>SPDXRef-A</SPDXID><name>panel</name><versionInfo>1.2</versionInfo>
    <supplier>Organization: Example (x@example.org)</supplier>
  </packages>
  <packages>
    <SPDXID>SPDXRef-B</SPDXID><name>zlib</name><versionInfo>1.3</versionInfo>
    <licenseConcluded>Zlib</licenseConcluded><supplier>NOASSERTION</supplier>
    <externalRefs>
      <referenceType>https://example.org/1#purl</referenceType>
      <referenceLocator>pkg:generic/zlib@1.3</referenceLocator>
    </externalRefs>
    <externalRefs>
      <referenceType>cpe23Type</referenceType>
      <referenceLocator>cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*</referenceLocator>
    </externalRefs>
    <checksums>
      <algorithm>SHA256</algorithm><checksumValue>${'A'.repeat(64)}</checksumValue>
    </checksums>
  </packages>
  <relationships>
    <spdxElementId>SPDXRef-A</spdxElementId><relationshipType>DEPENDS_ON</relationshipType>
    <relatedSpdxElement>SPDXRef-B</relatedSpdxElement>
  </relationships>
  <relationships>
    <spdxElementId>SPDXRef-A</spdxElementId><relationshipType>CONTAINS</relationshipType>
    <relatedSpdxElement>SPDXRef-B</relatedSpdxElement>
  </relationships>
</Document>`

// The second package is written out inside of what the first depends on, and named again below.
const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:spdx="http://spdx.org/rdf/terms#">
  <spdx:SpdxDocument rdf:about="https://example.org/1#SPDXRef-DOCUMENT">
    <spdx:specVersion>SPDX-2.3</spdx:specVersion>
    <spdx:creationInfo><spdx:CreationInfo>
      <spdx:created>2026-01-02T03:04:05Z</spdx:created>
    </spdx:CreationInfo></spdx:creationInfo>
  </spdx:SpdxDocument>
  <spdx:Package rdf:about="https://example.org/1#SPDXRef-A">
    <spdx:name>panel</spdx:name><spdx:versionInfo>1.2</spdx:versionInfo>
    <spdx:supplier>Organization: Example (x@example.org)</spdx:supplier>
    <spdx:relationship><spdx:Relationship>
      <spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
      <spdx:relatedSpdxElement>
        <spdx:Package rdf:about="https://example.org/1#SPDXRef-B">
          <spdx:name>zlib</spdx:name><spdx:versionInfo>1.3</spdx:versionInfo>
          <spdx:licenseConcluded rdf:resource="http://spdx.org/licenses/Zlib"/>
          <spdx:externalRef><spdx:ExternalRef>
            <spdx:referenceType rdf:resource="http://spdx.org/rdf/references/purl"/>
            <spdx:referenceLocator>pkg:generic/zlib@1.3</spdx:referenceLocator>
          </spdx:ExternalRef></spdx:externalRef>
          <spdx:externalRef><spdx:ExternalRef>
            <spdx:referenceType rdf:resource="http://spdx.org/rdf/references/cpe23Type"/>
            <spdx:referenceLocator>cpe:2.3:a:zlib:zlib:1.3:*:*:*:*:*:*:*</spdx:referenceLocator>
          </spdx:ExternalRef></spdx:externalRef>
        </spdx:Package>
      </spdx:relatedSpdxElement>
    </spdx:Relationship></spdx:relationship>
    <spdx:relationship><spdx:Relationship>
      <spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_contains"/>
      <spdx:relatedSpdxElement rdf:resource="https://example.org/1#SPDXRef-B"/>
    </spdx:Relationship></spdx:relationship>
  </spdx:Package>
  <spdx:Package rdf:about="https://example.org/1#SPDXRef-B">
    <spdx:checksum><spdx:Checksum>
      <spdx:algorithm rdf:resource="http://spdx.org/rdf/terms#checksumAlgorithm_sha256"/>
      <spdx:checksumValue>${'a'.repeat(64)}</spdx:checksumValue>
    </spdx:Checksum></spdx:checksum>
  </spdx:Package>
</rdf:RDF>`

// JSON is YAML; written as YAML is, it begins with a name.
const yaml = Object.entries(two)
  .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  .join('')

/** Without where it stood and what the form calls it. */
const bare = ({ components = [] }: Awaited<ReturnType<typeof readSpdx>>) =>
  components.map(({ ref: _, where: __, ...one }) => one)

describe('SPDX', () => {
  for (const [form, written] of Object.entries({ xml, rdf, yaml })) {
    it(`says the same as ${form}`, async () => {
      const found = await read(written)
      assert.deepEqual(found.problems, [])
      assert.deepEqual(bare(found), bare(await read(two)))
      assert.equal(found.document?.['serialNumber'], 'https://example.org/1')
      assert.equal(found.document?.['timestamp'], '2026-01-02T03:04:05.000Z')
    })
  }

  it('expands no entity and follows no bomb of names', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    for (const form of [xml.replace(/^<\?[^>]*>/, ''), rdf]) {
      assert.equal((await read(`${bomb}${form}`)).problems[0]?.code, 'entities-refused')
    }
    const names = Array.from({ length: 30 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x, x]' : `a${at}: &a${at} [*a${at - 1}, *a${at - 1}]`,
    )
    const { components, problems } = await read(`spdxVersion: SPDX-2.3\n${names.join('\n')}\n`)
    assert.equal(components, undefined)
    assert.equal(problems[0]?.code, 'not-this-format')
  })

  it('is read as JSON and as tags and values alike', async () => {
    const { components = [], document, problems } = await read(two)
    assert.deepEqual(problems, [])
    const [panel, zlib] = components
    assert.deepEqual([panel?.name, panel?.vendor, panel?.uses], ['panel', 'Example', [1]])
    assert.deepEqual(
      [zlib?.version, zlib?.purl, zlib?.licence, zlib?.vendor, zlib?.partOf, zlib?.sha256?.length],
      ['1.3', 'pkg:generic/zlib@1.3', 'Zlib', null, 0, 64],
    )
    assert.ok(zlib?.cpe?.startsWith('cpe:2.3:a:zlib'))
    assert.equal(document?.['timestamp'], '2026-01-02T03:04:05.000Z')
    assert.deepEqual((await read(tags)).components, components)
  })

  it('is read as the graph of 3.0', async () => {
    const graph = [
      { type: 'CreationInfo', specVersion: '3.0.1', created: '2026-01-02T03:04:05Z' },
      { type: 'Organization', spdxId: 'o', name: 'Example' },
      {
        type: 'software_Package',
        spdxId: 'a',
        name: 'panel',
        software_packageVersion: '1',
        suppliedBy: 'o',
      },
      {
        type: 'software_Package',
        spdxId: 'b',
        name: 'zlib',
        software_packageUrl: 'pkg:generic/zlib@1.3',
      },
      { type: 'Relationship', from: 'a', to: ['b'], relationshipType: 'dependsOn' },
    ]
    const { components = [] } = await read({ '@context': 'x', '@graph': graph })
    assert.deepEqual(
      components.map(({ name, vendor, uses }) => [name, vendor, uses]),
      [
        ['panel', 'Example', [1]],
        ['zlib', null, []],
      ],
    )
  })

  it('has no whole that is part of its own part', async () => {
    const back = {
      spdxElementId: 'SPDXRef-B',
      relationshipType: 'CONTAINS',
      relatedSpdxElement: 'SPDXRef-A',
    }
    const { components = [] } = await read({ ...two, relationships: [...two.relationships, back] })
    assert.deepEqual(
      components.map(({ partOf }) => partOf),
      [null, 0],
    )
  })

  it('refuses other versions and forms, with what was found', async () => {
    assert.equal((await read({ spdxVersion: 'SPDX-1.0' })).problems[0]?.found, 'SPDX-1.0')
    assert.equal((await read('<bom/>')).problems[0]?.found, 'bom')
    assert.equal((await read('hello')).problems[0]?.code, 'not-this-format')
  })

  it('reads any bytes without a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => void (await readSpdx([bytes] as never))),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        async (value) => void (await read({ spdxVersion: 'SPDX-2.3', packages: value })),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        async (all) => void (await read({ '@graph': all })),
      ),
    )
  })

  const shared = join(import.meta.dirname, '../../../shared/sboms')
  it('reads what other tools make', {
    skip: !existsSync(shared) && 'no shared files',
  }, async (test) => {
    const counts = { files: 0, withPackages: 0, packages: 0, refused: 0 }
    for (const file of globSync('{spdx,tool-made,bsi-and-samples}/**/*.{json,spdx,yaml,rdf,xml}', {
      cwd: shared,
    })) {
      const bytes = readFileSync(join(shared, file))
      const begin = bytes.subarray(0, 4_000).toString('utf8')
      if (!/spdxVersion|SPDXVersion|spdx\.org\/rdf/.test(begin)) continue
      counts.files += 1
      const { components = [], problems } = await readSpdx([bytes] as never)
      counts.packages += components.length
      if (components.length > 0) counts.withPackages += 1
      else if (problems.length > 0) counts.refused += 1
    }
    test.diagnostic(JSON.stringify(counts))
    assert.ok(counts.withPackages > 50, JSON.stringify(counts))
  })
})
