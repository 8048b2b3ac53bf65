// SPDX-License-Identifier: EUPL-1.2
import { type Fields, list, text } from '../sightings/index.ts'
import { agent, type Bill, type SpdxPackage, said } from './package.ts'
import { instant } from './two.ts'

/** SPDX 3.0: a graph of elements, of which packages and relations count here. */
export function fromGraph(document: Fields): Bill {
  const elements = list(document, '@graph')
  const typeOf = (one: unknown) => (text(one, 'type') ?? text(one, '@type') ?? '').toLowerCase()
  const names = new Map(elements.map((one) => [idOf(one), agent(text(one, 'name'))] as const))
  const info = elements.find((one) => typeOf(one) === 'creationinfo')
  const main = elements.find((one) => typeOf(one) === 'spdxdocument')
  return {
    version: text(info, 'specVersion') ?? '3.0',
    namespace: main === undefined ? undefined : idOf(main),
    created: instant(text(info, 'created')),
    place: '/@graph',
    packages: elements
      .filter((one) => /(^|[_/])package$/.test(typeOf(one)))
      .map((one) => packageOf(one, names)),
    relations: elements.filter((one) => /relationship$/.test(typeOf(one))).flatMap(relationOf),
  }
}

function idOf(one: unknown): string {
  return text(one, 'spdxId') ?? text(one, '@id') ?? ''
}

function packageOf(one: unknown, names: ReadonlyMap<string, string | undefined>): SpdxPackage {
  const own = (name: string) => said(text(one, `software_${name}`) ?? text(one, name))
  const identifiers = list(one, 'externalIdentifier')
  const identifier = (types: RegExp) =>
    said(
      text(
        identifiers.find((given) => types.test(text(given, 'externalIdentifierType') ?? '')),
        'identifier',
      ),
    )
  const hash = list(one, 'verifiedUsing').find((given) => text(given, 'algorithm') === 'sha256')
  const [maker] = list(one, 'originatedBy')
  const supplier = text(one, 'suppliedBy') ?? (typeof maker === 'string' ? maker : '')
  return {
    ref: idOf(one),
    name: text(one, 'name') ?? '',
    version: own('packageVersion'),
    vendor: names.get(supplier),
    purl: own('packageUrl') ?? identifier(/^packageUrl$/i),
    cpe: identifier(/^cpe23$/i),
    sha256: text(hash, 'hashValue')?.toLowerCase(),
    purpose: own('primaryPurpose'),
  }
}

function relationOf(one: unknown): Bill['relations'] {
  const from = text(one, 'from') ?? ''
  const type = text(one, 'relationshipType') ?? ''
  const is = /^(dependsOn|hasDynamicLink|hasStaticLink)$/.test(type)
    ? ('uses' as const)
    : type === 'contains'
      ? ('has' as const)
      : undefined
  if (is === undefined) return []
  return list(one, 'to').flatMap((to) => (typeof to === 'string' ? [{ from, to, is }] : []))
}
