// SPDX-License-Identifier: EUPL-1.2
import { type Fields, rootOf, type SightingProblem } from '../sightings/index.ts'
import { all, attribute, childText, type Element, first } from '../xml/index.ts'

type Outcome =
  | { readonly value: Fields; readonly problem?: undefined }
  | { readonly problem: SightingProblem; readonly value?: undefined }

/** SPDX 2.x as XML or as RDF in XML, in the shape of its JSON as far as anything here reads it. */
export function fromXml(bytes: Uint8Array): Outcome {
  const { root, problem } = rootOf(bytes)
  if (problem !== undefined) return { problem }
  if (root.name === 'Document') return { value: fromPlain(root) }
  if (root.name === 'RDF') return { value: fromRdf(root) }
  const found = root.name.slice(0, 60)
  const expected = 'an SPDX document, <Document> or <rdf:RDF>'
  return { problem: { where: { path: '' }, code: 'not-this-format', expected, found } }
}

/** The XML form has the names of the JSON form; a list is an element again and again. */
function fromPlain(root: Element): Fields {
  const texts = (one: Element) =>
    Object.fromEntries(
      one.children.filter(({ children }) => children.length === 0).map((it) => [it.name, it.text]),
    )
  return {
    ...texts(root),
    creationInfo: { created: childText(first(root, 'creationInfo'), 'created') },
    packages: all(root, 'packages').map((one) => ({
      ...texts(one),
      externalRefs: all(one, 'externalRefs').map(texts),
      checksums: all(one, 'checksums').map(texts),
      hasFiles: all(one, 'hasFiles').map(({ text }) => text),
    })),
    relationships: all(root, 'relationships').map(texts),
  }
}

/**
 * Of the graph, its packages and relations, wherever they stand: a package is written out where it
 * is first named, inside of what names it, and may be added to elsewhere.
 */
function fromRdf(root: Element): Fields {
  const packages = new Map<string, Record<string, unknown>>()
  const relationships: Fields[] = []
  let document: Element | undefined
  const waiting = [root]
  for (let at = 0; at < waiting.length; at += 1) {
    const one = waiting[at]
    if (one === undefined) continue
    waiting.push(...one.children)
    const id = idOf(one)
    if (one.name === 'SpdxDocument') document = one
    if (one.name === 'Package' && id !== '')
      packages.set(id, { ...packages.get(id), ...packageOf(one) })
    if (id === '') continue
    for (const link of all(one, 'relationship')) {
      const relation = first(link, 'Relationship')
      const target = first(relation, 'relatedSpdxElement')
      relationships.push({
        spdxElementId: id,
        relationshipType: typeOf(first(relation, 'relationshipType')),
        relatedSpdxElement: resource(target) ?? idOf(target?.children[0]),
      })
    }
  }
  const info = first(first(document, 'creationInfo'), 'CreationInfo')
  return {
    spdxVersion: childText(document, 'specVersion'),
    documentNamespace: idOf(document).split('#')[0],
    creationInfo: { created: childText(info, 'created') },
    packages: [...packages.entries()].map(([SPDXID, one]) => ({ SPDXID, ...one })),
    relationships,
  }
}

function packageOf(one: Element): Record<string, unknown> {
  const given = {
    name: childText(one, 'name'),
    versionInfo: childText(one, 'versionInfo'),
    supplier: childText(one, 'supplier'),
    originator: childText(one, 'originator'),
    licenseConcluded: licence(first(one, 'licenseConcluded')),
    licenseDeclared: licence(first(one, 'licenseDeclared')),
    primaryPackagePurpose: last(resource(first(one, 'primaryPackagePurpose')), '_'),
  }
  const references = all(one, 'externalRef').flatMap((ref) => all(ref, 'ExternalRef'))
  const checksums = all(one, 'checksum').flatMap((ref) => all(ref, 'Checksum'))
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ...(references.length === 0
      ? {}
      : {
          externalRefs: references.map((it) => ({
            referenceType: resource(first(it, 'referenceType')),
            referenceLocator: childText(it, 'referenceLocator'),
          })),
        }),
    ...(checksums.length === 0
      ? {}
      : {
          checksums: checksums.map((it) => ({
            algorithm: last(resource(first(it, 'algorithm')), '_')?.toUpperCase(),
            checksumValue: childText(it, 'checksumValue'),
          })),
        }),
  }
}

const idOf = (one: Element | undefined) => attribute(one, 'about') ?? attribute(one, 'nodeID') ?? ''
const resource = (one: Element | undefined) => attribute(one, 'resource')

function last(text: string | undefined, sign: string): string | undefined {
  return text?.slice(text.lastIndexOf(sign) + 1)
}

/** `…#relationshipType_dependsOn` is DEPENDS_ON. */
function typeOf(one: Element | undefined): string {
  const name = last(resource(one), '_') ?? ''
  return name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()
}

/** A licence is an address, or a set of them, or one written out in the document. */
function licence(one: Element | undefined): string | undefined {
  const at = resource(one)
  if (at !== undefined)
    return /#no(?:assertion|ne)$/i.test(at) ? undefined : last(last(at, '/'), '#')
  const [set] = one?.children ?? []
  if (set === undefined) return undefined
  if (!/^(?:Con|Dis)junctiveLicenseSet$/.test(set.name)) {
    return childText(set, 'licenseId') ?? last(idOf(set), '#')
  }
  const members = all(set, 'member').flatMap((member) => licence(member) ?? [])
  const joined = members.join(set.name.startsWith('Con') ? ' AND ' : ' OR ')
  return members.length > 1 ? `(${joined})` : joined || undefined
}
