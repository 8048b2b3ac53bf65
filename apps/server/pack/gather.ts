// SPDX-License-Identifier: EUPL-1.2
import { losses } from '@schouw/core/board'
import { kindsOfPack, type Moment, packOf } from '@schouw/core/board/pack'
import { addMonths, localTime } from '@schouw/core/kernel'
import type { KindName } from '@schouw/core/registers'
import { type LossInput, lossProblems } from '@schouw/core/risk'
import type { PackOf } from '@schouw/report/pack'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { type RegistersRead, registersRead } from '../http/reading/registers.ts'
import type { LossRuns } from '../risk/runs.ts'
import type { Storage } from '../storage/storage.ts'

export interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** Whatever reads as of one moment: the server, or a command that has a copy. */
interface Reading {
  readonly storage: Pick<Storage, 'read'>
  readonly clock: () => string
}

const quarterMonths = 3
/** As the page of risks draws it. */
const years = 100_000
/** A curve that takes longer than so many waits is left out, and said to be missing. */
const mostWaits = 12

export interface Asked {
  readonly caller: Caller
  /** A size of the log, or a day. */
  readonly asOf: string | undefined
  /** Registers besides those of the pack. */
  readonly more?: readonly KindName[]
}

export type PackRead = PackOf & {
  readonly records: RegistersRead['facts']['records']
  readonly hiddenKinds: readonly KindName[]
}

export async function packFor(
  { storage, clock }: Reading,
  runs: LossRuns,
  { caller, asOf, more = [] }: Asked,
): Promise<PackRead | { readonly refused: Answer }> {
  const now = clock()
  const kinds = [...new Set<KindName>([...kindsOfPack, ...more])]
  const read = await registersRead({ storage, caller, kinds, asOf, now })
  if ('refused' in read) return read
  const size = read.moment.as_of
  if (size === 0) return { refused: no('not-found') }
  const at = await timeOf(storage, caller.tenant, size)
  const zone = read.facts.records['organisation']?.[0]?.values['time_zone']
  // Frozen at a size it is of the day of its last entry, whenever it is asked for again.
  const isSize = asOf !== undefined && asOf.length !== 10
  const frozen = localTime(Date.parse(at), typeof zone === 'string' ? zone : 'UTC').date
  const today = isSize ? frozen : read.moment.today
  const then = addMonths(today, -quarterMonths)
  const earlier = await registersRead({ storage, caller, kinds: kindsOfPack, asOf: then, now })
  const before = 'refused' in earlier || earlier.moment.as_of === 0 ? undefined : earlier
  const pack = packOf({
    now: momentOf(read, {
      today,
      now: isSize ? at : asOf === undefined ? now : endOf(asOf, now),
    }),
    ...(before === undefined
      ? {}
      : { before: momentOf(before, { today: then, now: `${then}T23:59:59.999Z` }) }),
    hidden: read.hidden,
  })
  const people = read.facts.records['person'] ?? []
  return {
    pack,
    organisation: String(read.facts.records['organisation']?.[0]?.values['name'] ?? ''),
    names: new Map(people.map(({ id, values }) => [id, String(values['name'] ?? id)])),
    hidden: read.hidden,
    at,
    curve: await curveOf(runs, read.facts),
    records: read.facts.records,
    hiddenKinds: read.hidden,
  }
}

/** The last instant of a day, or this one when the day is not over. */
function endOf(day: string, now: string): string {
  const end = `${day}T23:59:59.999Z`
  return end < now ? end : now
}

function momentOf(
  { facts, moment }: RegistersRead,
  { today, now }: { readonly today: string; readonly now: string },
): Moment {
  return { records: facts.records, size: moment.as_of, now, today }
}

async function timeOf(storage: Reading['storage'], tenant: string, size: number): Promise<string> {
  const row = await storage.read(tenant, (db) =>
    db
      .selectFrom('log_entries')
      .select('at')
      .where('entry', '=', size - 1)
      .executeTakeFirst(),
  )
  return row?.at ?? new Date(0).toISOString()
}

async function curveOf(runs: LossRuns, facts: RegistersRead['facts']): Promise<PackOf['curve']> {
  const book = losses.lossBook(facts)
  const input: LossInput = losses.inputOf(book, { on: 'chosen', years, seed: 1 })
  const isKnown = input.risks.some(
    ({ frequency, loss_eur: loss }) => frequency !== null && loss !== null,
  )
  if (!isKnown || lossProblems(input).length > 0) return null
  for (let wait = 0; wait < mostWaits; wait += 1) {
    const told = await runs.ask(input)
    if ('busy' in told) return null
    if (!('result' in told)) continue
    const against =
      book.appetite === null ? null : losses.againstAppetite(told.result, book.appetite)
    return { result: told.result, limits: against?.points ?? [] }
  }
  return null
}
