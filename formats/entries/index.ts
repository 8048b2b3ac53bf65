// SPDX-License-Identifier: EUPL-1.2
/**
 * Entries: checks plain data from a file against a schema and says, for everything wrong, where it
 * stands, what was expected and what was found. Unknown keys are remarks, and ignored.
 */
import type { z } from 'zod'
import { knownKeys, type Problem, quoted } from '../problem/index.ts'
import type { Position } from '../yaml/index.ts'

/** A file as data, with the place of everything in it. */
export interface PlacedFile {
  readonly path: string
  readonly value: unknown
  positionOf(path: readonly PropertyKey[]): Position
  positionOfKey(path: readonly PropertyKey[], key: string): Position
}

export interface Checked<Value> {
  /** Undefined when anything is wrong with it. */
  readonly value: Value | undefined
  readonly problems: readonly Problem[]
  readonly remarks: readonly Problem[]
}

/** More than this of one kind helps nobody. */
const mostProblems = 20

/** Checks what stands at `at` in the file. */
export function checked<Schema extends z.ZodObject>(
  file: PlacedFile,
  at: readonly PropertyKey[],
  schema: Schema,
): Checked<z.output<Schema>> {
  const value = valueAt(file.value, at)
  const parsed = schema.safeParse(value)
  const remarks = unknownKeys(file, at, Object.keys(schema.shape))
  if (parsed.success) return { value: parsed.data, problems: [], remarks }
  const problems = parsed.error.issues.slice(0, mostProblems).map((issue): Problem => {
    const steps = [...at, ...issue.path]
    const { line, column } = file.positionOf(steps)
    const found = quoted(valueAt(file.value, steps))
    return { path: file.path, line, column, expected: expectation(issue.message, steps), found }
  })
  return { value: undefined, problems, remarks }
}

/** Keys of the mapping at `at` that nobody knows. */
export function unknownKeys(
  file: PlacedFile,
  at: readonly PropertyKey[],
  known: readonly string[],
): Problem[] {
  const value = valueAt(file.value, at)
  if (!isMapping(value)) return []
  const strange = Object.keys(value).filter((key) => !known.includes(key))
  return strange.slice(0, mostProblems).map((key) => {
    const { line, column } = file.positionOfKey(at, key)
    return { path: file.path, line, column, expected: knownKeys(key, known), found: quoted(key) }
  })
}

/** A problem at a place of the file, in the caller's words. */
export function problemAt(
  file: PlacedFile,
  at: readonly PropertyKey[],
  expected: string,
  found = quoted(valueAt(file.value, at)),
): Problem {
  const { line, column } = file.positionOf(at)
  return { path: file.path, line, column, expected, found }
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function valueAt(root: unknown, steps: readonly PropertyKey[]): unknown {
  let value = root
  for (const step of steps) {
    value = (value as Record<PropertyKey, unknown> | undefined | null)?.[step]
  }
  return value
}

const plainWords: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'a mapping',
  string: 'a text',
}

/** `awu: a number` for "Invalid input: expected number, received string". */
function expectation(message: string, steps: readonly PropertyKey[]): string {
  const key = steps.findLast((step) => typeof step === 'string')
  const wanted = message
    .replace(/^Invalid (input|option): /, '')
    .replace(/^Too (small|big): /, '')
    .replace(/^expected /, '')
    .replace(/, received .*$/, '')
  const plain = plainWords[wanted]
  const text = plain ?? `${wanted.charAt(0).toLowerCase()}${wanted.slice(1)}`
  return key === undefined ? text : `${String(key)}: ${text}`
}
