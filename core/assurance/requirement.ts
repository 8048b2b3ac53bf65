// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '@schouw/core/kernel'
import { counts, type EvidenceFacts, evidenceItem } from './freshness.ts'
import type {
  EvidenceItem,
  EvidenceLevel,
  Lowering,
  Maturity,
  RequirementResult,
} from './measure-result.ts'

/** What somebody answered to a requirement. */
export interface Answer {
  readonly requirement: string
  readonly level: Maturity | null
  readonly evidence_level: EvidenceLevel | null
  readonly evidence: readonly EvidenceFacts[]
  readonly owner: string | null
  readonly note: string | null
  /** The reason. */
  readonly not_applicable: string | null
  readonly source: { readonly path: string; readonly line: number }
}

export type Severity = 'high' | 'medium' | 'low'

/** Something seen that goes against an answer. */
export interface Against {
  readonly id: string
  readonly severity: Severity
}

/**
 * How high a claim can count by what it rests on. The ladder itself says so: rung 3 asks "proven
 * by current evidence", rung 5 "tested with partners" (`maturity_scale` of the pack).
 */
const highestBy: Readonly<Record<EvidenceLevel, Maturity>> = { said: 2, shown: 4, tested: 5 }

/**
 * How high a contradicted claim can still count: what fails in a way that can stop the factory is
 * at best done "by individuals" (1), what fails in part is "for part of the company" (2).
 */
const highestAgainst: Readonly<Record<Severity, Maturity>> = { high: 1, medium: 2, low: 3 }

/** One requirement on a day. Without an answer it is not measured, whatever was seen. */
export function requirementResult(
  requirement: { readonly id: string; readonly measure: string },
  answer: Answer | undefined,
  against: readonly Against[],
  asOf: CalendarDate,
): RequirementResult {
  const base = {
    ...requirement,
    contradictions: against.map(({ id }) => id),
    owner: answer?.owner ?? null,
    note: answer?.note ?? null,
    not_applicable_reason: answer?.not_applicable ?? null,
    source: answer?.source ?? null,
  }
  const nothing = { claimed_level: null, level: null, evidence_level: null, lowered_by: [] }
  if (answer === undefined) return { ...base, ...nothing, status: 'not_measured', evidence: [] }
  const evidence = answer.evidence.map((facts) => evidenceItem(facts, asOf))
  if (answer.level === null) {
    if (against.length === 0) return { ...base, ...nothing, status: 'not_applicable', evidence }
    // It was said not to apply, and it does: of what does apply nothing is in place.
    const lowered: Lowering[] = ['contradicted']
    const zero = { claimed_level: null, level: 0, evidence_level: 'said', evidence } as const
    return { ...base, ...zero, status: 'contradicted', lowered_by: lowered }
  }
  const restsOn = strongest(answer, evidence)
  const proven = lower(answer.level, highestBy[restsOn])
  const level = against.reduce(
    (counted, { severity }) => lower(counted, highestAgainst[severity]),
    against.length === 0 ? proven : oneLower(proven),
  )
  const lowered: Lowering[] = proven < answer.level ? whyUnproven(answer, evidence, restsOn) : []
  if (against.length > 0) lowered.push('contradicted')
  return {
    ...base,
    status: against.length > 0 ? 'contradicted' : 'answered',
    claimed_level: answer.level,
    level,
    evidence_level: restsOn,
    evidence,
    lowered_by: lowered,
  }
}

/**
 * What the claim rests on by the proof that counts: `tested` needs a test (or proof of unstated
 * kind that the answer calls tested), `shown` any proof. A claim is never lifted above itself.
 */
function strongest(answer: Answer, evidence: readonly EvidenceItem[]): EvidenceLevel {
  const valid = answer.evidence.filter((_, index) => counts(evidence[index]))
  if (valid.length === 0 || answer.evidence_level === 'said') return 'said'
  const isTested =
    answer.evidence_level === 'tested'
      ? valid.some(({ type }) => type === 'test' || type === null)
      : answer.evidence_level === null && valid.some(({ type }) => type === 'test')
  return isTested ? 'tested' : 'shown'
}

function whyUnproven(
  answer: Answer,
  evidence: readonly EvidenceItem[],
  restsOn: EvidenceLevel,
): Lowering[] {
  if (restsOn !== 'said') return ['not_tested']
  if (answer.evidence_level === 'said') return ['only_said']
  const reasons = evidence.map(({ state }): Lowering => {
    if (state === 'expired') return 'evidence_expired'
    return state === 'undated' ? 'evidence_undated' : 'evidence_missing'
  })
  return reasons.length === 0 ? ['no_evidence'] : [...new Set(reasons)].sort()
}

function lower(a: Maturity, b: Maturity): Maturity {
  return a < b ? a : b
}

function oneLower(level: Maturity): Maturity {
  return level === 0 ? 0 : ((level - 1) as Maturity)
}
