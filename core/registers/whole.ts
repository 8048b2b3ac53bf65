// SPDX-License-Identifier: EUPL-1.2
import { declared, type FieldRefusal, refused } from './check.ts'
import type { Value, Values } from './field.ts'
import type { RecordKind } from './kind.ts'

/** What checked values break as a whole: what must be known, what comes first, what excludes what. */
export function valueProblems(
  kind: RecordKind,
  values: Values,
  {
    excused,
    touched,
  }: { readonly excused: readonly string[]; readonly touched?: readonly string[] },
): readonly FieldRefusal[] {
  const isTouched = (names: readonly string[]) =>
    touched === undefined || names.some((name) => touched.includes(name))
  const isExcused = (names: readonly string[]) => names.some((name) => excused.includes(name))
  const problems: FieldRefusal[] = []
  for (const [name, field] of declared(kind.fields)) {
    if (field.required !== true || values[name] !== undefined) continue
    if (isTouched([name]) && !isExcused([name])) {
      problems.push(refused(`/${name}`, { rule: 'known' }, undefined))
    }
  }
  for (const pair of kind.order) {
    const [first, last] = pair.map((name) => values[name])
    if (first === undefined || last === undefined || !isTouched(pair)) continue
    if (rank(first) > rank(last)) {
      problems.push(refused(`/${pair[1]}`, { rule: 'not_before', fields: [pair[0]] }, last))
    }
  }
  for (const names of kind.either) {
    const known = names.filter((name) => values[name] !== undefined)
    if (known.length === 1 || !isTouched(names) || isExcused(names)) continue
    const path = `/${known[1] ?? names[0]}`
    const found = known[1] === undefined ? undefined : values[known[1]]
    problems.push(refused(path, { rule: 'exactly_one_of', fields: names }, found))
  }
  return problems
}

/** Numbers by size, decimals in text too; dates and instants by time. */
function rank(value: Value): number {
  const number = Number(value)
  return Number.isNaN(number) ? Date.parse(String(value)) : number
}
