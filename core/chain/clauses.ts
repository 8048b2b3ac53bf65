// SPDX-License-Identifier: EUPL-1.2
import type { Line } from './facts.ts'
import type { Tier } from './tiers.ts'

/** What a contract with a supplier should say, by number; the words stand with the texts. */
export interface Clause {
  readonly number: string
  readonly subject: string
  /** Whom it is asked of; absent is everybody. */
  readonly tiers?: readonly Tier[]
  /** Asked where the supplier's record says so. */
  readonly when?: 'remote_access' | 'personal_data' | 'component'
  /** A term in hours that counts as agreed at most; requirement D3 asks notice within 24 hours. */
  readonly mostHours?: number
}

export const clauses: readonly Clause[] = [
  { number: '1', subject: 'security_duties' },
  { number: '2', subject: 'incident_notice', mostHours: 24 },
  { number: '3', subject: 'vulnerability_notice', when: 'component', mostHours: 72 },
  { number: '4', subject: 'component_list', when: 'component' },
  { number: '5', subject: 'update_term', when: 'component' },
  { number: '6', subject: 'remote_access', when: 'remote_access' },
  { number: '7', subject: 'personnel', tiers: ['machine_builder', 'maintenance', 'msp'] },
  { number: '8', subject: 'audit_right' },
  { number: '9', subject: 'subcontracting' },
  { number: '10', subject: 'continuity' },
  { number: '11', subject: 'joint_exercise', tiers: ['machine_builder', 'maintenance', 'msp'] },
  { number: '12', subject: 'exit' },
  { number: '13', subject: 'data_return' },
  { number: '14', subject: 'confidentiality' },
  { number: '15', subject: 'personal_data', when: 'personal_data' },
]

export type ClauseStanding = 'agreed' | 'too_late' | 'no_term' | 'refused' | 'missing'

export interface ClauseLine {
  readonly number: string
  readonly subject: string
  readonly standing: ClauseStanding
  /** Where it stands in the contract. */
  readonly at: string | null
  readonly hours: number | null
  readonly most_hours: number | null
}

export interface Asked {
  readonly tier: Tier | null
  readonly hasRemoteAccess: boolean
  readonly hasPersonalData: boolean
  readonly hasComponents: boolean
}

/** The clauses that such a supplier is asked for; one of unknown kind is asked everything. */
export function clausesFor(asked: Asked): readonly Clause[] {
  return clauses.filter(({ tiers, when }) => {
    if (tiers !== undefined && asked.tier !== null && !tiers.includes(asked.tier)) return false
    if (when === 'remote_access') return asked.hasRemoteAccess
    if (when === 'personal_data') return asked.hasPersonalData
    if (when === 'component') return asked.hasComponents
    return true
  })
}

/** A contract against the list; without a contract everything is missing. */
export function checklist(contract: Line | undefined, asked: Asked): readonly ClauseLine[] {
  const rows = contract?.rows('clauses') ?? []
  return clausesFor(asked).map(({ number, subject, mostHours }): ClauseLine => {
    const own = rows.filter((row) => row.text('subject') === subject)
    const agreed = own.find((row) => row.flag('is_agreed') === true)
    const notice = subject === 'incident_notice' ? (contract?.number('notice_hours') ?? null) : null
    const hours = agreed?.number('term_hours') ?? notice
    const isAgreed = agreed !== undefined || notice !== null
    const line = { number, subject, at: agreed?.text('number') ?? null, hours }
    const most = mostHours ?? null
    return {
      ...line,
      most_hours: most,
      standing: standingOf(isAgreed, own.length > 0, hours, most),
    }
  })
}

function standingOf(
  isAgreed: boolean,
  isSpoken: boolean,
  hours: number | null,
  most: number | null,
): ClauseStanding {
  if (!isAgreed) return isSpoken ? 'refused' : 'missing'
  if (most === null) return 'agreed'
  if (hours === null) return 'no_term'
  return hours > most ? 'too_late' : 'agreed'
}
