// SPDX-License-Identifier: EUPL-1.2
import { riskRoutes } from '@schouw/contract'
import { losses } from '@schouw/core/board'
import type { KindName } from '@schouw/core/registers'
import { type LossInput, type LossResult, lossProblems } from '@schouw/core/risk'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { type RegistersRead, registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Ongoing } from '../jobs/ongoing.ts'
import type { Storage } from '../storage/storage.ts'
import { exploitedIn } from './exploited.ts'
import { FollowedRuns } from './followed.ts'
import { LossRuns } from './runs.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  readonly ongoing: Ongoing
  readonly runs?: LossRuns
}

interface Query {
  readonly as_of?: string | undefined
  readonly treatments?: string | undefined
  readonly of?: string | undefined
  readonly years?: number | undefined
  readonly seed?: number | undefined
}

const usualYears = 100_000

/** What risks cost a year, from the registers that the reader may see. */
export function servedRisk(app: FastifyInstance, around: Around): void {
  const { storage, clock, ongoing, runs = new LossRuns() } = around
  const followed = new FollowedRuns(runs, ongoing)
  app.addHook('onClose', () => runs.close())
  const read = (caller: Caller, asOf: string | undefined, kinds: readonly KindName[]) =>
    registersRead({ storage, caller, kinds, asOf, now: clock() })
  const bookOf = async (caller: Caller, query: Query) => {
    const found = await read(caller, query.as_of, losses.kindsOfLosses)
    return 'refused' in found ? found : asked(found, query)
  }
  serveRoute(app, riskRoutes.riskInput, { clock }, async ({ caller, query }) => {
    const found = await bookOf(caller, query)
    return 'refused' in found ? found.refused : { status: 200, body: found.input }
  })
  serveRoute(app, riskRoutes.riskCurve, { clock }, async ({ caller, query }) => {
    const found = await bookOf(caller, query)
    if ('refused' in found) return found.refused
    const { moment, book, input, on } = found
    const said = { ...moment, book, treatments: losses.treatmentsOn(book, on) }
    if (!isSomethingKnown(input)) {
      const nothing = { state: 'nothing', progress: null, result: null, appetite: null }
      return { status: 200, body: { ...said, ...nothing } }
    }
    const told = await followed.ask(caller, input)
    if ('busy' in told) return no('too-many-requests', { waitSeconds: 5 })
    if ('stopped' in told) {
      const stopped = { state: 'stopped', progress: null, result: null, appetite: null }
      return { status: 200, body: { ...said, ...stopped } }
    }
    if ('progress' in told) {
      const running = { state: 'running', progress: told.progress, result: null, appetite: null }
      return { status: 200, body: { ...said, ...running } }
    }
    const { result } = told
    const done = { state: 'done', progress: null, result, appetite: appetiteOf(book, result) }
    return { status: 200, body: { ...said, ...done } }
  })
  serveRoute(app, riskRoutes.riskProposals, { clock }, async ({ caller, query }) => {
    const found = await read(caller, query.as_of, losses.kindsOfProposals)
    if ('refused' in found) return found.refused
    // What is matched today says nothing of an earlier day.
    const exploited =
      query.as_of === undefined ? await exploitedIn({ storage, caller, now: clock() }) : []
    const proposed = losses.proposalsOf(found.facts, exploited)
    return { status: 200, body: { ...found.moment, ...proposed } }
  })
  serveRoute(app, riskRoutes.riskTrail, { clock }, async ({ caller, query, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const found = await read(caller, query.as_of, losses.kindsOfTrail)
    if ('refused' in found) return found.refused
    const trail = losses.trailOf(found.facts, id)
    if (trail === undefined) return no('not-found')
    return { status: 200, body: { ...found.moment, trail } }
  })
}

interface Asked {
  readonly moment: RegistersRead['moment']
  readonly book: losses.LossBook
  readonly input: LossInput
  readonly on: losses.TreatmentsOn
}

function asked(
  { facts, moment }: RegistersRead,
  query: Query,
): Asked | { readonly refused: Answer } {
  const on = treatmentsAsked(query.treatments ?? 'chosen')
  const whole = losses.lossBook(facts)
  const book = query.of === undefined ? whole : losses.partOf(whole, query.of)
  const known = new Set(whole.treatments.map(({ id }) => id))
  if (typeof on !== 'string' && on.some((id) => !known.has(id))) {
    const errors = [{ code: 'query-refused', path: '/treatments' }]
    return { refused: no('query-refused', { errors }) }
  }
  const input = losses.inputOf(book, {
    on,
    years: query.years ?? usualYears,
    seed: query.seed ?? 1,
  })
  // An empty register is nothing to refuse; what is left can only be too much to draw.
  const problems = input.risks.length === 0 ? [] : lossProblems(input)
  if (problems.length === 0) return { moment, book, input, on }
  const errors = problems.map(({ at, rule }) => ({ code: rule, path: `/${at.join('/')}` }))
  return { refused: no('query-refused', { errors }) }
}

function treatmentsAsked(text: string): losses.TreatmentsOn {
  if (text === 'off' || text === 'chosen' || text === 'all') return text
  return text.split(',').filter((id) => id !== '')
}

function isSomethingKnown({ risks }: LossInput): boolean {
  return risks.some(({ frequency, loss_eur: loss }) => frequency !== null && loss !== null)
}

function appetiteOf(
  { appetite }: losses.LossBook,
  result: LossResult,
): losses.AgainstAppetite | null {
  return appetite === null ? null : losses.againstAppetite(result, appetite)
}
