// SPDX-License-Identifier: EUPL-1.2
import { type NumberedSighting, type SourceRow, sightingRows } from '../sources/store.ts'
import type { Database } from '../storage/dialect.ts'

export type SeenSource = Pick<SourceRow, 'id' | 'file_name' | 'site' | 'made_at'>

export interface Seen {
  /** Newest first. */
  readonly sources: readonly SeenSource[]
  readonly sightings: ReadonlyMap<string, readonly NumberedSighting[]>
  readonly conversations: readonly SeenConversation[]
  readonly leftOut: number
}

const columns = [
  'source',
  'number',
  'from_number',
  'to_number',
  'transport',
  'port',
  'protocol',
  'is_guess',
  'is_direction_sure',
  'connections',
  'unanswered',
  'packets_to_server',
  'packets_to_client',
  'bytes_to_server',
  'bytes_to_client',
  'first_at',
  'last_at',
  'capture',
  'frame',
  'operations',
] as const

/** Twice what the map is measured with; older sources give way. */
const mostConversations = 20_000
const mostSources = 200
const mostSightings = 100_000

/** The newest sources with conversations, whole, as many as are answered at once. */
export async function seenIn(db: Database, site: string | undefined): Promise<Seen> {
  let query = db
    .selectFrom('sources')
    .select(['id', 'file_name', 'site', 'made_at', 'conversation_count'])
    .where('conversation_count', '>', 0)
  if (site !== undefined) {
    query = query.where((where) => where.or([where('site', '=', site), where('site', 'is', null)]))
  }
  const all = await query.orderBy('made_at', 'desc').orderBy('id').limit(mostSources).execute()
  const sources: SeenSource[] = []
  const conversations: SeenConversation[] = []
  const sightings = new Map<string, readonly NumberedSighting[]>()
  let leftOut = 0
  for (const { conversation_count, ...source } of all) {
    if (conversations.length + conversation_count > mostConversations && sources.length > 0) {
      leftOut += conversation_count
      continue
    }
    sources.push(source)
    conversations.push(...(await conversationRows(db, source.id)))
    sightings.set(source.id, await sightingRows(db, source.id, { from: 0, limit: mostSightings }))
  }
  return { sources, sightings, conversations, leftOut }
}

function conversationRows(db: Database, source: string) {
  return db
    .selectFrom('conversations')
    .select(columns)
    .where('source', '=', source)
    .orderBy('number')
    .execute()
}

export type SeenConversation = Awaited<ReturnType<typeof conversationRows>>[number]
