// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, Remediation, Weakness } from '../advisory.ts'
import { limits } from '../limits.ts'
import { type JsonObject, listOf, objectOf, textOf, textsOf } from './json.ts'
import type { Tree } from './tree.ts'

const groupOf: Readonly<Record<string, ProductStatus>> = {
  first_affected: 'affected',
  known_affected: 'affected',
  last_affected: 'affected',
  first_fixed: 'fixed',
  fixed: 'fixed',
  known_not_affected: 'not_affected',
  under_investigation: 'under_investigation',
  unknown: 'unknown',
}

export interface Weaknesses {
  readonly statuses: ReadonlyMap<number, ProductStatus>[]
  readonly weaknesses: Weakness[]
}

export function readWeaknesses(value: unknown, tree: Tree): Weaknesses {
  const reader: Reader = {
    tree,
    statuses: [],
    known: new Map(),
    lists: [],
    texts: new Map(),
  }
  const all = listOf(value)
  const weaknesses: Weakness[] = []
  for (let at = 0; at < Math.min(all.length, limits.weaknesses); at += 1) {
    const weakness = objectOf(all[at])
    const score = scoreOf(weakness)
    if (namesUnknown(weakness, tree)) {
      tree.oddities.push({ code: 'product-id-unknown', place: `/vulnerabilities/${at}` })
    }
    weaknesses.push({
      id: idOf(weakness),
      title: textOf(weakness['title']).slice(0, limits.textLength),
      statuses: statusesOf(objectOf(weakness['product_status']), reader, `/vulnerabilities/${at}`),
      remediations: listOf(weakness['remediations']).map((one) =>
        remediationOf(objectOf(one), reader),
      ),
      ...(score === undefined ? {} : { score }),
    })
  }
  return { statuses: reader.statuses, weaknesses }
}

/** Where else a vulnerability names products, by the name of the list. */
const naming = {
  product_ids: ['flags', 'ids', 'involvements', 'notes', 'remediations', 'threats'],
  products: ['scores', 'metrics'],
} as const

function namesUnknown(weakness: JsonObject, { placeOf, groups }: Tree): boolean {
  const isKnown = (id: string) => placeOf.has(id)
  return Object.entries(naming).some(([name, lists]) =>
    lists.some((list) =>
      listOf(weakness[list]).some((one) => {
        const given = objectOf(one)
        return (
          !textsOf(given[name]).every(isKnown) ||
          !textsOf(given['group_ids']).every((group) => groups.has(group))
        )
      }),
    ),
  )
}

// Vulnerabilities of one document mostly name the same products and the same advice: each list
// and text is worked out and kept once.
interface Reader {
  readonly tree: Tree
  readonly statuses: ReadonlyMap<number, ProductStatus>[]
  readonly known: Map<string, number>
  readonly lists: {
    readonly named: readonly string[]
    readonly inGroups: readonly string[]
    readonly products: readonly number[]
  }[]
  readonly texts: Map<string, string>
}

const groups = Object.entries(groupOf)

/** The place among the statuses of the document. */
function statusesOf(value: JsonObject, reader: Reader, place: string): number {
  let key = ''
  for (const [group] of groups) {
    if (value[group] !== undefined) key += `${group}\n${textsOf(value[group]).join('\n')}\n\n`
  }
  const known = reader.known.get(key)
  if (known !== undefined) return known
  const { tree } = reader
  const found = new Map<number, ProductStatus>()
  const report = (code: string) => tree.oddities.push({ code, place: `${place}/product_status` })
  let isUnknownSaid = false
  for (const [group, status] of groups) {
    for (const id of textsOf(value[group])) {
      const product = tree.placeOf.get(id)
      if (product === undefined) {
        if (!isUnknownSaid) report('product-id-unknown')
        isUnknownSaid = true
        continue
      }
      const before = found.get(product)
      const isClash = before !== undefined && before !== status
      if (isClash) report('status-contradictory')
      found.set(product, isClash ? 'contradictory' : status)
    }
  }
  const number = reader.statuses.push(found) - 1
  reader.known.set(key, number)
  return number
}

function idOf(weakness: JsonObject): string | undefined {
  const cve = textOf(weakness['cve'])
  if (cve !== '') return cve
  const other = textOf(objectOf(listOf(weakness['ids'])[0])['text'])
  return other === '' ? undefined : other
}

function remediationOf(value: JsonObject, reader: Reader): Remediation {
  const text = textOf(value['details']).slice(0, limits.textLength)
  const url = textOf(value['url'])
  const kept = reader.texts.get(text)
  if (kept === undefined) reader.texts.set(text, text)
  return {
    category: textOf(value['category']),
    text: kept ?? text,
    ...(url === '' ? {} : { url }),
    products: productsOf(value, reader),
  }
}

function productsOf(value: JsonObject, { tree, lists }: Reader): readonly number[] | undefined {
  const named = textsOf(value['product_ids'])
  const inGroups = textsOf(value['group_ids'])
  if (named.length === 0 && inGroups.length === 0) return undefined
  const known = lists.find((one) => isEqual(one.named, named) && isEqual(one.inGroups, inGroups))
  if (known !== undefined) return known.products
  const ids = [...named, ...inGroups.flatMap((group) => tree.groups.get(group) ?? [])]
  const products = ids.flatMap((id) => tree.placeOf.get(id) ?? [])
  lists.unshift({ named, inGroups, products })
  if (lists.length > rememberedLists) lists.pop()
  return products
}

const rememberedLists = 12

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}

const scoreKinds = ['cvss_v4', 'cvss_v3', 'cvss_v2'] as const

function scoreOf(weakness: JsonObject): number | undefined {
  let highest: number | undefined
  const consider = (of: JsonObject) => {
    for (const version of scoreKinds) {
      const score = objectOf(of[version])['baseScore']
      if (typeof score !== 'number' || !(score >= 0 && score <= 10)) continue
      if (highest === undefined || score > highest) highest = score
    }
  }
  for (const one of listOf(weakness['scores'])) consider(objectOf(one))
  for (const one of listOf(weakness['metrics'])) consider(objectOf(objectOf(one)['content']))
  return highest
}
