// SPDX-License-Identifier: EUPL-1.2
import type { ClauseLine } from './clauses.ts'
import type { ChainFacts, Line } from './facts.ts'
import { type CertificateLine, certificatesOf } from './standing.ts'
import { Book, type SupplierLine, supplierLine } from './suppliers.ts'
import type { WeightsInForce } from './weights.ts'

export interface OneSupplier {
  readonly line: SupplierLine
  readonly weights: WeightsInForce
  readonly certificates: readonly CertificateLine[]
  /** What is asked of such a supplier, when there is no contract yet. */
  readonly contracts: readonly {
    readonly id: string
    readonly name: string
    readonly state: string
    readonly ends_on: string | null
    readonly clauses: readonly ClauseLine[]
  }[]
  readonly grants: readonly { readonly id: string; readonly name: string; readonly tool: string }[]
  readonly zones: readonly string[]
  readonly assets: readonly string[]
  /** Suppliers of ours that work for this one. */
  readonly sub_suppliers: readonly { readonly id: string; readonly name: string }[]
  readonly works_for: readonly string[]
  readonly weighing: Readonly<Record<string, string | null>>
  readonly reviews: readonly {
    readonly id: string
    readonly state: string
    readonly type: string
    readonly planned_on: string
    readonly answer_until: string | null
    readonly answered_at: string | null
    readonly score_percent: number | null
    readonly verdict: string | null
    readonly tier: string | null
  }[]
}

/** Everything on record of one supplier; undefined when there is none such. */
export function supplierOf(facts: ChainFacts, id: string): OneSupplier | undefined {
  const book = new Book(facts)
  const supplier = book.suppliers.find((one) => one.id === id)
  if (supplier === undefined) return undefined
  return {
    line: supplierLine(book, supplier, facts.today),
    weights: book.weights,
    certificates: certificatesOf(supplier, facts.today),
    contracts: book.clausesOf(supplier).map(({ contract, lines }) => ({
      id: contract.id,
      name: contract.text('name') ?? '',
      state: contract.state,
      ends_on: contract.text('ends_on'),
      clauses: lines,
    })),
    grants: (book.grants?.get(id) ?? []).map((one) => ({
      id: one.id,
      name: one.text('name') ?? '',
      tool: one.text('tool') ?? '',
    })),
    zones: book.zonesOf(supplier),
    assets: supplier.list('reaches_assets'),
    sub_suppliers: (book.leaning.get(id) ?? []).map((one) => ({
      id: one.id,
      name: one.text('name') ?? '',
    })),
    works_for: supplier.list('subcontractor_of'),
    weighing: Object.fromEntries(
      ['weaknesses', 'product_quality', 'development_practice', 'foreign_influence'].map(
        (field) => [field, supplier.text(field)],
      ),
    ),
    reviews: (book.reviews.get(id) ?? []).map(reviewLine),
  }
}

function reviewLine(one: Line): OneSupplier['reviews'][number] {
  return {
    id: one.id,
    state: one.state,
    type: one.text('type') ?? '',
    planned_on: one.text('planned_on') ?? '',
    answer_until: one.text('answer_until'),
    answered_at: one.text('answered_at'),
    score_percent: one.number('score_percent'),
    verdict: one.text('verdict'),
    tier: one.text('tier'),
  }
}
