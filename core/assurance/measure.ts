// SPDX-License-Identifier: EUPL-1.2
import type { CalendarDate } from '@schouw/core/kernel'
import type { EvidenceLevel, Maturity, MeasureResult, RequirementResult } from './measure-result.ts'
import { requirementsPack } from './pack.ts'
import { type Against, type Answer, requirementResult } from './requirement.ts'

export interface AssuranceFacts {
  readonly answers: readonly Answer[]
  /** Requirement id → what was seen against it. */
  readonly against: ReadonlyMap<string, readonly Against[]>
  /** Measure id → the level the board has set; absent where it has set none. */
  readonly targets: ReadonlyMap<string, Maturity>
  readonly asOf: CalendarDate
}

/** The ten sections of the dike, in the order of the law. The first of two answers counts. */
export function measureResults(facts: AssuranceFacts): MeasureResult[] {
  return requirementsPack.measures.map((measure) => {
    const requirements = measure.requirements.map(({ id }) =>
      requirementResult(
        { id, measure: measure.id },
        facts.answers.find((answer) => answer.requirement === id),
        facts.against.get(id) ?? [],
        facts.asOf,
      ),
    )
    return rolledUp(measure.id, requirements, facts.targets.get(measure.id) ?? null)
  })
}

/** What is not measured does not pull the mean down, nor up: `measured` says how much is known. */
function rolledUp(
  id: string,
  requirements: readonly RequirementResult[],
  target: Maturity | null,
): MeasureResult {
  const measured = requirements.filter(isMeasured)
  const applicable = requirements.filter(({ status }) => status !== 'not_applicable')
  const sum = measured.reduce((total, { level }) => total + level, 0)
  const weakest = measured.toSorted((a, b) => a.level - b.level || order(a, b))[0]
  const nextStep = measured
    .filter(({ level }) => level < 5)
    .toSorted((a, b) => effort(a) - effort(b) || a.level - b.level || order(a, b))[0]
  return {
    id,
    level: measured.length === 0 ? null : rounded(sum / measured.length),
    rests_on: restsOn(measured),
    is_contradicted: requirements.some(({ status }) => status === 'contradicted'),
    measured: measured.length,
    applicable: applicable.length,
    target,
    weakest: weakest === undefined ? null : { requirement: weakest.id, level: weakest.level },
    next_step: nextStep === undefined ? null : { requirement: nextStep.id, action: null },
    requirements,
  }
}

type Measured = RequirementResult & { readonly level: Maturity }

function isMeasured(result: RequirementResult): result is Measured {
  return result.level !== null
}

/** Renewing proof raises a section sooner than mending what reality contradicts, or than new work. */
function effort(result: Measured): number {
  if (result.status === 'contradicted') return 1
  return result.claimed_level !== null && result.level < result.claimed_level ? 0 : 2
}

function order(a: RequirementResult, b: RequirementResult): number {
  return a.id < b.id ? -1 : 1
}

/** By height; where there is no height at all, by number. */
function restsOn(measured: readonly Measured[]): MeasureResult['rests_on'] {
  if (measured.length === 0) return { tested: 0, shown: 0, said: 0 }
  const height = measured.reduce((total, { level }) => total + level, 0)
  const share = (wanted: EvidenceLevel) => {
    const on = measured.filter(({ evidence_level }) => evidence_level === wanted)
    const part = on.reduce((total, { level }) => total + level, 0)
    return rounded(height === 0 ? on.length / measured.length : part / height)
  }
  const tested = share('tested')
  const shown = share('shown')
  return { tested, shown, said: rounded(1 - tested - shown) }
}

/** Four decimals: enough to draw, and the same on every machine. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
