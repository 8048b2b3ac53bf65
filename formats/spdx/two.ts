// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields, list, text } from '../sightings/index.ts'
import { agent, type Bill, type SpdxPackage, said } from './package.ts'

/** SPDX 2.x, in the shape of its JSON. */
export function fromDocument(document: Fields): Bill {
  return {
    version: (text(document, 'spdxVersion') ?? '').replace(/^SPDX-/, ''),
    namespace: text(document, 'documentNamespace'),
    created: instant(text(document, 'creationInfo', 'created')),
    place: '/packages',
    packages: list(document, 'packages').map(packageOf),
    relations: [
      ...list(document, 'relationships').flatMap(relationOf),
      ...list(document, 'packages').flatMap((one) => {
        const from = text(one, 'SPDXID') ?? ''
        return list(one, 'hasFiles').flatMap((to) =>
          typeof to === 'string' ? [{ from, to, is: 'has' as const }] : [],
        )
      }),
    ],
  }
}

export function instant(given: string | undefined): string | undefined {
  const ms = Date.parse(given ?? '')
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
}

function packageOf(given: unknown): SpdxPackage {
  const references = list(given, 'externalRefs')
  const reference = (types: RegExp) =>
    said(
      text(
        references.find((one) => types.test(text(one, 'referenceType') ?? '')),
        'referenceLocator',
      ),
    )
  const checksum = list(given, 'checksums').find((one) => text(one, 'algorithm') === 'SHA256')
  return {
    ref: text(given, 'SPDXID') ?? '',
    name: isFields(given) ? (text(given, 'name') ?? '') : '',
    version: said(text(given, 'versionInfo')),
    vendor: agent(text(given, 'supplier')) ?? agent(text(given, 'originator')),
    purl: reference(/(^|[/#])purl$/),
    cpe: reference(/cpe23Type$/),
    licence: said(text(given, 'licenseConcluded')) ?? said(text(given, 'licenseDeclared')),
    sha256: text(checksum, 'checksumValue')?.toLowerCase(),
    purpose: text(given, 'primaryPackagePurpose'),
  }
}

const usesOf = /^(DEPENDS_ON|DYNAMIC_LINK|STATIC_LINK)$/
const usedBy = /^(DEPENDENCY_OF|RUNTIME_DEPENDENCY_OF|OPTIONAL_DEPENDENCY_OF|DEV_DEPENDENCY_OF)$/

function relationOf(given: unknown): Bill['relations'] {
  const from = text(given, 'spdxElementId') ?? ''
  const to = text(given, 'relatedSpdxElement') ?? ''
  const type = text(given, 'relationshipType') ?? ''
  if (usedBy.test(type)) return [{ from: to, to: from, is: 'uses' }]
  if (usesOf.test(type)) return [{ from, to, is: 'uses' }]
  if (type === 'CONTAINS') return [{ from, to, is: 'has' }]
  return type === 'CONTAINED_BY' ? [{ from: to, to: from, is: 'has' }] : []
}
