// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Product } from '../advisory.ts'
import { limits } from '../limits.ts'
import { cpeOf } from '../names/cpe.ts'
import { articleNumberIn, orderNumbersIn } from '../names/order-number.ts'
import { formsOf } from '../names/pattern.ts'
import { type ProductName, productNameOf, schemesOf } from '../names/product-name.ts'
import { purlOf } from '../names/purl.ts'
import type { Speller } from '../names/spelling.ts'
import { compact, repaired } from '../names/text.ts'
import type { VendorReader, VendorReading } from '../names/vendor.ts'
import { allVersions, isReadable, type RangeReading, type VersionRange } from '../versions/range.ts'
import { readRange } from '../versions/read-range.ts'

/** A product of an advisory, ready to be held against assets. */
export interface Entry {
  /** Place among the products of its advisory. */
  readonly product: number
  readonly productId: string
  readonly path: string
  readonly vendor: VendorReading
  readonly name: ProductName
  readonly range: RangeReading
  /** A range in the name of the product: which of it the entry is about. */
  readonly within?: RangeReading
  /** The entry says that it is about these vulnerabilities alone. */
  readonly onlyIds: readonly string[]
  /** What the free text of the entry says, where it says something else than the path. */
  readonly second?: RangeReading
  readonly isSingleVersion: boolean
  readonly serials: readonly string[]
  readonly hashes: readonly string[]
  /** Type, namespace and name of the package: a version beside a range is the vendor's slip. */
  readonly packages: readonly string[]
  /** Entries of one key are ranges of one product: inside any of them is inside. */
  readonly key: string
  /** Conditions of the path: platform, architecture. */
  readonly conditions: readonly string[]
}

export interface Known {
  readonly spell: Speller
  readonly vendors: VendorReader
  readonly names: Map<string, ProductName>
  readonly ranges: Map<string, RangeReading>
}

export function entriesOf(advisory: Advisory, known: Known): Entry[] {
  const own = ownNames(advisory.products)
  return advisory.products.flatMap((product, at) => {
    const { relation } = product
    if (relation === undefined) return [entryOf(product, at, known, own.get(at))]
    const part = advisory.products[relation.part] as Product
    const of = advisory.products[relation.of] as Product
    return related({ product, part, of, at }, known)
  })
}

/** Software on something: the entry is about either of the two, with what is known of the other. */
function related(
  given: {
    readonly product: Product
    readonly part: Product
    readonly of: Product
    readonly at: number
  },
  known: Known,
): Entry[] {
  const { product, part, of, at } = given
  const isFirmware =
    /\bfirmware\b/i.test(`${part.name} ${part.fullName}`) ||
    compact(part.name).startsWith(compact(of.name)) ||
    compact(of.name).startsWith(compact(part.name))
  const own = entryOf(of, at, known)
  const hardware: Entry = {
    ...own,
    productId: product.productId,
    path: pathOf(product),
    range: readRangeOnce(part, known),
    conditions: isFirmware ? own.conditions : [...own.conditions, `with ${part.fullName}`],
  }
  if (isFirmware) return [hardware]
  const software = entryOf(part, at, known)
  return [
    hardware,
    {
      ...software,
      productId: product.productId,
      path: pathOf(product),
      conditions: [...software.conditions, `${product.relation?.category} ${of.fullName}`],
    },
  ]
}

function pathOf({ vendor, family, name, version, fullName }: Product): string {
  const parts = [vendor, family, name, version?.text ?? ''].map((one) => one.trim())
  return parts.every((part) => part === '')
    ? fullName
    : parts.filter((one) => one !== '').join(' > ')
}

/**
 * By place, the names of products that share one path with others: where the name of a product says
 * more than the path, it alone tells which of them it is.
 */
function ownNames(products: readonly Product[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  if (products.length < 2) return found
  const first = new Map<string, number>()
  for (const [at, product] of products.entries()) {
    if (product.name === '' || product.relation !== undefined) continue
    const path = `${pathOf(product)}\n${product.limits.join()}`
    const before = first.get(path)
    if (before === undefined) {
      first.set(path, at)
      continue
    }
    for (const place of [before, at]) {
      const name = nameBeyond(products[place] as Product, path)
      if (name !== undefined) found.set(place, name)
    }
  }
  return found
}

/** Without vendor and version, where it has a word that the path has not. */
function nameBeyond({ vendor, fullName }: Product, path: string): string | undefined {
  const [title = ''] = fullName.slice(0, limits.nameLength).split(/:\s/, 1)
  const name = title.startsWith(vendor) ? title.slice(vendor.length).trim() : title.trim()
  const known = compact(path)
  const isMore = name.split(/\s+/).some((word) => !known.includes(compact(word)))
  return isMore ? name : undefined
}

function entryOf(product: Product, at: number, known: Known, own?: string): Entry {
  const { helper } = product
  const title = product.name === '' ? product.family || product.fullName : product.name
  const found = fromVersionField(product)
  const nameText = own ?? (found.isModel ? `${title} ${found.text}` : title)
  const name = withHelpers(nameOnce(nameText, known), [...found.orders, ...codesOf(product)])
  const within = name.range === undefined ? undefined : readOnce(name.range, known, false)
  const read =
    found.isModel || (found.orders.length > 0 && found.text === '')
      ? { ...allVersions, text: product.version?.text ?? '' }
      : readOnce(found.text, known, product.version === undefined)
  const { range, onlyIds } = withoutIds(read)
  const second = secondReading(product, range, known)
  const vendorText = product.vendor || (product.name === '' ? product.fullName : '')
  return {
    product: at,
    productId: product.productId,
    path: pathOf(product),
    vendor: known.vendors(repaired(vendorText)),
    name,
    range,
    onlyIds,
    ...(within === undefined ? {} : { within }),
    ...(second === undefined ? {} : { second }),
    isSingleVersion: product.version?.isRange === false,
    serials: helper?.serialNumbers ?? [],
    hashes: helper?.hashes ?? [],
    packages: [
      ...(helper?.purls ?? []).flatMap((purl) => purlOf(purl)?.base ?? []),
      ...(helper?.cpe === undefined ? [] : [cpeOf(helper.cpe)?.base ?? []].flat()),
    ],
    key: keyOf(product.vendor, nameText, name),
    conditions: product.limits,
  }
}

/** "(only affected by CVE-2019-10943)" is a condition we can judge. */
function withoutIds(range: RangeReading): { range: RangeReading; onlyIds: readonly string[] } {
  const condition = isReadable(range) ? range.condition : undefined
  const ids = condition?.match(/CVE-\d{4}-\d{4,}/gi) ?? []
  if (condition === undefined || ids.length === 0 || !/\bonly\b/i.test(condition)) {
    return { range, onlyIds: [] }
  }
  const { condition: _, ...rest } = range as VersionRange
  return { range: rest, onlyIds: ids.map((id) => id.toUpperCase()) }
}

function keyOf(vendor: string, name: string, { orders, orderGlobs }: ProductName): string {
  return `${compact(vendor)}|${name.toLowerCase()}|${orders.join()}|${orderGlobs.join()}`
}

function codesOf({ helper }: Product): readonly string[] {
  return helper === undefined ? [] : [...helper.modelNumbers, ...helper.skus]
}

function withHelpers(name: ProductName, codes: readonly string[]): ProductName {
  if (codes.length === 0) return name
  const forms = codes.flatMap((code) => formsOf(code.replace(/\\(.)/g, '$1')))
  const globs = forms.filter((form) => /[?*]/.test(form))
  const plain = forms.filter((form) => !/[?*]/.test(form))
  const orders = [...new Set([...name.orders, ...plain])]
  return {
    ...name,
    orders,
    schemes: schemesOf(orders),
    orderGlobs: [...new Set([...name.orderGlobs, ...globs])],
  }
}

interface VersionField {
  /** What is left of the field as a version. */
  readonly text: string
  readonly orders: readonly string[]
  /** The field holds a model name, not a version. */
  readonly isModel: boolean
}

const versionLike =
  /^[\s"]*(?:[<>=*!≤≥]|vers:|all\b|any\b|none\b|no\b|n\/a|unknown|versions?\b|prior\b|before\b|between\b|up to|firmware|fw\b|bios|build|rev|release|ver\b|v\.?\s?\d|r\s?\d|\d+(?:[._(,|\s-]|$)|\d{1,5}[a-z]?$)/i

/** Some documents hold an article number, an order number or a model where the version belongs. */
function fromVersionField({ version, name }: Product): VersionField {
  const text = version?.text ?? ''
  const orders = orderNumbersIn(text)
  if (orders.length > 0) {
    const rest = orders.reduce((left, order) => left.replace(order, ' '), text).trim()
    return { text: rest.replace(/^[\s()]+$/, ''), orders, isModel: false }
  }
  const parts = text.split('|').map((part) => part.trim())
  if (parts.every((part) => /^\d{3}-\d{2,4}[x\d]*(?:\/[\dx-]+)?$/.test(part))) {
    return { text: '', orders: parts, isModel: false }
  }
  const article = version?.isRange === true ? undefined : articleNumberIn(text)
  if (article !== undefined) return { text: '', orders: [article], isModel: false }
  const isModel =
    text !== '' &&
    (/\d{2}x{2}/.test(text) ||
      (!versionLike.test(text) &&
        !/serial|version|\d\.\d|\b(?:sp|update)\s?\d|\d(?:sp|mp|hf)\d|date/i.test(text))) &&
    name !== '' &&
    /[a-z]{1}.*\d|\d.*[a-z]|[a-z]{4}/i.test(text) &&
    !/^[a-z]{0,3}\d{1,3}[a-z]?(?:[-_ ]?[a-z]\d{1,2})?$/i.test(text) === true
  if (isModel) return { text: text.replace(/,?\s*(?:and)?\s*$/, ''), orders: [], isModel: true }
  if (/^[A-Z]\d{3}$/.test(text)) return { text, orders: [], isModel: true }
  return { text, orders: [], isModel: false }
}

function readRangeOnce(product: Product, known: Known): RangeReading {
  return readOnce(product.version?.text ?? '', known, product.version === undefined)
}

function readOnce(text: string, { ranges }: Known, isAbsent: boolean): RangeReading {
  // A product without version branch is all of its versions.
  if (isAbsent) return allVersions
  let range = ranges.get(text)
  if (range === undefined) {
    range = readRange(text)
    ranges.set(text, range)
  }
  return range
}

function nameOnce(text: string, { names, spell }: Known): ProductName {
  let name = names.get(text)
  if (name === undefined) {
    name = productNameOf(spell(text))
    names.set(text, name)
  }
  return name
}

/** The version in the free text of an entry, where it is readable and not the same words. */
function secondReading(
  product: Product,
  first: RangeReading,
  known: Known,
): RangeReading | undefined {
  const { fullName, version } = product
  if (version === undefined || fullName === '' || fullName.length > 400) return undefined
  const at = fullName.lastIndexOf(':')
  if (at < 0) return undefined
  const text = fullName.slice(at + 1).trim()
  if (text === '' || text === version.text || /^[*/]/.test(text) || !/\d/.test(text))
    return undefined
  const reading = readOnce(text, known, false)
  if (!isReadable(reading) || reading.condition !== undefined || reading.isAll) return undefined
  // Words before the number ("UNEM R10C") are the product again, not a version of another kind.
  const isPlain = reading.listed.every(({ text: one }) => /^v?\d[\d.]*$/i.test(one.trim()))
  const isSame = isReadable(first) && first.listed.length > 0 === reading.listed.length > 0
  return isPlain && (reading.listed.length === 0 || isSame) ? reading : undefined
}
