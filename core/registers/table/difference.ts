// SPDX-License-Identifier: EUPL-1.2
import { checkFields, type Problem } from '../check.ts'
import type { Value } from '../field.ts'
import type { RecordKind } from '../kind.ts'
import { isSame, type RecordVersion } from '../record.ts'
import type { ConflictRule } from './rule.ts'

/** What a row says and the record does not. */
export interface Difference {
  /** For `change`: null clears. Only what really differs, in canonical spelling. */
  readonly patch: Readonly<Record<string, Value | null>>
  /** Fields that differ and stay as they are by the rule. */
  readonly kept: readonly string[]
  /** Fields that differ, and that the rule leaves to a person. */
  readonly disputed: readonly string[]
  /** Fields that were erased: a table from before must not bring the data back. */
  readonly erased: readonly string[]
  readonly problems: readonly Problem[]
}

/** `given` is the row by names of fields; null says that there is no value. */
export function difference(
  kind: RecordKind,
  record: Pick<RecordVersion, 'values' | 'erased'>,
  given: Readonly<Record<string, unknown>>,
  rule: ConflictRule,
): Difference {
  const { values, nulls, problems } = checkFields(kind.fields, given)
  const patch: Record<string, Value | null> = {}
  const kept: string[] = []
  const disputed: string[] = []
  const erased: string[] = []
  const said: (readonly [string, Value | null])[] = [
    ...Object.entries(values),
    ...nulls.map((name) => [name, null] as const),
  ]
  for (const [name, value] of said) {
    const own = record.values[name] ?? null
    if (isSame(own, value)) continue
    if (record.erased.includes(name)) erased.push(name)
    else if (rule === 'theirs' || (rule !== 'ours' && own === null)) patch[name] = value
    else if (rule === 'refuse') disputed.push(name)
    else kept.push(name)
  }
  return { patch, kept, disputed, erased, problems }
}

/** Values in canonical spelling; what is none is left out. */
export function canonical(
  kind: RecordKind,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> {
  return checkFields(kind.fields, given).values
}
