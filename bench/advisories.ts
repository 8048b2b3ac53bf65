// SPDX-License-Identifier: EUPL-1.2
// Advisories and an inventory for the benches: real advisories where they are at hand beside the
// repository, else as many of our own making; 10,000 assets of the kinds the advisories name.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Advisory } from '@schouw/core/vulns'

const shared = join(import.meta.dirname, '../../shared/advisories/csaf')
const assetCount = 10_000
const ownDocuments = 1_500

/** The same choice in every run. */
export function dice(): (below: number) => number {
  let seed = 1
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * below)
  }
}

export function inventory(advisories: readonly Advisory[]): Record<string, unknown>[] {
  const below = dice()
  const products = advisories.flatMap((advisory) => advisory.products)
  return Array.from({ length: assetCount }, (_, at) => {
    const product = products[below(products.length)]
    return {
      id: `A${at}`,
      vendor: product?.vendor,
      product: product?.name.replace(/\([^()]*\)/g, ' '),
      order_number: product?.helper?.modelNumbers[0],
      version: `V${below(30)}.${below(10)}.${below(20)}`,
    }
  })
}

export function advisoryTexts(): string[] {
  if (existsSync(shared)) {
    return globSync('*/*.json', { cwd: shared })
      .sort()
      .map((file) => readFileSync(join(shared, file), 'utf8'))
  }
  console.error('bench: no shared advisories, made some')
  const below = dice()
  return Array.from({ length: ownDocuments }, (_, at) => JSON.stringify(ownDocument(at, below)))
}

function ownDocument(at: number, below: (count: number) => number): object {
  const ids = Array.from({ length: 1 + below(14) }, (_, place) => `P${place}`)
  const branches = ids.map((id) => ({
    category: 'product_name',
    name: `Lamp ${below(400)}-${below(9)} (LW${1000 + below(9000)}-${below(9)}AB)`,
    branches: [
      {
        category: 'product_version_range',
        name: `vers:intdot/<${below(9)}.${below(20)}`,
        product: { product_id: id, name: id },
      },
    ],
  }))
  const details = 'Update to the latest version. '.repeat(20)
  const vulnerabilities = Array.from({ length: 1 + below(6) }, (_, place) => ({
    cve: `CVE-2026-${10_000 + at * 6 + place}`,
    product_status: { known_affected: ids },
    remediations: [{ category: 'vendor_fix', details, product_ids: ids }],
  }))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      publisher: { category: 'vendor', name: 'Lampworks' },
      tracking: { id: `LW-${at}`, version: '1' },
    },
    product_tree: { branches: [{ category: 'vendor', name: `Lampworks ${at % 40}`, branches }] },
    vulnerabilities,
  }
}
