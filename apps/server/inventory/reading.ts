// SPDX-License-Identifier: EUPL-1.2
import { type NumberedSighting, type SourceRow, sightingRows } from '../sources/store.ts'
import type { Database } from '../storage/dialect.ts'

export interface SightedSource {
  readonly id: string
  readonly name: string
  readonly site: string | null
  /** When it was seen, as far as the source says; else when it was brought in. */
  readonly at: string
  readonly sightings: readonly NumberedSighting[]
}

/** Sources compared at once; a year of weekly captures of one hall. */
const mostSources = 60
/** Together; beyond it older sources give way. */
const mostSightings = 50_000

/** The newest sources that say something of devices, the oldest of them first. */
export async function sightedSources(
  db: Database,
  site: string | undefined,
): Promise<{ readonly sources: readonly SightedSource[]; readonly leftOut: number }> {
  let query = db
    .selectFrom('sources')
    .select(['id', 'file_name', 'site', 'made_at', 'document', 'sighting_count'])
    .where('sighting_count', '>', 0)
  if (site !== undefined) {
    query = query.where((where) => where.or([where('site', '=', site), where('site', 'is', null)]))
  }
  const rows = await query.orderBy('made_at', 'desc').orderBy('id').limit(mostSources).execute()
  const sources: SightedSource[] = []
  let [taken, leftOut] = [0, 0]
  for (const row of rows) {
    if (taken + row.sighting_count > mostSightings && sources.length > 0) {
      leftOut += row.sighting_count
      continue
    }
    taken += row.sighting_count
    const sightings = await sightingRows(db, row.id, { from: 0, limit: mostSightings })
    const { id, file_name: name, site: at } = row
    sources.push({ id, name, site: at, at: seenAt(row), sightings })
  }
  return { sources: sources.toSorted((a, b) => (a.at < b.at ? -1 : 1)), leftOut }
}

function seenAt({ document, made_at }: Pick<SourceRow, 'document' | 'made_at'>): string {
  const last = (document as Readonly<Record<string, string>>)['last']
  return last !== undefined && !Number.isNaN(Date.parse(last)) ? last : made_at
}
