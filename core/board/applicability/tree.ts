// SPDX-License-Identifier: EUPL-1.2
import type { ApplicabilityRow, Group } from './rows.ts'

/** What is wrong with a requirement, the worst first. */
export const gaps = ['contradicted', 'unanswered', 'unmapped', 'unproven', 'said', 'none'] as const
export type Gap = (typeof gaps)[number]

export interface Branch {
  readonly node: string
  readonly ref: string
  readonly title: string | null
  /** Null for what only groups others. */
  readonly row: ApplicabilityRow | null
  readonly children: readonly Branch[]
  /** Of the row and of all below it; whatever does not apply is counted apart. */
  readonly counts: Readonly<Record<Gap | 'out', number>>
}

/** Only what is in force without proof in either of its two forms: nothing named, or no more than said. */
export function gapOf({ applies, contradictions, evidence_level, proofs }: ApplicabilityRow): Gap {
  if (applies === 'no') return 'none'
  if (contradictions.length > 0) return 'contradicted'
  if (applies === 'unanswered' || applies === 'unmapped') return applies
  if (evidence_level === null || evidence_level === 'said') return 'said'
  return proofs.fresh + proofs.ending === 0 ? 'unproven' : 'none'
}

/**
 * Rows under the groups they stand in, in their own order. A parent that is not there is none, and
 * one that would lead back to itself is cut: every row is in the tree once.
 */
export function treeOf(
  rows: readonly ApplicabilityRow[],
  groups: readonly Group[],
): readonly Branch[] {
  const held = new Map(rows.map((row) => [row.node, row]))
  const named = new Map(groups.map((group) => [group.node, group]))
  const all = [...new Set([...groups.map(({ node }) => node), ...rows.map(({ node }) => node)])]
  const parentOf = (node: string) => {
    const parent = named.get(node)?.parent ?? held.get(node)?.parent ?? null
    return parent !== null && (named.has(parent) || held.has(parent)) ? parent : null
  }
  const below = new Map<string | null, string[]>()
  for (const node of all) {
    const parent = isCircular(node, parentOf) ? null : parentOf(node)
    below.set(parent, [...(below.get(parent) ?? []), node])
  }
  const branch = (node: string): Branch => {
    const row = held.get(node) ?? null
    const children = (below.get(node) ?? []).map(branch)
    const counts = { out: 0, ...Object.fromEntries(gaps.map((gap) => [gap, 0])) } as Counts
    if (row !== null) counts[row.applies === 'no' ? 'out' : gapOf(row)] += 1
    for (const child of children) {
      for (const [name, count] of Object.entries(child.counts)) counts[name as Gap] += count
    }
    const { ref, title } = row ?? named.get(node) ?? { ref: node, title: null }
    return { node, ref, title, row, children, counts }
  }
  // A group with nothing under it asks nothing.
  return pruned((below.get(null) ?? []).map(branch))
}

type Counts = Record<Gap | 'out', number>

/** Where most is wrong comes first; what is equally bad stays in its order. */
export function gapsFirst(branches: readonly Branch[]): readonly Branch[] {
  return branches
    .map((one) => ({ ...one, children: gapsFirst(one.children) }))
    .toSorted((a, b) => {
      for (const gap of gaps) {
        if (gap === 'none') break
        const order = b.counts[gap] - a.counts[gap]
        if (order !== 0) return order
      }
      return 0
    })
}

/** Rows that are wanted, with the groups on the way to them. */
export function filtered(
  branches: readonly Branch[],
  isWanted: (row: ApplicabilityRow) => boolean,
): readonly Branch[] {
  return branches.flatMap((one) => {
    const children = filtered(one.children, isWanted)
    const isOwn = one.row !== null && isWanted(one.row)
    return isOwn || children.length > 0 ? [{ ...one, children }] : []
  })
}

function pruned(branches: readonly Branch[]): readonly Branch[] {
  return filtered(branches, () => true)
}

function isCircular(node: string, parentOf: (node: string) => string | null): boolean {
  const seen = new Set<string>()
  for (let at: string | null = node; at !== null; at = parentOf(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
