// SPDX-License-Identifier: EUPL-1.2
/**
 * Tables: what one has to know beside the documents to recognise a product. Names of vendors,
 * what a catalogue number says of the family, other names of products. Plain data that a user can
 * add to; their rows come before ours.
 */
import aliases from './aliases.json' with { type: 'json' }
import families from './families.json' with { type: 'json' }
import vendors from './vendors.json' with { type: 'json' }

export interface VendorRow {
  readonly id: string
  /** Brands, former names and trade names, in any spelling of capitals. */
  readonly names: readonly string[]
}

export interface FamilyRow {
  /** Id of a vendor. */
  readonly vendor: string
  /** Order numbers without dashes and blanks; `?` is one character, `*` any. */
  readonly catalogue?: readonly string[]
  /** Model names in the same form. */
  readonly model?: readonly string[]
  /** Order numbers the row is not about although `catalogue` fits. */
  readonly except?: readonly string[]
  /** The row holds for a model only where this word is in the name too. */
  readonly with?: string
  /** What the product is then called as well. */
  readonly implies: string
}

export interface Tables {
  readonly vendors: readonly VendorRow[]
  readonly families: readonly FamilyRow[]
  /** Names of one product; the first is what others are read as. */
  readonly aliases: readonly (readonly string[])[]
}

export const ownTables: Tables = { vendors, families, aliases }

/** A user's rows in front of ours; a vendor they name again has their names and ours. */
export function withOwn(extra: Partial<Tables>): Tables {
  return {
    vendors: [...(extra.vendors ?? []), ...ownTables.vendors],
    families: [...(extra.families ?? []), ...ownTables.families],
    aliases: [...(extra.aliases ?? []), ...ownTables.aliases],
  }
}
