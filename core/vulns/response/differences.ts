// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Product } from '../advisory.ts'

/** One thing that is otherwise in a newer revision, and matters to whoever has the product. */
export interface Difference {
  readonly what: 'product' | 'status' | 'remediation' | 'score' | 'title'
  /** The vulnerability it is about; absent where it is about the document. */
  readonly about?: string
  /** The product or the sort of remediation. */
  readonly subject: string
  /** Null where there was, or is, none. */
  readonly before: string | null
  readonly after: string | null
}

/** More of them say only that everything changed. */
export const mostDifferences = 200

/** What changed between two revisions of one document, in the words of the document. */
export function differencesBetween(before: Advisory, after: Advisory): readonly Difference[] {
  const found: Difference[] = []
  if (before.title !== after.title) {
    found.push({ what: 'title', subject: '', before: before.title, after: after.title })
  }
  compare(found, productsOf(before), productsOf(after), ({ subject }) => ({
    what: 'product',
    subject,
  }))
  compare(found, statusesOf(before), statusesOf(after), ({ about, subject }) => ({
    what: 'status',
    about,
    subject,
  }))
  compare(found, remediationsOf(before), remediationsOf(after), ({ about, subject }) => ({
    what: 'remediation',
    about,
    subject,
  }))
  compare(found, scoresOf(before), scoresOf(after), ({ about }) => ({
    what: 'score',
    about,
    subject: '',
  }))
  return found.slice(0, mostDifferences)
}

/** A product as a person would name it, with its versions. */
export function nameOf({ products }: Advisory, at: number): string {
  const product = products[at]
  if (product === undefined) return ''
  const { vendor, name, fullName, version } = product
  const path = [vendor, name || fullName, version?.text ?? ''].map((one) => one.trim())
  return path.filter((one) => one !== '').join(' ') || productIdOf(product)
}

function productIdOf({ productId }: Product): string {
  return productId
}

interface Named {
  readonly about: string
  readonly subject: string
  readonly value: string
}

type Table = ReadonlyMap<string, Named>

function compare(
  found: Difference[],
  before: Table,
  after: Table,
  headOf: (named: Named) => Omit<Difference, 'before' | 'after'>,
): void {
  for (const [key, named] of before) {
    const now = after.get(key)
    if (now?.value === named.value) continue
    found.push({ ...headOf(named), before: named.value, after: now?.value ?? null })
  }
  for (const [key, named] of after) {
    if (!before.has(key)) found.push({ ...headOf(named), before: null, after: named.value })
  }
}

function tableOf(rows: Iterable<Named>): Table {
  const found = new Map<string, Named>()
  for (const row of rows) found.set(`${row.about}\n${row.subject}`, row)
  return found
}

/** By vendor and name; the value is all versions that are named. */
function productsOf(advisory: Advisory): Table {
  const versions = new Map<string, string[]>()
  for (const { vendor, name, fullName, version } of advisory.products) {
    const subject = [vendor.trim(), (name || fullName).trim()].filter((one) => one !== '').join(' ')
    const list = versions.get(subject) ?? []
    list.push(version?.text.trim() ?? '*')
    versions.set(subject, list)
  }
  return tableOf(
    [...versions].map(([subject, list]) => ({
      about: '',
      subject,
      value: [...new Set(list)].sort().join(', '),
    })),
  )
}

function statusesOf(advisory: Advisory): Table {
  return tableOf(
    advisory.weaknesses.flatMap(({ id = '', statuses }) =>
      [...(advisory.statuses[statuses] ?? [])].map(([at, value]) => ({
        about: id,
        subject: nameOf(advisory, at),
        value,
      })),
    ),
  )
}

function remediationsOf(advisory: Advisory): Table {
  const texts = new Map<string, { about: string; subject: string; all: string[] }>()
  for (const { id = '', remediations } of advisory.weaknesses) {
    for (const { category, text, url } of remediations) {
      const key = `${id}\n${category}`
      const row = texts.get(key) ?? { about: id, subject: category, all: [] }
      row.all.push(url === undefined ? text : `${text} (${url})`)
      texts.set(key, row)
    }
  }
  return tableOf(
    [...texts.values()].map(({ about, subject, all }) => ({
      about,
      subject,
      value: [...new Set(all)].sort().join('\n').slice(0, 2_000),
    })),
  )
}

function scoresOf({ weaknesses }: Advisory): Table {
  return tableOf(
    weaknesses.flatMap(({ id = '', score }) =>
      score === undefined ? [] : [{ about: id, subject: '', value: String(score) }],
    ),
  )
}
