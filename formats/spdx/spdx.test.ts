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

describe('SPDX', () => {
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
    assert.equal((await read('<rdf/>')).problems[0]?.found, 'RDF or XML')
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
    for (const file of globSync('{spdx,tool-made,bsi-and-samples}/**/*.{json,spdx}', {
      cwd: shared,
    })) {
      const bytes = readFileSync(join(shared, file))
      const begin = bytes.subarray(0, 4_000).toString('utf8')
      if (!/spdxVersion|SPDXVersion|spdx\.org\/rdf\/3/.test(begin)) continue
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
