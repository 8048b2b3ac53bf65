// SPDX-License-Identifier: EUPL-1.2
import { type Family, whole } from './addresses.ts'
import { nftRule, type Operand } from './nft-rule.ts'
import type { Chain, Gate, Remark, Rule, RuleSet } from './rule-set.ts'
import { ofFamily } from './spans.ts'

interface Word {
  readonly text: string
  readonly line: number
}

/** The output of `nft list ruleset`, or a file in that language: chains at the hook `forward`. */
export function readNftables(text: string): RuleSet {
  const reader = new Reader(wordsOf(text))
  reader.readAll()
  const { chains, gates, remarks } = reader
  const families = [...reader.families]
  return { dialect: 'nftables', chains, gates, families, remarks }
}

/** Words, marks and quoted texts; a line break or `;` is the word that ends a statement. */
function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let depth = 0
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const content = raw.replace(/(^|\s)#.*$/, '')
    const isContinued = content.endsWith('\\')
    for (const [word] of content.replace(/\\$/, '').matchAll(/"[^"]*"|[{};,=]|[^\s{};,=]+/g)) {
      // Sets of values run over lines; blocks of statements do not.
      if (word === '{') depth += 1
      if (word === '}') depth -= 1
      words.push({ text: word, line: index + 1 })
    }
    if (!isContinued) words.push({ text: '\n', line: index + 1 })
  }
  return depth < 0 ? [] : words
}

/** More sets inside sets, or names for names, than anybody writes. */
const mostNesting = 12

class Reader {
  readonly chains = new Map<string, Chain>()
  readonly gates: Gate[] = []
  readonly families = new Set<Family>()
  readonly remarks: Remark[] = []
  readonly #words: readonly Word[]
  readonly #sets = new Map<string, string[]>()
  readonly #maps = new Map<string, readonly (readonly string[])[]>()
  #at = 0

  constructor(words: readonly Word[]) {
    this.#words = words
  }

  readAll(): void {
    // Sets may stand behind the chains that name them.
    for (const isForSets of [true, false]) {
      this.#at = 0
      while (this.#at < this.#words.length) this.#top(isForSets)
    }
  }

  #top(isForSets: boolean): void {
    const word = this.#next()
    if (word === 'define') this.#define()
    else if (word === 'table') {
      let name = ''
      for (let one = this.#next(); one !== '{' && one !== undefined; one = this.#next()) {
        if (one !== '\n') name += `${one} `
      }
      this.#table(name, isForSets)
    }
  }

  #define(): void {
    const name = this.#next() ?? ''
    if (this.#next() === '=') this.#sets.set(`$${name}`, this.#values())
  }

  #table(table: string, isForSets: boolean): void {
    for (let word = this.#next(); word !== '}' && word !== undefined; word = this.#next()) {
      if (word !== 'chain' && word !== 'set' && word !== 'map') {
        if (word === '{') this.#skipBlock()
        continue
      }
      const name = this.#next() ?? ''
      while (this.#peek() === '\n') this.#at += 1
      if (this.#next() !== '{') continue
      if (word === 'chain' && !isForSets) this.#chain(table, name)
      else if (word === 'set' && isForSets) this.#set(name)
      else if (word === 'map' && isForSets) this.#map(name)
      else this.#skipBlock()
    }
  }

  #set(name: string): void {
    for (let word = this.#next(); word !== '}' && word !== undefined; word = this.#next()) {
      if (word !== 'elements') continue
      if (this.#next() === '=') this.#sets.set(`@${name}`, this.#values())
    }
  }

  /** Of a map to verdicts its elements, each as its words; of others they are never asked for. */
  #map(name: string): void {
    const statements = this.#statements().map((words) => words.map(({ text }) => text))
    const elements = statements.find(([first]) => first === 'elements') ?? []
    this.#maps.set(`@${name}`, elementsOf(elements, elements.indexOf('{')).list)
  }

  #skipBlock(): void {
    let depth = 1
    for (let word = this.#next(); depth > 0 && word !== undefined; word = this.#next()) {
      if (word === '{') depth += 1
      else if (word === '}') depth -= 1
      if (depth === 0) return
    }
  }

  #chain(table: string, name: string): void {
    const rules: Rule[] = []
    let policy: 'allow' | 'deny' | undefined
    let isForward = false
    for (const statement of this.#statements()) {
      const texts = statement.map(({ text }) => text)
      if (texts[0] === 'type') isForward = texts.includes('hook') && texts.includes('forward')
      else if (texts[0] === 'policy') policy = texts[1] === 'drop' ? 'deny' : 'allow'
      else {
        for (const one of this.#unfolded(texts)) {
          const rule = this.#rule(table, one, statement[0]?.line ?? 0)
          if (rule !== undefined) rules.push(rule)
        }
      }
    }
    if (isForward) {
      // Without a word the policy is to accept.
      policy ??= 'allow'
      this.#gate(table, table + name)
    }
    this.chains.set(table + name, policy === undefined ? { rules } : { rules, policy })
  }

  /** A table that names no family is of IPv4. */
  #gate(table: string, chain: string): void {
    const [word = '', name] = table.trim().split(' ')
    const family = name === undefined || word === 'ip' ? 4 : word === 'ip6' ? 6 : undefined
    const all: readonly Family[] = family === undefined ? [4, 6] : [family]
    for (const one of all) this.families.add(one)
    this.gates.push(family === undefined ? { chain } : { chain, sources: whole[family] })
  }

  /** Up to the brace that ends the block; a statement ends with its line or a semicolon. */
  #statements(): Word[][] {
    const statements: Word[][] = []
    let statement: Word[] = []
    let depth = 0
    for (let word = this.#words[this.#at]; word !== undefined; word = this.#words[this.#at]) {
      this.#at += 1
      const { text } = word
      if (text === '}' && depth === 0) break
      if (text === '{') depth += 1
      if (text === '}') depth -= 1
      const isEnd = depth === 0 && (text === '\n' || text === ';')
      if (!isEnd && text !== '\n') statement.push(word)
      if (!isEnd) continue
      if (statement.length > 0) statements.push(statement)
      statement = []
    }
    if (statement.length > 0) statements.push(statement)
    return statements
  }

  /** A verdict map is one rule for each of its elements; what it does not name goes on. */
  #unfolded(texts: readonly string[]): readonly (readonly string[])[] {
    const at = texts.indexOf('vmap')
    if (at < 0) return [texts]
    const isNamed = texts[at + 1] !== '{'
    const inline = elementsOf(texts, at + 1)
    const elements = isNamed ? this.#maps.get(texts[at + 1] ?? '') : inline.list
    // A map that is not there names nobody: left as it stands, it is a condition not read.
    if (elements === undefined) return [texts]
    const rest = texts.slice(isNamed ? at + 2 : inline.end)
    // Elsewhere an interface follows from the addresses; here it decides, and is not followed.
    const selector = texts[at - 1] ?? ''
    const isFace = /^[io]if(name)?$/.test(selector)
    const before = isFace ? [...texts.slice(0, at - 1), `map-of-${selector}`] : texts.slice(0, at)
    return elements.map((words) => {
      const colon = words.indexOf(':')
      return [...before, ...words.slice(0, colon), ...words.slice(colon + 1), ...rest]
    })
  }

  /** Undefined for what says nothing about new connections. */
  #rule(table: string, texts: readonly string[], line: number): Rule | undefined {
    const read = nftRule(texts, table, (at) => this.#operand(texts, at))
    const { verdict, unread, family } = read
    const match =
      family === undefined
        ? read.match
        : { ...read.match, sources: ofFamily(read.match.sources, family) }
    if (unread !== undefined) {
      this.remarks.push({ line, code: 'condition_not_read', text: texts.join(' ') })
    }
    if (read.isReply || verdict === undefined) return undefined
    // A condition that was not read is not held to be met where it would close something.
    if (unread !== undefined && (verdict === 'deny' || verdict === 'return')) return undefined
    const isJump = typeof verdict === 'object'
    if (isJump && unread !== undefined) {
      return { line, match, verdict: { ...verdict, isUnsure: true } }
    }
    return { line, match, verdict }
  }

  /** A value, a list in braces, a name for either; perhaps turned round by `!=`. */
  #operand(texts: readonly string[], from: number): Operand {
    let at = from
    const isNot = texts[at] === '!='
    if (isNot || texts[at] === '==') at += 1
    // The tokenizer parts `!` from `=`.
    const isApart = texts[at] === '!' && texts[at + 1] === '='
    if (isApart) at += 2
    const values: string[] = []
    if (texts[at] === '{') {
      at += 1
      while (at < texts.length && texts[at] !== '}') {
        if (texts[at] !== ',') values.push(texts[at] ?? '')
        at += 1
      }
      at += 1
    } else {
      values.push(texts[at] ?? '')
      at += 1
      while (texts[at] === ',') {
        values.push(texts[at + 1] ?? '')
        at += 2
      }
    }
    return { values: this.#named(values, 0), isNot: isNot || isApart, end: at }
  }

  #named(values: readonly string[], depth: number): string[] {
    if (depth > mostNesting) return [...values]
    return values.flatMap((value) => {
      const known = this.#sets.get(value)
      return known === undefined ? [value] : this.#named(known, depth + 1)
    })
  }

  /** Behind `=`: one value or a list in braces, over lines or not. */
  #values(): string[] {
    const first = this.#next()
    if (first !== '{') return first === undefined || first === '\n' ? [] : [first]
    const values: string[] = []
    for (let word = this.#next(); word !== '}' && word !== undefined; word = this.#next()) {
      if (word !== ',' && word !== '\n') values.push(word)
    }
    return values
  }

  #peek(): string | undefined {
    return this.#words[this.#at]?.text
  }

  #next(): string | undefined {
    const word = this.#words[this.#at]
    this.#at += 1
    return word?.text
  }
}

/** The elements between braces, from the first of them on, in words; `end` is behind the last brace. */
function elementsOf(
  texts: readonly string[],
  from: number,
): { readonly list: readonly (readonly string[])[]; readonly end: number } {
  const list: string[][] = []
  let words: string[] = []
  let at = from + 1
  for (; at < texts.length && texts[at] !== '}'; at += 1) {
    const text = texts[at] ?? ''
    if (text === ',') {
      list.push(words)
      words = []
    } else if (text !== '\n') words.push(...text.split(/(?<=[^:]):$|^:(?=.)/).filter(Boolean))
  }
  if (words.length > 0) list.push(words)
  return { list: list.filter((one) => one.includes(':')), end: at + 1 }
}
