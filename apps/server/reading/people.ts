// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import { type StoredRecord, textOf } from './around.ts'

export type Audience = 'all' | 'it' | 'ot' | 'office' | 'board'

/** People of another employer are asked one by one: `all` is the company's own. */
export async function peopleOf(
  db: Database,
  { audience, today }: { readonly audience: Audience; readonly today: string },
): Promise<readonly StoredRecord[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'person')
    .where('is_retired', '=', false)
    .orderBy('sort_title')
    .orderBy('id')
    .execute()
  return rows.map(recordOf).filter((person) => {
    const isOwn = textOf(person.values, 'employer') === null && isStill(person, today)
    if (!isOwn) return false
    const worksIn = placesOf(person)
    // Somebody of whom nothing is said works here; who is only outside does not.
    if (audience === 'all') return worksIn.length === 0 || worksIn.some((one) => one !== 'outside')
    return worksIn.includes(audience)
  })
}

export function isStill({ values, retired }: StoredRecord, today: string): boolean {
  const left = textOf(values, 'left_on')
  return retired === null && !(left !== null && left < today)
}

function placesOf({ values }: StoredRecord): readonly string[] {
  const found: unknown = values['works_in']
  return Array.isArray(found) ? found.map(String) : []
}

/** Dutch where nothing is known of somebody: so is the company. */
export function tongueOf(person: StoredRecord | undefined): 'nl' | 'en' | null {
  const language = textOf(person?.values, 'language')?.toLowerCase().slice(0, 2)
  if (language === undefined) return null
  return language === 'nl' ? 'nl' : 'en'
}
