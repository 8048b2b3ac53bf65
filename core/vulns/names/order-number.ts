// SPDX-License-Identifier: EUPL-1.2
// Siemens: 6ES7515-2AN03-0AB0, 6GT2811-6AA10, also cut into 6ES7 515-…
const siemens = /\b\d[A-Z]{2}\d\s?\d{3}-\d[A-Z0-9]{4}(?:-\d[A-Z0-9]{3})?\b/g
const siemensOther = /\b\d[A-Z][A-Z0-9]\d\s?\d{3}-\d?[A-Z0-9]{4,5}(?:-\d[A-Z0-9]{3})?\b/g
// ABB: 1SAP551100R0001.
const abb = /\b1S[A-Z]{2}\d{6}R\d{4}\b/g
// Rockwell: 1766-L32BXB, 1783-SAD4T0SBK9, 5069-L320ER.
const rockwell = /\b(?:\d{4})-[A-Z]{1,4}\d[A-Z0-9]*\b/g
// Article numbers of six to eight digits and nothing else.
const article = /^\D{0,20}?\b(\d{6,8})\b\D*$/

/** Order numbers of a known form in a text, as written. */
export function orderNumbersIn(text: string): string[] {
  const found = [siemens, siemensOther, abb, rockwell].flatMap((form) => text.match(form) ?? [])
  return [...new Set(found)]
}

/** An article number that is the whole of a text, as some vendors' version fields hold it. */
export function articleNumberIn(text: string): string | undefined {
  return /\d[.]\d/.test(text) ? undefined : article.exec(text)?.[1]
}

export type Scheme = 'siemens' | 'abb' | 'article'

/** The maker's scheme an order number, compact, is of; undefined for names that serve as one. */
export function schemeOf(order: string): Scheme | undefined {
  if (/^\d[a-z][a-z0-9]\d{4}/.test(order)) return 'siemens'
  if (/^1s[a-z]{2}\d{6}/.test(order)) return 'abb'
  return /^\d{6,8}$/.test(order) ? 'article' : undefined
}
