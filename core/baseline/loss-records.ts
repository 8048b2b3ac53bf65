// SPDX-License-Identifier: EUPL-1.2
import type { LossFacts } from '@schouw/core/losses'
import type { KindName, RecordVersion } from '@schouw/core/registers'
import type { Risk } from './baseline.ts'
import type { ProcessInput, RangeInput, RiskEstimateInput, TreatmentInput } from './inputs.ts'
import type { Scene } from './scene.ts'
import { plainHost } from './texts.ts'
import { namesOf } from './zone-plan.ts'

/**
 * The folder as the registers that it would become, as far as the estimates of loss read them: the
 * figures of the measurement are those of the registers that begin with it. Names stand for ids.
 */
export function lossRecords(scene: Scene, risks: readonly Risk[]): LossFacts {
  const { inputs, asOf } = scene
  const of = deviceIds(scene)
  const processes = inputs.processes?.processes ?? []
  const jewels = processes.filter((one) => one.crown_jewel)
  const isJewel = new Set(jewels.map(({ id }) => id))
  const estimates = inputs.risks?.risks ?? []
  const known = new Set(risks.map(({ id }) => id))
  return {
    today: asOf.date,
    records: {
      organisation: [record('organisation', 'own', organisationOf(scene))],
      process: processes.map((one) => record('process', one.id, processOf(one, of))),
      'crown-jewel': jewels.map((one) => record('crown-jewel', one.id, jewelOf(one))),
      risk: [
        ...risks.map((risk) => {
          const own = estimates.find(({ id }) => id === risk.id)
          const stated = own === undefined ? {} : saidOf(own, isJewel)
          return record('risk', risk.id, { ...proposedOf(risk, isJewel), ...stated })
        }),
        ...estimates
          .filter(({ id }) => !known.has(id))
          .map((own) => record('risk', own.id, saidOf(own, isJewel))),
      ],
      treatment: (inputs.risks?.treatments ?? []).map((one) =>
        record('treatment', one.id, treatmentOf(one), 'proposed'),
      ),
      'restore-test': (inputs.answers?.restore_tests ?? []).map((test, at) => {
        const isDone = test.dated !== null && test.dated <= asOf.date && test.result !== null
        const values = {
          code: `${test.system} ${test.planned ?? test.dated ?? ''} ${at}`,
          system: test.system,
          asset: test.asset === null ? null : of(test.asset),
          process: test.process,
          planned_on: test.planned,
          tested_on: test.dated,
          result: test.result,
          restored_in_hours: test.restored_in_hours,
        }
        return record('restore-test', `test ${at}`, values, isDone ? 'done' : 'planned')
      }),
    },
  }
}

type Values = Readonly<Record<string, unknown>>

function record(kind: KindName, id: string, values: Values, state = 'identified'): RecordVersion {
  const stamp = { at: '', by: '' }
  const rest = { created: stamp, changed: stamp, approval: null, retired: null, erased: [] }
  const all = { code: id, name: id, ...values } as unknown as RecordVersion['values']
  return { kind, id, version: 1, state, values: all, ...rest }
}

/** A name, a MAC or an address of a device to one id; a name that nobody knows is its own. */
function deviceIds({ assets, matches, inputs }: Scene): (name: string) => string {
  const ids = new Map<string, string>()
  for (const asset of assets) {
    for (const name of namesOf(asset, matches.get(asset.id)?.row.name)) ids.set(name, asset.id)
  }
  for (const row of inputs.assets ?? []) {
    const id = ids.get(plainHost(row.name)) ?? row.name
    for (const name of [plainHost(row.name), ...row.macs, ...row.ips]) {
      if (!ids.has(name)) ids.set(name, id)
    }
  }
  return (name) => ids.get(name.trim().toLowerCase()) ?? ids.get(plainHost(name)) ?? plainHost(name)
}

function organisationOf({ inputs }: Scene): Values {
  const appetite = inputs.risks?.appetite
  return {
    risk_appetite_eur_per_year: appetite?.eur_per_year,
    risk_appetite_text: appetite?.words,
    risk_appetite_points: appetite?.points,
  }
}

function processOf(one: ProcessInput, device: (name: string) => string): Values {
  const { depends_on: on } = one
  return {
    name: one.name,
    outage_cost_eur_per_hour: one.outage_cost_eur_per_hour,
    outage_cost_parts: one.outage_cost_parts.map(({ part, eur_per_hour: range, basis }) => ({
      part,
      eur_per_hour_low: Math.round(range.low),
      eur_per_hour_high: Math.round(range.high),
      basis,
    })),
    production_hours_per_day: one.production_hours_per_day,
    restart_cost_eur: one.restart_cost_eur,
    scrap_loss_eur: one.scrap_loss_eur,
    contract_penalty_eur_per_day: one.contract_penalty_eur_per_day,
    ...ends('outage_hours', one.outage_hours),
    depends_on_assets: on.assets.map(device),
    depends_on_zones: on.zones,
    depends_on_suppliers: on.suppliers,
    depends_on_processes: on.processes,
  }
}

function jewelOf(one: ProcessInput): Values {
  return { process: one.id, loss_eur_per_hour: one.outage_cost_eur_per_hour }
}

function proposedOf(risk: Risk, isJewel: ReadonlySet<string>): Values {
  const { money, outage_hours: hours } = risk.consequence
  return {
    processes: risk.processes,
    crown_jewels: risk.processes.filter((id) => isJewel.has(id)),
    assets: risk.assets,
    ...ends('loss_eur', money === null ? null : { low: money.low_eur, high: money.high_eur }),
    ...ends('outage_hours', hours),
    likelihood: risk.likelihood.level,
    impact: risk.impact.level,
  }
}

/** Only what was stated; an estimate of hours takes the place of what was worked out in euros. */
function saidOf(own: RiskEstimateInput, isJewel: ReadonlySet<string>): Values {
  const { times_per_year: times, loss_eur: loss, outage_hours: hours, processes } = own
  const jewels = processes.filter((id) => isJewel.has(id))
  const stated = {
    name: own.name,
    category: own.category,
    hazard: own.hazard,
    owner: own.owner,
    processes: processes.length === 0 ? null : processes,
    crown_jewels: jewels.length === 0 ? null : jewels,
    suppliers: own.suppliers.length === 0 ? null : own.suppliers,
    sites: own.sites.length === 0 ? null : own.sites,
    likelihood: own.likelihood,
    impact: own.impact,
    safety_impact: own.safety_impact,
    environment_impact: own.environment_impact,
    estimated_on: own.estimated_on,
  }
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null)),
    ...(times === null ? {} : ends('times_per_year', times)),
    ...(hours === null ? {} : ends('outage_hours', hours)),
    ...(loss === null && hours === null ? {} : ends('loss_eur', loss)),
  }
}

function treatmentOf(one: TreatmentInput): Values {
  const { id, at, actions, decision, residual_loss_eur, residual_outage_hours, ...rest } = one
  return {
    ...rest,
    ...ends('residual_loss_eur', residual_loss_eur),
    ...ends('residual_outage_hours', residual_outage_hours),
  }
}

function ends(field: string, range: RangeInput | null): Values {
  return { [`${field}_low`]: range?.low, [`${field}_high`]: range?.high }
}
