// SPDX-License-Identifier: EUPL-1.2
import { type Fields, rootOf, type SightingProblem } from '../sightings/index.ts'
import { all, attribute, childText, type Element, elementAt, first } from '../xml/index.ts'

type Outcome =
  | { readonly value: Fields; readonly problem?: undefined }
  | { readonly problem: SightingProblem; readonly value?: undefined }

/** The XML form as the JSON form would have it, as far as anything here reads it. */
export function fromXml(bytes: Uint8Array): Outcome {
  const { root, problem } = rootOf(bytes)
  if (problem !== undefined) return { problem }
  if (root.name !== 'bom') {
    const found = root.name.slice(0, 60)
    const expected = 'a CycloneDX document, <bom>'
    return { problem: { where: { path: '' }, code: 'not-this-format', expected, found } }
  }
  const version = /\/bom\/(1\.\d)$/.exec(attribute(root, 'xmlns') ?? '')?.[1]
  const main = elementAt(root, 'metadata', 'component')
  return {
    value: {
      bomFormat: 'CycloneDX',
      specVersion: version ?? namespaceVersion(root),
      serialNumber: attribute(root, 'serialNumber'),
      version: attribute(root, 'version'),
      metadata: {
        timestamp: childText(first(root, 'metadata'), 'timestamp'),
        supplier: { name: childText(elementAt(root, 'metadata', 'supplier'), 'name') },
        ...(main === undefined ? {} : { component: component(main) }),
      },
      components: all(first(root, 'components'), 'component').map(component),
      services: all(first(root, 'services'), 'service').map((one) => ({
        'bom-ref': attribute(one, 'bom-ref'),
      })),
      dependencies: all(first(root, 'dependencies'), 'dependency').map((one) => ({
        ref: attribute(one, 'ref'),
        dependsOn: all(one, 'dependency').map((below) => attribute(below, 'ref')),
      })),
      ...vulnerabilities(first(root, 'vulnerabilities')),
    },
  }
}

/** Since 1.4; absent where the document has no such list, which is not an empty one. */
function vulnerabilities(element: Element | undefined): Fields {
  if (element === undefined) return {}
  return {
    vulnerabilities: all(element, 'vulnerability').map((one) => ({
      id: childText(one, 'id'),
      description: childText(one, 'description'),
      analysis: { state: childText(first(one, 'analysis'), 'state') },
      affects: all(first(one, 'affects'), 'target').map((target) => ({
        ref: childText(target, 'ref'),
        versions: all(first(target, 'versions'), 'version').map((version) => ({
          version: childText(version, 'version'),
          range: childText(version, 'range'),
          status: childText(version, 'status'),
        })),
      })),
    })),
  }
}

/** Documents that give their namespace a prefix. */
function namespaceVersion(root: Element): string | undefined {
  for (const value of Object.values(root.attributes)) {
    const found = /cyclonedx\.org\/schema\/bom\/(1\.\d)$/.exec(value)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}

function component(element: Element): Fields {
  const texts = ['name', 'version', 'group', 'publisher', 'author', 'purl', 'cpe', 'description']
  return {
    type: attribute(element, 'type'),
    'bom-ref': attribute(element, 'bom-ref'),
    ...Object.fromEntries(texts.map((name) => [name, childText(element, name)])),
    supplier: { name: childText(first(element, 'supplier'), 'name') },
    manufacturer: { name: childText(first(element, 'manufacturer'), 'name') },
    hashes: all(first(element, 'hashes'), 'hash').map((one) => ({
      alg: attribute(one, 'alg'),
      content: one.text,
    })),
    licenses: licences(first(element, 'licenses')),
    properties: all(first(element, 'properties'), 'property').map((one) => ({
      name: attribute(one, 'name'),
      value: one.text,
    })),
    components: all(first(element, 'components'), 'component').map(component),
  }
}

function licences(element: Element | undefined): readonly Fields[] {
  return (element?.children ?? []).map((one) =>
    one.name === 'expression'
      ? { expression: one.text }
      : { license: { id: childText(one, 'id'), name: childText(one, 'name') } },
  )
}
