// SPDX-License-Identifier: EUPL-1.2
// Revisions of a document: their versions and their order.
import { type JsonObject, listOf, objectOf, textOf } from '../json.ts'

export interface Revision {
  readonly number: string
  readonly at: string
  readonly place: string
}

export function revisionsOf(tracking: JsonObject): readonly Revision[] {
  return listOf(tracking['revision_history']).map((value, at) => {
    const one = objectOf(value)
    const place = `/document/tracking/revision_history/${at}`
    return { number: textOf(one['number']), at: textOf(one['date']), place }
  })
}

const semantic =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

export interface Version {
  readonly numbers: readonly [major: number, minor: number, patch: number]
  /** Parts of what comes before a release; none for a release. */
  readonly before: readonly string[]
  readonly isSemantic: boolean
}

/** Whole numbers and semantic versions; undefined where it is neither. */
export function readVersion(text: string): Version | undefined {
  if (/^(0|[1-9]\d*)$/.test(text)) {
    return { numbers: [Number(text), 0, 0], before: [], isSemantic: false }
  }
  const [, major, minor, patch, before] = semantic.exec(text) ?? []
  if (major === undefined) return undefined
  return {
    numbers: [Number(major), Number(minor), Number(patch)],
    before: before === undefined ? [] : before.split('.'),
    isSemantic: true,
  }
}

export function compareVersions(a: Version, b: Version): number {
  for (const at of [0, 1, 2] as const) {
    if (a.numbers[at] !== b.numbers[at]) return a.numbers[at] - b.numbers[at]
  }
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length
  for (let at = 0; at < Math.max(a.before.length, b.before.length); at += 1) {
    const [left, right] = [a.before[at], b.before[at]]
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1
    if (left === right) continue
    const [isLeft, isRight] = [/^\d+$/.test(left), /^\d+$/.test(right)]
    if (isLeft && isRight) return Number(left) - Number(right)
    if (isLeft !== isRight) return isLeft ? -1 : 1
    return left < right ? -1 : 1
  }
  return 0
}

/** Whole seconds: what comes after the point may be finer than a clock of ours. */
function momentOf(text: string): number {
  return Date.parse(text.replace(/\.\d+/, ''))
}

function fractionOf(text: string): string {
  return (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(12, '0')
}

/** Below zero where the first is earlier; not a number where one of them is no moment. */
export function compareMoments(a: string, b: string): number {
  const apart = momentOf(a) - momentOf(b)
  if (apart !== 0) return apart
  const [early, late] = [fractionOf(a), fractionOf(b)]
  return early === late ? 0 : early < late ? -1 : 1
}

/** By the moment, then by the number. */
export function inOrder(revisions: readonly Revision[]): readonly Revision[] {
  if (revisions.length < 2) return revisions
  return revisions.toSorted((a, b) => {
    const apart = compareMoments(a.at, b.at)
    if (apart !== 0) return apart
    const [left, right] = [readVersion(a.number), readVersion(b.number)]
    return left === undefined || right === undefined ? 0 : compareVersions(left, right)
  })
}
