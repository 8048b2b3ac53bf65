// SPDX-License-Identifier: EUPL-1.2

export interface BillCounts {
  readonly components: number
  /** With an identifier, or of a maker that is known: what can be held against advisories at all. */
  readonly recognised: number
  readonly affected: number
  readonly undecided: number
  /** Entries of advisories that it was held against. */
  readonly entries: number
}

/**
 * What a bill of materials came to. Nothing recognised, or nothing to hold it against, says nothing:
 * `nothing_found` is only for a list of which every part could be judged and none was affected.
 */
export function billVerdict({
  components,
  recognised,
  affected,
  undecided,
  entries,
}: BillCounts): 'unreadable' | 'affected' | 'no_advisories' | 'blind' | 'partly' | 'nothing_found' {
  if (components === 0) return 'unreadable'
  if (affected > 0) return 'affected'
  if (entries === 0) return 'no_advisories'
  if (recognised === 0) return 'blind'
  return undecided > 0 || recognised < components ? 'partly' : 'nothing_found'
}
