// SPDX-License-Identifier: EUPL-1.2
import type { Fields } from '../sightings/index.ts'

type Open = Record<string, unknown>

/** Where a tag of a package goes in the shape of the JSON form. */
const packageTags: Readonly<Record<string, string>> = {
  PackageVersion: 'versionInfo',
  PackageSupplier: 'supplier',
  PackageOriginator: 'originator',
  PackageLicenseConcluded: 'licenseConcluded',
  PackageLicenseDeclared: 'licenseDeclared',
  PrimaryPackagePurpose: 'primaryPackagePurpose',
}

/** Tags and values of SPDX 2.x in the shape of its JSON; undefined where it is something else. */
export function fromTags(whole: string): Fields | undefined {
  const document: Open = {}
  const packages: Open[] = []
  const relationships: Open[] = []
  let at: Open = document
  // A text may run over lines; what is inside of it is no tag.
  const plain = whole.replaceAll(/<text>[\s\S]*?<\/text>/g, '')
  for (const line of plain.split('\n')) {
    const [, tag = '', given = ''] = /^\s*([A-Za-z]+):\s*(.*?)\s*$/.exec(line) ?? []
    if (tag === '') continue
    if (tag === 'SPDXVersion') document['spdxVersion'] = given
    else if (tag === 'DocumentNamespace') document['documentNamespace'] = given
    else if (tag === 'Created') document['creationInfo'] = { created: given }
    else if (tag === 'PackageName') {
      at = { name: given, externalRefs: [], checksums: [] }
      packages.push(at)
    } else if (tag === 'FileName' || tag === 'SnippetSPDXID') at = {}
    else if (tag === 'SPDXID') at['SPDXID'] = given
    else if (tag === 'Relationship') {
      const [from, type, to] = given.split(/\s+/)
      const relation = { spdxElementId: from, relationshipType: type, relatedSpdxElement: to }
      relationships.push(relation)
    } else if (tag === 'ExternalRef') {
      const [, referenceType, referenceLocator] = given.split(/\s+/)
      pushTo(at, 'externalRefs', { referenceType, referenceLocator })
    } else if (tag === 'PackageChecksum') {
      const [algorithm = '', checksumValue] = given.split(/:\s*/)
      pushTo(at, 'checksums', { algorithm, checksumValue })
    } else if (packageTags[tag] !== undefined) at[packageTags[tag]] = given
  }
  if (!/^SPDX-2\.[0-3]$/.test(String(document['spdxVersion'] ?? ''))) return undefined
  return { ...document, packages, relationships }
}

function pushTo(at: Open, name: string, value: object): void {
  const known = at[name]
  if (Array.isArray(known)) known.push(value)
}
