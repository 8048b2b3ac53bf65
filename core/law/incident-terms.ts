// SPDX-License-Identifier: EUPL-1.2
import { euPack, type Jurisdiction, lawPack } from './packs/index.ts'
import type { DeadlineEntry, Holiday } from './packs/pack.ts'

/** A term of a report about an incident, with the first day on which it applies. */
export interface IncidentTerm extends DeadlineEntry {
  readonly regime_id: string
  readonly stage: string
  /** Absent for what was law before this pack begins. */
  readonly from?: string
}

export interface IncidentTerms {
  /** National terms first, in the order of the packs. */
  readonly terms: readonly IncidentTerm[]
  readonly holidays: readonly Holiday[]
}

/** What the country's law and that of the Union ask to report about incidents. */
export function incidentTerms(jurisdiction: Jurisdiction): IncidentTerms {
  const pack = lawPack(jurisdiction)
  const terms: IncidentTerm[] = []
  const national = regimeOf(pack.deadlines)
  for (const entry of [...pack.deadlines, ...euPack.deadlines]) {
    const { regime_id, stage } = entry
    if (regime_id === undefined || stage === undefined) continue
    const from = entry.from ?? (regime_id === national ? pack.in_force : undefined)
    terms.push({ ...entry, regime_id, stage, ...(from === undefined ? {} : { from }) })
  }
  return { terms, holidays: pack.holidays.days }
}

/** The law that the pack is of is the one whose early warning it holds; others were there before. */
function regimeOf(deadlines: readonly DeadlineEntry[]): string | undefined {
  return deadlines.find(({ stage }) => stage === 'early_warning')?.regime_id
}
