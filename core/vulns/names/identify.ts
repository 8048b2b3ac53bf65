// SPDX-License-Identifier: EUPL-1.2
import type { AssetName } from './asset-name.ts'
import { isGlobMatch } from './glob.ts'
import type { ProductName, Wanted } from './product-name.ts'

/** By what an entry was recognised as being about an asset; the surest first. */
export const routes = [
  'serial_number',
  'hash',
  'package_url',
  'cpe',
  'order_number',
  'order_pattern',
  'catalogue_family',
  'vendor_model',
  'family',
] as const

export type Route = (typeof routes)[number]

export interface Identity {
  readonly route: Route
  /** False where the entry may be about another variant or a narrower product. */
  readonly isCertain: boolean
  /** Words accounted for: of two entries of one route the one with more is more specific. */
  readonly weight: number
  /** The entry tells variants apart that the inventory does not: they must agree. */
  readonly isUndetermined: boolean
}

/** Undefined where the entry is about another product. */
export function identify(entry: ProductName, asset: AssetName): Identity | undefined {
  const byOrder = byOrderNumber(entry, asset)
  if (byOrder !== undefined) return byOrder === 'other' ? undefined : byOrder
  let best: Identity | undefined
  for (const alternative of entry.alternatives) {
    const found = byName(alternative, entry, asset)
    if (found !== undefined && (best === undefined || isBetter(found, best))) best = found
  }
  return best
}

export function isBetter(a: Identity, b: Identity): boolean {
  if (a.isCertain !== b.isCertain) return a.isCertain
  const order = routes.indexOf(a.route) - routes.indexOf(b.route)
  return order !== 0 ? order < 0 : a.weight > b.weight
}

function byOrderNumber(entry: ProductName, asset: AssetName): Identity | 'other' | undefined {
  const { orders, orderGlobs } = entry
  if (orders.length + orderGlobs.length === 0) return undefined
  if (orders.some((order) => asset.orders.includes(order))) return byNumber
  // Another order number of the same maker ends the comparison, whatever the names say.
  if (asset.scheme !== undefined && entry.schemes.includes(asset.scheme)) return 'other'
  if (orderGlobs.length === 0) return undefined
  const isFitting = orderGlobs.some((glob) =>
    asset.orders.some((order) => isGlobMatch(glob, order) || isGlobMatch(`${glob}*`, order)),
  )
  if (isFitting) return byPattern
  if (orderGlobs.some((glob) => asset.codes.some((code) => isGlobMatch(glob, code)))) {
    return byPattern
  }
  // BMEP581020 does not fit BMEP58*S: the entry is about other part numbers of the same range.
  const own = asset.orders[0]
  const isKin = orderGlobs.some((glob) => own?.startsWith(glob.slice(0, kinLength)))
  return isKin ? 'other' : undefined
}

const sure = { isCertain: true, weight: 100, isUndetermined: false } as const
const byNumber: Identity = { route: 'order_number', ...sure }
const byPattern: Identity = { route: 'order_pattern', ...sure }

const kinLength = 4

interface Cover {
  readonly missing: Wanted[]
  readonly used: string[]
  /** Words missing behind the first code found: "Safety" of "M580 Safety". */
  isQualified: boolean
  /** The last code found may be that of a family: S7-1500. */
  isFamily: boolean
  codes: number
  strong: number
  words: number
  isImplied: boolean
  isSeries: boolean
  isPattern: boolean
}

function byName(
  wanted: readonly Wanted[],
  entry: ProductName,
  asset: AssetName,
): Identity | undefined {
  const cover = coverOf(wanted, asset)
  if (cover.codes + cover.words === 0) return undefined
  const extra = asset.telling.filter(({ plain }) => !cover.used.some((one) => one.includes(plain)))
  const extraCodes = extra.filter(({ isCode }) => isCode).length
  const extraWords = extra.length - extraCodes
  const weight = cover.codes * 2 + cover.words + variantsOf(entry, asset)
  const isVague =
    entry.orders.length + entry.orderGlobs.length > 0 ||
    entry.variants.some((variant) => variant.isCode && !isCovered(variant, asset))
  const about = { weight, isUndetermined: isVague }
  const missingCodes = cover.missing.some(({ isCode }) => isCode)
  // S7-1500 Software Controller is no CPU of the family, M580 Safety may be this M580.
  const isOther = cover.isQualified && cover.isFamily
  if (missingCodes || isOther || (cover.missing.length > 0 && cover.strong === 0)) {
    // The inventory says less than the entry, and nothing else than the entry; where the catalogue
    // says which family it is, another one is not meant.
    const isLess = extra.length === 0 && asset.telling.length > 0
    const isOtherFamily = missingCodes && asset.isFamilyKnown
    return isLess && !isOtherFamily ? { route: 'family', isCertain: false, ...about } : undefined
  }
  const isWordsOnly = cover.codes === 0
  if (cover.isQualified || (isWordsOnly && extraWords > 0 && extraCodes === 0))
    return { route: 'family', isCertain: false, ...about }
  const route: Route = cover.isPattern
    ? 'order_pattern'
    : cover.isImplied
      ? 'catalogue_family'
      : cover.isSeries || extraCodes > 0
        ? 'family'
        : 'vendor_model'
  return { route, isCertain: true, ...about }
}

function coverOf(wanted: readonly Wanted[], asset: AssetName): Cover {
  const cover: Cover = {
    missing: [],
    used: [],
    isQualified: false,
    isFamily: false,
    codes: 0,
    strong: 0,
    words: 0,
    isImplied: false,
    isSeries: false,
    isPattern: false,
  }
  for (let at = 0; at < wanted.length; at += 1) at += coverAt(wanted, at, asset, cover)
  return cover
}

/** Covers the word at a place, with up to two behind it; returns how many of those it took. */
function coverAt(wanted: readonly Wanted[], at: number, asset: AssetName, cover: Cover): number {
  for (const { plain, length, isCode } of (wanted[at] as Wanted).runs) {
    const isOwn = asset.grams.has(plain)
    if (!isOwn && !asset.implied.has(plain)) continue
    take(cover, plain, { isCode, count: length })
    if (!isOwn) cover.isImplied = true
    return length - 1
  }
  const one = wanted[at] as Wanted
  const literal = one.literals.find((form) => asset.grams.has(form))
  if (literal !== undefined) {
    take(cover, literal, { isCode: one.isCode, count: 1 })
    return 0
  }
  if (one.literals.some((form) => asset.implied.has(form))) {
    take(cover, one.plain, { isCode: one.isCode, count: 1 })
    cover.isImplied = true
    return 0
  }
  const code = asset.codes.find((text) => one.globs.some((glob) => isGlobMatch(glob, text)))
  if (code !== undefined) {
    take(cover, code, { isCode: true, count: 1 })
    cover.isPattern = true
    return 0
  }
  const { series } = one
  const member = series && asset.codes.find((text) => isGlobMatch(series, text))
  if (member !== undefined && member !== '') {
    take(cover, member, { isCode: true, count: 1 })
    cover.isSeries = true
    return 0
  }
  const initials = one.isCode ? undefined : initialsOf(one.plain, asset)
  if (initials !== undefined) take(cover, initials, { isCode: false, count: 1 })
  else {
    cover.missing.push(one)
    if (cover.strong > 0) cover.isQualified = true
  }
  return 0
}

function take(cover: Cover, gram: string, of: { isCode: boolean; count: number }): void {
  cover.used.push(gram)
  if (!of.isCode) {
    cover.words += of.count
    return
  }
  cover.codes += 1
  cover.words += of.count - 1
  if (isStrong(gram)) cover.strong += 1
  cover.isFamily = gram.endsWith('00')
}

/** Names a product by itself: letters and digits, or a long number. */
function isStrong(code: string): boolean {
  return /[a-z]/.test(code) ? code.length >= 4 : code.length >= 5
}

/** SE for Site Edition. */
function initialsOf(word: string, asset: AssetName): string | undefined {
  if (word.length < 2 || word.length > 4) return undefined
  const words = asset.telling.filter(({ isCode }) => !isCode)
  for (let at = 0; at + word.length <= words.length; at += 1) {
    const run = words.slice(at, at + word.length)
    if (run.map(({ plain }) => plain[0]).join('') === word) {
      return run.map(({ plain }) => plain).join('')
    }
  }
  return undefined
}

function isCovered(one: Wanted, asset: AssetName): boolean {
  return (
    one.literals.some((form) => asset.grams.has(form) || asset.implied.has(form)) ||
    one.globs.some((glob) => asset.codes.some((code) => isGlobMatch(glob, code)))
  )
}

function variantsOf(entry: ProductName, asset: AssetName): number {
  return entry.variants.filter((variant) => isCovered(variant, asset)).length
}
