// SPDX-License-Identifier: EUPL-1.2
import type { incidentRoutes } from '@schouw/contract'
import { kinds, may, records } from '@schouw/core/registers'
import { sql } from 'kysely'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import type { Asked } from '../http/route.ts'
import type { Told } from '../storage/changes/change.ts'
import type { Database } from '../storage/dialect.ts'
import type { Storage } from '../storage/storage.ts'

const kind = kinds['incident-log-entry']

type Line = Asked<typeof incidentRoutes.writeIncidentLog>['body']

/** Somebody of another server may take the same number; the next one is free. */
const triesForANumber = 20
/** Rooms whose last number is kept at hand. */
const mostRemembered = 1_000

/**
 * Gives the lines of a room their numbers, without gaps, in the order in which they are written.
 * Lines of one room wait for each other here; servers beside this one are told apart by the log.
 */
export class LogWriter {
  readonly #storage: Storage
  readonly #clock: () => string
  readonly #rooms = new Map<string, Promise<unknown>>()
  /** The last number given out in a room; where it is wrong the key of the line says so. */
  readonly #numbers = new Map<string, number>()

  constructor(storage: Storage, clock: () => string) {
    this.#storage = storage
    this.#clock = clock
  }

  write(caller: Caller, incident: string, line: Line): Promise<Answer> {
    const room = `${caller.tenant}/${incident}`
    const before = this.#rooms.get(room) ?? Promise.resolve()
    const turn = before.then(() => this.#written(caller, incident, line))
    const settled = turn.catch(() => undefined)
    this.#rooms.set(room, settled)
    void settled.then(() => {
      if (this.#rooms.get(room) === settled) this.#rooms.delete(room)
    })
    return turn
  }

  async #written(caller: Caller, incident: string, line: Line): Promise<Answer> {
    const { id = newId(this.#clock()), happened_at, ...given } = line
    const place = `${caller.tenant}/${incident}`
    for (let tries = 0; tries < triesForANumber; tries += 1) {
      const now = this.#clock()
      const found = await this.#storage.read(caller.tenant, async (db) => ({
        room: (await standing(db, 'incident', incident))?.record,
        last: this.#numbers.get(place) ?? (await lastNumber(db, incident)),
      }))
      // The log of what one may not see is not there to be written in.
      if (found.room === undefined || !isVisible(caller, found.room, now)) return no('not-found')
      const number = found.last + 1
      const values = {
        ...given,
        incident,
        number,
        happened_at: happened_at === undefined ? now : new Date(happened_at).toISOString(),
        recorded_at: now,
        author: caller.actor.person,
      }
      const told = await this.#storage.apply(caller.tenant, {
        decide: (sight) =>
          records.create({
            ...{ kind, id, values, actor: caller.actor },
            ...{ now: sight.now, lookup: sight.lookup },
          }),
      })
      if (isTaken(told)) {
        this.#numbers.delete(place)
        continue
      }
      if (told.outcome !== 'refused') this.#remember(place, number)
      return this.#answer(caller, { id, incident, number }, told)
    }
    return no('too-many-requests', { waitSeconds: 1 })
  }

  #remember(place: string, number: number): void {
    this.#numbers.delete(place)
    this.#numbers.set(place, number)
    if (this.#numbers.size <= mostRemembered) return
    const [oldest] = this.#numbers.keys()
    if (oldest !== undefined) this.#numbers.delete(oldest)
  }

  async #answer(
    caller: Caller,
    line: { readonly id: string; readonly incident: string; readonly number: number },
    told: Told,
  ): Promise<Answer> {
    const { id, incident, number } = line
    if (told.outcome !== 'refused') return { status: 201, body: { id, number } }
    const [first] = told.step.refusals
    if (first === undefined) throw new Error('a refusal without a reason')
    if (first.code === 'id-taken') {
      const found = await this.#storage.read(caller.tenant, (db) => standing(db, kind.name, id))
      const before = found?.record.values as {
        incident?: unknown
        number?: number
        author?: unknown
      }
      if (before?.incident === incident && before.author === caller.actor.person) {
        return { status: 200, body: { id, number: before.number } }
      }
    }
    return no(first.code, { errors: told.step.refusals.map((one) => ({ ...one })) })
  }
}

function isTaken(told: Told): boolean {
  return (
    told.outcome === 'refused' &&
    told.step.refusals.some(({ code }) => code === 'natural-key-taken')
  )
}

type Found = NonNullable<Awaited<ReturnType<typeof standing>>>['record']

function isVisible({ actor }: Caller, record: Found, now: string): boolean {
  return may({ actor, action: 'read', kind: kinds.incident, record, now }).allowed
}

/** By what refers to the incident: lines of other rooms are not walked past. */
async function lastNumber(db: Database, incident: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max((document->>'number')::int) as last from records
    where id = any(array(select l.id from record_links l where l.target = ${incident}::uuid
      and l.kind = ${kind.name} and l.field = 'incident'))`.execute(db)
  return rows[0]?.last ?? 0
}
