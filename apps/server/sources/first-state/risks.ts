// SPDX-License-Identifier: EUPL-1.2
import type { Baseline, FactoryInputs } from '@schouw/core/baseline'
import { personNamed, placeOf } from './people.ts'
import { line, lines } from './plan.ts'
import { euros, hours } from './processes.ts'
import type { State } from './state.ts'

type Estimate = NonNullable<FactoryInputs['risks']>['risks'][number]
type Proposed = Baseline['risks'][number]

const fromBaseline = 'baseline.json'

/** What the measurement proposes, completed by what people estimated; then the company's own. */
export function addRisks(state: State): void {
  const { plan, inputs, baseline } = state
  const estimates = inputs?.risks?.risks ?? []
  for (const risk of baseline?.risks ?? []) {
    const own = estimates.find(({ id }) => id === risk.id)
    const { name, scenario, ...rest } = proposed(state, risk)
    const values = { ...rest, ...(own === undefined ? {} : said(state, own)), name, scenario }
    const source = own === undefined ? `${fromBaseline}: ${risk.id}` : placeOf(own)
    plan.add('risk', [risk.id], values, { source })
  }
  for (const own of estimates) {
    if (plan.find('risk', own.id) !== undefined) continue
    const name = line(own.name, 200) ?? own.id
    const scenario = lines(own.scenario) ?? name
    const values = { code: line(own.id, 40), ...said(state, own), name, scenario }
    plan.add('risk', [own.id], values, { source: placeOf(own) })
  }
}

function proposed({ plan, today, sentence }: State, risk: Proposed) {
  const { consequence, likelihood, impact } = risk
  const effects = [consequence.continuity, consequence.safety, consequence.reputation]
  const reasons = [...likelihood.reasons, ...impact.reasons].map(sentence)
  const processes = risk.processes.flatMap((one) => plan.find('process', one) ?? [])
  return {
    code: line(risk.id, 40),
    name: line(sentence(risk.sentence), 200),
    scenario: lines(sentence(risk.sentence)),
    weakness: lines(sentence(risk.cause)),
    consequence: lines(...effects.map((one) => (one === null ? null : sentence(one)))),
    processes: [...new Set(processes)],
    crown_jewels: risk.processes.flatMap((one) => plan.find('crown-jewel', one) ?? []),
    assets: [...new Set(risk.assets.flatMap((one) => plan.find('asset', one) ?? []))],
    findings: risk.contradictions.flatMap((one) => plan.find('finding', one) ?? []),
    loss_eur_low: euros(consequence.money?.low_eur),
    loss_eur_high: euros(consequence.money?.high_eur),
    outage_hours_low: hours(consequence.outage_hours?.low),
    outage_hours_high: hours(consequence.outage_hours?.high),
    likelihood: likelihood.level,
    impact: impact.level,
    estimated_on: today,
    grounds: lines(...reasons),
  }
}

/** Only what was stated; an estimate of hours takes the place of what was worked out in euros. */
function said({ plan }: State, own: Estimate): Readonly<Record<string, unknown>> {
  const source = placeOf(own)
  const { times_per_year: times, loss_eur: loss, outage_hours: outage } = own
  const people = own.estimated_by.flatMap((name) => personNamed(plan, name, source) ?? [])
  const values = {
    category: line(own.category, 40),
    hazard: line(own.hazard, 40),
    consequence: lines(own.consequence),
    owner: personNamed(plan, own.owner, source),
    processes: plan.all('process', own.processes, source),
    suppliers: plan.all('supplier', own.suppliers, source),
    sites: plan.all('site', own.sites, source),
    times_per_year_low: decimal(times?.low),
    times_per_year_high: decimal(times?.high),
    outage_hours_low: hours(outage?.low),
    outage_hours_high: hours(outage?.high),
    likelihood: own.likelihood,
    impact: own.impact,
    safety_impact: own.safety_impact,
    environment_impact: own.environment_impact,
    reputation_impact: own.reputation_impact,
    estimated_by: [...new Set(people)],
    estimated_on: own.estimated_on,
    grounds: lines(own.grounds),
  }
  const stated = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && !isEmpty(value),
  )
  const jewels = own.processes.flatMap((one) => plan.find('crown-jewel', one) ?? [])
  return {
    ...Object.fromEntries(stated),
    ...(jewels.length === 0 ? {} : { crown_jewels: jewels }),
    ...(loss === null && outage === null
      ? {}
      : { loss_eur_low: euros(loss?.low), loss_eur_high: euros(loss?.high) }),
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Decimals are text. */
function decimal(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(Math.round(value * 1e4) / 1e4)
}

export function addTreatments({ plan, inputs, baseline }: State): void {
  // Of the ten duties, those whose requirements the actions serve.
  const measuresOf = (actions: readonly string[]) => {
    const served = (baseline?.actions ?? []).filter(({ id }) => actions.includes(id))
    const letters = served.flatMap(({ requirements }) => requirements.map((one) => one.charAt(0)))
    return [...new Set(letters)].flatMap((one) => plan.find('measure', one) ?? [])
  }
  for (const one of inputs?.risks?.treatments ?? []) {
    const source = placeOf(one)
    const risk = plan.wanted('risk', one.risk, source)
    if (risk === undefined) continue
    const values = {
      code: line(one.id, 40),
      name: line(one.name, 200),
      risk,
      option: one.option,
      description: lines(one.description),
      // Which actions there are is for the measurement to say.
      actions: one.actions.flatMap((id) => plan.find('action', id) ?? []),
      measures: measuresOf(one.actions),
      cost_eur_once: euros(one.cost_eur_once),
      cost_eur_per_year: euros(one.cost_eur_per_year),
      insured_eur: euros(one.insured_eur),
      deductible_eur: euros(one.deductible_eur),
      residual_times_per_year: decimal(one.residual_times_per_year),
      residual_loss_eur_low: euros(one.residual_loss_eur?.low),
      residual_loss_eur_high: euros(one.residual_loss_eur?.high),
      residual_outage_hours_low: hours(one.residual_outage_hours?.low),
      residual_outage_hours_high: hours(one.residual_outage_hours?.high),
      owner: personNamed(plan, one.owner, source),
      due_on: one.due,
      decision: one.decision === null ? null : plan.find('decision', `own/${one.decision}`),
    }
    plan.add('treatment', [one.id], values, { source })
  }
}

/** What the board can bear is its own: it waits for a director wherever the registers ask for one. */
export function addAppetite({ plan, inputs, organisation }: State): void {
  const appetite = inputs?.risks?.appetite
  if (appetite == null || organisation === undefined) return
  plan.later(organisation, {
    risk_appetite_eur_per_year: euros(appetite.eur_per_year),
    risk_appetite_text: lines(appetite.words),
    risk_appetite_points: appetite.points.map(({ once_in_years, eur }) => ({
      once_in_years,
      eur: Math.round(eur),
    })),
  })
}
