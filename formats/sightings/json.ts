// SPDX-License-Identifier: EUPL-1.2
import { decodedText } from '../csv/index.ts'
import { type SightingProblem, sightingLimits, type Where } from './sighting.ts'

export type Read<Value> =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly problem: SightingProblem; readonly value?: undefined }

/** JSON of bounded depth, from bytes in any encoding with a mark, else UTF-8. */
export function jsonOf(bytes: Uint8Array): Read<unknown> {
  return jsonText(decodedText(bytes).replace(/^\uFEFF/, ''), { path: '' })
}

export function jsonText(text: string, where: Where): Read<unknown> {
  if (isDeep(text)) {
    const expected = `values at most ${sightingLimits.depth} deep`
    return { problem: { where, code: 'too-deep', expected, found: 'deeper' } }
  }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const found = error instanceof Error ? firstLine(error.message) : 'something else'
    return { problem: { where, code: 'not-json', expected: 'JSON', found } }
  }
}

/** Counts brackets outside of texts, without taking the value apart. */
function isDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isText) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) isText = false
      continue
    }
    if (code === 0x22) isText = true
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > sightingLimits.depth) return true
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return false
}

function firstLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 120)
}

export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value of a member that is the mapping's own. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  let at = value
  for (const name of names) {
    if (!isFields(at) || !Object.hasOwn(at, name)) return undefined
    at = at[name]
  }
  return at
}

export function text(value: unknown, ...names: readonly string[]): string | undefined {
  const found = member(value, ...names)
  if (typeof found === 'number' && Number.isFinite(found)) return String(found)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

export function list(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const found = member(value, ...names)
  return Array.isArray(found) ? found : []
}
