// SPDX-License-Identifier: EUPL-1.2
import { type Fields, isFields } from '../sightings/index.ts'
import { type Member, shapes } from './shapes.ts'

export type OscalProblemCode =
  | 'too-large'
  | 'not-json'
  | 'not-yaml'
  | 'not-xml'
  | 'entities-refused'
  | 'too-deep'
  | 'not-oscal'
  | 'model-not-read'
  | 'version-unknown'
  | 'member-missing'
  | 'member-unknown'
  | 'not-a-list'
  | 'empty-list'
  | 'wrong-type'
  | 'wrong-spelling'
  | 'id-taken'
  | 'reference-missing'
  | 'cycle'
  | 'limit'

/** One thing in a document that is not as the model has it, by JSON pointer. */
export interface OscalProblem {
  readonly path: string
  readonly code: OscalProblemCode
  readonly expected: string
  readonly found: string
}

const mostProblems = 1_000
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const token = /^[\p{L}_][\p{L}\p{N}.\-_]*$/u
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/** Types that are texts of one spelling; any other text only has to be one. */
const spellings: Readonly<Record<string, RegExp>> = { uuid, token, instant }
const texts = new Set(['string', 'uri', 'uri-reference', ...Object.keys(spellings)])

export class Check {
  readonly problems: OscalProblem[] = []
  #leftOut = 0

  problem(problem: OscalProblem): void {
    if (this.problems.length < mostProblems) this.problems.push(problem)
    else this.#leftOut += 1
  }

  /** Says at the end how many more there were. */
  closed(): readonly OscalProblem[] {
    if (this.#leftOut === 0) return this.problems
    const expected = `at most ${mostProblems} problems`
    const last = { path: '', code: 'limit', expected, found: `${this.#leftOut} more` } as const
    return [...this.problems, last]
  }

  /**
   * The object without what the model does not know, each oddity named: what is unknown is left
   * out, a single value where a list belongs becomes a list of one.
   */
  object(given: unknown, name: string, path: string): Fields | undefined {
    const shape = shapes.get(name)
    if (shape === undefined) return undefined
    if (!isFields(given)) {
      this.problem({ path, code: 'wrong-type', expected: 'an object', found: typeOf(given) })
      return undefined
    }
    const kept: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(given)) {
      const member = shape.get(key)
      const below = `${path}/${escaped(key)}`
      if (member === undefined) {
        const expected = `a member of ${name}`
        this.problem({ path: below, code: 'member-unknown', expected, found: key.slice(0, 60) })
        continue
      }
      const read = this.#member(value, member, below)
      if (read !== undefined) kept[key] = read
    }
    for (const [key, { isRequired }] of shape) {
      if (!isRequired || Object.hasOwn(given, key)) continue
      this.problem({ path, code: 'member-missing', expected: key, found: 'nothing' })
    }
    return kept
  }

  #member(value: unknown, { type, isList }: Member, path: string): unknown {
    if (!isList) return this.#value(value, type, path)
    if (!Array.isArray(value)) {
      this.problem({ path, code: 'not-a-list', expected: 'a list', found: typeOf(value) })
      const only = this.#value(value, type, path)
      return only === undefined ? undefined : [only]
    }
    if (value.length === 0) {
      this.problem({ path, code: 'empty-list', expected: 'at least one', found: 'none' })
      return undefined
    }
    return value.flatMap((one, at) => {
      const read = this.#value(one, type, `${path}/${at}`)
      return read === undefined ? [] : [read]
    })
  }

  #value(value: unknown, type: string, path: string): unknown {
    if (shapes.has(type)) return this.object(value, type, path)
    const isRight = texts.has(type)
      ? typeof value === 'string'
      : type === 'boolean'
        ? typeof value === 'boolean'
        : typeof value === 'number' && (type !== 'integer' || Number.isInteger(value))
    if (!isRight) {
      this.problem({ path, code: 'wrong-type', expected: type, found: typeOf(value) })
      return undefined
    }
    if (typeof value === 'string') this.#spelling(value, type, path)
    return value
  }

  /** A text that is spelled otherwise is still what they wrote: named, and kept. */
  #spelling(value: string, type: string, path: string): void {
    const pattern = spellings[type]
    if (pattern === undefined || pattern.test(value)) return
    const found = value.slice(0, 60)
    this.problem({ path, code: 'wrong-spelling', expected: type, found: found || 'nothing' })
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : typeof value
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
