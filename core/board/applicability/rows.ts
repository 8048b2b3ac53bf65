// SPDX-License-Identifier: EUPL-1.2
import {
  type EvidenceLevel,
  type RequirementResult,
  requirementsPack,
} from '@schouw/core/assurance'
import { dikeOf } from '../dike.ts'
import { Registers, type StandingFacts } from '../facts.ts'

/** `unmapped`: none of ours goes together with it, so nothing can be said. */
export type Applies = 'yes' | 'partly' | 'no' | 'unanswered' | 'unmapped'

/** A place in a framework that groups others and asks nothing itself. */
export interface Group {
  readonly node: string
  readonly parent: string | null
  /** What people cite. */
  readonly ref: string
  readonly title: string | null
}

export interface Asked extends Group {
  /** Ours that it goes together with. */
  readonly requirements: readonly string[]
}

export interface ApplicabilityRow extends Asked {
  readonly applies: Applies
  /** Why it does not, each reason once. */
  readonly reasons: readonly string[]
  /** The lowest; null while any that applies is not answered. */
  readonly level: number | null
  /** The weakest. */
  readonly evidence_level: EvidenceLevel | null
  readonly proofs: { readonly fresh: number; readonly ending: number; readonly off: number }
  /** Findings of measurements that go against what is claimed. */
  readonly contradictions: readonly string[]
  /** Ids of people. */
  readonly owners: readonly string[]
}

/** Standards that the pack has numbers of. */
export const standardNames: readonly string[] = [
  ...new Set(
    requirementsPack.measures.flatMap(({ requirements }) =>
      requirements.flatMap(({ refs }) => Object.keys(refs)),
    ),
  ),
]

const all = requirementsPack.measures.flatMap(({ requirements }) => requirements)

/** Our own eighty, each by itself. */
export const ownAsked: readonly Asked[] = requirementsPack.measures.flatMap((measure) =>
  measure.requirements.map(({ id }) => ({
    node: id,
    parent: measure.id,
    ref: id,
    title: null,
    requirements: [id],
  })),
)

/** The ten duties of care. */
export const ownGroups: readonly Group[] = requirementsPack.measures.map(({ id }) => ({
  node: id,
  parent: null,
  ref: id,
  title: null,
}))

/** What numbers stand under: `A.5` and `A` above `A.5.9`. */
export function groupsAbove(asked: readonly Asked[]): readonly Group[] {
  const groups = new Map<string, Group>()
  const rows = new Set(asked.map(({ node }) => node))
  for (const { parent } of asked) {
    for (let at = parent; at !== null && !groups.has(at); at = above(at)) {
      if (!rows.has(at)) groups.set(at, { node: at, parent: above(at), ref: at, title: null })
    }
  }
  return [...groups.values()].toSorted((a, b) => byNumber(a.ref, b.ref))
}

/** Null for what stands by itself. */
function above(ref: string): string | null {
  const last = Math.max(ref.lastIndexOf('.'), ref.lastIndexOf('-'), ref.lastIndexOf(' '))
  return last <= 0 ? null : ref.slice(0, last)
}

/** By the numbers of a standard, in their order; undefined for one that the pack has none of. */
export function askedBy(standard: string): readonly Asked[] | undefined {
  if (!standardNames.includes(standard)) return undefined
  const found = new Map<string, string[]>()
  for (const { id, refs } of all) {
    for (const ref of refs[standard] ?? []) found.set(ref, [...(found.get(ref) ?? []), id])
  }
  return [...found]
    .map(([ref, requirements]) => ({
      node: ref,
      parent: above(ref),
      ref,
      title: null,
      requirements,
    }))
    .toSorted((a, b) => byNumber(a.ref, b.ref))
}

/** `A.5.10` after `A.5.9`. */
export function byNumber(a: string, b: string): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  for (let at = 0; at < Math.max(one.length, other.length); at += 1) {
    const [x = '', y = ''] = [one[at], other[at]]
    if (x === y) continue
    const isNumeric = /^\d+$/.test(x) && /^\d+$/.test(y)
    const order = isNumeric ? Number(x) - Number(y) : x < y ? -1 : 1
    if (order !== 0) return order
  }
  return a === b ? 0 : a < b ? -1 : 1
}

function partsOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? []
}

export function applicabilityOf(
  facts: StandingFacts,
  asked: readonly Asked[],
): readonly ApplicabilityRow[] {
  const results = new Map(
    dikeOf(new Registers(facts), facts, undefined)
      .flatMap(({ requirements }) => requirements)
      .map((result) => [result.id, result]),
  )
  return asked.map((one) =>
    rowOf(
      one,
      one.requirements.flatMap((id) => results.get(id) ?? []),
    ),
  )
}

const weakestFirst: readonly EvidenceLevel[] = ['said', 'shown', 'tested']

function rowOf(asked: Asked, results: readonly RequirementResult[]): ApplicabilityRow {
  const out = results.filter(({ status }) => status === 'not_applicable')
  const open = results.filter(({ status }) => status === 'not_measured')
  const counting = results.filter(({ status }) => status !== 'not_applicable')
  const levels = counting.map(({ level }) => level)
  const known = levels.filter((level) => level !== null)
  const isWhole = known.length > 0 && known.length === levels.length
  const proofs = counting.flatMap(({ evidence }) => evidence)
  const count = (...states: readonly string[]) =>
    proofs.filter(({ state }) => states.includes(state)).length
  const rests = counting.map(({ evidence_level }) => evidence_level)
  return {
    ...asked,
    applies: appliesOf(results.length, { out: out.length, open: open.length }),
    reasons: [...new Set(out.flatMap((one) => one.not_applicable_reason ?? []))],
    level: isWhole ? Math.min(...known) : null,
    evidence_level: isWhole ? (weakestFirst.find((level) => rests.includes(level)) ?? null) : null,
    proofs: {
      fresh: count('valid'),
      ending: count('expiring'),
      off: count('expired', 'missing', 'undated'),
    },
    contradictions: [...new Set(counting.flatMap(({ contradictions }) => contradictions))],
    owners: [...new Set(counting.flatMap(({ owner }) => owner ?? []))],
  }
}

function appliesOf(
  whole: number,
  { out, open }: { readonly out: number; readonly open: number },
): Applies {
  if (whole === 0) return 'unmapped'
  if (out === whole) return 'no'
  if (open === whole - out) return 'unanswered'
  return out > 0 ? 'partly' : 'yes'
}
