// SPDX-License-Identifier: EUPL-1.2
import type { ScopeCase, SectorClaim } from '@schouw/core/law'
import type { OrganisationInput, SectorInput } from './inputs.ts'

/** The legal facts of an `organisation.yaml`; what it does not state is absent. */
export function scopeCaseOf(organisation: OrganisationInput): ScopeCase {
  const { designation_ground, size_independent_ground, it_independent } = organisation
  const { ownership_changed_in, makes_digital_products } = organisation
  return {
    id: organisation.name,
    jurisdiction: organisation.jurisdiction,
    sector: sectorClaim(organisation.sector),
    side_activities: organisation.side_activities.map(sectorClaim),
    fiscal_years: organisation.fiscal_years,
    relations: organisation.relations,
    prior_status: organisation.prior_status,
    designated_essential: organisation.designated_essential,
    ...(designation_ground === null ? {} : { designation_ground }),
    ...(size_independent_ground === null ? {} : { size_independent_ground }),
    ...(it_independent === null ? {} : { it_independent }),
    ...(ownership_changed_in === null ? {} : { ownership_changed_in }),
    ...(makes_digital_products === null ? {} : { makes_digital_products }),
  }
}

function sectorClaim(sector: SectorInput): SectorClaim {
  const { annex, sector_id, subsector_id, nace } = sector
  return {
    annex,
    sector_id,
    subsector_id,
    ...(nace === null ? {} : { nace_division: nace }),
  }
}
