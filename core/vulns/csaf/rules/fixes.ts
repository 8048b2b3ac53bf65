// SPDX-License-Identifier: EUPL-1.2
// The mandatory test of CSAF 2.1 that a fix is a fix of something.
import { objectOf, textsOf } from '../json.ts'
import type { Branch, Facts, ProductPath } from './facts.ts'
import { none, type Rules } from './rule.ts'

const versions = ['product_version', 'product_version_range', 'patch_level', 'service_pack']
/** Paths may be built of paths; the standard has no bound for it. */
const deepestPath = 20

export const fixRules: Rules = {
  // For each fixed product of an advisory another version of it is affected.
  '6.1.27.13': (facts) => {
    if (facts.category !== 'csaf_security_advisory') return none
    const lines = new Lines(facts)
    return facts.weaknesses.flatMap(({ one, place }) => {
      const status = objectOf(one['product_status'])
      const of = (names: readonly string[]) => names.flatMap((name) => textsOf(status[name]))
      const affected = new Set(
        of(['first_affected', 'known_affected', 'last_affected']).map((id) => lines.of(id)),
      )
      const isAlone = of(['first_fixed', 'fixed']).some(
        (id) => lines.isKnown(id) && !lines.before(id).some((line) => affected.has(line)),
      )
      return isAlone ? [`${place}/product_status`] : none
    })
  },
}

/** What stays the same from one version of a product to the next. */
class Lines {
  readonly #branches: ReadonlyMap<string, Branch | undefined>
  readonly #paths: ReadonlyMap<string, ProductPath>
  readonly #beside: ReadonlyMap<string, readonly ProductPath[]>
  readonly #known = new Map<string, string>()

  constructor({ products, paths }: Facts) {
    this.#branches = new Map(products.map(({ id, branch }) => [id, branch]))
    this.#paths = new Map(paths.map((path) => [path.id, path]))
    const beside = new Map<string, ProductPath[]>()
    for (const path of paths) {
      for (const { category, next } of path.steps) {
        if (category === 'installed_with') beside.set(next, [...(beside.get(next) ?? []), path])
      }
    }
    this.#beside = beside
  }

  isKnown(id: string): boolean {
    return this.#branches.has(id)
  }

  /** A product of no branch has no structure: any other such product may be a version of it. */
  of(id: string, depth = 0): string {
    const known = this.#known.get(id)
    if (known !== undefined) return known
    const path = this.#paths.get(id)
    const line =
      path === undefined || depth > deepestPath
        ? lineOf(this.#branches.get(id))
        : this.#along(path, path.steps.length, depth)
    this.#known.set(id, line)
    return line
  }

  /**
   * Where the version before a fix may be. What a fix is installed with, without the fix, is a
   * version before it, whether the fix itself is named or the two together.
   */
  before(id: string): readonly string[] {
    const path = this.#paths.get(id)
    const upTo = (one: ProductPath, isEnd: (step: ProductPath['steps'][number]) => boolean) => {
      const end = one.steps.findIndex(isEnd)
      return end < 0 ? [] : [this.#along(one, end, 0)]
    }
    return [
      this.of(id),
      ...(path === undefined ? [] : upTo(path, ({ category }) => category === 'installed_with')),
      ...(this.#beside.get(id) ?? []).flatMap((one) => upTo(one, ({ next }) => next === id)),
    ]
  }

  /** Of what a product runs on, the version counts. */
  #along({ begin, steps }: ProductPath, end: number, depth: number): string {
    const way = steps.slice(0, end).map(({ category, next }) => `${category}\n${next}`)
    return [this.of(begin, depth + 1), ...way].join('\n')
  }
}

function lineOf(branch: Branch | undefined): string {
  const names: string[] = []
  for (let one = branch; one !== undefined; one = one.parent) {
    if (!versions.includes(one.category)) names.push(`${one.category}\t${one.name}`)
  }
  return names.join('\n')
}
