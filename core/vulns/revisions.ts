// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from './advisory.ts'
import { versionOrder } from './versions/compare.ts'
import { versionOf } from './versions/version.ts'

/** Whether the first is the newer revision of one document. */
export function isNewer(a: Advisory, b: Advisory): boolean {
  const [left, right] = [versionOf(a.revision), versionOf(b.revision)]
  const order = left === undefined || right === undefined ? 0 : versionOrder(left, right)
  return order === 0 ? a.releasedAt >= b.releasedAt : order > 0
}

/** One name for all revisions of a document: ids are the publisher's own. */
export function documentKey({ publisher, id }: Advisory): string {
  return `${publisher}\n${id}`
}

export type Change = 'products' | 'statuses' | 'remediations' | 'scores'

/**
 * What changed between two revisions that can change a match or what is to be done about it. The
 * number of the revision says neither: most new numbers change nothing, and trees change without.
 */
export function changesBetween(before: Advisory, after: Advisory): ReadonlySet<Change> {
  const changes = new Set<Change>()
  const say = (change: Change, of: (advisory: Advisory) => string) => {
    if (of(before) !== of(after)) changes.add(change)
  }
  say('products', productsText)
  say('statuses', statusesText)
  say('remediations', remediationsText)
  say('scores', ({ weaknesses }) =>
    weaknesses
      .map(({ id, score }) => `${id} ${score}`)
      .sort()
      .join('\n'),
  )
  return changes
}

/** What tells a product from others; ids are renumbered at will and tell nothing. */
function identityOf(advisory: Advisory, at: number): string {
  const product = advisory.products[at]
  if (product === undefined) return ''
  const { vendor, family, name, version, helper, relation, limits } = product
  const related = relation === undefined ? [] : [relation.part, relation.of]
  return JSON.stringify([
    vendor.trim(),
    family.trim(),
    name.trim(),
    version?.text.trim(),
    limits,
    helper,
    ...related.map((part) => identityOf(advisory, part)),
  ])
}

function productsText(advisory: Advisory): string {
  return advisory.products
    .map((_, at) => identityOf(advisory, at))
    .sort()
    .join('\n')
}

function statusesText(advisory: Advisory): string {
  const texts = advisory.statuses.map((statuses) =>
    [...statuses]
      .map(([at, status]) => `${status} ${identityOf(advisory, at)}`)
      .sort()
      .join('\n'),
  )
  return advisory.weaknesses
    .map(({ id, statuses }) => `${id}\n${texts[statuses]}`)
    .sort()
    .join('\n\n')
}

function remediationsText(advisory: Advisory): string {
  const textOf = (products: readonly number[] | undefined) =>
    products === undefined
      ? 'all'
      : products
          .map((at) => identityOf(advisory, at))
          .sort()
          .join('\n')
  const known = new Map<readonly number[] | undefined, string>()
  return advisory.weaknesses
    .map(({ id, remediations }) => {
      const all = remediations.map(({ category, text, url, products }) => {
        let names = known.get(products)
        if (names === undefined) {
          names = textOf(products)
          known.set(products, names)
        }
        return `${category}|${text}|${url}|${names}`
      })
      return `${id}\n${all.sort().join('\n')}`
    })
    .sort()
    .join('\n\n')
}
