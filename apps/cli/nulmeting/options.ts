// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Baseline } from '@schouw/core/baseline'
import { isCalendarDate } from '@schouw/core/kernel'
import { codeOf } from '../captures/sources.ts'
import { type Arguments, UsageError } from '../usage.ts'

/** A day means its noon in UTC: the same day in every zone from -11 to +11. */
export function asOfOption(given: Arguments): string | undefined {
  const [text] = given.values.get('as-of') ?? []
  if (text === undefined) return undefined
  if (isCalendarDate(text)) return `${text}T12:00:00Z`
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  if (isInstant && isCalendarDate(text.slice(0, 10)) && Number.isFinite(Date.parse(text)))
    return text
  throw new UsageError(
    `--as-of ${text}: expected a day or an instant with offset, such as 2026-11-21 or 2026-11-21T12:00:00+01:00`,
  )
}

/** The baseline of an earlier time, as this program wrote it. */
export function earlierOption(given: Arguments, folder: string): Baseline | undefined {
  const [file] = given.values.get('compare') ?? []
  if (file === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(resolve(folder, file), 'utf8'))
  } catch (fault) {
    const found =
      fault instanceof SyntaxError
        ? 'no JSON'
        : codeOf(fault) === 'ENOENT'
          ? 'no such file'
          : codeOf(fault)
    throw new UsageError(`${file}: expected the baseline.json of an earlier time, found ${found}`)
  }
  if (!isBaseline(value)) {
    const schema = (value as { schema?: unknown } | null)?.schema
    const found = typeof schema === 'string' ? `schema ${schema.slice(0, 60)}` : 'another shape'
    throw new UsageError(`${file}: expected schema schouw/baseline/1, found ${found}`)
  }
  return value
}

/** Only what a comparison reads is looked at. */
function isBaseline(value: unknown): value is Baseline {
  const one = value as Partial<Baseline> | null
  const lists = [one?.measures, one?.contradictions, one?.figures, one?.inventory?.assets]
  return (
    one?.schema === 'schouw/baseline/1' &&
    typeof one.as_of === 'string' &&
    lists.every((list) => Array.isArray(list) && list.every(hasId))
  )
}

function hasId(value: unknown): boolean {
  return typeof (value as { id?: unknown } | null)?.id === 'string'
}
