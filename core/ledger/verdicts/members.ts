// SPDX-License-Identifier: EUPL-1.2
import { fromBase64 } from '../bytes/index.ts'
import { type Json, type JsonObject, parseJson } from '../json/index.ts'

/** A member that is not as it should be, by its path. */
export class MemberRefused extends Error {
  readonly path: string

  constructor(path: string) {
    super(path)
    this.path = path
  }
}

type Members = Readonly<Record<string, unknown>>

/** Longest file of claims that is read. */
const fileBytes = 1 << 24

/** The object in a file of JSON; undefined for anything else, members twice included. */
export function objectIn(bytes: Uint8Array): JsonObject | undefined {
  const parsed = parseJson(bytes, { lengthBytes: fileBytes, depth: 16 })
  return parsed.ok ? objectOf(parsed.value) : undefined
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
  return isObject ? (value as JsonObject) : undefined
}

/** Refuses whatever is not in `known`: what nobody reads, nobody vouches for. */
export function onlyMembers(members: Members, known: readonly string[], path = ''): void {
  const strange = Object.keys(members).find((name) => !known.includes(name))
  if (strange !== undefined) throw new MemberRefused(`${path}/${strange}`)
}

export function bytesAt(value: unknown, path: string): Uint8Array {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined
  if (bytes === undefined) throw new MemberRefused(path)
  return bytes
}

export function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new MemberRefused(path)
  return value
}

export function countAt(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new MemberRefused(path)
  }
  return value
}

export function objectAt(value: unknown, path: string): JsonObject {
  const found = objectOf(value as Json | undefined)
  if (found === undefined) throw new MemberRefused(path)
  return found
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MemberRefused(path)
  return value
}
