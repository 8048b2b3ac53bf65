// SPDX-License-Identifier: EUPL-1.2
/**
 * JSON that has one text for one value: RFC 8785 behind a gate, and a parser that refuses what
 * other parsers guess about. Stored bytes are hashed as they are and only then parsed.
 */
export { canonicalJson } from './canonical.ts'
export { type JsonLimits, type Numbers, parseCanonical, parseJson } from './parse.ts'
export type { Json, JsonObject, JsonRefusal } from './value.ts'
