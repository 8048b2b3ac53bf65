// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, ProductStatus } from '../advisory.ts'
import { type JsonObject, listOf, objectOf, textOf } from '../csaf/json.ts'
import { limits } from '../limits.ts'
import { Statements } from './statements.ts'

const statusOf: Readonly<Record<string, ProductStatus>> = {
  affected: 'affected',
  fixed: 'fixed',
  not_affected: 'not_affected',
  under_investigation: 'under_investigation',
}

/** Reads an OpenVEX document, 0.0.1 to 0.2.0; undefined where the value is none. */
export function openVexAdvisory(value: unknown): Advisory | undefined {
  const whole = objectOf(value)
  if (!textOf(whole['@context']).startsWith('https://openvex.dev/ns')) return undefined
  const statements = new Statements()
  for (const [at, one] of listOf(whole['statements']).slice(0, limits.weaknesses).entries()) {
    const statement = objectOf(one)
    const status = statusOf[textOf(statement['status'])]
    if (status === undefined) {
      statements.oddities.push({ code: 'status-unknown', place: `/statements/${at}/status` })
      continue
    }
    const vulnerability = statement['vulnerability']
    const id = textOf(vulnerability) || textOf(objectOf(vulnerability)['name'])
    const products = listOf(statement['products'])
    if (products.length === 0) {
      statements.oddities.push({ code: 'without-product', place: `/statements/${at}/products` })
    }
    for (const product of products) {
      const named = typeof product === 'string' ? { '@id': product } : objectOf(product)
      for (const part of partsOf(named)) statements.say({ id, status, ...part })
    }
  }
  return statements.advisory({
    id: textOf(whole['@id']),
    publisher: textOf(whole['author']),
    revision: String(whole['version'] ?? ''),
    releasedAt: textOf(whole['last_updated']) || textOf(whole['timestamp']),
    format: 'openvex',
  })
}

/** A product with subcomponents is stated about these alone. */
function partsOf(product: JsonObject): { productId: string; purl: string; cpe: string }[] {
  const inner = listOf(product['subcomponents']).map((one) =>
    typeof one === 'string' ? { '@id': one } : objectOf(one),
  )
  return (inner.length > 0 ? inner : [product]).map((one) => {
    const identifiers = objectOf(one['identifiers'])
    const productId = textOf(one['@id'])
    return {
      productId,
      purl: textOf(identifiers['purl']) || productId,
      cpe: textOf(identifiers['cpe23']) || textOf(identifiers['cpe22']),
    }
  })
}
