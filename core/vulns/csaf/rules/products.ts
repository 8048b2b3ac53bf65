// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about products: what is named is there, once, and means one thing.
import { type JsonObject, listOf, objectOf, textOf, textsOf } from '../json.ts'
import { type Found, repeated } from './rule.ts'

interface Named {
  readonly id: string
  readonly place: string
  readonly product: JsonObject
  /** Categories and names of the branches above it. */
  readonly branches: readonly JsonObject[]
}

/** Deeper is refused before this is asked. */
const deepest = 100

export function productsIn(document: JsonObject): readonly Named[] {
  const tree = objectOf(document['product_tree'])
  const found: Named[] = []
  const take = (value: unknown, place: string, branches: readonly JsonObject[]) => {
    if (value === undefined) return
    const product = objectOf(value)
    found.push({ id: textOf(product['product_id']), place, product, branches })
  }
  const walk = (list: unknown, place: string, above: readonly JsonObject[]) => {
    if (above.length > deepest) return
    for (const [at, one] of listOf(list).entries()) {
      const branch = objectOf(one)
      take(branch['product'], `${place}/${at}/product`, [...above, branch])
      walk(branch['branches'], `${place}/${at}/branches`, [...above, branch])
    }
  }
  walk(tree['branches'], '/product_tree/branches', [])
  for (const [at, one] of listOf(tree['full_product_names']).entries()) {
    take(one, `/product_tree/full_product_names/${at}`, [])
  }
  for (const [at, one] of listOf(tree['relationships']).entries()) {
    take(objectOf(one)['full_product_name'], `/product_tree/relationships/${at}`, [])
  }
  for (const [at, one] of listOf(tree['product_paths']).entries()) {
    take(objectOf(one)['full_product_name'], `/product_tree/product_paths/${at}`, [])
  }
  return found
}

/** Every place in which a product is referred to. */
function referred(document: JsonObject): readonly (readonly [id: string, place: string])[] {
  const found: [string, string][] = []
  const all = (value: unknown, place: string) => {
    for (const id of textsOf(value)) found.push([id, place])
  }
  const tree = objectOf(document['product_tree'])
  for (const [at, one] of listOf(tree['product_groups']).entries()) {
    all(objectOf(one)['product_ids'], `/product_tree/product_groups/${at}`)
  }
  for (const [at, one] of listOf(tree['relationships']).entries()) {
    const relation = objectOf(one)
    all(
      [relation['product_reference'], relation['relates_to_product_reference']],
      `/product_tree/relationships/${at}`,
    )
  }
  for (const [at, value] of listOf(document['vulnerabilities']).entries()) {
    const one = objectOf(value)
    const place = `/vulnerabilities/${at}`
    for (const list of Object.values(objectOf(one['product_status']))) {
      all(list, `${place}/product_status`)
    }
    for (const part of ['remediations', 'threats', 'flags', 'notes', 'involvements']) {
      for (const item of listOf(one[part])) {
        all(objectOf(item)['product_ids'], `${place}/${part}`)
      }
    }
    for (const part of ['scores', 'metrics']) {
      for (const item of listOf(one[part])) all(objectOf(item)['products'], `${place}/${part}`)
    }
  }
  return found
}

export const productRules: Readonly<Record<string, (document: JsonObject) => Found>> = {
  '6.1.1': (document) => {
    const known = new Set(productsIn(document).map(({ id }) => id))
    return referred(document).flatMap(([id, place]) => (known.has(id) ? [] : [place]))
  },
  '6.1.2': (document) =>
    repeated(
      productsIn(document),
      ({ id }) => id,
      ({ place }) => place,
    ),
  '6.1.3': (document) => {
    const made = new Map<string, readonly string[]>()
    for (const one of listOf(objectOf(document['product_tree'])['relationships'])) {
      const relation = objectOf(one)
      const id = textOf(objectOf(relation['full_product_name'])['product_id'])
      const from = [relation['product_reference'], relation['relates_to_product_reference']]
      made.set(id, textsOf(from))
    }
    const isRound = (id: string) => {
      const seen = new Set<string>()
      const next = [...(made.get(id) ?? [])]
      for (let one = next.pop(); one !== undefined; one = next.pop()) {
        if (one === id) return true
        if (seen.has(one)) continue
        seen.add(one)
        next.push(...(made.get(one) ?? []))
      }
      return false
    }
    return [...made.keys()].filter(isRound).map(() => '/product_tree/relationships')
  },
  '6.1.4': (document) => {
    const known = new Set(groupsIn(document).map(({ id }) => id))
    return listOf(document['vulnerabilities']).flatMap((value, at) =>
      ['remediations', 'threats', 'flags', 'notes', 'involvements'].flatMap((part) =>
        listOf(objectOf(value)[part]).flatMap((item) =>
          textsOf(objectOf(item)['group_ids'])
            .filter((id) => !known.has(id))
            .map(() => `/vulnerabilities/${at}/${part}`),
        ),
      ),
    )
  },
  '6.1.5': (document) =>
    repeated(
      groupsIn(document),
      ({ id }) => id,
      ({ place }) => place,
    ),
  '6.1.13': (document) =>
    productsIn(document).flatMap(({ product, place }) => {
      const helper = objectOf(product['product_identification_helper'])
      const purls = [...textsOf([helper['purl']]), ...textsOf(helper['purls'])]
      return purls.some((purl) => !isPurl(purl)) ? [place] : []
    }),
  '6.1.25': (document) =>
    productsIn(document).flatMap(({ product, place }) => {
      const hashes = listOf(objectOf(product['product_identification_helper'])['hashes'])
      return hashes.flatMap((hash) =>
        repeated(
          listOf(objectOf(hash)['file_hashes']).map(objectOf),
          (one) => textOf(one['algorithm']),
          () => place,
        ),
      )
    }),
  '6.1.31': (document) =>
    productsIn(document).flatMap(({ branches, place }) =>
      branches.some(
        (branch) => branch['category'] === 'product_version' && isRange(textOf(branch['name'])),
      )
        ? [place]
        : [],
    ),
}

function groupsIn(document: JsonObject) {
  return listOf(objectOf(document['product_tree'])['product_groups']).map((value, at) => ({
    id: textOf(objectOf(value)['group_id']),
    place: `/product_tree/product_groups/${at}`,
  }))
}

/** Words and signs that the standard says make a version a range. */
function isRange(name: string): boolean {
  return (
    /[<>=*]|^\s*v?\.?\d[\w.]*\s*-\s*$/.test(name) ||
    /(?:^|\s)(?:after|all|before|earlier|later|prior|versions)(?:\s|$)/i.test(name) ||
    /^vers:/.test(name)
  )
}

/** As far as text shows it: a type, a name, and a namespace where the type always has one. */
function isPurl(text: string): boolean {
  const parts = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#@]+)(@[^?#]+)?(\?[^#]*)?(#.*)?$/.exec(
    text,
  )
  if (parts === null) return false
  const names = (parts[2] ?? '').split('/').filter((one) => one !== '')
  const wantsSpace = ['maven', 'github', 'bitbucket', 'composer', 'golang', 'swift']
  if (names.length === 0) return false
  return names.length > 1 || !wantsSpace.includes((parts[1] ?? '').toLowerCase())
}
