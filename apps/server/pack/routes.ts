// SPDX-License-Identifier: EUPL-1.2
import { packRoutes } from '@schouw/contract'
import { losses } from '@schouw/core/board'
import { kindsOfPack, type Moment, packOf } from '@schouw/core/board/pack'
import { addMonths, localTime } from '@schouw/core/kernel'
import { type LossInput, lossProblems } from '@schouw/core/risk'
import { packTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { boardPack, type PackOf } from '@schouw/report/pack'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { type RegistersRead, registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { LossRuns } from '../risk/runs.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const quarterMonths = 3
/** As the page of risks draws it. */
const years = 100_000
/** A curve that takes longer than so many waits is left out, and said to be missing. */
const mostWaits = 12

/** The pack as of now, or frozen at a size of the log. */
export function servedPack(app: FastifyInstance, around: Around, runs: LossRuns): void {
  const { clock } = around
  serveRoute(app, packRoutes.boardPack, { clock }, async ({ caller, query }) => {
    const made = await packFor(around, runs, { caller, asOf: query.as_of })
    if ('refused' in made) return made.refused
    const name = `${query.language === 'nl' ? 'bestuursrapport' : 'board-pack'}-${made.pack.today}-${made.pack.size}.pdf`
    const bytes = pdfOf(made, query.language)
    return {
      status: 200,
      type: 'application/pdf',
      body: Buffer.from(bytes),
      headers: {
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    }
  })
}

export function pdfOf(of: PackOf, language: 'nl' | 'en'): Uint8Array {
  const { data, createdAt } = boardPack(of, language)
  const input = { template: packTemplate(), data, fonts: paperFonts() }
  const pdf = writePdf({ ...input, attachments: {}, createdAt })
  if (!pdf.ok) throw new Error(`the board pack was not made: ${String(pdf.facts['detail'])}`)
  return pdf.value
}

interface Asked {
  readonly caller: Caller
  readonly asOf: string | undefined
}

export async function packFor(
  { storage, clock }: Around,
  runs: LossRuns,
  { caller, asOf }: Asked,
): Promise<PackOf | { readonly refused: Answer }> {
  const now = clock()
  const read = await registersRead({ storage, caller, kinds: kindsOfPack, asOf, now })
  if ('refused' in read) return read
  const size = read.moment.as_of
  if (size === 0) return { refused: no('not-found') }
  const at = await timeOf(storage, caller.tenant, size)
  const zone = read.facts.records['organisation']?.[0]?.values['time_zone']
  // Frozen at a size it is of the day of its last entry, whenever it is asked for again.
  const frozen = localTime(Date.parse(at), typeof zone === 'string' ? zone : 'UTC').date
  const today = asOf === undefined ? read.moment.today : frozen
  const then = addMonths(today, -quarterMonths)
  const earlier = await registersRead({ storage, caller, kinds: kindsOfPack, asOf: then, now })
  const before = 'refused' in earlier || earlier.moment.as_of === 0 ? undefined : earlier
  const pack = packOf({
    now: momentOf(read, { today, now: asOf === undefined ? now : at }),
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
  }
}

function momentOf(
  { facts, moment }: RegistersRead,
  { today, now }: { readonly today: string; readonly now: string },
): Moment {
  return { records: facts.records, size: moment.as_of, now, today }
}

async function timeOf(storage: Storage, tenant: string, size: number): Promise<string> {
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
