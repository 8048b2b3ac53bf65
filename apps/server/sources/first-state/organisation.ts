// SPDX-License-Identifier: EUPL-1.2
import { placeOf } from './people.ts'
import { line } from './plan.ts'
import type { State } from './state.ts'

/** The company as a legal entity, and the organisation that governs it. */
export function addOrganisation(state: State): void {
  const { plan, inputs, baseline } = state
  const stated = inputs?.organisation
  const about = stated ?? baseline?.organisation
  if (about === undefined) return
  const source = stated === undefined ? 'baseline.json' : placeOf(stated)
  const scope = baseline?.scope
  const name = line(about.name, 200) ?? 'organisation'
  const code = plan.code('legal-entity', name)
  state.entity = plan.add(
    'legal-entity',
    [name],
    {
      code,
      name,
      country: countryOf(about.jurisdiction),
      ...(stated === undefined ? {} : activities(stated)),
      size_class: scope?.size_class,
      entity_class: entityClass(scope?.entity_class),
      prior_size_class: stated?.prior_status,
      designated_essential: stated?.designated_essential,
      designation_ground: line(stated?.designation_ground, 200),
      size_independent_ground: line(stated?.size_independent_ground, 60),
      it_independent: stated?.it_independent,
      makes_digital_products: stated?.makes_digital_products,
      registered_on: stated?.registered_on,
    },
    { source },
  )
  const level = stated?.board_level ?? baseline?.board_level
  const perMeasure = Object.entries(stated?.board_level?.per_measure ?? {})
  state.organisation = plan.add(
    'organisation',
    [name],
    {
      code,
      name,
      legal_entities: [state.entity],
      jurisdiction: about.jurisdiction,
      language: stated?.language ?? 'nl',
      time_zone: about.time_zone,
      outage_cost_eur_per_hour: stated?.outage_cost_eur_per_hour,
    },
    { source },
  )
  // The level is the board's: it waits for a director wherever the registers ask for one.
  plan.later(state.organisation, {
    board_level: level?.level,
    board_levels: perMeasure.map(([duty, own]) => ({ duty, level: own })),
  })
}

type Stated = NonNullable<State['inputs']>['organisation']

function activities({ sector, side_activities, fiscal_years }: Stated) {
  return {
    annex: sector.annex === 'I' ? 'annex_i' : sector.annex === 'II' ? 'annex_ii' : null,
    sector_id: line(sector.sector_id, 60),
    subsector_id: line(sector.subsector_id, 60),
    nace: sector.nace,
    side_nace: side_activities.flatMap(({ nace }) => nace ?? []),
    fiscal_years: fiscal_years.flatMap(({ year, awu, turnover_eur, balance_eur }) => {
      const figures = [awu, turnover_eur, balance_eur]
      if (figures.some((figure) => figure === null || figure === undefined)) return []
      const staff_awu = String(Math.round(Number(awu) * 100) / 100)
      return [{ year, staff_awu, turnover_eur, balance_eur }]
    }),
  }
}

function countryOf(jurisdiction: string): string | null {
  return /^[A-Z]{2}$/.test(jurisdiction) && jurisdiction !== 'EU' ? jurisdiction : null
}

function entityClass(given: string | null | undefined): string | null {
  return given === 'essential' || given === 'important' || given === 'out_of_scope' ? given : null
}

export function addSites({ plan, inputs, baseline, entity }: State): void {
  const stated = inputs?.organisation.sites
  for (const site of stated ?? []) {
    const values = {
      code: line(site.id, 40),
      name: line(site.name, 200),
      legal_entity: entity,
      address: line(site.address, 300),
      ranges: site.ranges,
    }
    plan.add('site', [site.id, site.name], values, { source: placeOf(site) })
  }
  if (stated !== undefined) return
  for (const { id, name } of baseline?.organisation.sites ?? []) {
    const values = { code: line(id, 40), name: line(name, 200), legal_entity: entity }
    plan.add('site', [id, name], values, { source: 'baseline.json' })
  }
}
