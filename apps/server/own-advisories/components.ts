// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { RecordVersion } from '@schouw/core/registers'

/**
 * What is known to be in a product as CycloneDX 1.6. What is not known of a component is left out,
 * and the list calls itself incomplete: nobody can say that nothing was forgotten.
 */
export function cycloneDxOf(product: RecordVersion, parts: readonly RecordVersion[], at: string) {
  const text = ({ values }: RecordVersion, name: string) => {
    const value = values[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const known = new Set(parts.map(({ id }) => id))
  const component = (one: RecordVersion) => {
    const [version, vendor, licence, sha256] = ['version', 'vendor', 'licence', 'sha256'].map(
      (name) => text(one, name),
    )
    const [purl, cpe] = [text(one, 'purl'), text(one, 'cpe')]
    return {
      'bom-ref': one.id,
      type: types[text(one, 'type') ?? ''] ?? 'library',
      name: text(one, 'name') ?? one.id,
      ...(version === undefined ? {} : { version }),
      ...(vendor === undefined ? {} : { supplier: { name: vendor } }),
      ...(licence === undefined ? {} : { licenses: [{ license: { name: licence } }] }),
      ...(sha256 === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: sha256 }] }),
      ...(cpe === undefined ? {} : { cpe }),
      ...(purl === undefined ? {} : { purl }),
    }
  }
  const below = Map.groupBy(parts, (one) => {
    const above = text(one, 'part_of')
    return above !== undefined && known.has(above) ? above : product.id
  })
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(product, parts)}`,
    version: 1,
    metadata: {
      timestamp: at,
      tools: { components: [{ type: 'application', name: 'Schouw' }] },
      component: { 'bom-ref': product.id, type: 'device', name: text(product, 'name') ?? '' },
    },
    components: parts.map(component),
    dependencies: [...below].map(([ref, own]) => ({ ref, dependsOn: own.map(({ id }) => id) })),
    compositions: [{ aggregate: 'incomplete', assemblies: [product.id] }],
  }
}

const types: Readonly<Record<string, string>> = {
  application: 'application',
  library: 'library',
  framework: 'framework',
  operating_system: 'operating-system',
  firmware: 'firmware',
  container: 'container',
  driver: 'device-driver',
}

/** The same for the same content. */
function uuidOf(product: RecordVersion, parts: readonly RecordVersion[]): string {
  const all = [product, ...parts].map(({ id, version }) => `${id} ${version}`).join('\n')
  const hex = createHash('sha256').update(all).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
