// SPDX-License-Identifier: EUPL-1.2
import type { Helper, Oddity, Product } from '../advisory.ts'
import { limits } from '../limits.ts'
import { type JsonObject, listOf, objectOf, textOf, textsOf } from './json.ts'

export interface Tree {
  readonly products: Product[]
  readonly placeOf: Map<string, number>
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly oddities: Oddity[]
}

interface Path {
  readonly vendor: string
  readonly family: string
  readonly name: string
  readonly version?: { readonly text: string; readonly isRange: boolean }
  readonly limits: readonly string[]
}

const root: Path = { vendor: '', family: '', name: '', limits: [] }

/** Flattens a product tree: branches, flat names, relationships (2.0) and product paths (2.1). */
export function readTree(value: unknown): Tree {
  const tree = objectOf(value)
  const reader: Tree = { products: [], placeOf: new Map(), groups: groupsOf(tree), oddities: [] }
  walk(tree['branches'], { path: root, depth: 1, place: '/product_tree/branches' }, reader)
  for (const [at, one] of listOf(tree['full_product_names']).entries()) {
    addProduct(objectOf(one), flatPath(textOf(objectOf(one)['name'])), {
      reader,
      place: `/product_tree/full_product_names/${at}`,
    })
  }
  addRelations(tree, reader)
  return reader
}

function walk(
  value: unknown,
  from: { readonly path: Path; readonly depth: number; readonly place: string },
  reader: Tree,
): void {
  if (from.depth > limits.branchDepth) {
    reader.oddities.push({ code: 'tree-too-deep', place: from.place })
    return
  }
  for (const [at, one] of listOf(value).entries()) {
    const branch = objectOf(one)
    const place = `${from.place}/${at}`
    const path = stepped(from.path, textOf(branch['category']), textOf(branch['name']))
    if (branch['product'] !== undefined) {
      addProduct(objectOf(branch['product']), path, { reader, place: `${place}/product` })
    }
    if (branch['branches'] !== undefined) {
      walk(branch['branches'], { path, depth: from.depth + 1, place: `${place}/branches` }, reader)
    }
  }
}

function stepped(path: Path, category: string, name: string): Path {
  switch (category) {
    case 'vendor':
      return { ...path, vendor: joined(path.vendor, name) }
    case 'product_family':
      return { ...path, family: joined(path.family, name) }
    case 'product_name':
      return { ...path, name: joined(path.name, name) }
    case 'product_version':
    case 'product_version_range':
      return { ...path, version: { text: name, isRange: category.endsWith('range') } }
    case 'patch_level':
    case 'service_pack': {
      const before = path.version
      // A patch level narrows a single version; under a range it says when it holds.
      if (before?.isRange === true) return { ...path, limits: [...path.limits, name] }
      return { ...path, version: { text: joined(before?.text ?? '', name), isRange: false } }
    }
    default:
      return { ...path, limits: [...path.limits, name] }
  }
}

function joined(before: string, name: string): string {
  return before === '' ? name : `${before} ${name}`
}

/** `Product: versions 1.0 and prior` without a tree: the part after the colon is the version. */
function flatPath(name: string): Path {
  const found = /^(.*?)\s*:\s*(.+)$/.exec(name)
  if (found !== null && /\d|all/i.test(found[2] ?? '')) {
    return { ...root, name: found[1] ?? '', version: { text: found[2] ?? '', isRange: true } }
  }
  const range = /^(.+?)\s+((?:versions?\s+)?(?:[<>]=?|vers:|prior to|before)\s*\S.*)$/i.exec(name)
  if (range !== null) {
    return { ...root, name: range[1] ?? '', version: { text: range[2] ?? '', isRange: true } }
  }
  const single = /^(.+?)\s+(?:v|version\s|ver\.?\s|firmware\s)?(\d+(?:\.\d+)+\S*)$/i.exec(name)
  if (single === null) return { ...root, name }
  return { ...root, name: single[1] ?? '', version: { text: single[2] ?? '', isRange: false } }
}

function addProduct(
  product: JsonObject,
  path: Path,
  { reader, place }: { readonly reader: Tree; readonly place: string },
): void {
  const productId = textOf(product['product_id'])
  if (productId === '') {
    reader.oddities.push({ code: 'product-without-id', place })
    return
  }
  if (reader.placeOf.has(productId)) {
    reader.oddities.push({ code: 'product-id-twice', place })
    return
  }
  if (reader.products.length >= limits.products) {
    reader.oddities.push({ code: 'too-many-products', place })
    return
  }
  const helper = helperOf(product['product_identification_helper'])
  reader.placeOf.set(productId, reader.products.length)
  reader.products.push({
    productId,
    ...path,
    fullName: textOf(product['name']),
    ...(helper === undefined ? {} : { helper }),
  })
}

function helperOf(value: unknown): Helper | undefined {
  if (value === undefined) return undefined
  const helper = objectOf(value)
  const cpe = textOf(helper['cpe'])
  return {
    modelNumbers: textsOf(helper['model_numbers']),
    serialNumbers: textsOf(helper['serial_numbers']),
    skus: textsOf(helper['skus']),
    purls: [...textsOf(helper['purls']), ...textsOf([helper['purl']])],
    ...(cpe === '' ? {} : { cpe }),
    hashes: listOf(helper['hashes']).flatMap((one) =>
      listOf(objectOf(one)['file_hashes']).map((hash) => {
        const { algorithm, value: digest } = objectOf(hash)
        return `${textOf(algorithm)}:${textOf(digest)}`.toLowerCase()
      }),
    ),
  }
}

function groupsOf(tree: JsonObject): ReadonlyMap<string, readonly string[]> {
  return new Map(
    listOf(tree['product_groups']).map((one) => {
      const group = objectOf(one)
      return [textOf(group['group_id']), textsOf(group['product_ids'])] as const
    }),
  )
}

function addRelations(tree: JsonObject, reader: Tree): void {
  for (const [at, one] of listOf(tree['relationships']).entries()) {
    const relation = objectOf(one)
    addRelation(reader, {
      product: objectOf(relation['full_product_name']),
      category: textOf(relation['category']),
      part: textOf(relation['product_reference']),
      of: textOf(relation['relates_to_product_reference']),
      place: `/product_tree/relationships/${at}`,
    })
  }
  for (const [at, one] of listOf(tree['product_paths']).entries()) {
    const path = objectOf(one)
    const steps = listOf(path['subpaths']).map(objectOf)
    const last = steps.at(-1) ?? {}
    addRelation(reader, {
      product: objectOf(path['full_product_name']),
      category: textOf(last['category']),
      part: textOf(path['beginning_product_reference']),
      of: textOf(last['next_product_reference']),
      place: `/product_tree/product_paths/${at}`,
    })
  }
}

function addRelation(
  reader: Tree,
  given: {
    readonly product: JsonObject
    readonly category: string
    readonly part: string
    readonly of: string
    readonly place: string
  },
): void {
  const part = reader.placeOf.get(given.part)
  const of = reader.placeOf.get(given.of)
  const before = reader.products.length
  const base = part === undefined ? undefined : reader.products[part]
  addProduct(given.product, base ?? flatPath(textOf(given.product['name'])), {
    reader,
    place: given.place,
  })
  const added = reader.products[before]
  if (added === undefined) return
  if (part === undefined || of === undefined) {
    reader.oddities.push({ code: 'relation-without-product', place: given.place })
    return
  }
  const { helper: _, ...rest } = added
  const own = helperOf(given.product['product_identification_helper'])
  reader.products[before] = {
    ...rest,
    productId: textOf(given.product['product_id']),
    fullName: textOf(given.product['name']),
    ...(own === undefined ? {} : { helper: own }),
    relation: { category: given.category, part, of },
  }
}
