// SPDX-License-Identifier: EUPL-1.2
// A source of a sensor grows: the same device said again is the same row with more known of it, the
// same conversation the same row with more counted. Called with the sensor's row locked.
import type { SightedConversation, Sighting, SightingFact } from '@schouw/formats/sightings'
import { sql } from 'kysely'
import { columnsOf } from '../connections/store.ts'
import type { Database } from '../storage/dialect.ts'

/** Of one sensor on one day: what the map shows at once. */
export const mostOfADay = { sightings: 20_000, conversations: 20_000 } as const

/** Facts kept of one device; the first stay. */
const mostFacts = 400
const mostOperations = 40
const together = 500

interface Row {
  number: number
  mac: string | null
  ip: string | null
  name: string | null
  serial: string | null
  is_local: boolean | null
  facts: SightingFact[]
  /** Undefined: not changed. */
  change: 'new' | 'more' | undefined
  ident: string
}

interface Counts {
  readonly sightings: number
  readonly conversations: number
  readonly leftOut: number
}

export async function grow(
  db: Database,
  { source, sightings: before, conversations: talksBefore }: Standing,
  read: {
    readonly sightings: readonly Sighting[]
    readonly conversations?: readonly SightedConversation[]
  },
): Promise<Counts> {
  const { rows, numbers, leftOut } = await devicesIn(db, source, before, read.sightings)
  await storeDevices(db, source, rows)
  const talks = await talksIn(db, source, numbers, read.conversations ?? [])
  const room = Math.max(0, mostOfADay.conversations - talksBefore)
  const fresh = talks.filter(({ isNew }) => isNew)
  const kept = [...talks.filter(({ isNew }) => !isNew), ...fresh.slice(0, room)]
  await storeTalks(db, source, talksBefore, kept)
  return {
    sightings: before + rows.filter(({ change }) => change === 'new').length,
    conversations: talksBefore + Math.min(room, fresh.length),
    leftOut: leftOut + Math.max(0, fresh.length - room),
  }
}

interface Standing {
  readonly source: string
  readonly sightings: number
  readonly conversations: number
}

async function devicesIn(
  db: Database,
  source: string,
  before: number,
  sightings: readonly Sighting[],
) {
  const macs = sightings.flatMap(({ key }) => key.mac ?? [])
  const ips = sightings.flatMap(({ key }) => key.ip ?? [])
  const idents = sightings.map(({ key }) => identOf(key))
  const known = await db
    .selectFrom('sightings')
    .select(['number', 'mac', 'ip', 'name', 'serial', 'is_local', 'facts', 'ident'])
    .where('source', '=', source)
    .where((where) =>
      where.or([
        where('mac', '=', sql<string>`any(${macs}::text[])`),
        where('ip', '=', sql<string>`any(${ips}::text[])`),
        where('ident', '=', sql<string>`any(${idents}::text[])`),
      ]),
    )
    .orderBy('number')
    .execute()
  const rows: Row[] = known.map(({ facts, ident, ...one }) => ({
    ...one,
    // Written from sightings, and only from them.
    facts: facts as SightingFact[],
    change: undefined,
    ident: ident ?? '',
  }))
  const book = new Book(rows)
  let leftOut = 0
  let next = before
  /** Of each sighting of the batch, in its order; null: there was no room for it. */
  const numbers = sightings.map((one): number | null => {
    const row = book.find(one)
    if (row !== undefined) {
      learn(row, one)
      return row.number
    }
    if (next >= mostOfADay.sightings) {
      leftOut += 1
      return null
    }
    const { mac = null, ip = null, name = null, serial = null } = one.key
    const fresh: Row = {
      ...{ number: next, mac, ip, name, serial, is_local: one.isLocal ?? null },
      ...{ facts: one.facts.slice(0, mostFacts), change: 'new', ident: identOf(one.key) },
    }
    next += 1
    book.add(fresh)
    return fresh.number
  })
  return { rows: book.rows, numbers, leftOut }
}

/** A card is one device; an address is one where no card, or the same, is said with it. */
class Book {
  readonly rows: Row[] = []
  readonly #macs = new Map<string, Row>()
  readonly #ips = new Map<string, Row>()
  readonly #idents = new Map<string, Row>()

  constructor(rows: readonly Row[]) {
    for (const row of rows) this.add(row)
  }

  add(row: Row): void {
    this.rows.push(row)
    this.#index(row)
  }

  find({ key }: Sighting): Row | undefined {
    if (key.mac !== undefined) {
      const own = this.#macs.get(key.mac)
      if (own !== undefined) return own
    }
    const same = key.ip === undefined ? undefined : this.#ips.get(key.ip)
    if (same !== undefined && (key.mac === undefined || same.mac === null)) return same
    return this.#idents.get(identOf(key))
  }

  #index(row: Row): void {
    if (row.mac !== null && !this.#macs.has(row.mac)) this.#macs.set(row.mac, row)
    if (row.ip !== null && !this.#ips.has(row.ip)) this.#ips.set(row.ip, row)
    if (!this.#idents.has(row.ident)) this.#idents.set(row.ident, row)
  }
}

function identOf({ mac, ip, serial, name }: Sighting['key']): string {
  if (mac !== undefined) return `mac ${mac}`
  if (ip !== undefined) return `ip ${ip}`
  return serial === undefined ? `name ${name}` : `serial ${serial}`
}

/** Nothing that was known is taken away; what is said again counts once. */
function learn(row: Row, { key, facts, isLocal }: Sighting): void {
  for (const name of ['mac', 'ip', 'name', 'serial'] as const) {
    const value = key[name]
    if (row[name] !== null || value === undefined) continue
    row[name] = value
    row.change ??= 'more'
  }
  if (isLocal === true && row.is_local !== true) {
    row.is_local = true
    row.change ??= 'more'
  }
  const known = new Set(row.facts.map(nameOf))
  const more = facts.filter((one) => !known.has(nameOf(one)))
  const kept = more.slice(0, Math.max(0, mostFacts - row.facts.length))
  if (kept.length === 0) return
  row.facts = [...row.facts, ...kept]
  row.change ??= 'more'
}

function nameOf({ name, value, protocol }: SightingFact): string {
  return `${name}\n${value}\n${protocol}`
}

async function storeDevices(db: Database, source: string, rows: readonly Row[]): Promise<void> {
  const fresh = rows.filter(({ change }) => change === 'new')
  for (let at = 0; at < fresh.length; at += together) {
    const values = fresh.slice(at, at + together).map(({ change: _, facts, ...row }) => ({
      ...{ ...row, source, facts: JSON.stringify(facts) },
    }))
    await db.insertInto('sightings').values(values).execute()
  }
  for (const { number, change, ident: _, facts, ...row } of rows) {
    if (change !== 'more') continue
    await db
      .updateTable('sightings')
      .set({ ...row, facts: JSON.stringify(facts) })
      .where('source', '=', source)
      .where('number', '=', number)
      .execute()
  }
}

interface Talk {
  readonly ident: string
  readonly isNew: boolean
  readonly from: number
  readonly to: number
  readonly said: SightedConversation
}

async function talksIn(
  db: Database,
  source: string,
  numbers: readonly (number | null)[],
  conversations: readonly SightedConversation[],
): Promise<readonly Talk[]> {
  const said = new Map<string, Omit<Talk, 'isNew'>>()
  for (const one of conversations) {
    const from = numbers[one.from] ?? null
    const to = numbers[one.to] ?? null
    if (from === null || to === null || from === to) continue
    const ident = [from, to, one.transport, one.port, one.protocol ?? ''].join(' ')
    const before = said.get(ident)
    const sum = before === undefined ? one : added(before.said, one)
    said.set(ident, { ident, from, to, said: sum })
  }
  if (said.size === 0) return []
  const known = await db
    .selectFrom('conversations')
    .select(['ident', 'operations'])
    .where('source', '=', source)
    .where('ident', '=', sql<string>`any(${[...said.keys()]}::text[])`)
    .execute()
  const operations = new Map(known.map((one) => [one.ident, one.operations as Operations]))
  return [...said.values()].map((talk) => {
    const before = operations.get(talk.ident)
    const together = merged(before ?? [], talk.said.operations)
    return { ...talk, isNew: before === undefined, said: { ...talk.said, operations: together } }
  })
}

type Operations = SightedConversation['operations']

function merged(one: Operations, other: Operations): Operations {
  const counts = new Map(
    one.map((operation) => [`${operation.name}\n${operation.effect}`, operation]),
  )
  for (const operation of other) {
    const key = `${operation.name}\n${operation.effect}`
    const count = (counts.get(key)?.count ?? 0) + operation.count
    if (counts.has(key) || counts.size < mostOperations) counts.set(key, { ...operation, count })
  }
  return [...counts.values()]
}

function added(one: SightedConversation, other: SightedConversation): SightedConversation {
  return {
    ...one,
    connections: one.connections + other.connections,
    unanswered: one.unanswered + other.unanswered,
    packetsToServer: one.packetsToServer + other.packetsToServer,
    packetsToClient: one.packetsToClient + other.packetsToClient,
    bytesToServer: one.bytesToServer + other.bytesToServer,
    bytesToClient: one.bytesToClient + other.bytesToClient,
    first: [one.first, other.first].filter((at) => at !== null).sort()[0] ?? null,
    last:
      [one.last, other.last]
        .filter((at) => at !== null)
        .sort()
        .at(-1) ?? null,
    operations: merged(one.operations, other.operations),
  }
}

async function storeTalks(
  db: Database,
  source: string,
  before: number,
  talks: readonly Talk[],
): Promise<void> {
  let next = before
  for (let at = 0; at < talks.length; at += together) {
    const values = talks.slice(at, at + together).map(({ ident, isNew, from, to, said }) => ({
      ...{ source, ident, from_number: from, to_number: to },
      // Of a row that is there its own number stands.
      number: isNew ? next++ : -1,
      ...columnsOf(said),
    }))
    await db
      .insertInto('conversations')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'source', 'ident']).doUpdateSet((where) => ({
          connections: sum('connections'),
          unanswered: sum('unanswered'),
          packets_to_server: sum('packets_to_server'),
          packets_to_client: sum('packets_to_client'),
          bytes_to_server: sum('bytes_to_server'),
          bytes_to_client: sum('bytes_to_client'),
          first_at: sql`least(conversations.first_at, excluded.first_at)`,
          last_at: sql`greatest(conversations.last_at, excluded.last_at)`,
          operations: where.ref('excluded.operations'),
        })),
      )
      .execute()
  }
}

/** Figures of a hostile sender stay within what the column holds. */
function sum(column: string) {
  const [own, said] = [sql.ref(`conversations.${column}`), sql.ref(`excluded.${column}`)]
  return sql<number>`least(${own} + ${said}, 9007199254740991)`
}
