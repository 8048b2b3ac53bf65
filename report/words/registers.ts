// SPDX-License-Identifier: EUPL-1.2
import { type KindName, kind as kindOf, type kinds } from '@schouw/core/registers'

// The words of the registers. One field name has one word everywhere, and one code too; where a
// kind means something else by it, `fieldsOf` and `codesOf` say so. A missing word does not compile.

type Fields<Kind extends KindName> = (typeof kinds)[Kind]['fields']
type Inner<Field> = Field extends { readonly type: 'rows'; readonly fields: infer Cells }
  ? keyof Cells & string
  : never

type FieldName = {
  [Kind in KindName]: {
    [Name in keyof Fields<Kind> & string]: Name | Inner<Fields<Kind>[Name]>
  }[keyof Fields<Kind> & string]
}[KindName]

/** `asset.role`, and for a field of rows `contract.clauses.subject`. */
type FieldKey = {
  [Kind in KindName]: {
    [Name in keyof Fields<Kind> & string]:
      | `${Kind}.${Name}`
      | `${Kind}.${Name}.${Inner<Fields<Kind>[Name]>}`
  }[keyof Fields<Kind> & string]
}[KindName]

type Options<Field> = Field extends { readonly options: readonly (infer Option extends string)[] }
  ? Option
  : Field extends { readonly type: 'rows'; readonly fields: infer Cells }
    ? { [Name in keyof Cells]: Options<Cells[Name]> }[keyof Cells]
    : never

type States<Kind extends KindName> = (typeof kinds)[Kind]['lifecycle']['states'][number]

type Code = {
  [Kind in KindName]:
    | States<Kind>
    | { [Name in keyof Fields<Kind>]: Options<Fields<Kind>[Name]> }[keyof Fields<Kind>]
}[KindName]

/** `exception.granted` for a state, `legal-entity.size_class.medium` for an option. */
type CodeKey = {
  [Kind in KindName]:
    | `${Kind}.${States<Kind>}`
    | {
        [Name in keyof Fields<Kind> & string]: `${Kind}.${Name}.${Options<Fields<Kind>[Name]>}`
      }[keyof Fields<Kind> & string]
}[KindName]

/** What a form shows above the field, and beside it. */
export type FieldWord = readonly [label: string, help: string]

export interface RegisterWords {
  readonly kinds: Readonly<Record<KindName, readonly [one: string, many: string, help: string]>>
  readonly fields: Readonly<Record<FieldName, FieldWord>>
  readonly fieldsOf: Readonly<Partial<Record<FieldKey, FieldWord>>>
  readonly codes: Readonly<Record<Code, string>>
  readonly codesOf: Readonly<Partial<Record<CodeKey, string>>>
}

/** `path` is a field, or `rows.field`. Undefined for a field that the kind does not have. */
export function fieldWord(
  words: RegisterWords,
  kind: KindName,
  path: string,
): FieldWord | undefined {
  const [name = '', inner] = path.split('.')
  const fields = kindOf(kind)?.fields ?? {}
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (field === undefined) return undefined
  if (inner !== undefined && !(field.type === 'rows' && Object.hasOwn(field.fields, inner))) {
    return undefined
  }
  const own = words.fieldsOf[`${kind}.${path}` as FieldKey]
  return own ?? words.fields[(inner ?? name) as FieldName]
}

/** `place` is `state`, or the path of a choice; the code itself when it is none of ours. */
export function codeWord(
  words: RegisterWords,
  { kind, place, code }: { kind: KindName; place: string; code: string },
): string {
  const key = place === 'state' ? `${kind}.${code}` : `${kind}.${place}.${code}`
  if (Object.hasOwn(words.codesOf, key)) return words.codesOf[key as CodeKey] ?? code
  return Object.hasOwn(words.codes, code) ? words.codes[code as Code] : code
}
