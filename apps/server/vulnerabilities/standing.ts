// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import { subjectKinds } from './subjects.ts'

/** How much is known, and how fresh it is: an empty list says nothing without it. */
export async function standingOf(db: Database) {
  const counted = await db
    .selectFrom('advisories')
    .select(({ fn }) => [fn.countAll<string>().as('all'), fn.sum<string>('size').as('bytes')])
    .where('is_current', '=', true)
    .executeTakeFirst()
  const invalid = await db
    .selectFrom('advisories')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .where('is_current', '=', true)
    .where('oddities', '!=', '[]')
    .executeTakeFirst()
  const subjects = await db
    .selectFrom('records')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .where('kind', 'in', [...subjectKinds])
    .where('is_retired', '=', false)
    .executeTakeFirst()
  const catalogues = await db
    .selectFrom('vulnerability_catalogues')
    .select(['name', 'as_of', 'counters', 'made_at'])
    .execute()
  const catalogueOf = (name: string) => {
    const row = catalogues.find((one) => one.name === name)
    if (row === undefined) return null
    return { as_of: row.as_of, count: numberIn(row.counters, 'count') ?? 0, at: row.made_at }
  }
  const matching = catalogues.find(({ name }) => name === 'matching')
  return {
    advisories: Number(counted?.all ?? 0),
    invalid: Number(invalid?.all ?? 0),
    kev: catalogueOf('kev'),
    epss: catalogueOf('epss'),
    matched_at: matching?.made_at ?? null,
    subjects: Number(subjects?.all ?? 0),
    unknown_vendor: numberIn(matching?.counters, 'unknown_vendor'),
    not_assessable: numberIn(matching?.counters, 'not_assessable'),
    unreadable_ranges: numberIn(matching?.counters, 'unreadable_ranges'),
  }
}

function numberIn(counters: unknown, name: string): number | null {
  if (typeof counters !== 'object' || counters === null) return null
  const value = (counters as Record<string, unknown>)[name]
  return typeof value === 'number' ? value : null
}
