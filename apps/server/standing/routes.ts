// SPDX-License-Identifier: EUPL-1.2
import { readMoment, standingRoutes } from '@schouw/contract'
import { kindsOfStanding, type StandingFacts, standing } from '@schouw/core/board'
import { localTime } from '@schouw/core/kernel'
import {
  type KindName,
  kinds,
  may,
  type RecordKind,
  type RecordVersion,
} from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { withHeldDigests } from '../access/proven.ts'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { logSize, sizeAt } from '../http/reading/moment.ts'
import { shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** The page of the board, from the registers that the reader may see. */
export function servedStanding(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, standingRoutes.standing, { clock }, async ({ caller, query }) => {
    const when = query.as_of === undefined ? undefined : readMoment(query.as_of)
    if (query.as_of !== undefined && when === undefined) {
      return no('query-refused', { errors: [{ code: 'query-refused', path: '/as_of' }] })
    }
    const now = clock()
    const open = kindsOfStanding.filter((name) => isOpen(kinds[name], caller, now))
    const found = await storage.read(caller.tenant, async (db) => {
      const size = await logSize(db)
      const at = when === undefined ? size : await sizeAt(db, when, size)
      if (at === undefined) return undefined
      const wanted = { actor: caller.actor, now, size: when === undefined ? undefined : at }
      const rows = await wholeRegisters(db, { ...wanted, kinds: open.map((name) => kinds[name]) })
      // There can be very many of them, and only whether there is one is asked.
      const assets = await wholeRegisters(db, { ...wanted, kinds: [kinds.asset], most: 1 })
      const all = [...rows, ...assets].map(recordOf)
      return { at, kept: await withHeldDigests(db, { tenant: caller.tenant, now }, all) }
    })
    if (found === undefined) {
      return no('moment-ahead', { errors: [{ code: 'moment-ahead', path: '/as_of' }] })
    }
    const records = found.kept.flatMap(
      (record) => shown({ caller, kind: kinds[record.kind], now }, record) ?? [],
    )
    const isPast = when !== undefined && 'instant' in when && when.instant < now
    const day = isPast && query.as_of?.length === 10 ? query.as_of : undefined
    const hidden = ([...kindsOfStanding, 'asset'] as const).filter(
      (name) => !isOpen(kinds[name], caller, now),
    )
    return answer(records, { at: found.at, instant: isPast ? when.instant : now, day, hidden })
  })
}

/** Whether the reader sees anything of the register. */
function isOpen(kind: RecordKind, { actor }: Caller, now: string): boolean {
  return may({ actor, action: 'read', kind, now }).allowed
}

interface Moment {
  readonly at: number
  readonly instant: string
  /** When a day was asked for: that day, wherever the organisation is. */
  readonly day: string | undefined
  readonly hidden: readonly KindName[]
}

/** As it stands; undefined for whoever sees nothing of the answers that it is made from. */
export async function standingNow(
  storage: Storage,
  caller: Caller,
  now: string,
): Promise<ReturnType<typeof standing> | undefined> {
  const open = kindsOfStanding.filter((name) => isOpen(kinds[name], caller, now))
  if (!open.includes('requirement-answer')) return undefined
  const wanted = { actor: caller.actor, now, size: undefined }
  const kept = await storage.read(caller.tenant, async (db) => {
    const rows = [
      ...(await wholeRegisters(db, { ...wanted, kinds: open.map((name) => kinds[name]) })),
      ...(await wholeRegisters(db, { ...wanted, kinds: [kinds.asset], most: 1 })),
    ]
    return withHeldDigests(db, { tenant: caller.tenant, now }, rows.map(recordOf))
  })
  const records = kept.flatMap(
    (record) => shown({ caller, kind: kinds[record.kind], now }, record) ?? [],
  )
  const hidden = kindsOfStanding.filter((name) => !open.includes(name))
  return told(records, { at: 0, instant: now, day: undefined, hidden }).standing
}

function answer(found: readonly RecordVersion[], moment: Moment): Answer {
  const { today, standing: came } = told(found, moment)
  const { at, hidden } = moment
  return { status: 200, body: { as_of: at, today, hidden, standing: came } }
}

function told(found: readonly RecordVersion[], { instant, day, hidden }: Moment) {
  const records: Record<string, RecordVersion[]> = {}
  for (const record of found) {
    records[record.kind] ??= []
    records[record.kind]?.push(record)
  }
  const zone = records['organisation']?.[0]?.values['time_zone']
  const today = day ?? localDate(instant, typeof zone === 'string' ? zone : 'UTC')
  const facts: StandingFacts = { records, hidden, now: instant, today }
  return { today, standing: standing(facts) }
}

function localDate(instant: string, zone: string): string {
  return localTime(Date.parse(instant), zone).date
}
