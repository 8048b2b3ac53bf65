// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Oddity } from '../advisory.ts'
import { limits } from '../limits.ts'
import { listOf, objectOf, textOf } from './json.ts'
import { readTree } from './tree.ts'
import { readWeaknesses } from './weaknesses.ts'

/**
 * Reads a CSAF 2.0 or 2.1 document. Total: whatever the value is, an advisory comes out, with what
 * is wrong in `oddities`; undefined only where the value is no CSAF document at all.
 */
export function csafAdvisory(value: unknown): Advisory | undefined {
  const whole = objectOf(value)
  const document = objectOf(whole['document'])
  const version = textOf(document['csaf_version'])
  if (version === '' && whole['product_tree'] === undefined) return undefined
  const tracking = objectOf(document['tracking'])
  const publisher = objectOf(document['publisher'])
  const tree = readTree(whole['product_tree'])
  const { statuses, weaknesses } = readWeaknesses(whole['vulnerabilities'], tree)
  const id = textOf(tracking['id'])
  const category = textOf(document['category'])
  const oddities: Oddity[] = [...tree.oddities]
  const must = (isFine: boolean, code: string, place: string) => {
    if (!isFine) oddities.push({ code, place })
  }
  const isGroupKnown = [...tree.groups.values()].flat().every((one) => tree.placeOf.has(one))
  must(isGroupKnown, 'product-id-unknown', '/product_tree/product_groups')
  must(id !== '', 'without-id', '/document/tracking/id')
  must(version === '2.0' || version === '2.1', 'version-unknown', '/document/csaf_version')
  must(category !== '', 'without-category', '/document/category')
  must(textOf(tracking['version']) !== '', 'without-revision', '/document/tracking/version')
  must(isOneEach(listOf(tracking['revision_history'])), 'revision-twice', '/document/tracking')
  return {
    id: id.slice(0, limits.nameLength),
    title: textOf(document['title']).slice(0, limits.textLength),
    publisher: textOf(publisher['name']),
    publisherCategory: textOf(publisher['category']),
    category,
    revision: textOf(tracking['version']),
    releasedAt: textOf(tracking['current_release_date']),
    status: textOf(tracking['status']),
    format: `csaf-${version || 'unknown'}`,
    products: tree.products,
    statuses,
    weaknesses,
    oddities,
  }
}

function isOneEach(history: readonly unknown[]): boolean {
  const numbers = history.map((one) => textOf(objectOf(one)['number']))
  return new Set(numbers).size === numbers.length
}
