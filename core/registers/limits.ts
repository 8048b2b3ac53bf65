// SPDX-License-Identifier: EUPL-1.2

/** Bounds that we choose. What a standard or a law bounds stands beside the field. */
export const limits = {
  /** Characters of a long text: some ten printed pages, and a payload that still reads on a phone. */
  longText: 20_000,
  /** Items of a list, unless the field says otherwise: beyond it a register of its own is meant. */
  items: 500,
  /** Rows of a structured list, unless the field says otherwise. */
  rows: 200,
  /** Digits of a decimal, sign and point apart: exact as a double, so that sorting cannot lie. */
  digits: 15,
  /** No date of a living company lies outside; a typing error usually does. */
  firstDate: '1900-01-01',
  lastDate: '2199-12-31',
  /** Characters of a refused value that are shown back. */
  foundText: 80,
} as const
