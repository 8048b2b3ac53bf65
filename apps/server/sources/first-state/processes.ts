// SPDX-License-Identifier: EUPL-1.2
import { personNamed, placeOf } from './people.ts'
import { line, lines } from './plan.ts'
import type { State } from './state.ts'

/** What they depend on is said afterwards: assets name the process they serve. */
export function addProcesses({ plan, inputs, baseline, entity }: State): void {
  for (const process of inputs?.processes?.processes ?? []) {
    const source = placeOf(process)
    const values = {
      code: line(process.id, 40),
      name: line(process.name, 200),
      site: plan.wanted('site', process.site, source),
      legal_entity: entity,
      owner: personNamed(plan, process.owner, source),
      outage_cost_eur_per_hour: process.outage_cost_eur_per_hour,
      outage_cost_parts: process.outage_cost_parts.map(({ part, eur_per_hour, basis }) => ({
        part,
        eur_per_hour_low: Math.round(eur_per_hour.low),
        eur_per_hour_high: Math.round(eur_per_hour.high),
        basis,
      })),
      production_hours_per_day: hours(process.production_hours_per_day),
      restart_cost_eur: euros(process.restart_cost_eur),
      scrap_loss_eur: euros(process.scrap_loss_eur),
      contract_penalty_eur_per_day: euros(process.contract_penalty_eur_per_day),
      outage_hours_low: hours(process.outage_hours?.low),
      outage_hours_high: hours(process.outage_hours?.high),
      max_outage_hours: hours(process.max_outage_hours),
      rto_hours: hours(process.rto_hours),
      rpo_hours: hours(process.rpo_hours),
      maintenance_windows: (process.maintenance_windows ?? []).map(({ days, from, to }) => ({
        days,
        from,
        to,
      })),
      safety: lines(process.safety),
      reputation: lines(process.reputation),
    }
    plan.add('process', [process.id, process.name], values, { source })
  }
  if (inputs?.processes != null) return
  const source = 'baseline.json'
  for (const jewel of baseline?.crown_jewels ?? []) {
    const values = {
      code: line(jewel.process, 40),
      name: line(jewel.name, 200),
      site: plan.find('site', jewel.site),
      owner: personNamed(plan, jewel.owner, source),
      outage_cost_eur_per_hour: jewel.outage_cost_eur_per_hour,
      max_outage_hours: hours(jewel.max_outage_hours),
    }
    plan.add('process', [jewel.process, jewel.name], values, { source })
  }
}

/** Hours are decimals, and those are text. */
export function hours(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(Math.round(value * 100) / 100)
}

export function euros(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value)
}

/** Proposed: which they are is a decision of the board. */
export function addCrownJewels({ plan, inputs, baseline }: State): void {
  const stated = inputs?.processes?.processes
  for (const process of stated ?? []) {
    const id = plan.find('process', process.id)
    const source = placeOf(process)
    const { assets, zones, suppliers } = process.depends_on
    const on = {
      assets: plan.all('asset', assets, source),
      zones: plan.all('zone', zones, source),
      suppliers: plan.all('supplier', suppliers, source),
    }
    if (id !== undefined) {
      plan.later(id, {
        depends_on_assets: on.assets,
        depends_on_zones: on.zones,
        depends_on_suppliers: on.suppliers,
        depends_on_processes: plan.all('process', process.depends_on.processes, source),
      })
    }
    if (!process.crown_jewel) continue
    const values = {
      code: line(process.id, 40),
      name: line(process.name, 200),
      nature: 'process',
      why: lines(process.safety, process.reputation) ?? process.name,
      process: id,
      ...on,
      site: plan.find('site', process.site),
      owner: personNamed(plan, process.owner, source),
      loss_eur_per_hour: process.outage_cost_eur_per_hour,
      tolerated_outage_hours: hours(process.max_outage_hours),
      recovery_hours: hours(process.rto_hours),
      tolerated_data_loss_hours: hours(process.rpo_hours),
    }
    plan.add('crown-jewel', [process.id], values, { source })
  }
  if (stated !== undefined) return
  const source = 'baseline.json'
  for (const jewel of baseline?.crown_jewels ?? []) {
    const values = {
      code: line(jewel.process, 40),
      name: line(jewel.name, 200),
      nature: 'process',
      why: jewel.name,
      process: plan.find('process', jewel.process),
      assets: jewel.assets.flatMap((one) => plan.find('asset', one) ?? []),
      suppliers: jewel.suppliers.flatMap((one) => plan.find('supplier', one) ?? []),
      owner: personNamed(plan, jewel.owner, source),
      loss_eur_per_hour: jewel.outage_cost_eur_per_hour,
      tolerated_outage_hours: hours(jewel.max_outage_hours),
    }
    plan.add('crown-jewel', [jewel.process], values, { source })
  }
}
