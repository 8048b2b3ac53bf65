// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import { knownKeys, type Problem, quoted } from '../problem/index.ts'
import { readYaml, type YamlFile } from '../yaml/index.ts'

type Issue = z.core.$ZodIssue

/** How often what is wrong is taken out and the rest checked again. */
const rounds = 200

/**
 * A YAML file checked against its schema. What is wrong is listed and taken out, the smallest
 * entry of a list at a time, so that the rest is still used. Undefined when nothing is left.
 */
export function checkedYaml<Schema extends z.ZodType>(
  path: string,
  bytes: Uint8Array,
  schema: Schema,
): { readonly value: z.output<Schema> | undefined; readonly problems: readonly Problem[] } {
  const file = readYaml(path, bytes)
  if (file.value === undefined) return { value: undefined, problems: file.problems }
  if (file.value === null) {
    const problem = { path, line: 1, column: 1, expected: 'a mapping of keys', found: 'nothing' }
    return { value: undefined, problems: [problem] }
  }
  const problems: Problem[] = []
  for (let round = 0; round < rounds; round += 1) {
    const result = schema.safeParse(file.value, { reportInput: true })
    if (result.success) return { value: result.data, problems: inOrder(problems) }
    const { issues } = result.error
    if (issues.filter((issue) => tookNumberAsText(file, issue)).length > 0) continue
    problems.push(...issues.flatMap((issue) => problemsOf(file, schema, issue)))
    let isChanged = false
    // From the last to the first: taking out an entry moves those behind it.
    const taken = new Set<string>()
    for (const issue of issues.toReversed()) {
      isChanged = takenOut(file.value, issue, taken) || isChanged
    }
    if (!isChanged) return { value: undefined, problems: inOrder(problems) }
  }
  return { value: undefined, problems: inOrder(problems) }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return [...problems]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .filter((problem) => {
      const key = JSON.stringify(problem)
      return seen.has(key) ? false : seen.add(key) !== undefined
    })
}

function problemsOf(file: YamlFile, schema: z.ZodType, issue: Issue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const { line, column } = file.positionOfKey(issue.path, key)
      const expected = knownKeys(key, keysAt(schema, issue.path))
      return { path: file.path, line, column, expected, found: quoted(key) }
    })
  }
  const { line, column } = file.positionOf(issue.path)
  return [
    { path: file.path, line, column, expected: expectedOf(issue), found: quoted(issue.input) },
  ]
}

interface Definition {
  readonly shape?: Readonly<Record<PropertyKey, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
}

/** Keys that the schema knows for the mapping at the end of a path. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.ZodType | undefined = unwrapped(schema)
  for (const key of path) {
    const { shape, element }: Definition = definitionOf(at)
    const next: z.ZodType | undefined = typeof key === 'number' ? element : shape?.[key]
    at = next === undefined ? undefined : unwrapped(next)
  }
  const { shape } = definitionOf(at)
  return Object.keys(shape ?? {}).filter((key) => key !== 'at')
}

function definitionOf(schema: z.ZodType | undefined): Definition {
  return (schema?._zod.def ?? {}) as Definition
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, in: input } = definitionOf(schema)
  const inner = innerType ?? input
  return inner === undefined ? schema : unwrapped(inner)
}

/** In words: our own message where the field has one, else what the check says. */
export function expectedOf(issue: Issue): string {
  const last = issue.path.at(-1)
  const key = typeof last === 'string' ? ` for "${last}"` : ''
  const isOwn = !/^(Invalid|Too|Unrecognized)/.test(issue.message)
  if (isOwn) return `${issue.message}${key}`
  if (issue.code === 'invalid_type') return `${issue.expected}${key}`
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}${key}`
  return `${issue.message.toLowerCase()}${key}`
}

/** `id: 20` means the text "20", as written. */
function tookNumberAsText(file: YamlFile, issue: Issue): boolean {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return false
  if (typeof issue.input !== 'number') return false
  return changed(file.value, issue.path, (holder, key) => {
    ;(holder as Record<PropertyKey, unknown>)[key] = String(issue.input)
  })
}

/**
 * Unknown keys go alone; a wrong value goes with the entry of a list it stands in, else alone.
 * `taken` are the entries of this round: an entry with two mistakes goes once.
 */
function takenOut(root: unknown, issue: Issue, taken: Set<string>): boolean {
  const prefixes = issue.path.map((_, index) =>
    issue.path
      .slice(0, index + 1)
      .map(String)
      .join('/'),
  )
  // The entry is gone: in its place now stands the next one, which this is not about.
  if (prefixes.some((prefix) => taken.has(prefix))) return true
  if (issue.code === 'unrecognized_keys') {
    return changed(root, [...issue.path, ''], (holder) => {
      for (const key of issue.keys) delete (holder as Record<string, unknown>)[key]
    })
  }
  for (let length = issue.path.length; length > 0; length -= 1) {
    if (typeof issue.path[length - 1] !== 'number') continue
    const isEntry = length < issue.path.length || isMapping(valueAt(root, issue.path))
    if (!isEntry) continue
    taken.add(prefixes[length - 1])
    return changed(root, issue.path.slice(0, length), (holder, key) => {
      ;(holder as unknown[]).splice(key as number, 1)
    })
  }
  return changed(root, issue.path, (holder, key) => {
    if (Array.isArray(holder)) holder.splice(key as number, 1)
    else delete (holder as Record<PropertyKey, unknown>)[key]
  })
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
  return value
}

/** False when there is nothing there to change: then the problem cannot be taken out. */
function changed(
  root: unknown,
  path: readonly PropertyKey[],
  change: (holder: object, key: PropertyKey) => void,
): boolean {
  const holder = valueAt(root, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof holder !== 'object' || holder === null || key === undefined) return false
  if (key !== '' && !(key in holder)) return false
  change(holder, key)
  return true
}
