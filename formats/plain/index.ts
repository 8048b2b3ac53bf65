// SPDX-License-Identifier: EUPL-1.2
/**
 * Plain data in, from JSON of any size or YAML of hand-written size, with the place of everything in
 * it. JSON is read by the engine's own parser; places are looked up when somebody asks.
 */
import { decodedText } from '../csv/index.ts'
import type { PlacedFile } from '../entries/index.ts'
import { type Problem, quoted } from '../problem/index.ts'
import { readYaml, yamlLimits } from '../yaml/read.ts'
import { firstTwin, lineAndColumn, placeOf } from './places.ts'

/** Bounds we choose. A text of more letters than this the engine cannot hold. */
export const plainLimits = { fileBytes: 500_000_000 } as const

export interface PlainFile extends PlacedFile {
  /** Not empty: the file cannot be read, and `value` is undefined. */
  readonly problems: readonly Problem[]
}

/** Any bytes give a value or problems with line and column. */
export function readPlain(path: string, bytes: Uint8Array): PlainFile {
  if (bytes.length > plainLimits.fileBytes) {
    const expected = `at most ${plainLimits.fileBytes} bytes`
    return unreadable(path, { line: null, column: null, expected, found: `${bytes.length}` })
  }
  const text = decodedText(bytes).replace(/^\uFEFF/, '')
  if (!/^\s*[[{]/.test(text)) return readYaml(path, bytes)
  const value = parsed(text)
  if (value !== undefined) return jsonFile(path, text, value)
  // Its reader says better than the engine's what is wrong, and takes comments.
  if (bytes.length <= yamlLimits.fileBytes) return readYaml(path, bytes)
  return unreadable(path, wrongAt(text))
}

function jsonFile(path: string, text: string, value: unknown): PlainFile {
  const file: PlainFile = {
    path,
    value,
    problems: [],
    positionOf: (steps) => lineAndColumn(text, placeOf(text, steps).value),
    positionOfKey: (steps, key) => lineAndColumn(text, placeOf(text, [...steps, key]).key),
  }
  const twin = text.length <= yamlLimits.fileBytes ? firstTwin(text) : undefined
  if (twin === undefined) return file
  const place = lineAndColumn(text, twin.at)
  return unreadable(path, { ...place, expected: 'every key once', found: quoted(twin.key) })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wrongAt(text: string): Omit<Problem, 'path'> {
  try {
    JSON.parse(text)
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : ''
    const offset = /at position (\d+)/.exec(message)?.[1]
    const place = lineAndColumn(text, offset === undefined ? text.length : Number(offset))
    const found = quoted(text.slice(Number(offset ?? text.length)).slice(0, 20))
    return { ...place, expected: 'well-formed JSON', found }
  }
  return { line: null, column: null, expected: 'well-formed JSON', found: 'nothing' }
}

function unreadable(path: string, problem: Omit<Problem, 'path'>): PlainFile {
  const start = { line: 1, column: 1 }
  return {
    path,
    value: undefined,
    problems: [{ path, ...problem }],
    positionOf: () => start,
    positionOfKey: () => start,
  }
}
