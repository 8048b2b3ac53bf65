// SPDX-License-Identifier: EUPL-1.2
/**
 * Words of the registers: what every kind, field, choice and state is called, in Dutch and English.
 * Apart from the other words, so that a page which needs only these loads only these.
 */
import { type KindName, kinds, type RecordKind } from '@schouw/core/registers'
import { registerWordsOf } from '#register-words'
import type { FieldWord } from '../words/registers.ts'
import type { Language } from '../words/speech.ts'

/** The same words, looked up by names that are only known when running. */
export interface RegisterTongue {
  /** What a kind is called: one, many, and what it is for. */
  kind(name: KindName): readonly [one: string, many: string, help: string]
  /** Label and help of a field; `rows.cell` for a field of rows. */
  field(kind: KindName, path: string): FieldWord
  /** A state, or an option of a choice. */
  code(kind: KindName, code: string, field?: string): string
}

export function registerTongue(language: Language): RegisterTongue {
  const { kinds: names, fields, fieldsOf, codes, codesOf } = registerWordsOf(language)
  const fieldWords: Readonly<Record<string, FieldWord | undefined>> = fields
  const special: Readonly<Record<string, FieldWord | undefined>> = fieldsOf
  const codeWords: Readonly<Record<string, string | undefined>> = codes
  const specialCodes: Readonly<Record<string, string | undefined>> = codesOf
  return {
    kind: (name) => names[name],
    field: (kind, path) =>
      special[`${kind}.${path}`] ?? fieldWords[path.split('.').at(-1) ?? ''] ?? [path, ''],
    code: (kind, code, field) =>
      (field === undefined ? undefined : specialCodes[`${kind}.${field}.${code}`]) ??
      specialCodes[`${kind}.${code}`] ??
      codeWords[code] ??
      code,
  }
}

/** Every kind, in the order in which people meet them. */
export function everyKind(): readonly RecordKind[] {
  return Object.values<RecordKind>(kinds)
}
