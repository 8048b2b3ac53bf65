// SPDX-License-Identifier: EUPL-1.2

import { fitting, type Interval, intervalOf, knownInterval } from './interval.ts'
import { type Line, type Ref, refOf } from './line.ts'
import { type Outage, outageOf, type Standstill } from './outage.ts'
import { failing } from './shared.ts'

/** What has to be known before a risk counts in full. */
export interface MissingPart {
  readonly what: 'times_per_year' | 'loss_eur' | 'outage_hours' | 'cost_per_hour'
  /** The record that lacks it. */
  readonly of: string
}

/** Somebody with the mandate lives with it. */
export interface AcceptanceLine extends Ref {
  readonly state: string
  readonly valid_until: string | null
  /** Given for the risk as it is now, by a day that has not passed. */
  readonly holds: boolean
}

/** Of five. */
export interface Steps {
  readonly likelihood: number
  readonly impact: number
}

/** A risk as the simulation takes it, with what its figures rest on. */
export interface RiskEstimate extends Ref {
  /** Its name in the simulation: its code, or its id where the code is not its own. */
  readonly key: string
  readonly name: string
  readonly state: string
  readonly owner: string | null
  readonly estimated_on: string | null
  readonly times_per_year: Interval | null
  readonly loss_eur: Interval | null
  /** `said`: euros as people estimated them; `outage`: hours times what an hour costs. */
  readonly loss_from: 'said' | 'outage' | null
  readonly outage: Outage
  /** Without times or loss the risk is left out; without a cost or hours its loss is a part. */
  readonly missing: readonly MissingPart[]
  /** Steps of five. */
  readonly likelihood: number | null
  readonly impact: number | null
  /** Without any measure, and where it is to end up; each of both steps, or null. */
  readonly before: Steps | null
  readonly target: Steps | null
  /** A rung: `none` to `critical`. */
  readonly safety_impact: string | null
  readonly environment_impact: string | null
  readonly reputation_impact: string | null
  readonly crown_jewels: readonly string[]
  readonly assets: readonly string[]
  /** Those it names, and those that what it stops depends on. */
  readonly zones: readonly string[]
  /** Those it names, and those where what it stops stands. */
  readonly sites: readonly string[]
  readonly threat: string | null
  readonly weakness: string | null
  readonly consequence: string | null
  readonly acceptance: AcceptanceLine | null
  readonly hazard: string | null
  /** The things whose failure is its event. */
  readonly failing: readonly Ref[]
}

interface Around extends Standstill {
  readonly acceptances: readonly Line[]
  readonly today: string
  readonly key: string
}

export function estimateOf(line: Line, around: Around): RiskEstimate {
  const times = knownInterval(intervalOf(line, 'times_per_year'))
  const said = knownInterval(intervalOf(line, 'loss_eur'))
  const stands = outageOf(line, around)
  // Estimated in euros alone, it need not stop what it names for as long as a serious failure does.
  const isInEuros = said !== null && intervalOf(line, 'outage_hours').state === 'absent'
  const outage = isInEuros ? { ...stands, hours: null, basis: null, eur: null, tests: [] } : stands
  const loss = said ?? outage.eur
  const fit = { times_per_year: fitting(times, 'frequency'), loss_eur: fitting(loss, 'loss_eur') }
  return {
    ...refOf(line),
    key: around.key,
    name: line.text('name') ?? '',
    state: line.state,
    owner: line.text('owner'),
    estimated_on: line.text('estimated_on'),
    ...fit,
    loss_from: fit.loss_eur === null ? null : said === null ? 'outage' : 'said',
    outage,
    missing: missingOf(line.id, fit, said === null ? outage : null),
    likelihood: line.number('likelihood'),
    impact: line.number('impact'),
    before: stepsOf(line, 'before'),
    target: stepsOf(line, 'target'),
    safety_impact: line.text('safety_impact'),
    environment_impact: line.text('environment_impact'),
    reputation_impact: line.text('reputation_impact'),
    crown_jewels: line.list('crown_jewels'),
    assets: line.list('assets'),
    zones: zonesOf(line, outage, around),
    sites: sitesOf(line, outage, around),
    threat: line.text('threat'),
    weakness: line.text('weakness'),
    consequence: line.text('consequence'),
    acceptance: acceptanceOf(line, around),
    hazard: line.text('hazard'),
    failing: failing(line),
  }
}

function stepsOf(line: Line, when: 'before' | 'target'): Steps | null {
  const [likelihood, impact] = [line.number(`likelihood_${when}`), line.number(`impact_${when}`)]
  return likelihood === null || impact === null ? null : { likelihood, impact }
}

function zonesOf(line: Line, { processes }: Outage, around: Around): readonly string[] {
  const stopped = around.processes.filter(({ id }) => processes.includes(id))
  const needed = stopped.flatMap((one) => one.list('depends_on_zones'))
  return [...new Set([...line.list('zones'), ...needed])]
}

function sitesOf(line: Line, { processes }: Outage, around: Around): readonly string[] {
  const stopped = around.processes.filter(({ id }) => processes.includes(id))
  return [...new Set([...line.list('sites'), ...stopped.flatMap((one) => one.text('site') ?? [])])]
}

function missingOf(
  id: string,
  found: Pick<RiskEstimate, 'times_per_year' | 'loss_eur'>,
  /** Null where the loss does not rest on it. */
  outage: Outage | null,
): readonly MissingPart[] {
  const missing: MissingPart[] = []
  if (found.times_per_year === null) missing.push({ what: 'times_per_year', of: id })
  if (found.loss_eur === null) missing.push({ what: 'loss_eur', of: id })
  for (const of of outage?.without_cost ?? []) missing.push({ what: 'cost_per_hour', of })
  for (const of of outage?.without_hours ?? []) missing.push({ what: 'outage_hours', of })
  return missing
}

function acceptanceOf(risk: Line, { acceptances, today }: Around): AcceptanceLine | null {
  const own = acceptances.filter((one) => one.text('subject') === risk.id)
  const one = own.find(({ state }) => state === 'accepted') ?? own.at(-1)
  if (one === undefined) return null
  const until = one.text('valid_until')
  const holds = one.state === 'accepted' && until !== null && until >= today
  return { ...refOf(one), state: one.state, valid_until: until, holds }
}
