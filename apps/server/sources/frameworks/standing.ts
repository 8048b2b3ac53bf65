// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import type { OneMap } from './mappings.ts'

export type EvidenceLevel = 'said' | 'shown' | 'tested'

/** What the answers to our requirements say of one of theirs. */
export interface Standing {
  /** `whole` when what theirs asks is within ours; `part` when ours asks only some of it. */
  readonly covered: 'none' | 'part' | 'whole'
  /** The lowest of all that it goes together with; null while any of them is not answered. */
  readonly level: number | null
  /** The weakest that any of the answers rests on; null while one rests on nothing known. */
  readonly evidence_level: EvidenceLevel | null
  readonly answers: readonly Answered[]
}

interface Answered {
  readonly requirement: string
  readonly relationship: string
  /** Null when there is no answer. */
  readonly answer: string | null
  readonly site: string | null
  readonly level: number | null
  readonly not_applicable: boolean
  readonly evidence_level: EvidenceLevel | null
  /** Records that the answer points at. */
  readonly evidence: number
}

const whole: readonly string[] = ['equal-to', 'equivalent-to', 'subset-of']
const rungs: readonly EvidenceLevel[] = ['said', 'shown', 'tested']

export type Answers = ReadonlyMap<string, readonly RecordVersion[]>

/** By the requirement that they answer. */
export function answersBy(records: readonly RecordVersion[]): Answers {
  const found = new Map<string, RecordVersion[]>()
  for (const record of records) {
    const requirement = String(record.values['requirement'] ?? '')
    found.set(requirement, [...(found.get(requirement) ?? []), record])
  }
  return found
}

export function standingOf(maps: readonly OneMap[], known: Answers): Standing {
  const answers = maps.flatMap(({ requirement, relationship }): readonly Answered[] => {
    const given = known.get(requirement) ?? []
    const none = {
      requirement,
      relationship,
      answer: null,
      site: null,
      level: null,
      not_applicable: false,
      evidence_level: null,
      evidence: 0,
    }
    return given.length === 0
      ? [none]
      : given.map((record) => ({ requirement, relationship, ...answerOf(record) }))
  })
  const counting = answers.filter((one) => !one.not_applicable)
  const levels = counting.map((one) => one.level)
  const rests = counting.map((one) => one.evidence_level)
  const isWhole = maps.some(({ relationship }) => whole.includes(relationship))
  return {
    covered: maps.length === 0 ? 'none' : isWhole ? 'whole' : 'part',
    level: lowest(levels),
    evidence_level: weakest(rests),
    answers,
  }
}

function answerOf({ id, values }: RecordVersion) {
  const { level, site, evidence } = values
  const rests = rungs.find((one) => one === values['evidence_level'])
  return {
    answer: id,
    site: typeof site === 'string' ? site : null,
    level: typeof level === 'number' ? level : null,
    not_applicable: typeof values['not_applicable'] === 'string',
    evidence_level: rests ?? null,
    evidence: Array.isArray(evidence) ? evidence.length : 0,
  }
}

function lowest(levels: readonly (number | null)[]): number | null {
  const known = levels.filter((one) => one !== null)
  return known.length === 0 || known.length < levels.length ? null : Math.min(...known)
}

function weakest(rests: readonly (EvidenceLevel | null)[]): EvidenceLevel | null {
  const known = rests.flatMap((one) => (one === null ? [] : [rungs.indexOf(one)]))
  return known.length === 0 || known.length < rests.length
    ? null
    : (rungs[Math.min(...known)] ?? null)
}
