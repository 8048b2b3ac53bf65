// SPDX-License-Identifier: EUPL-1.2
import { isPreRelease, type Part, type Version } from './version.ts'

export interface Comparison {
  /** Below zero where the first is older. */
  readonly order: number
  /** False where another reading of the same texts gives another order. */
  readonly isSure: boolean
}

const same: Comparison = { order: 0, isSure: true }

/**
 * Which of two versions is older. The order is total: numbers as numbers, a missing number as
 * zero, letters after nothing and before one, pre-releases before nothing, then the named steps.
 */
export function compareVersions(a: Version, b: Version): Comparison {
  const byIndex = comparedByIndex(a, b)
  if (byIndex !== undefined) return byIndex
  // UN30 and HN30 are different lines; a version without letters may be either.
  const isOneLine = a.prefix === b.prefix || a.prefix === '' || b.prefix === ''
  const found = comparedMain(a, b)
  const order =
    found.order ||
    comparedSteps(a.steps, b.steps) ||
    (a.prefix === b.prefix ? 0 : a.prefix < b.prefix ? -1 : 1)
  return { order, isSure: isOneLine && found.isSure && !onlyLetters(a, b) }
}

/** Orders for sorting: the order alone. */
export function versionOrder(a: Version, b: Version): number {
  return compareVersions(a, b).order
}

function onlyLetters(a: Version, b: Version): boolean {
  return (a.main.length === 0 || b.main.length === 0) && a.prefix !== b.prefix
}

/** FW13 against 01.06.09(14): only the index is said by both. */
function comparedByIndex(a: Version, b: Version): Comparison | undefined {
  const isBare = (one: Version) => one.index !== undefined && one.main.length === 1
  if (!isBare(a) && !isBare(b)) return undefined
  if (a.index !== undefined && b.index !== undefined) {
    return { order: a.index - b.index, isSure: true }
  }
  // A bare number may be the index; a dotted version without an index tells nothing of it.
  const bare = isBare(a) ? b : a
  return bare.main.length === 1 ? undefined : { ...comparedMain(a, b), isSure: false }
}

function comparedMain(a: Version, b: Version): Comparison {
  const length = Math.max(a.main.length, b.main.length)
  const isPadded = startsWithZero(a) || startsWithZero(b)
  let isSure = true
  for (let at = 0; at < length; at += 1) {
    const left = a.main[at]
    const right = b.main[at]
    const order = comparedParts(left, right)
    if (isSure && at > 0 && !isPadded && isDecimalDoubt(left, right, order)) isSure = false
    if (order !== 0) return { order, isSure: isSure && !isOpaque(left, right) }
  }
  return isSure ? same : { order: 0, isSure }
}

// Prerelease words, then nothing and zero, then letters, then one and up.
function weight(part: Part | undefined): number {
  if (part === undefined || part.number === 0) return 1
  if (part.number !== undefined) return 3
  return isPreRelease(part) ? 0 : 2
}

function comparedParts(a: Part | undefined, b: Part | undefined): number {
  const left = weight(a)
  const right = weight(b)
  if (left !== right) return left - right
  if (left === 3) return (a?.number ?? 0) - (b?.number ?? 0)
  if (left === 1) return 0
  const [one = '', other = ''] = [a?.text, b?.text]
  return one === other ? 0 : one < other ? -1 : 1
}

/** A word we do not know, against anything else, decides nothing. */
function isOpaque(a: Part | undefined, b: Part | undefined): boolean {
  const isLong = (part: Part | undefined) =>
    part !== undefined && part.number === undefined && part.text.length > 2 && !isPreRelease(part)
  return isLong(a) || isLong(b)
}

/** Versions padded in front (02.80) are padded throughout: their zeros are no decimals. */
function startsWithZero(version: Version): boolean {
  const first = version.main[0]?.text ?? ''
  return first.length > 1 && first.startsWith('0')
}

/** Is 1.1 older than 1.060? As numbers yes, as decimals no; who writes 060 may mean either. */
function isDecimalDoubt(a: Part | undefined, b: Part | undefined, order: number): boolean {
  if (a?.number === undefined || b?.number === undefined) return false
  if (a.text.length === b.text.length) return false
  if (!isLedByZero(a.text) && !isLedByZero(b.text)) return false
  const width = Math.max(a.text.length, b.text.length)
  const [left, right] = [a.text.padEnd(width, '0'), b.text.padEnd(width, '0')]
  const decimal = left === right ? 0 : left < right ? -1 : 1
  return decimal !== Math.sign(order)
}

function isLedByZero(digits: string): boolean {
  return digits.length > 1 && digits.startsWith('0')
}

function comparedSteps(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at += 1) {
    const order = (a[at] ?? 0) - (b[at] ?? 0)
    if (order !== 0) return order
  }
  return 0
}

/** Whether the second says the same as the first and more: 12.0 of 12.0.3. */
export function isPrefix(short: Version, long: Version): boolean {
  if (short.main.length >= long.main.length) return false
  if (short.steps.some((step) => step !== 0)) return false
  if (short.prefix !== '' && long.prefix !== '' && short.prefix !== long.prefix) return false
  return short.main.every((part, at) => comparedParts(part, long.main[at]) === 0)
}

/** Whether a version belongs to a train: its main parts begin with those of the train. */
export function isOfTrain(version: Version, train: Version): boolean {
  if (train.main.length > version.main.length) return false
  if (train.prefix !== '' && version.prefix !== '' && train.prefix !== version.prefix) return false
  const isMain = train.main.every((part, at) => comparedParts(part, version.main[at]) === 0)
  return isMain && train.steps.every((step, at) => step === 0 || step === version.steps[at])
}
