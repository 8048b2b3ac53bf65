// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { accessStanding } from '@schouw/core/board/access'
import { localTime } from '@schouw/core/kernel'
import { kinds, may, type RecordVersion } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import { logSize } from '../http/reading/moment.ts'
import { shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'
import { usualStaleDays } from './proven.ts'
import { seesPeople, servedReviews } from './reviews.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const names = ['access-account', 'access-review', 'person', 'organisation'] as const

/** Accounts against people, from the registers that the reader may see. */
export function servedAccess(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, routes.access, { clock }, async ({ caller, query }) => {
    const now = clock()
    const { actor } = caller
    const open = names.filter(
      (name) => may({ actor, action: 'read', kind: kinds[name], now }).allowed,
    )
    if (!open.includes('access-account')) return no('not-permitted')
    const found = await storage.read(caller.tenant, async (db) => {
      const wanted = { kinds: open.map((name) => kinds[name]), actor, now, size: undefined }
      return { size: await logSize(db), rows: await wholeRegisters(db, wanted) }
    })
    const records = new Map<string, RecordVersion[]>()
    for (const row of found.rows) {
      const whole = recordOf(row)
      const record = shown({ caller, kind: kinds[whole.kind], now }, whole)
      const those = records.get(whole.kind) ?? []
      if (record !== null) those.push(record)
      records.set(whole.kind, those)
    }
    const zone = records.get('organisation')?.[0]?.values['time_zone']
    const today = localTime(Date.parse(now), typeof zone === 'string' ? zone : 'UTC').date
    const staleDays = Number(query.stale_days ?? usualStaleDays)
    const standing = accessStanding({
      accounts: records.get('access-account') ?? [],
      people: records.get('person') ?? [],
      reviews: records.get('access-review') ?? [],
      today,
      staleDays,
      isPeopleKnown: seesPeople(actor, now),
    })
    const body = { as_of: found.size, today, stale_days: staleDays, standing }
    return { status: 200, body }
  })
  servedReviews(app, { storage, clock })
}
