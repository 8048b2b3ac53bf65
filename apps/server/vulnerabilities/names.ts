// SPDX-License-Identifier: EUPL-1.2
// Names that an organisation knows beyond ours: its rows come before those of the program.
import { gunzipSync } from 'node:zlib'
import type { withOwn } from '@schouw/core/vulns'
import type { Database } from '../storage/dialect.ts'

export type OwnNames = Required<Parameters<typeof withOwn>[0]>

const none: OwnNames = { vendors: [], families: [], aliases: [] }

export interface NamesRow {
  readonly digest: string
  readonly bytes: Uint8Array | null
  readonly as_of: string
}

/** The digest is '' where nobody named anything. */
export async function ownNames(db: Database): Promise<ReadNames> {
  const row = await db
    .selectFrom('vulnerability_catalogues')
    .select(['digest', 'bytes', 'as_of'])
    .where('name', '=', 'names')
    .executeTakeFirst()
  return namesIn(row)
}

interface ReadNames {
  readonly digest: string
  readonly names: OwnNames
  readonly at: string | null
}

export function namesIn(row: NamesRow | undefined): ReadNames {
  if (row === undefined || row.bytes === null) return { digest: '', names: none, at: null }
  const names = JSON.parse(gunzipSync(row.bytes).toString('utf8')) as OwnNames
  return { digest: row.digest, names, at: row.as_of }
}
