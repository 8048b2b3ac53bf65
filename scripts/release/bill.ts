// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Package } from './lock.ts'

/** What a release consists of. */
export interface Release {
  readonly version: string
  readonly platform: string
  /** Seconds since 1970: of the commit that it was made from. */
  readonly time: number
  readonly packages: readonly Package[]
}

/** The bill of materials, CycloneDX 1.6 (ECMA-424); the same release gives the same bytes. */
export function billOf({ version, platform, time, packages }: Release): string {
  const own = purl('schouw', version)
  const refs = new Map(
    packages.map(({ path, name, version }) => [path, `${purl(name, version)}#${path}`]),
  )
  const used = new Set(packages.flatMap(({ uses }) => uses))
  const content = {
    metadata: {
      timestamp: new Date(time * 1000).toISOString(),
      component: {
        ...{ type: 'application', 'bom-ref': own, name: 'schouw', version, purl: own },
        licenses: [{ license: { id: 'EUPL-1.2' } }],
        properties: [{ name: 'schouw:platform', value: platform }],
      },
    },
    components: packages.map(({ path, name, version, licence, sha512 }) => ({
      ...{ type: 'library', 'bom-ref': refs.get(path), name, version, purl: purl(name, version) },
      ...(sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
      ...(licence === undefined ? {} : { licenses: [{ expression: licence }] }),
    })),
    dependencies: [
      {
        ref: own,
        dependsOn: packages.filter(({ path }) => !used.has(path)).map(({ path }) => refs.get(path)),
      },
      ...packages.map(({ path, uses }) => ({
        ref: refs.get(path),
        dependsOn: uses.map((other) => refs.get(other)),
      })),
    ],
  }
  const serial = uuidOf(JSON.stringify(content))
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}` }
  return `${JSON.stringify({ ...head, version: 1, ...content }, null, 1)}\n`
}

/** Packages by licence, for who has to read them all. */
export function licencesOf({ packages }: Release): string {
  const byLicence = new Map<string, Set<string>>()
  for (const { name, version, licence = 'not said' } of packages) {
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(`${name} ${version}`))
  }
  const parts = [...byLicence].sort(([a], [b]) => (a < b ? -1 : 1))
  return parts
    .map(([licence, names]) => `${licence}\n${[...names].map((name) => `  ${name}\n`).join('')}`)
    .join('\n')
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

/** RFC 9562, version 8: of what it names. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
