// SPDX-License-Identifier: EUPL-1.2
// The mandatory test about CWE: that a number exists and has the name that stands beside it, in the
// version of the list that a document names. Categories and views are no weaknesses and not in it.
import cwe from '../../tables/cwe.json' with { type: 'json' }
import { listOf, objectOf, textOf } from '../json.ts'
import type { Rules } from './rule.ts'

/** Numbers of the CWE list with the names they had, each from a version on; null: taken out. */
const named: Readonly<Record<string, readonly (readonly (string | null)[])[]>> = cwe.weaknesses
const places = new Map(cwe.versions.map((version, at) => [version, at]))
const newest = cwe.versions.at(-1) ?? ''

export const weaknessNameRules: Rules = {
  // Each CWE exists, under its name. A document of 2.0 does not say in which version of the list.
  '6.1.11': ({ weaknesses }) =>
    weaknesses.flatMap(({ one, place }) =>
      one['cwe'] === undefined || isNamed(objectOf(one['cwe'])) ? [] : [`${place}/cwe`],
    ),
}

export const weaknessNameRulesSince: Rules = {
  '6.1.11': ({ weaknesses }) =>
    weaknesses.flatMap(({ one, place }) =>
      listOf(one['cwes']).flatMap((cwe, at) =>
        isNamed(objectOf(cwe)) ? [] : [`${place}/cwes/${at}`],
      ),
    ),
}

function isNamed(cwe: Readonly<Record<string, unknown>>): boolean {
  const [id, written, version] = [textOf(cwe['id']), textOf(cwe['name']), textOf(cwe['version'])]
  // The list itself has had blanks at the end of names.
  const name = written.trim()
  // What a list that is younger than ours says nobody here knows.
  if (version !== '' && isAfter(version, newest)) return true
  const names = named[id.replace(/^CWE-/, '')] ?? []
  if (version === '') return names.some(([, own]) => own === name)
  const at = places.get(version)
  if (at === undefined) return false
  const last = names.findLast(([since]) => (places.get(since ?? '') ?? 0) <= at)
  return last !== undefined && last[1] === name
}

/** Versions of the list are numbers with dots. */
function isAfter(version: string, other: string): boolean {
  const [own, its] = [version, other].map((one) => one.split('.').map(Number))
  for (const [at, number] of (own ?? []).entries()) {
    const against = its?.[at] ?? 0
    if (number !== against) return number > against
  }
  return false
}
