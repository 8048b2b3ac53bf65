// SPDX-License-Identifier: EUPL-1.2
import { figureRoutes } from '@schouw/contract'
import { figures } from '@schouw/core/board'
import { addDays, addMonths } from '@schouw/core/kernel'
import type { FastifyInstance } from 'fastify'
import type { Answer } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { logSize } from '../http/reading/moment.ts'
import { registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { Kept } from './kept.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

interface Counted {
  readonly as_of: number
  readonly today: string
  readonly hidden: readonly string[]
  readonly figures: figures.Figures
}

const usualMonths = 12

/** Counted once for each state of the registers and each reader; the past does not change. */
export function servedFigures(app: FastifyInstance, { storage, clock }: Around): void {
  const kept = new Kept<Counted>()
  const count = async (
    caller: Caller,
    asOf?: string,
  ): Promise<Counted | { readonly refused: Answer }> => {
    const size =
      asOf === undefined ? await storage.read(caller.tenant, (db) => logSize(db)) : undefined
    const now = clock()
    // A new day begins somewhere each hour.
    const moment = asOf ?? `${size} ${now.slice(0, 13)}`
    const key = [caller.tenant, caller.actor.person, ...caller.actor.roles, moment].join(' ')
    const known = kept.get(key)
    if (known !== undefined) return known
    const kinds = figures.kindsOfFigures
    const read = await registersRead({ storage, caller, kinds, asOf, now })
    if ('refused' in read) return read
    const { today, as_of, hidden } = read.moment
    const facts = { records: read.facts.records, hidden: read.hidden, now, today }
    const counted = { as_of, today, hidden, figures: figures.figuresOf(facts) }
    // What is asked of a moment that is still going on may come out otherwise later.
    if (asOf === undefined || isOver(asOf, now)) kept.set(key, counted)
    return counted
  }
  serveRoute(app, figureRoutes.figures, { clock }, async ({ caller, query }) => {
    const counted = await count(caller, query.as_of)
    return 'refused' in counted ? counted.refused : { status: 200, body: counted }
  })
  serveRoute(app, figureRoutes.figureHistory, { clock }, async ({ caller, query }) => {
    const points = []
    for (const on of monthEnds(clock().slice(0, 10), Number(query.months ?? usualMonths))) {
      const counted = await count(caller, on)
      if ('refused' in counted) return counted.refused
      const { as_of, figures: found } = counted
      if (as_of === 0) continue
      const values = Object.fromEntries(found.lines.map(({ id, value }) => [id, value]))
      points.push({ on, as_of, values })
    }
    return { status: 200, body: { points } }
  })
}

/** A date two days back is over wherever the organisation is. */
function isOver(asOf: string, now: string): boolean {
  return asOf.length === 10 && addDays(asOf, 2) <= now.slice(0, 10)
}

/** The last days of so many whole months before this one, oldest first. */
function monthEnds(today: string, months: number): readonly string[] {
  const first = `${today.slice(0, 8)}01`
  return Array.from({ length: months }, (_, at) => addDays(addMonths(first, at - months + 1), -1))
}
