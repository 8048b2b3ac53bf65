// SPDX-License-Identifier: EUPL-1.2

/** What an advisory says of a product for a vulnerability. */
export type ProductStatus =
  | 'affected'
  | 'fixed'
  | 'not_affected'
  | 'under_investigation'
  | 'unknown'
  /** Two statuses that exclude each other. */
  | 'contradictory'

export interface Helper {
  readonly modelNumbers: readonly string[]
  readonly serialNumbers: readonly string[]
  readonly skus: readonly string[]
  readonly purls: readonly string[]
  readonly cpe?: string
  /** `algorithm:value`, lower case. */
  readonly hashes: readonly string[]
}

/** A product of the tree, with the names on its path from the root. */
export interface Product {
  readonly productId: string
  readonly vendor: string
  readonly family: string
  readonly name: string
  /** The last version, range or patch level of the path; absent where there is none. */
  readonly version?: { readonly text: string; readonly isRange: boolean }
  /** Platform, architecture, language: what narrows the product further. */
  readonly limits: readonly string[]
  /** `full_product_name.name`: free text that may say more, or otherwise, than the path. */
  readonly fullName: string
  readonly helper?: Helper
  /** A combination of two others: software and what it is installed on. */
  readonly relation?: { readonly category: string; readonly part: number; readonly of: number }
}

export interface Remediation {
  readonly category: string
  readonly text: string
  readonly url?: string
  /** Places in `products`; all of them where none are named. */
  readonly products: readonly number[] | undefined
}

export interface Weakness {
  /** CVE, or the first other id; absent where the document names none. */
  readonly id: string | undefined
  readonly title: string
  /** Place in `statuses`: many vulnerabilities share one. */
  readonly statuses: number
  readonly remediations: readonly Remediation[]
  /** Highest base score of any product. */
  readonly score?: number
}

/** An advisory or VEX document as far as matching needs it. Text in it is a stranger's: inert. */
export interface Advisory {
  readonly id: string
  readonly title: string
  readonly publisher: string
  /** `vendor` where the publisher made the product, as CSAF has it. */
  readonly publisherCategory: string
  readonly category: string
  readonly revision: string
  readonly releasedAt: string
  readonly status: string
  readonly format: string
  readonly products: readonly Product[]
  /** Each from place in `products` to what the document says of it. */
  readonly statuses: readonly ReadonlyMap<number, ProductStatus>[]
  readonly weaknesses: readonly Weakness[]
  /** Where the document breaks the rules of its format; it is matched all the same. */
  readonly oddities: readonly Oddity[]
}

export interface Oddity {
  readonly code: string
  /** Where in the document: a JSON pointer. */
  readonly place: string
}
