// SPDX-License-Identifier: EUPL-1.2
import { limits } from '../limits.ts'
import type { FamilyRow } from '../tables/index.ts'
import { type Version, versionOf } from '../versions/version.ts'
import { isGlobMatch } from './glob.ts'
import { orderNumbersIn, type Scheme, schemeOf } from './order-number.ts'
import { compact, repaired } from './text.ts'
import { gramsOf, type Token, tokensOf } from './tokens.ts'
import { brands, filler } from './words.ts'

/** What an inventory calls a device, ready to be held against names of advisories. */
export interface AssetName {
  /** Words and runs of words, compact. */
  readonly grams: ReadonlySet<string>
  /** Those with a digit, for patterns. */
  readonly codes: readonly string[]
  /** Those and what the catalogue implies, for finding. */
  readonly words: readonly string[]
  /** Beginnings of the codes and order numbers, up to three signs, for finding patterns. */
  readonly stems: readonly string[]
  /** Words that tell the product; each should be accounted for by an entry. */
  readonly telling: readonly Token[]
  /** Words the catalogue adds. */
  readonly implied: ReadonlySet<string>
  /** The catalogue names the family, by a word with a digit. */
  readonly isFamilyKnown: boolean
  /** Order numbers, compact; the first is the one of the field. */
  readonly orders: readonly string[]
  readonly scheme?: Scheme
  /** The name itself has a word with a digit. */
  readonly hasCodes: boolean
  /** A version train in the name: V17 of TIA Portal V17. */
  readonly train?: Version
  readonly hardwareSeries?: string
  readonly isSiplus: boolean
}

export interface NameFacts {
  readonly product: string
  readonly orderNumber: string
  readonly vendors: readonly string[]
  /** Words of the vendor's name, which say nothing about the product. */
  readonly vendorWords: ReadonlySet<string>
}

export function assetNameOf(facts: NameFacts, families: readonly FamilyRow[]): AssetName {
  const product = repaired(facts.product.slice(0, limits.nameLength))
  const found = /[\s,]v(?:ersion\s)?\s?(\d+(?:\.\d+)*)(?:\.x)?(?=\s|$)/i.exec(product)
  const train = found === null ? undefined : versionOf(found[1] ?? '')
  const name = found === null ? product : product.replace(found[0], ' ')
  const tokens = tokensOf(name.replaceAll(/[()]/g, ' '))
  const order = compact(facts.orderNumber)
  const orders = [order, ...orderNumbersIn(name).map(compact)].filter((one) => one !== '')
  const bases = basesOf(facts.orderNumber, tokens)
  const grams = gramsOf(tokens)
  for (const one of [...orders, ...bases]) grams.add(one)
  const codes = [...grams].filter((gram) => /\d/.test(gram))
  const implied = impliedWords({ codes, orders, grams, vendors: facts.vendors }, families)
  const isOrder = (plain: string) => orders.some((one) => one.includes(plain) && plain.length > 3)
  const telling = tokens.filter(
    ({ plain }) =>
      !filler.has(plain) && !brands.has(plain) && !facts.vendorWords.has(plain) && !isOrder(plain),
  )
  const scheme = schemeOf(orders[0] ?? '')
  const series =
    /\/([A-Z])$/.exec(facts.orderNumber.trim()) ?? /\d[A-Z]*\/([A-Z])(?=\s|$)/.exec(name)
  return {
    grams,
    codes,
    telling,
    words: [...new Set([...grams, ...implied])],
    stems: stemsOf([...orders, ...codes]),
    implied,
    isFamilyKnown: [...implied].some((word) => /\d/.test(word)),
    orders,
    ...(scheme === undefined ? {} : { scheme }),
    hasCodes: telling.some(({ isCode }) => isCode),
    ...(train === undefined ? {} : { train }),
    ...(series === null ? {} : { hardwareSeries: series[1] ?? '' }),
    isSiplus: grams.has('siplus') || orders.some((one) => /^6ag[12]/.test(one)),
  }
}

function stemsOf(codes: readonly string[]): string[] {
  const stems = new Set([''])
  for (const code of codes) {
    for (let length = 1; length <= stemLength; length += 1) stems.add(code.slice(0, length))
  }
  return [...stems]
}

const stemLength = 3

/** 1769-L33ER of 1769-L33ER/A, 750-8202 of 750-8202/025-001. */
function basesOf(orderNumber: string, tokens: readonly Token[]): string[] {
  return [orderNumber, ...tokens.map(({ raw }) => raw)]
    .filter((raw) => raw.includes('/') && /\d/.test(raw.slice(0, raw.indexOf('/'))))
    .map((raw) => compact(raw.slice(0, raw.indexOf('/'))))
    .filter((base) => base.length > 3)
}

interface Known {
  readonly codes: readonly string[]
  readonly orders: readonly string[]
  readonly grams: ReadonlySet<string>
  readonly vendors: readonly string[]
}

function impliedWords(known: Known, families: readonly FamilyRow[]): Set<string> {
  const implied = new Set<string>()
  for (const family of families) {
    if (!known.vendors.includes(family.vendor) || !isOfFamily(family, known)) continue
    for (const gram of gramsOfFamily(family)) implied.add(gram)
  }
  return implied
}

const familyGrams = new WeakMap<FamilyRow, ReadonlySet<string>>()

function gramsOfFamily(family: FamilyRow): ReadonlySet<string> {
  let grams = familyGrams.get(family)
  if (grams === undefined) {
    grams = gramsOf(tokensOf(family.implies))
    familyGrams.set(family, grams)
  }
  return grams
}

function isOfFamily(family: FamilyRow, { codes, orders, grams }: Known): boolean {
  if (family.with !== undefined && !grams.has(family.with.toLowerCase())) return false
  const fits = (globs: readonly string[] | undefined, texts: readonly string[]) =>
    globs?.some((glob) => texts.some((text) => isGlobMatch(glob.toLowerCase(), text))) ?? false
  const numbers = [...orders, ...codes]
  if (fits(family.except, numbers)) return false
  return fits(family.catalogue, numbers) || fits(family.model, codes)
}
