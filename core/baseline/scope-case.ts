// SPDX-License-Identifier: EUPL-1.2
import type { ScopeCase, SectorClaim } from '@schouw/core/law'
import type { OrganisationInput, SectorInput } from './inputs.ts'

/** The question to the law that an `organisation.yaml` asks. Keys that are not stated are left out. */
export function scopeCaseOf(organisation: OrganisationInput): ScopeCase {
  const { it_independent, ownership_changed_in, makes_digital_products } = organisation
  const { designation_ground, size_independent_ground } = organisation
  return {
    jurisdiction: organisation.jurisdiction,
    sector: claimOf(organisation.sector),
    side_activities: organisation.side_activities.map(claimOf),
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

function claimOf({ nace, annex, sector_id, subsector_id }: SectorInput): SectorClaim {
  return {
    ...(annex === null ? {} : { annex }),
    ...(sector_id === null ? {} : { sector_id }),
    ...(subsector_id === null ? {} : { subsector_id }),
    ...(nace === null ? {} : { nace_division: nace }),
  }
}
