// SPDX-License-Identifier: EUPL-1.2
import { may, type RecordKind, type RecordVersion } from '@schouw/core/registers'
import type { Storage } from '../../storage/storage.ts'
import type { Caller } from '../caller.ts'

/** What every route of a register is given. */
export interface Call {
  readonly storage: Storage
  readonly caller: Caller
  readonly kind: RecordKind
  /** Empty where the path has none. */
  readonly id: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Method and path, as far as two requests can be the same. */
  readonly target: string
  readonly now: string
}

/** The record with what this person may see of it; null when that is nothing. */
export function shown(
  { caller, kind, now }: Pick<Call, 'caller' | 'kind' | 'now'>,
  record: RecordVersion,
  only?: readonly string[],
): RecordVersion | null {
  const permission = may({ actor: caller.actor, action: 'read', kind, record, now })
  if (!permission.allowed) return null
  const { fields } = permission
  if (fields === null && only === undefined) return record
  const isShown = (name: string) =>
    (fields === null || fields.includes(name)) && (only === undefined || only.includes(name))
  const values = Object.fromEntries(Object.entries(record.values).filter(([name]) => isShown(name)))
  return { ...record, values, erased: record.erased.filter(isShown) }
}

/** Fields that the person may read of a record of the kind; null is all, undefined is none. */
export function readableFields(
  { caller, kind, now }: Pick<Call, 'caller' | 'kind' | 'now'>,
  record?: RecordVersion,
): readonly string[] | null | undefined {
  const about = record === undefined ? {} : { record }
  const permission = may({ actor: caller.actor, action: 'read', kind, now, ...about })
  return permission.allowed ? permission.fields : undefined
}

/** Of an earlier version: what could be read then, and can be read of the record as it is now. */
export function readableThen(
  call: Pick<Call, 'caller' | 'kind' | 'now'>,
  { past, standing }: { readonly past: RecordVersion; readonly standing: RecordVersion },
): readonly string[] | null | undefined {
  const [was, is] = [readableFields(call, past), readableFields(call, standing)]
  if (was === undefined || is === undefined) return undefined
  if (was === null || is === null) return was ?? is
  return was.filter((name) => is.includes(name))
}

export function etag({ version }: { readonly version: number }): string {
  return `"${version}"`
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
