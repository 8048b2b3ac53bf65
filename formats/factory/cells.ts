// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { isAddress, text } from './fields.ts'

/* Cells of tables: always texts, parsed as people write them in Dutch and English. */

type Parsed<Value> = { readonly value: Value } | undefined

function parsed<Value>(expected: string, parse: (cell: string) => Parsed<Value>) {
  return z.string(expected).transform((cell, context): Value => {
    const result = parse(cell.trim())
    if (result !== undefined) return result.value
    context.addIssue({ code: 'custom', message: expected, input: cell })
    return z.NEVER
  })
}

export const textCell = text

/** ISO, or day first: `1-3-2026`, `01/03/2026`. A time of day behind it is dropped. */
export const dateCell = parsed('a date like 2026-03-01 or 1-3-2026', (cell) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(cell)
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell)
  if (iso !== null) return realDate(iso[1], iso[2], iso[3])
  return dayFirst === null ? undefined : realDate(dayFirst[3], dayFirst[2], dayFirst[1])
})

function realDate(year: string, month: string, day: string): Parsed<string> {
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return z.iso.date().safeParse(value).success ? { value } : undefined
}

const yes = ['ja', 'j', 'yes', 'y', 'true', 'waar', '1', 'x']
const no = ['nee', 'n', 'no', 'false', 'onwaar', '0', '-']

export const yesNoCell = parsed('ja or nee, yes or no', (cell) => {
  const word = cell.toLowerCase()
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : undefined
})

export const numberCell = parsed('a number', (cell) => {
  const plain = /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(cell) ? cell.replace(',', '.') : undefined
  return plain === undefined ? undefined : { value: Number(plain) }
})

export const vlanCell = parsed('a VLAN number, 0 to 4094', (cell) => {
  const value = /^\d{1,4}$/.test(cell) ? Number(cell) : Number.NaN
  return value <= 4094 ? { value } : undefined
})

export const listCell = parsed('names separated by commas', (cell) => ({
  value: cell
    .split(/[,;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== ''),
}))

/** `00-1B-1B-…`, `001b.1b…` and bare digits become lower case with colons. */
export const macsCell = parsed('MAC addresses like 00:1b:1b:12:34:56', (cell) => {
  const value = cell.split(/[\s,;|]+/).filter((part) => part !== '')
  const bare = value.map((part) => part.toLowerCase().replace(/[:.-]/g, ''))
  if (!bare.every((part) => /^[0-9a-f]{12}$/.test(part))) return undefined
  return { value: bare.map((part) => (part.match(/../g) ?? []).join(':')) }
})

export const ipsCell = parsed('IP addresses like 10.20.1.5', (cell) => {
  const value = cell.split(/[\s,;|]+/).filter((part) => part !== '')
  const bare = value.map((part) => part.replace(/\/\d{1,3}$/, '').toLowerCase())
  return bare.every(isAddress) ? { value: bare } : undefined
})

/** Any of the words people use, in Dutch or English, for a closed list. */
export function wordCell<Word extends string>(words: Readonly<Record<Word, readonly string[]>>) {
  const known = Object.entries(words) as [Word, readonly string[]][]
  return parsed(`one of ${known.map(([word]) => word).join(', ')}`, (cell) => {
    const plain = cell.toLowerCase().replace(/[^a-z]+/g, '')
    const hit = known.find(([word, others]) =>
      [word, ...others].some((other) => other.replace(/[^a-z]+/g, '') === plain),
    )
    return hit === undefined ? undefined : { value: hit[0] }
  })
}
