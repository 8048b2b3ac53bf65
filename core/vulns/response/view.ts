// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '../advisory.ts'
import { nameOf } from './differences.ts'

/** Bounds of what is kept to show; the document itself is kept whole. */
const most = { weaknesses: 200, products: 100, remediations: 20, text: 600 } as const

export interface WeaknessView {
  readonly id: string
  readonly title: string
  readonly score: number | null
  /** Status → products, as far as they are shown. */
  readonly products: Readonly<Record<string, readonly string[]>>
  readonly remediations: readonly {
    readonly category: string
    readonly text: string
    readonly url: string | null
  }[]
  readonly fix: Fix
}

/** What the document says can be done about a vulnerability. */
export type Fix = 'available' | 'mitigation_only' | 'none' | 'unknown'

export interface AdvisoryView {
  readonly weaknesses: readonly WeaknessView[]
  readonly weaknessCount: number
  readonly productCount: number
  readonly vendors: readonly string[]
  /** Highest of all; null where none is given. */
  readonly score: number | null
}

/** An advisory as far as a person is shown it, in bounded form. All text is a stranger's. */
export function viewOf(advisory: Advisory): AdvisoryView {
  const { weaknesses, products } = advisory
  const scores = weaknesses.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const vendors = new Set(products.map(({ vendor }) => vendor.trim()).filter((one) => one !== ''))
  return {
    weaknesses: weaknesses.slice(0, most.weaknesses).map((_, at) => weaknessView(advisory, at)),
    weaknessCount: weaknesses.length,
    productCount: products.length,
    vendors: [...vendors].slice(0, 20),
    score: scores.length === 0 ? null : Math.max(...scores),
  }
}

/** The name under which a vulnerability of a document is kept. */
export function weaknessName(advisory: Advisory, at: number): string {
  return advisory.weaknesses[at]?.id?.slice(0, 200) ?? `${advisory.id}#${at + 1}`
}

function weaknessView(advisory: Advisory, at: number): WeaknessView {
  const weakness = advisory.weaknesses[at]
  const grouped: Record<string, string[]> = {}
  let shown = 0
  for (const [place, status] of advisory.statuses[weakness?.statuses ?? -1] ?? []) {
    if (shown >= most.products) break
    shown += 1
    const list = grouped[status] ?? []
    list.push(nameOf(advisory, place).slice(0, most.text))
    grouped[status] = list
  }
  const remediations = weakness?.remediations ?? []
  return {
    id: weaknessName(advisory, at),
    title: weakness?.title.slice(0, most.text) ?? '',
    score: weakness?.score ?? null,
    products: grouped,
    remediations: remediations.slice(0, most.remediations).map(({ category, text, url }) => ({
      category,
      text: text.slice(0, most.text),
      url: url ?? null,
    })),
    fix: fixOf(remediations.map(({ category }) => category)),
  }
}

export function fixOf(categories: readonly string[]): Fix {
  if (categories.some((one) => one === 'vendor_fix' || one === 'optional_patch')) return 'available'
  if (categories.some((one) => one === 'mitigation' || one === 'workaround')) {
    return 'mitigation_only'
  }
  return categories.some((one) => /^(none_available|no_fix_planned|fix_planned)$/.test(one))
    ? 'none'
    : 'unknown'
}
