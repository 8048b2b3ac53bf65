// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { kinds, may, records } from '@schouw/core/registers'
import { type DrillRead, type DrillRow, readDrill } from '@schouw/formats/phishing'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { Refused } from '../http/problems.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Change } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const mostUnknown = 500

type Stored = ReturnType<typeof recordOf>

/** The results of a phishing simulation: looked at first, then counted and kept by person. */
export function servedAwareness(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, routes.readDrill, { clock }, async ({ caller, params, body }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const said = Object.fromEntries(
      Object.entries(body.columns).filter(([, heading]) => heading !== undefined),
    )
    const read = readDrill(body.name, new TextEncoder().encode(body.csv), said)
    const found = await storage.read(caller.tenant, (db) => standing(db, id))
    const { campaign } = found
    if (campaign === undefined || campaign.retired !== null) return no('not-found')
    const { known, unknown } = resolved(read, found.people)
    const counts = countsOf(read)
    const isWritten = !body.is_rehearsal && read.rows.length > 0
    const written = isWritten
      ? await write({ storage, clock }, caller, { ...found, campaign, known, counts })
      : null
    return {
      status: 200,
      body: {
        head: read.head,
        columns: read.columns,
        ...counts,
        not_sent: read.not_sent,
        known: known.length,
        unknown: unknown.slice(0, mostUnknown).map(({ line, who }) => ({ line, who })),
        problems: read.problems.map(({ path: _, ...problem }) => problem),
        written,
      },
    }
  })
}

async function standing(db: Database, id: string) {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where((where) =>
      where.or([
        where('kind', '=', 'person'),
        where.and([where('kind', '=', 'awareness-campaign'), where('id', '=', id)]),
      ]),
    )
    .execute()
  const all = rows.map(recordOf)
  const results = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'phishing-result')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('record_links')
        .select('record_links.id')
        .where('record_links.target', '=', id)
        .where('record_links.kind', '=', 'phishing-result'),
    )
    .execute()
  return {
    campaign: all.find(({ kind }) => kind === 'awareness-campaign'),
    people: all.filter(({ kind, retired }) => kind === 'person' && retired === null),
    results: results.map(recordOf),
  }
}

interface Known {
  readonly person: string
  readonly row: DrillRow
}

/** By address, else by code, else by a name that only one person has. */
function resolved({ rows }: DrillRead, people: readonly Stored[]) {
  const by = (field: string) => {
    const found = new Map<string, string | null>()
    for (const { id, values } of people) {
      const text = values[field]
      if (typeof text !== 'string') continue
      const key = text.trim().toLowerCase()
      found.set(key, found.has(key) ? null : id)
    }
    return found
  }
  const ways = [by('email'), by('code'), by('name')]
  const known: Known[] = []
  const unknown: DrillRow[] = []
  const taken = new Set<string>()
  for (const row of rows) {
    const key = row.who.toLowerCase()
    const person = ways.map((way) => way.get(key)).find((one) => typeof one === 'string')
    if (typeof person !== 'string' || taken.has(person)) unknown.push(row)
    else {
      taken.add(person)
      known.push({ person, row })
    }
  }
  return { known, unknown }
}

type Counts = ReturnType<typeof countsOf>

/** What a file says nothing about is not zero. */
function countsOf({ rows, columns }: DrillRead) {
  const count = (
    column: 'opened' | 'clicked' | 'reported',
    field: 'was_opened' | 'was_clicked' | 'was_reported',
  ) => (columns[column] === null ? null : rows.filter((row) => row[field] === true).length)
  return {
    delivered: rows.length,
    opened: count('opened', 'was_opened'),
    clicked: count('clicked', 'was_clicked'),
    reported: count('reported', 'was_reported'),
  }
}

interface Writing {
  readonly campaign: Stored
  readonly results: readonly Stored[]
  readonly known: readonly Known[]
  readonly counts: Counts
}

/** People first, the counts last: counts that stand say that the rest does. */
async function write(
  { storage, clock }: Around,
  caller: Caller,
  { campaign, results, known, counts }: Writing,
): Promise<number> {
  const { actor, tenant } = caller
  const now = clock()
  const allowed = may({
    actor,
    action: 'change',
    kind: kinds['awareness-campaign'],
    record: campaign,
    now,
  })
  if (!allowed.allowed) throw new Refused('not-permitted')
  const before = new Map(results.map((one) => [String(one.values['person']), one]))
  const changes = known.map(({ person, row }) =>
    resultOf(caller, { campaign: campaign.id, person, row, before: before.get(person) }, now),
  )
  const told = await Promise.all(changes.map((change) => storage.apply(tenant, change)))
  const patch = Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [`${name}_count`, value]),
  )
  const counted = await storage.apply(tenant, {
    decide: ({ record, lookup, now: at }) => {
      const found = record(campaign.id)
      return records.change({
        kind: kinds['awareness-campaign'],
        id: campaign.id,
        record: found,
        version: found?.version ?? 0,
        patch,
        actor,
        now: at,
        lookup,
      })
    },
  })
  const refused = [...told, counted].find((one) => one.outcome === 'refused')
  if (refused?.outcome === 'refused') throw new Refused(refused.step.refusal)
  return told.filter((one) => one.outcome === 'done' && one.done.entries.length > 0).length
}

interface Result {
  readonly campaign: string
  readonly person: string
  readonly row: DrillRow
  readonly before: Stored | undefined
}

function resultOf(
  { actor }: Caller,
  { campaign, person, row, before }: Result,
  at: string,
): Change {
  const kind = kinds['phishing-result']
  const { line: _, who: __, ...values } = row
  const id = before?.id ?? newId(at)
  return {
    decide: ({ record, lookup, now }) => {
      if (before === undefined) {
        const all = { campaign, person, ...values }
        return records.create({ kind, id, values: all, actor, now, lookup })
      }
      const found = record(id)
      const version = found?.version ?? 0
      return records.change({ kind, id, record: found, version, patch: values, actor, now, lookup })
    },
  }
}
