// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '@schouw/core/kernel'
import { kind as kindOf, may } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { dayIn } from '../identity/roles.ts'
import { referring, type StoredRecord, textOf, timeZone } from '../reading/around.ts'
import { standingOf } from '../reading/text.ts'
import { silentSince } from '../sensors/health.ts'
import { waitingFor } from '../standing/pending.ts'
import type { Database } from '../storage/dialect.ts'
import { recordsNamed } from '../storage/reading/finding.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

export type NoticeKind =
  | 'mention'
  | 'decision_waits'
  | 'act_waits'
  | 'action_assigned'
  | 'action_due'
  | 'action_overdue'
  | 'finding_assigned'
  | 'policy_to_read'
  | 'sensor_silent'
  | 'sensor_two_senders'

export interface Notice {
  readonly key: string
  readonly kind: NoticeKind
  /** Since when it is to be known. */
  readonly at: string
  readonly subject: { readonly kind: string; readonly id: string; readonly title: string | null }
  readonly by: string | null
  readonly text: string | null
  readonly due_on: string | null
}

/** A mention is news for so long. */
const mentionDays = 90
/** What is due so soon is told before it is late. */
const soonDays = 7
const dayMs = 86_400_000
const most = 200
const longestText = 300

/**
 * What somebody is to know of, from the registers as they stand: nothing is kept of it, so nothing
 * of it can be forgotten or go stale. Newest first.
 */
export async function noticesFor(
  db: Database,
  caller: Caller,
  now: string,
): Promise<readonly Notice[]> {
  const today = dayIn(await timeZone(db), now)
  const found = [
    ...(await mentions(db, caller, now)),
    ...(await work(db, caller, { now, today })),
    ...(await toRead(db, caller)),
    ...(await votes(db, caller, now)),
    ...(await acts(db, caller, now)),
    ...(await sensors(db, caller, now)),
  ]
  return found.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, most)
}

async function mentions(db: Database, { actor }: Caller, now: string): Promise<readonly Notice[]> {
  const since = new Date(Date.parse(now) - mentionDays * dayMs).toISOString()
  const asked = { kind: 'comment', field: 'mentions', target: actor.person }
  const said = (await referring(db, asked)).filter(
    ({ state, values }) => state === 'said' && (textOf(values, 'said_at') ?? '') >= since,
  )
  if (said.length === 0) return []
  const ids = said.flatMap(({ values }) => textOf(values, 'subject') ?? [])
  const subjects = new Map((await recordsNamed(db, ids)).map((row) => [row.id, row]))
  return said.flatMap(({ id, values }): readonly Notice[] => {
    const row = subjects.get(textOf(values, 'subject') ?? '')
    const by = textOf(values, 'author')
    if (row === undefined || by === actor.person) return []
    const record = recordOf(row)
    const of = kindOf(record.kind)
    const permission = of && may({ actor, action: 'read', kind: of, record, now })
    const isOpen = permission?.allowed === true && permission.fields === null
    return [
      {
        key: `mention:${id}`,
        kind: 'mention',
        at: textOf(values, 'said_at') ?? now,
        subject: { kind: record.kind, id: record.id, title: isOpen ? row.title : null },
        by,
        text: isOpen ? (textOf(values, 'text')?.slice(0, longestText) ?? null) : null,
        due_on: null,
      },
    ]
  })
}

interface Moment {
  readonly now: string
  readonly today: string
}

const openStates: readonly string[] = ['open', 'in_progress', 'in_treatment', 'lapsed']

/** Actions and findings on one's name. */
async function work(
  db: Database,
  { actor }: Caller,
  { now, today }: Moment,
): Promise<readonly Notice[]> {
  const rows = await db
    .selectFrom('records')
    .select([...recordColumns, 'title'])
    .where('owner', '=', actor.person)
    .where('kind', 'in', ['action', 'finding'])
    .where('state', 'in', [...openStates])
    .where('is_retired', '=', false)
    .orderBy('id')
    .limit(most)
    .execute()
  const soon = addDays(today, soonDays)
  return rows.flatMap((row): readonly Notice[] => {
    const record = recordOf(row)
    const of = kindOf(record.kind)
    if (of === undefined || !may({ actor, action: 'read', kind: of, record, now }).allowed)
      return []
    const due = textOf(record.values, 'due_on')
    const subject = { kind: record.kind, id: record.id, title: row.title }
    const shared = { subject, text: null, due_on: due }
    // Whoever last touched it may have put it on this name.
    const others = [record.changed, record.created].filter((one) => one.by !== actor.person)
    const by = others[0]?.by ?? null
    const isOthers = others.length > 0
    if (record.kind === 'finding') {
      if (!isOthers) return []
      const key = `finding:${record.id}`
      return [{ ...shared, key, kind: 'finding_assigned', at: record.created.at, by }]
    }
    const key = `action:${record.id}:${due ?? ''}`
    if (due !== null && due < today) {
      // Late from the morning after.
      const at = earlier(`${addDays(due, 1)}T00:00:00.000Z`, now)
      return [{ ...shared, key: `${key}:late`, kind: 'action_overdue', at, by: null }]
    }
    if (due !== null && due <= soon) {
      const at = earlier(`${addDays(due, -soonDays)}T00:00:00.000Z`, now)
      return [{ ...shared, key: `${key}:soon`, kind: 'action_due', at, by: null }]
    }
    if (!isOthers) return []
    return [{ ...shared, key, kind: 'action_assigned', at: record.created.at, by }]
  })
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}

async function toRead(db: Database, { actor }: Caller): Promise<readonly Notice[]> {
  const asked = { kind: 'read-receipt', field: 'person', target: actor.person }
  const found = await standingOf(db, await referring(db, asked))
  return found
    .filter(({ receipt, version }) => receipt.state === 'asked' && version.state === 'approved')
    .map(({ receipt, policy }) => ({
      key: `read:${receipt.id}`,
      kind: 'policy_to_read',
      at: receipt.created.at,
      subject: {
        kind: 'read-receipt',
        id: receipt.id,
        title: textOf(policy?.values, 'name'),
      },
      by: textOf(receipt.values, 'asked_by'),
      text: null,
      due_on: textOf(receipt.values, 'due_on'),
    }))
}

const benches: Readonly<Record<string, readonly string[]>> = {
  director: ['board', 'both_boards'],
  supervisory_director: ['supervisory_board', 'both_boards'],
}

/** Questions on the table of a body one sits in, on which one has said nothing yet. */
async function votes(db: Database, { actor }: Caller, now: string): Promise<readonly Notice[]> {
  const bodies = actor.roles.flatMap((role) => benches[role] ?? [])
  if (bodies.length === 0) return []
  const rows = await db
    .selectFrom('records')
    .select([...recordColumns, 'title'])
    .where('kind', '=', 'decision')
    .where('state', '=', 'tabled')
    .where('is_retired', '=', false)
    .limit(most)
    .execute()
  const own = await referring(db, { kind: 'vote', field: 'person', target: actor.person })
  const cast = new Set(own.map(({ values }) => textOf(values, 'decision')))
  return rows.flatMap((row): readonly Notice[] => {
    const record: StoredRecord = recordOf(row)
    const isMine = bodies.includes(textOf(record.values, 'body') ?? '') && !cast.has(record.id)
    if (!isMine) return []
    return [
      {
        key: `vote:${record.id}`,
        kind: 'decision_waits',
        at: earlier(record.changed.at, now),
        subject: { kind: 'decision', id: record.id, title: row.title },
        by: textOf(record.values, 'proposed_by'),
        text: null,
        due_on: textOf(record.values, 'due_on'),
      },
    ]
  })
}

/** Acts of others that wait until somebody like this person has looked. */
async function acts(db: Database, caller: Caller, now: string): Promise<readonly Notice[]> {
  const { items } = await waitingFor(db, caller, now)
  const titles = new Map(
    items.length === 0
      ? []
      : (
          await recordsNamed(
            db,
            items.map(({ id }) => id),
          )
        ).map((row) => [row.id, row.title]),
  )
  return items.map((one) => ({
    key: `act:${one.pending}`,
    kind: 'act_waits',
    at: one.asked.at,
    subject: {
      kind: one.kind,
      id: one.id,
      title: titles.get(one.id) ?? textOf(one.named_by, 'name'),
    },
    by: one.asked.by,
    text: one.reason,
    due_on: null,
  }))
}

const guards: readonly string[] = ['ciso', 'it_manager', 'ot_engineer']

/** Sensors of which nothing is heard, and those of which two are heard. */
async function sensors(db: Database, { actor }: Caller, now: string): Promise<readonly Notice[]> {
  if (!actor.roles.some((role) => guards.includes(role))) return []
  const rows = await db
    .selectFrom('sensors')
    .select(['id', 'name', 'beat_at', 'batch_at', 'enrolled_at', 'revoked_at', 'conflict_at'])
    .where('revoked_at', 'is', null)
    .execute()
  return rows.flatMap((row): readonly Notice[] => {
    const subject = { kind: 'sensor', id: row.id, title: row.name }
    const since = silentSince(row, now)
    const found: readonly (readonly [Notice['kind'], string | null | undefined])[] = [
      ['sensor_two_senders', row.conflict_at],
      ['sensor_silent', since],
    ]
    return found.flatMap(([kind, at]) => {
      if (at == null) return []
      return [
        { key: `${kind}:${row.id}:${at}`, kind, at, subject, by: null, text: null, due_on: null },
      ]
    })
  })
}
