// SPDX-License-Identifier: EUPL-1.2

/** A bound on the first characters of a serial number. */
export interface SerialBound {
  readonly op: '<' | '<=' | '>' | '>='
  /** As printed, upper case, without the characters that may be anything. */
  readonly start: string
}

// Either "serial number 179**** and prior" or "<= first 5 digits of serial number 26061".
const lengthWords: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
}

/** Undefined where the text is not about serial numbers or names none. */
export function serialBoundOf(text: string): SerialBound | undefined {
  const plain = text.replace(/["“”_*]+/g, ' ').replace(/\s+/g, ' ')
  const at = /\bserial\b/i.exec(plain)
  if (at === null) return undefined
  const counted = /(?:first\s+)?(\d+|[a-z]+)\s+digits?\s+of/i.exec(plain)
  const after = plain
    .slice(at.index)
    .replace(/^serial\s*(?:numbers?|nos?\.?)?\s*(?:are|is|:)?/i, '')
  const found = /([<>]=?)?\s*([A-Z0-9]{2,15})(?![a-z])/.exec(after)
  const start = found?.[2]
  if (start === undefined) return undefined
  const op = opOf(plain, found?.[1])
  const length = counted === null ? undefined : lengthOf(counted[1] ?? '')
  // "First 2 digits" with five printed: the text contradicts itself, the shorter part is sure.
  return { op, start: length === undefined ? start : start.slice(0, length) }
}

function opOf(text: string, written: string | undefined): SerialBound['op'] {
  const op = written ?? /^\s*([<>]=?)/.exec(text)?.[1]
  if (op === '<' || op === '>' || op === '>=' || op === '<=') return op
  return /\b(later|after|newer|above|higher|subsequent)\b/i.test(text) ? '>=' : '<='
}

function lengthOf(word: string): number | undefined {
  const number = Number(word)
  return Number.isInteger(number) ? number : lengthWords[word.toLowerCase()]
}

/** Undefined where the number is too short to tell. Digits come before letters: 179 before 17X. */
export function isWithinSerial(serial: string, bound: SerialBound): boolean | undefined {
  const start = serial
    .toUpperCase()
    .replace(/[\s_-]/g, '')
    .slice(0, bound.start.length)
  if (start.length < bound.start.length || !/^[A-Z0-9]+$/.test(start)) return undefined
  if (start === bound.start) return bound.op === '<=' || bound.op === '>='
  return start < bound.start === bound.op.startsWith('<')
}
