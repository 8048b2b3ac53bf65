// SPDX-License-Identifier: EUPL-1.2
// Version ranges as the standard wants them: VERS in its canonical form, or its constraints alone.
// Stricter than what matching reads: there a range means what its author meant.

import { compareVersions, readVersion } from './history.ts'

export interface Constraint {
  readonly comparator: '=' | '!=' | '<' | '<=' | '>' | '>='
  readonly version: string
}

export interface Vers {
  /** Of the scheme; absent where the constraints stand alone. */
  readonly type?: string
  /** None where the range is every version. */
  readonly constraints: readonly Constraint[]
  readonly isAll: boolean
}

const scheme = /^vers:([a-z.+-][a-z0-9.+-]*)\/(.*)$/s
const constraint = /^(!=|<=|>=|<|>|=)?([^\s<>=!*|]+)$/
const badEscape = /%(?![0-9A-F]{2})/

/** Undefined where it is neither VERS nor its constraints alone. */
export function readVers(text: string): Vers | undefined {
  const found = scheme.exec(text)
  const type = found?.[1]
  const body = found === null ? text : (found[2] ?? '')
  // `vers:all/*` is the one way to say every version, and says nothing else.
  if (type === 'all') return body === '*' ? { type, constraints: [], isAll: true } : undefined
  if (found === null && text.startsWith('vers:')) return undefined
  const constraints: Constraint[] = []
  for (const piece of body.split('|')) {
    const [, comparator = '=', version] = constraint.exec(piece) ?? []
    if (version === undefined || (type !== undefined && badEscape.test(version))) return undefined
    constraints.push({ comparator: comparator as Constraint['comparator'], version })
  }
  if (type === undefined) return { constraints, isAll: false }
  return isNormal(type, constraints) ? { type, constraints, isAll: false } : undefined
}

/** Nothing twice, nothing that another constraint says already, and in order where we know it. */
function isNormal(type: string, constraints: readonly Constraint[]): boolean {
  if (new Set(constraints.map(({ version }) => version)).size < constraints.length) return false
  const kept = constraints.filter(({ comparator }) => comparator !== '!=')
  const isAlternating = kept.every(({ comparator }, at) => {
    const before = kept[at - 1]?.comparator
    return before === undefined || before.startsWith('>') === comparator.startsWith('<')
  })
  if (!isAlternating) return false
  const compare = orders[type]
  if (compare === undefined) return true
  return constraints.every(
    ({ version }, at) => at === 0 || compare(constraints[at - 1]?.version ?? '', version) < 0,
  )
}

type Order = (a: string, b: string) => number

/** The types whose order is worked out here. */
const orders: Readonly<Record<string, Order>> = {
  intdot: inNumbers,
  semver: bySemantics,
  npm: bySemantics,
}

/** Numbers between dots, up to the first character that is neither. */
function inNumbers(a: string, b: string): number {
  const of = (text: string) => (/^[\d.]*/.exec(text)?.[0] ?? '').split('.').map(Number)
  const [left, right] = [of(a), of(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const apart = (left[at] ?? 0) - (right[at] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}

/** What is no semantic version is left where it stands. */
function bySemantics(a: string, b: string): number {
  const [left, right] = [readVersion(a), readVersion(b)]
  return left === undefined || right === undefined ? -1 : compareVersions(left, right)
}

/** Whether it says no more than one version. */
export function isSingle({ constraints }: Vers): boolean {
  return constraints.length === 1 && constraints[0]?.comparator === '='
}

/** Whether it has no end: what is excluded ends nothing. */
export function isOpenAbove({ constraints, isAll }: Vers): boolean {
  if (isAll) return false
  const last = constraints.findLast(({ comparator }) => comparator !== '!=')
  return last === undefined || last.comparator.startsWith('>')
}

/** Types of VERS in use, from the specification and its tests. */
export const knownTypes = new Set(
  (
    'all alpine alpm apk cargo composer conan conda cpan cran datetime deb ebuild gem generic ' +
    'gentoo github golang hex intdot lexicographic mattermost maven mozilla nginx none npm nuget ' +
    'openssl pypi rpm semver swift'
  ).split(' '),
)
