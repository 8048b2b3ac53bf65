// SPDX-License-Identifier: EUPL-1.2
/**
 * Incidents in for the reporting clock: `{incidents: […]}`, as JSON or YAML. Instants carry their
 * offset, for a wall time without one is two instants on the night the clocks go back.
 */
import type { ClockCase } from '@schouw/core/clock'
import { checked, isMapping, problemAt, unknownKeys } from '../entries/index.ts'
import { readPlain } from '../plain/index.ts'
import type { Problem } from '../problem/index.ts'
import { clockCase } from './schema.ts'

export interface ClockFile {
  readonly incidents: readonly ClockCase[]
  readonly problems: readonly Problem[]
  /** Unknown keys: ignored, but said. */
  readonly remarks: readonly Problem[]
}

/** `jurisdictions`: the law packs there are. Never throws for content. */
export function readClockFile(
  path: string,
  bytes: Uint8Array,
  jurisdictions: readonly string[],
): ClockFile {
  const file = readPlain(path, bytes)
  const nothing = { incidents: [], remarks: [] }
  if (file.problems.length > 0) return { ...nothing, problems: file.problems }
  const root = file.value
  const list = isMapping(root) ? root['incidents'] : undefined
  if (!Array.isArray(list)) {
    return { ...nothing, problems: [problemAt(file, ['incidents'], 'incidents: a list')] }
  }
  const schema = clockCase(jurisdictions)
  const incidents: ClockCase[] = []
  const problems: Problem[] = []
  const remarks = unknownKeys(file, [], ['incidents'])
  const seen = new Set<string>()
  for (const index of list.keys()) {
    const at = ['incidents', index]
    const one = checked(file, at, schema)
    problems.push(...one.problems)
    remarks.push(...one.remarks)
    if (one.value === undefined) continue
    // The schema has just proved the shape; only nulls go.
    const incident = withoutNulls(one.value) as unknown as ClockCase
    if (seen.has(incident.id)) problems.push(problemAt(file, [...at, 'id'], 'id: each one once'))
    seen.add(incident.id)
    incidents.push(incident)
  }
  if (list.length === 0) problems.push(problemAt(file, ['incidents'], 'at least one incident'))
  return { incidents, problems, remarks }
}

/** Absent and null mean the same in the file; the core knows only absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isMapping(value)) return value
  const kept = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutNulls(item)]))
}
