// SPDX-License-Identifier: EUPL-1.2

export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [member: string]: Json
}

/** Why a text or a value has no place in the ledger. */
export type JsonRefusal =
  | 'not-utf8'
  | 'byte-order-mark'
  | 'syntax'
  | 'something-after-the-value'
  | 'duplicate-member'
  | 'prototype-member'
  | 'half-a-surrogate'
  | 'too-deep'
  | 'too-long'
  /** Digits that no double keeps, or, where only whole numbers may stand, anything else. */
  | 'number-not-kept'
  | 'number-too-large'
  | 'not-a-json-value'
  | 'not-canonical'

/** RFC 6901, so that a person finds the place. */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
