// SPDX-License-Identifier: EUPL-1.2
// What the rules look at, gone through once for each document: places are put together only for
// what breaks a rule.
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import { inOrder, type Revision, revisionsOf } from './history.ts'

export interface Branch {
  readonly category: string
  readonly name: string
  readonly parent: Branch | undefined
  /** Among its siblings. */
  readonly at: number
  /** 1 for a branch at the root. */
  readonly depth: number
  readonly product: JsonObject | undefined
}

/** Where a product is named that is in no branch. */
export type ProductList = 'full_product_names' | 'relationships' | 'product_paths'

export interface Named {
  readonly id: string
  readonly product: JsonObject
  readonly branch?: Branch
  readonly list?: readonly [name: ProductList, at: number]
}

export interface ProductPath {
  readonly id: string
  readonly begin: string
  readonly steps: readonly { readonly category: string; readonly next: string }[]
  readonly place: string
}

export interface Weakness {
  readonly one: JsonObject
  readonly place: string
  /** `scores` of 2.0 and `metrics` of 2.1. */
  readonly metrics: readonly Metric[]
}

export interface Metric {
  readonly content: JsonObject
  readonly products: readonly string[]
  /** Whose it is; empty where it is the author's own. */
  readonly source: string
  readonly place: string
}

export interface Facts {
  readonly document: JsonObject
  readonly head: JsonObject
  readonly tracking: JsonObject
  readonly tree: JsonObject
  readonly category: string
  readonly status: string
  /** Rules and paths that came with 2.1 hold for a document of 2.1 alone. */
  readonly isOfTwoOne: boolean
  /** As written. */
  readonly revisions: readonly Revision[]
  /** By date. */
  readonly sorted: readonly Revision[]
  readonly branches: readonly Branch[]
  readonly products: readonly Named[]
  /** `relationships` and `product_paths` alike. */
  readonly paths: readonly ProductPath[]
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly weaknesses: readonly Weakness[]
}

/** A document with deeper trees has its own rule; below this nothing is looked at. */
const deepest = 100

export function factsOf(value: unknown): Facts {
  const document = objectOf(value)
  const head = objectOf(document['document'])
  const tracking = objectOf(head['tracking'])
  const tree = objectOf(document['product_tree'])
  const branches: Branch[] = []
  gather(tree['branches'], undefined, branches)
  const revisions = revisionsOf(tracking)
  return {
    document,
    head,
    tracking,
    tree,
    category: textOf(head['category']),
    status: textOf(tracking['status']),
    isOfTwoOne: head['csaf_version'] === '2.1',
    revisions,
    sorted: inOrder(revisions),
    branches,
    products: productsOf(tree, branches),
    paths: pathsOf(tree),
    groups: new Map(
      listOf(tree['product_groups']).map((one) => {
        const group = objectOf(one)
        return [textOf(group['group_id']), textsOf(group['product_ids'])] as const
      }),
    ),
    weaknesses: listOf(document['vulnerabilities']).map((value, at) => {
      const [one, place] = [objectOf(value), `/vulnerabilities/${at}`]
      return { one, place, metrics: metricsOf(one, place) }
    }),
  }
}

function gather(list: unknown, parent: Branch | undefined, found: Branch[]): void {
  const depth = (parent?.depth ?? 0) + 1
  if (depth > deepest) return
  for (const [at, value] of listOf(list).entries()) {
    const one = objectOf(value)
    const branch: Branch = {
      category: textOf(one['category']),
      name: textOf(one['name']),
      parent,
      at,
      depth,
      product: one['product'] === undefined ? undefined : objectOf(one['product']),
    }
    found.push(branch)
    if (one['branches'] !== undefined) gather(one['branches'], branch, found)
  }
}

function productsOf(tree: JsonObject, branches: readonly Branch[]): readonly Named[] {
  const found: Named[] = []
  const idOf = (product: JsonObject) => textOf(product['product_id'])
  for (const branch of branches) {
    const { product } = branch
    if (product !== undefined) found.push({ id: idOf(product), product, branch })
  }
  for (const [at, one] of listOf(tree['full_product_names']).entries()) {
    const product = objectOf(one)
    found.push({ id: idOf(product), product, list: ['full_product_names', at] })
  }
  for (const name of ['relationships', 'product_paths'] as const) {
    for (const [at, one] of listOf(tree[name]).entries()) {
      const product = objectOf(objectOf(one)['full_product_name'])
      found.push({ id: idOf(product), product, list: [name, at] })
    }
  }
  return found
}

function pathsOf(tree: JsonObject): readonly ProductPath[] {
  const idOf = (one: JsonObject) => textOf(objectOf(one['full_product_name'])['product_id'])
  const old = listOf(tree['relationships']).map((value, at) => {
    const one = objectOf(value)
    const next = textOf(one['relates_to_product_reference'])
    return {
      id: idOf(one),
      begin: textOf(one['product_reference']),
      steps: [{ category: textOf(one['category']), next }],
      place: `/product_tree/relationships/${at}`,
    }
  })
  const young = listOf(tree['product_paths']).map((value, at) => {
    const one = objectOf(value)
    const steps = listOf(one['subpaths']).map((step) => {
      const { category, next_product_reference: next } = objectOf(step)
      return { category: textOf(category), next: textOf(next) }
    })
    const begin = textOf(one['beginning_product_reference'])
    return { id: idOf(one), begin, steps, place: `/product_tree/product_paths/${at}` }
  })
  return [...old, ...young]
}

function metricsOf(one: JsonObject, place: string): readonly Metric[] {
  const old = listOf(one['scores']).map((value, at) => {
    const content = objectOf(value)
    const products = textsOf(content['products'])
    return { content, products, source: '', place: `${place}/scores/${at}` }
  })
  if (one['metrics'] === undefined) return old
  const young = listOf(one['metrics']).map((value, at) => {
    const metric = objectOf(value)
    return {
      content: objectOf(metric['content']),
      products: textsOf(metric['products']),
      source: textOf(metric['source']),
      place: `${place}/metrics/${at}/content`,
    }
  })
  return [...old, ...young]
}

export function branchPlace(branch: Branch): string {
  const above = branch.parent === undefined ? '/product_tree' : branchPlace(branch.parent)
  return `${above}/branches/${branch.at}`
}

export function productPlace({ branch, list }: Named): string {
  if (branch !== undefined) return `${branchPlace(branch)}/product`
  const [name, at] = list ?? ['full_product_names', 0]
  return `/product_tree/${name}/${at}`
}

/** The nearest branch of one of these categories, the own one first. */
export function above(
  branch: Branch | undefined,
  categories: readonly string[],
): Branch | undefined {
  let one = branch
  while (one !== undefined && !categories.includes(one.category)) one = one.parent
  return one
}

/** Products that an item names by itself and by its groups. */
export function productsNamed(value: unknown, { groups }: Facts): readonly string[] {
  const item = objectOf(value)
  const inGroups = textsOf(item['group_ids'])
  if (inGroups.length === 0) return textsOf(item['product_ids'])
  return [...textsOf(item['product_ids']), ...inGroups.flatMap((id) => groups.get(id) ?? [])]
}
