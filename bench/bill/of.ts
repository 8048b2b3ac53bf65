// SPDX-License-Identifier: EUPL-1.2
// A bill of materials of 20,000 components: one in ten is what the advisories name, the others are
// packages as tools list them.
import type { Advisory } from '@schouw/core/vulns'
import { dice } from '../advisories.ts'

const componentCount = 20_000

export function billOf(advisories: readonly Advisory[]): object {
  const below = dice()
  const products = advisories.flatMap((advisory) => advisory.products)
  const components = Array.from({ length: componentCount }, (_, at) => {
    const version = `${below(9)}.${below(30)}.${below(20)}`
    if (at % 10 > 0) return packageOf(at, version)
    const product = products[below(products.length)]
    const supplier = { name: product?.vendor ?? '' }
    return { type: 'firmware', 'bom-ref': `c${at}`, name: product?.name, version, supplier }
  })
  const dependencies = components.slice(1).map(({ 'bom-ref': ref }, at) => ({
    ref: `c${below(at + 1)}`,
    dependsOn: [ref],
  }))
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components, dependencies }
}

function packageOf(at: number, version: string) {
  const name = `package-${at % 4_000}`
  return {
    type: 'library',
    'bom-ref': `c${at}`,
    name,
    version,
    purl: `pkg:npm/%40maker-${at % 300}/${name}@${version}`,
    cpe: `cpe:2.3:a:maker-${at % 300}:${name}:${version}:*:*:*:*:*:*:*`,
    licenses: [{ license: { id: 'MIT' } }],
    hashes: [{ alg: 'SHA-256', content: at.toString(16).padStart(64, '0') }],
  }
}
