// SPDX-License-Identifier: EUPL-1.2
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml'
import { decodedText } from '../csv/index.ts'
import { type Problem, quoted } from '../problem/index.ts'

/** Bounds we choose for hand-written files. */
export const yamlLimits = {
  fileBytes: 4 * 1024 * 1024,
  depth: 32,
  /** Values after aliases are followed: the bound against an alias bomb. */
  values: 200_000,
} as const

export interface Position {
  readonly line: number
  readonly column: number
}

export interface YamlFile {
  readonly path: string
  /**
   * Plain data. Every mapping carries its place as `at`, not enumerable, so that a schema may ask
   * for it. Undefined when the file cannot be read at all.
   */
  readonly value: unknown
  readonly problems: readonly Problem[]
  /** Of the value at the end of a path of keys, or of the nearest thing that exists before it. */
  positionOf(path: readonly PropertyKey[]): Position
  /** Of the key itself. */
  positionOfKey(path: readonly PropertyKey[], key: string): Position
}

/** Any bytes give a value or problems with line and column. */
export function readYaml(path: string, bytes: Uint8Array): YamlFile {
  if (bytes.length > yamlLimits.fileBytes) {
    const expected = `at most ${yamlLimits.fileBytes} bytes`
    return unreadable(path, { path, line: null, column: null, expected, found: `${bytes.length}` })
  }
  const lines = new LineCounter()
  const text = decodedText(bytes).replace(/^\uFEFF/, '')
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const problems = document.errors.slice(0, 20).map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0])
    const expected = expectedByCode[error.code] ?? 'well-formed YAML'
    const found = error.message.replace(/\s+at line \d+.*$/s, '')
    return { path, line, column: col, expected, found: quoted(found) }
  })
  if (problems.length > 0) return { ...unreadable(path, problems[0]), problems }
  const reading = new Reading(path, document, lines)
  const value = reading.plain(document.contents, 0)
  return {
    path,
    value: reading.problems.length > 0 ? undefined : value,
    problems: reading.problems,
    positionOf: (keys) => reading.positionOf(value, keys),
    positionOfKey: (keys, key) => reading.positionOfKey(value, keys, key),
  }
}

const expectedByCode: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'every key once',
  TAB_AS_INDENT: 'blanks for indentation',
  BAD_INDENT: 'the same indentation as above',
  MISSING_CHAR: 'a closing character',
  MULTIPLE_DOCS: 'one document',
}

function unreadable(path: string, problem: Problem): YamlFile {
  const start = { line: 1, column: 1 }
  return {
    path,
    value: undefined,
    problems: [problem],
    positionOf: () => start,
    positionOfKey: () => start,
  }
}

/** One file on its way from nodes to plain data; remembers which node every mapping came from. */
class Reading {
  readonly problems: Problem[] = []
  readonly #nodes = new WeakMap<object, Node>()
  #values = 0
  readonly #path: string
  readonly #document: Document
  readonly #lines: LineCounter

  constructor(path: string, document: Document, lines: LineCounter) {
    this.#path = path
    this.#document = document
    this.#lines = lines
  }

  plain(node: unknown, depth: number): unknown {
    this.#values += 1
    if (this.#values > yamlLimits.values || depth > yamlLimits.depth) {
      if (this.problems.length === 0) {
        const expected = `at most ${yamlLimits.values} values, ${yamlLimits.depth} deep`
        this.problems.push({ ...this.#place(node), expected, found: 'more' })
      }
      return null
    }
    if (isAlias(node)) return this.plain(node.resolve(this.#document), depth + 1)
    if (isScalar(node)) return node.value
    if (isSeq(node)) {
      const list = node.items.map((item) => this.plain(item, depth + 1))
      this.#nodes.set(list, node)
      return list
    }
    if (!isMap(node)) return null
    const entries = node.items.map((pair) => [keyOf(pair), this.plain(pair.value, depth + 1)])
    const map = Object.fromEntries(entries) as Record<string, unknown>
    this.#nodes.set(map, node)
    const { line } = this.#position(node)
    Object.defineProperty(map, 'at', { value: { path: this.#path, line }, enumerable: false })
    return map
  }

  positionOf(root: unknown, keys: readonly PropertyKey[]): Position {
    let value = root
    let position = this.#position(this.#document.contents)
    for (const key of keys) {
      if (typeof value !== 'object' || value === null) break
      const node = this.#nodes.get(value)
      const next = (value as Record<PropertyKey, unknown>)[key]
      const child = this.#childNode(node, key)
      const own = typeof next === 'object' && next !== null ? this.#nodes.get(next) : child
      if (own === undefined || own === null) break
      position = this.#position(own)
      value = next
    }
    return position
  }

  positionOfKey(root: unknown, keys: readonly PropertyKey[], key: string): Position {
    let value = root
    for (const step of keys) value = (value as Record<PropertyKey, unknown> | null)?.[step]
    const node = typeof value === 'object' && value !== null ? this.#nodes.get(value) : undefined
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === key) : undefined
    return pair === undefined ? this.positionOf(root, keys) : this.#position(pair.key)
  }

  #childNode(node: Node | undefined, key: PropertyKey): Node | undefined {
    if (isMap(node)) {
      const pair = node.items.find((item) => keyOf(item) === key)
      return (pair?.value ?? pair?.key) as Node | undefined
    }
    return isSeq(node) && typeof key === 'number' ? (node.items[key] as Node) : undefined
  }

  #position(node: unknown): Position {
    const start = (node as Node | null)?.range?.[0] ?? 0
    const { line, col } = this.#lines.linePos(start)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }

  #place(node: unknown) {
    return { path: this.#path, ...this.#position(node) }
  }
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : 'complex key'
}
