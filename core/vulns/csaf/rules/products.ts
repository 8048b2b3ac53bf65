// SPDX-License-Identifier: EUPL-1.2
// Mandatory tests of CSAF about products: what is named is there, once, and means one thing.
import { listOf, objectOf, textOf, textsOf } from '../json.ts'
import { above, branchPlace, type Facts, productPlace } from './facts.ts'
import { type Found, none, type Rules, repeated } from './rule.ts'

/** Where a vulnerability names products and groups of them; the last came with 2.1. */
const naming = ['remediations', 'threats', 'flags', 'notes', 'involvements'] as const
const namingSince = [...naming, 'ids', 'first_known_exploitation_dates'] as const

type Visit = (ids: unknown, place: string) => void

/** Every place in which products are referred to. */
function visitProducts(facts: Facts, visit: Visit): void {
  const { tree, head, paths, weaknesses, isOfTwoOne } = facts
  if (isOfTwoOne) for (const note of listOf(head['notes'])) visit(ids(note), '/document/notes')
  for (const [at, one] of listOf(tree['product_groups']).entries()) {
    visit(ids(one), `/product_tree/product_groups/${at}`)
  }
  for (const { begin, steps, place } of paths) {
    visit([begin, ...steps.map(({ next }) => next)], place)
  }
  for (const { one, place, metrics } of weaknesses) {
    for (const list of Object.values(objectOf(one['product_status']))) {
      visit(list, `${place}/product_status`)
    }
    for (const part of isOfTwoOne ? namingSince : naming) {
      for (const item of listOf(one[part])) visit(ids(item), `${place}/${part}`)
    }
    for (const metric of metrics) visit(metric.products, metric.place)
  }
}

const ids = (value: unknown) => objectOf(value)['product_ids']
const groupIds = (value: unknown) => objectOf(value)['group_ids']

/** Every place in which groups of products are referred to. */
function visitGroups({ head, weaknesses, isOfTwoOne }: Facts, visit: Visit): void {
  if (isOfTwoOne) for (const note of listOf(head['notes'])) visit(groupIds(note), '/document/notes')
  for (const { one, place } of weaknesses) {
    for (const part of isOfTwoOne ? namingSince : naming) {
      for (const item of listOf(one[part])) visit(groupIds(item), `${place}/${part}`)
    }
  }
}

function unknown(known: ReadonlySet<string>, each: (visit: Visit) => void): Found {
  const found: string[] = []
  each((names, place) => {
    if (names !== undefined && !textsOf(names).every((id) => known.has(id))) found.push(place)
  })
  return found
}

export const productRules: Rules = {
  // Each product that is referred to is defined.
  '6.1.1': (facts) =>
    unknown(new Set(facts.products.map(({ id }) => id)), (visit) => visitProducts(facts, visit)),
  // Each product is defined once.
  '6.1.2': (facts) => repeated(facts.products, ({ id }) => id, productPlace),
  // No product is made of itself.
  '6.1.3': ({ paths }) => {
    const made = new Map(
      paths.map(({ id, begin, steps }) => [id, [begin, ...steps.map(({ next }) => next)]]),
    )
    const round = inCircles(made)
    return paths.flatMap(({ id, place }) => (round.has(id) ? [place] : none))
  },
  // Each group that is referred to is defined.
  '6.1.4': (facts) => unknown(new Set(facts.groups.keys()), (visit) => visitGroups(facts, visit)),
  // Each group is defined once.
  '6.1.5': ({ tree }) =>
    repeated(
      listOf(tree['product_groups']),
      (group) => textOf(objectOf(group)['group_id']),
      (_, at) => `/product_tree/product_groups/${at}`,
    ),
  // A package URL is one.
  '6.1.13': (facts) =>
    withHelper(facts, (helper) =>
      [...textsOf([helper['purl']]), ...textsOf(helper['purls'])].every(isPurl),
    ),
  // Of one file, each algorithm gives one hash.
  '6.1.25': (facts) =>
    withHelper(facts, (helper) =>
      listOf(helper['hashes']).every((hash) => {
        const files = listOf(objectOf(hash)['file_hashes']).map(objectOf)
        const algorithms = files.map(({ algorithm }) => textOf(algorithm))
        return new Set(algorithms).size === algorithms.length
      }),
    ),
  // A version is one version, not a range.
  '6.1.31': ({ branches }) =>
    branches.flatMap((branch) =>
      branch.category === 'product_version' && isRange(branch.name) ? [branchPlace(branch)] : none,
    ),
}

export const productRulesSince: Rules = {
  // Branches go no more than 30 deep.
  '6.1.34': ({ branches }) =>
    branches.flatMap((branch) => (branch.depth === 31 ? [branchPlace(branch)] : none)),
  // Package URLs of one product differ in their qualifiers alone.
  '6.1.42': (facts) =>
    withHelper(facts, (helper) => {
      const bare = textsOf(helper['purls']).map((purl) => purl.replace(/\?[^#]*/, ''))
      return new Set(bare).size < 2
    }),
  // A model number has one open place of any length at most.
  '6.1.43': (facts) => withHelper(facts, (helper) => hasFewStars(helper['model_numbers'])),
  // A serial number has one open place of any length at most.
  '6.1.44': (facts) => withHelper(facts, (helper) => hasFewStars(helper['serial_numbers'])),
  // On the way to a product each category comes once, families excepted.
  '6.1.57': ({ branches }) =>
    branches.flatMap((branch) =>
      branch.category !== 'product_family' && above(branch.parent, [branch.category]) !== undefined
        ? [branchPlace(branch)]
        : none,
    ),
  // On the way to a product there is a version or a range, not both.
  '6.1.58': ({ branches }) =>
    branches.flatMap((branch) => {
      const other =
        branch.category === 'product_version'
          ? 'product_version_range'
          : branch.category === 'product_version_range'
            ? 'product_version'
            : undefined
      const isBoth = other !== undefined && above(branch.parent, [other]) !== undefined
      return isBoth ? [branchPlace(branch)] : none
    }),
  // A stock keeping unit has one open place of any length at most.
  '6.1.61': (facts) => withHelper(facts, (helper) => hasFewStars(helper['skus'])),
}

function withHelper(
  { products }: Facts,
  isFine: (helper: Readonly<Record<string, unknown>>) => boolean,
): Found {
  return products.flatMap((named) => {
    const helper = named.product['product_identification_helper']
    return helper === undefined || isFine(objectOf(helper)) ? none : [productPlace(named)]
  })
}

/** What reaches itself; what many share is walked once. */
function inCircles(made: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const done = new Set<string>()
  const round = new Set<string>()
  for (const start of made.keys()) {
    const way: { readonly id: string; at: number }[] = [{ id: start, at: 0 }]
    const onWay = new Set([start])
    while (!done.has(start)) {
      const last = way.at(-1)
      if (last === undefined) break
      const next = made.get(last.id)?.[last.at]
      last.at += 1
      if (next === undefined) {
        way.pop()
        onWay.delete(last.id)
        done.add(last.id)
      } else if (onWay.has(next)) {
        round.add(next)
        for (const { id } of way.slice(way.findIndex(({ id }) => id === next))) round.add(id)
      } else if (made.has(next) && !done.has(next)) {
        way.push({ id: next, at: 0 })
        onWay.add(next)
      }
    }
  }
  return round
}

function hasFewStars(value: unknown): boolean {
  return textsOf(value).every((text) => {
    const bare = text.replaceAll(/\\./g, '')
    return bare.indexOf('*') === bare.lastIndexOf('*')
  })
}

/** Words and signs that the standard says make a version a range. */
function isRange(name: string): boolean {
  return (
    /[<>=*]|^\s*v?\.?\d[\w.]*\s*-\s*$/.test(name) ||
    /(?:^|\s)(?:after|all|before|earlier|later|prior|versions)(?:\s|$)/i.test(name) ||
    /^vers:/.test(name)
  )
}

const withNamespace = ['maven', 'github', 'bitbucket', 'composer', 'golang', 'swift']
const withoutNamespace =
  'bitnami cargo cocoapods conda cran gem hackage mlflow nuget oci pub pypi'.split(' ')

/** As far as text shows it: a type, a name, and a namespace as the type has one always or never. */
function isPurl(text: string): boolean {
  const parts = /^pkg:\/{0,2}([A-Za-z][A-Za-z0-9.+-]*)\/([^?#@]+)(@[^?#]+)?(\?[^#]*)?(#.*)?$/.exec(
    text,
  )
  if (parts === null) return false
  const names = (parts[2] ?? '').split('/').filter((one) => one !== '')
  if (names.length === 0) return false
  const type = (parts[1] ?? '').toLowerCase()
  return names.length > 1 ? !withoutNamespace.includes(type) : !withNamespace.includes(type)
}
