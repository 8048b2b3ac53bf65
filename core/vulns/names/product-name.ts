// SPDX-License-Identifier: EUPL-1.2
import { limits } from '../limits.ts'
import { type SerialBound, serialBoundOf } from '../versions/serial.ts'
import { type Version, versionOf } from '../versions/version.ts'
import { isGlob } from './glob.ts'
import { orderNumbersIn, type Scheme, schemeOf } from './order-number.ts'
import { formsOf, type Letters, lettersOf } from './pattern.ts'
import { compact, repaired } from './text.ts'
import { type Token, tokensOf } from './tokens.ts'
import { brands, filler } from './words.ts'

/** A word a name of an inventory must have, in any of its forms. */
export interface Wanted {
  readonly plain: string
  readonly isCode: boolean
  readonly literals: readonly string[]
  readonly globs: readonly string[]
  /** This word with the next one or two written as one, the longest first. */
  readonly runs: readonly {
    readonly plain: string
    readonly length: number
    readonly isCode: boolean
  }[]
  /** Members of the series: `pm8???*` for PM8000. */
  readonly series?: string
}

/** What the name of a product in an advisory says, apart from the version. */
export interface ProductName {
  readonly text: string
  /** One product each; a name may be of several: `NPort 5210, 5230 and 5232`. */
  readonly alternatives: readonly (readonly Wanted[])[]
  /** Order numbers, compact. */
  readonly orders: readonly string[]
  /** Their schemes: an order number of one of these that is none of `orders` is another product. */
  readonly schemes: readonly Scheme[]
  /** Order numbers with open places, compact. */
  readonly orderGlobs: readonly string[]
  /** The name is of one train of versions: V16, V5.X; or of all up to or from it. */
  readonly train?: { readonly version: Version; readonly reach: 'within' | 'up_to' | 'from' }
  /** Words in brackets that tell variants apart; an inventory may lack them. */
  readonly variants: readonly Wanted[]
  readonly serial?: SerialBound
  /** Letters of the hardware series: A and B of `Series A and B`. */
  readonly hardwareSeries: readonly string[]
  /** Conditions no machine can judge. */
  readonly conditions: readonly string[]
  readonly isSeries: boolean
  /** A range in the name itself: `S7-1200 CPU family < V4.x`. */
  readonly range?: string
}

// The last version in a name. A small v2 behind a part number is its hardware: RS416NC v2.
const trainForm =
  /[\s,](?:V|version\s|ver\.?\s)\s?(\d+(?:\.(?:\d+|[xX]))*)((?:\s(?:SP|Update|Upd)\s?\d+)*)(?:\s+(?:and|or)\s+(earlier|prior|below|older|later|newer))?(?=[\s,)]|$)(?!.*[\s,]V\d)/i
const seriesWord = /\b(?:series|family|families|serie)\b/i
const hardwareSeriesForm =
  /\bseries ([A-Z](?:(?:\s*,\s*|\s+and\s+|\s+or\s+|\s*&\s*|\s*\/\s*)[A-Z])*)(?![\w-])/
const conditionForm =
  /\b(?:containing|equipped with|running|using|if configured|manufactured)\b.*$/i

export function schemesOf(orders: Iterable<string>): Scheme[] {
  return [...new Set([...orders].map(schemeOf))].filter((one) => one !== undefined)
}

export function productNameOf(text: string): ProductName {
  const name = repaired(text.slice(0, limits.nameLength)).replaceAll('_', ' ')
  const reader = new NameReader(name)
  return reader.read(text)
}

class NameReader {
  #rest: string
  #letters: Letters = new Map()
  readonly #orders = new Set<string>()
  readonly #globs = new Set<string>()
  readonly #variants: Wanted[] = []
  readonly #conditions: string[] = []
  readonly #others: string[] = []
  #serial: SerialBound | undefined
  #bracketTrain: ProductName['train']
  #hardwareSeries: readonly string[] = []

  constructor(name: string) {
    this.#rest = name
  }

  read(text: string): ProductName {
    this.#takeSerial()
    const { letters, rest } = lettersOf(this.#rest)
    this.#letters = letters
    this.#rest = rest
    this.#takeBrackets()
    this.#takeOrders()
    const range = this.#takeRange()
    this.#takeHardwareSeries()
    this.#takeCondition()
    const train = this.#takeTrain()
    const isSeries = seriesWord.test(this.#rest)
    const names = [this.#rest, ...this.#others]
    return {
      text,
      alternatives: names
        .flatMap(segmentsOf)
        .map((tokens) => wantedOf(tokens, this.#letters, isSeries))
        .filter((wanted) => wanted.length > 0),
      orders: [...this.#orders],
      schemes: schemesOf(this.#orders),
      orderGlobs: [...this.#globs],
      ...(train === undefined ? {} : { train }),
      variants: this.#variants,
      ...(this.#serial === undefined ? {} : { serial: this.#serial }),
      hardwareSeries: this.#hardwareSeries,
      conditions: this.#conditions,
      isSeries,
      ...(range === undefined ? {} : { range }),
    }
  }

  #takeRange(): string | undefined {
    const found = /\s([<>]=?\s*v?\d.*)$/i.exec(this.#rest)
    if (found === null) return undefined
    this.#rest = this.#rest.slice(0, found.index)
    return found[1]?.trim()
  }

  #takeSerial(): void {
    const found = /\(([^()]*\bserial\b[^()]*)\)|\b(?:with )?serial (?:number|no).*$/i.exec(
      this.#rest,
    )
    if (found === null) return
    this.#serial = serialBoundOf(found[0])
    if (this.#serial === undefined) this.#conditions.push(found[0])
    this.#rest = this.#rest.replace(found[0], ' ')
  }

  /** Brackets that stand apart; those glued to a code are part of it. */
  #takeBrackets(): void {
    this.#rest = this.#rest.replace(/(^|\s)\(([^()]*)\)/g, (_, before: string, inside: string) => {
      this.#takeBracket(inside.trim())
      return `${before} `
    })
  }

  #takeBracket(inside: string): void {
    const orders = orderNumbersIn(inside)
    if (orders.length > 0) {
      for (const order of orders) this.#orders.add(compact(order))
      return
    }
    if (/^(?:incl|including|sold in|these products are sold|discontinued|all )/i.test(inside))
      return
    const former = /^(?:formerly|previously|also|aka|now)\b[\w\s]*?(?:known as|called|as)?\s+(.*)$/i
    const other = former.exec(inside)?.[1]
    if (other !== undefined) {
      this.#others.push(other)
      return
    }
    if (/^(?:rev|hw|hardware|fs|function state|es)\b/i.test(inside)) {
      this.#conditions.push(inside)
      return
    }
    const inner = /\bV(\d+(?:\.\d+)?)$/.exec(inside)
    const version = inner === null ? undefined : versionOf(inner[1] ?? '')
    if (version !== undefined) this.#bracketTrain ??= { version, reach: 'within' }
    const tokens = tokensOf(inner === null ? inside : inside.slice(0, inner.index))
    for (const token of tokens.filter(({ isCode }) => isCode)) {
      const forms = formsOf(token.raw)
      // 2x24V is no part number: one has four fixed signs at least.
      const isOpen = forms.some((form) => isGlob(form) && form.replace(/[?*]/g, '').length >= 4)
      const isNumber = isOpen || /^(?=.*[a-z])(?=.*\d.*\d).{6,}$/.test(token.plain)
      if (isNumber) for (const form of forms) this.#globs.add(form)
    }
    if (this.#globs.size > 0) return
    this.#variants.push(...wantedOf(tokens, new Map(), false))
  }

  #takeOrders(): void {
    for (const order of orderNumbersIn(this.#rest)) {
      this.#orders.add(compact(order))
      const at = this.#rest.indexOf(order) + order.length
      const series = /^\/([A-Z])(?![A-Z0-9])/.exec(this.#rest.slice(at))?.[1]
      if (series !== undefined) this.#hardwareSeries = [series]
      // A name that is nothing but its order number keeps it as a word as well.
      const without = this.#rest.replace(order, ' ')
      if (tokensOf(without).some(({ plain }) => !filler.has(plain))) this.#rest = without
    }
  }

  #takeHardwareSeries(): void {
    const found = hardwareSeriesForm.exec(this.#rest.replace(/\bSeries\b/g, 'series'))
    if (found === null) return
    this.#hardwareSeries = (found[1] ?? '').match(/\b[A-Z]\b/g) ?? []
    this.#rest = `${this.#rest.slice(0, found.index)} ${this.#rest.slice(found.index + found[0].length)}`
  }

  #takeCondition(): void {
    const found = conditionForm.exec(this.#rest)
    if (found === null || found.index === 0) return
    this.#conditions.push(found[0])
    this.#rest = this.#rest.slice(0, found.index)
  }

  #takeTrain(): ProductName['train'] {
    const found = trainForm.exec(this.#rest)
    if (found === null || isHardware(this.#rest, found)) return this.#bracketTrain
    const version = versionOf(`${(found[1] ?? '').replace(/\.x.*$/i, '')}${found[2] ?? ''}`)
    if (version === undefined) return undefined
    this.#rest = `${this.#rest.slice(0, found.index)} ${this.#rest.slice(found.index + found[0].length)}`
    // "V10, V11, V12": several trains, which one cannot be said by one bound.
    if (/[\s,]V\d+(?:[\s,.]|$)/.test(this.#rest)) {
      this.#conditions.push(found[0])
      return undefined
    }
    const word = (found[3] ?? '').toLowerCase()
    const reach = word === '' ? 'within' : /later|newer/.test(word) ? 'from' : 'up_to'
    return { version, reach }
  }
}

function isHardware(name: string, { index, 0: text }: RegExpExecArray): boolean {
  return /^\sv\d$/.test(text) && /\d[A-Za-z]*$/.test(name.slice(0, index))
}

/** Several products in one name, each with the words that come before the first code. */
function segmentsOf(name: string): readonly (readonly Token[])[] {
  const parts = name.split(/,|\band\b|\bor\b|\s\/\s/).map(tokensOf)
  const coded = parts.filter((tokens) => tokens.some(({ isCode }) => isCode))
  const first = coded[0]
  if (first === undefined || coded.length < 2) return plainRows(tokensOf(name))
  const lead = first.slice(
    0,
    first.findIndex(({ isCode }) => isCode),
  )
  return coded.flatMap((tokens) => {
    const own = tokens[0]?.isCode === true ? [...lead, ...tokens] : tokens
    return plainRows(own)
  })
}

/** `NPort 5210 5230`: bare numbers of one length beside each other are products beside each other. */
function plainRows(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const bare = tokens.filter(({ raw }) => /^\d{4,}[A-Z]?$/.test(raw))
  const first = tokens.indexOf(bare[0] as Token)
  const isRow =
    bare.length > 1 &&
    bare.every(
      (one, at) => one === tokens[first + at] && one.plain.length === bare[0]?.plain.length,
    )
  if (!isRow) return [tokens]
  return bare.map((one) => tokens.filter((token) => token === one || !bare.includes(token)))
}

function wantedOf(tokens: readonly Token[], letters: Letters, isSeries: boolean): Wanted[] {
  const telling = tokens.filter(({ plain }) => !filler.has(plain))
  const own = telling.filter(({ plain }) => !brands.has(plain))
  const kept = own.length > 0 ? own : telling
  return kept.map((token, at) => ({
    ...wantedOfToken(token, letters, isSeries),
    runs: [kept.slice(at, at + 3), kept.slice(at, at + 2)]
      .filter((run, place) => run.length === 3 - place)
      .map((run) => ({
        plain: run.map(({ plain }) => plain).join(''),
        length: run.length,
        isCode: run.some(({ isCode }) => isCode),
      })),
  }))
}

function wantedOfToken(token: Token, letters: Letters, isSeries: boolean): Omit<Wanted, 'runs'> {
  const { plain, isCode } = token
  if (!isCode) return { plain, isCode, literals: [plain], globs: [] }
  const forms = formsOf(token.raw, letters)
  const literals = forms.filter((form) => !isGlob(form))
  const series = /^([a-z]+\d+?)(0{2,})$/.exec(plain)
  return {
    plain,
    isCode,
    literals: literals.includes(plain) ? literals : [...literals, plain],
    globs: forms.filter(isGlob),
    ...(series === null || !isSeries
      ? {}
      : { series: `${series[1]}${'?'.repeat((series[2] ?? '').length)}*` }),
  }
}
