// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { recordOf } from '../../storage/records/row.ts'
import type { TenantId } from '../../storage/session.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Planned } from './plan.ts'

/** What setting up has put into the registers: the organisation, and people with accounts. */
export async function standingBefore(
  storage: Storage,
  tenant: TenantId,
): Promise<readonly RecordVersion[]> {
  const rows = await storage.read(tenant, (db) =>
    db
      .selectFrom('records')
      .select(['id', 'kind', 'version', 'state', 'document', 'meta', 'changed_at', 'changed_by'])
      .where('kind', 'in', ['organisation', 'person'])
      .where('is_retired', '=', false)
      .execute(),
  )
  return rows.map(recordOf)
}

/** Under these a record keeps what it has: its own code, and the name its account goes by. */
const kept: readonly string[] = ['code', 'name']

/**
 * The same plan with what is there already in its place: the organisation, and people of the same
 * name. References follow. Nothing that stands is overwritten but by what it lacked.
 */
export function adopted(
  planned: readonly Planned[],
  there: readonly RecordVersion[],
): readonly Planned[] {
  const ids = new Map<string, string>()
  const organisation = there.find(({ kind }) => kind === 'organisation')
  const people = new Map(
    there.flatMap(({ kind, id, values }) => {
      const name = values['name']
      return kind === 'person' && typeof name === 'string' ? [[folded(name), id] as const] : []
    }),
  )
  for (const { kind, id, values } of planned) {
    if (kind === 'organisation' && organisation !== undefined) ids.set(id, organisation.id)
    const same = kind === 'person' ? people.get(folded(String(values['name']))) : undefined
    if (same !== undefined) ids.set(id, same)
  }
  const standing = new Map(there.map((record) => [record.id, record]))
  return planned.map((one): Planned => {
    const values = followed(one.values, ids)
    const later = one.afterwards === undefined ? {} : { afterwards: followed(one.afterwards, ids) }
    const id = ids.get(one.id)
    const record = id === undefined ? undefined : standing.get(id)
    if (id === undefined || record === undefined) return { ...one, values, ...later }
    const lacking = Object.entries(values).filter(
      ([name]) => !kept.includes(name) && record.values[name] === undefined,
    )
    return { ...one, id, values: Object.fromEntries(lacking), ...later, isThere: true }
  })
}

function folded(name: string): string {
  return name.trim().toLowerCase()
}

/** References to what goes by another id. */
export function followed(
  values: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const follow = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(follow)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, follow(one)]))
  }
  return Object.fromEntries(Object.entries(values).map(([name, one]) => [name, follow(one)]))
}
