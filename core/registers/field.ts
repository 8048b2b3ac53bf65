// SPDX-License-Identifier: EUPL-1.2
import type { Format } from './formats.ts'
import type { KindName } from './kind-names.ts'

/**
 * What a field of a record can hold. A value is JSON without fractions: text, whole number, truth
 * value, or a list of these or of rows. Decimals are text in one canonical spelling, so that their
 * bytes and therefore their digests are the same everywhere. Absent is not known; an empty list is
 * known to be none.
 */
export type Field = ScalarField | RowsField

export type ScalarField =
  | TextField
  | LongTextField
  | WholeField
  | DecimalField
  | EuroField
  | PercentField
  | HoursField
  | DateField
  | InstantField
  | YesNoField
  | ChoiceField
  | ReferenceField
  | AddressField
  | DigestField

interface AnyField {
  /** Must be known from the first version on. */
  readonly required?: true
  /**
   * Personal data, and whose: `itself` when the record is the person, else the field of the same
   * kind that refers to the person. Such values can be erased.
   */
  readonly personal?: string
  /** No two records of a tenant and kind hold the same value; retired ones count. */
  readonly unique?: true
  /** Goes into full-text search. */
  readonly searchable?: true
}

interface Repeatable {
  /** A list without duplicates instead of one value; required then asks at least one. */
  readonly many?: true
  readonly maxItems?: number
}

export interface TextField extends AnyField, Repeatable {
  readonly type: 'text'
  /** Characters (UTF-16 units). One line, trimmed, never empty. */
  readonly max: number
  readonly format?: Format
  readonly default?: string
}

/** Several lines, up to the limit of `limits.ts`. */
export interface LongTextField extends AnyField {
  readonly type: 'long_text'
}

export interface WholeField extends AnyField, Repeatable {
  readonly type: 'whole'
  readonly min: number
  readonly max: number
  readonly unit?: Unit
  readonly default?: number
}

export interface DecimalField extends AnyField {
  readonly type: 'decimal'
  readonly unit: Unit
  /** Places after the point, at most. */
  readonly decimals: number
  readonly min: number
  readonly max: number
}

/** Whole euros, zero or more unless `min` says otherwise. */
export interface EuroField extends AnyField {
  readonly type: 'euro'
  readonly min?: number
}

/** 0 to 100 in at most two decimals. */
export interface PercentField extends AnyField {
  readonly type: 'percent'
}

/** Zero or more, in at most two decimals. */
export interface HoursField extends AnyField {
  readonly type: 'hours'
}

/** `YYYY-MM-DD`. */
export interface DateField extends AnyField {
  readonly type: 'date'
}

/** UTC to the millisecond, `YYYY-MM-DDTHH:MM:SS.mmmZ`; other offsets are taken and turned into it. */
export interface InstantField extends AnyField {
  readonly type: 'instant'
}

export interface YesNoField extends AnyField {
  readonly type: 'yes_no'
  readonly default?: boolean
}

export interface ChoiceField extends AnyField, Repeatable {
  readonly type: 'choice'
  readonly options: readonly string[]
  readonly default?: string
}

/** The id of a record of one of these kinds in the same tenant. */
export interface ReferenceField extends AnyField, Repeatable {
  readonly type: 'reference'
  readonly to: readonly KindName[]
  /**
   * What retiring the referred record does. `keep`: the reference stands, as history. `refuse`: not
   * while this record is in use. `retire`: this record retires with it.
   */
  readonly onRetire: 'keep' | 'refuse' | 'retire'
}

/** IP address (RFC 5952 spelling), MAC (lower case with colons) or CIDR block. */
export interface AddressField extends AnyField, Repeatable {
  readonly type: 'ip' | 'mac' | 'cidr'
}

/** SHA-256 of a stored file, 64 lower-case hex digits. */
export interface DigestField extends AnyField, Repeatable {
  readonly type: 'digest'
}

/** A list of rows with fields of their own, one level deep. Personal data marks the whole list. */
export interface RowsField {
  readonly type: 'rows'
  readonly fields: Readonly<Record<string, RowField>>
  readonly required?: true
  readonly personal?: string
  readonly maxRows?: number
}

export type RowField = ScalarField & { readonly personal?: never; readonly unique?: never }

export type Unit =
  | 'awu'
  | 'bytes'
  | 'count'
  | 'days'
  | 'hours'
  | 'kpi_unit'
  | 'level'
  | 'months'
  | 'per_year'

export type Scalar = string | number | boolean
export type Row = Readonly<Record<string, Scalar | readonly Scalar[]>>
export type Value = Scalar | readonly Scalar[] | readonly Row[]
export type Values = Readonly<Record<string, Value>>

type ScalarOf<F> = F extends {
  readonly type: 'choice'
  readonly options: readonly (infer Option)[]
}
  ? Option
  : F extends { readonly type: 'yes_no' }
    ? boolean
    : F extends { readonly type: 'whole' | 'euro' }
      ? number
      : string

type ValueOf<F> = F extends { readonly type: 'rows'; readonly fields: infer Fields }
  ? readonly FieldValues<Fields>[]
  : F extends { readonly many: true }
    ? readonly ScalarOf<F>[]
    : ScalarOf<F>

type RequiredNames<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends { readonly required: true } ? Name : never
}[keyof Fields]

/** The values that a table of fields describes, checked. */
export type FieldValues<Fields> = {
  readonly [Name in RequiredNames<Fields>]: ValueOf<Fields[Name]>
} & {
  readonly [Name in Exclude<keyof Fields, RequiredNames<Fields>>]?: ValueOf<Fields[Name]>
}
