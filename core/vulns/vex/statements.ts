// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Oddity, Product, ProductStatus } from '../advisory.ts'
import { limits } from '../limits.ts'
import { purlOf } from '../names/purl.ts'

/** What a VEX document says of one product for one vulnerability. */
export interface Statement {
  readonly id: string
  readonly status: ProductStatus
  readonly productId: string
  readonly purl: string
  readonly cpe: string
  readonly vendor?: string
  readonly name?: string
  readonly version?: string
  /** Where the statement is about versions of the product: which, in place of `version`. */
  readonly range?: string
}

interface Header {
  readonly id: string
  readonly publisher: string
  readonly revision: string
  readonly releasedAt: string
  readonly format: string
}

/** Gathers statements into an advisory; of two about one product the later counts. */
export class Statements {
  readonly oddities: Oddity[] = []
  readonly #products: Product[] = []
  readonly #placeOf = new Map<string, number>()
  readonly #byId = new Map<string, Map<number, ProductStatus>>()

  say(statement: Statement): void {
    if (this.#products.length >= limits.products || this.#byId.size >= limits.weaknesses) return
    let statuses = this.#byId.get(statement.id)
    if (statuses === undefined) {
      statuses = new Map()
      this.#byId.set(statement.id, statuses)
    }
    statuses.set(this.#place(statement), statement.status)
  }

  advisory(header: Header): Advisory {
    const all = [...this.#byId]
    return {
      ...header,
      title: header.id,
      publisherCategory: 'vendor',
      category: 'vex',
      status: 'final',
      products: this.#products,
      statuses: all.map(([, statuses]) => statuses),
      weaknesses: all.map(([id], at) => ({
        id: id === '' ? undefined : id,
        title: '',
        statuses: at,
        remediations: [],
      })),
      oddities: this.oddities,
    }
  }

  #place(statement: Statement): number {
    const { range } = statement
    const purl = purlOf(statement.purl)
    const version = range ?? (statement.version || purl?.version || '')
    // What is said of one version is not said of another.
    const key = JSON.stringify([statement.productId, range ?? '', statement.version ?? ''])
    const known = this.#placeOf.get(key)
    if (known !== undefined) return known
    const place = this.#products.length
    this.#placeOf.set(key, place)
    this.#products.push({
      productId: statement.productId,
      vendor: statement.vendor ?? '',
      family: '',
      name: statement.name || purl?.name || statement.productId,
      ...(version === '' ? {} : { version: { text: version, isRange: range !== undefined } }),
      limits: [],
      fullName: '',
      helper: {
        modelNumbers: [],
        serialNumbers: [],
        skus: [],
        hashes: [],
        purls: purl === undefined ? [] : [statement.purl],
        ...(statement.cpe === '' ? {} : { cpe: statement.cpe }),
      },
    })
    return place
  }
}
