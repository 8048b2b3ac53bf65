// SPDX-License-Identifier: EUPL-1.2
/**
 * Detections: what in the observations a person must judge. Each is a pure function of what was
 * observed and of the inventory; what belongs together is one finding with a count, its first
 * frames and the ATT&CK for ICS technique it can be a sign of. None of them accuses: a planned
 * download looks like an attack on the wire.
 */
import type { Detection } from '../asset.ts'
import { Clock } from '../inventory/instants.ts'
import { detectAddressConflicts } from './address-conflicts.ts'
import { detectBeaconing } from './beaconing.ts'
import { detectCertificates } from './certificates.ts'
import { detectClockJumps } from './clock-jumps.ts'
import { detectCommands } from './commands.ts'
import { detectEvents } from './events.ts'
import { type Detect, type Finding, published, type Scene } from './finding.ts'
import { detectInternet } from './internet.ts'
import { detectRemoteAccess } from './remote-access.ts'
import { detectScans } from './scan.ts'

const detectors: readonly Detect[] = [
  detectCommands,
  detectEvents,
  detectRemoteAccess,
  detectInternet,
  detectScans,
  detectAddressConflicts,
  detectCertificates,
  detectBeaconing,
  detectClockJumps,
]

/** Listed of a kind. The ends of all of them together still fit into the assets that are listed. */
const mostOfKind = 500

export interface Detections {
  /** In order of kind, source, target; ids are stable for the same captures. */
  readonly list: readonly Detection[]
  readonly leftOut: readonly {
    readonly what: 'listed_detections'
    readonly limit: number
    readonly left_out: number
  }[]
}

export function detections(scene: Scene): Detections {
  const names = scene.observations.captures.map(({ file }) => file)
  const all = detectors.flatMap((detect) => detect(scene))
  const listed = mostFrequent(all)
  const left_out = all.length - listed.length
  const ids = new Map<string, number>()
  const clock = new Clock()
  const list = listed.sort(compareFindings).map((finding) => {
    const { kind, source, target, protocol } = finding
    const base = [kind, source ?? '', target ?? '', protocol ?? ''].join('|')
    const number = (ids.get(base) ?? 0) + 1
    ids.set(base, number)
    return published(finding, number === 1 ? base : `${base}|${number}`, names, clock)
  })
  const limit = mostOfKind
  return { list, leftOut: left_out > 0 ? [{ what: 'listed_detections', limit, left_out }] : [] }
}

/** Of each kind the most frequent, in the order in which they were found. */
function mostFrequent(all: readonly Finding[]): Finding[] {
  if (all.length <= mostOfKind) return [...all]
  const kept = new Set<Finding>()
  for (const group of Map.groupBy(all, ({ kind }) => kind).values()) {
    group.sort((left, right) => right.count - left.count || compareFindings(left, right))
    for (const finding of group.slice(0, mostOfKind)) kept.add(finding)
  }
  return all.filter((finding) => kept.has(finding))
}

function compareFindings(left: Finding, right: Finding): number {
  return (
    compareTexts(left.kind, right.kind) ||
    compareTexts(left.source ?? '', right.source ?? '') ||
    compareTexts(left.target ?? '', right.target ?? '') ||
    compareTexts(left.protocol ?? '', right.protocol ?? '') ||
    compareTexts(JSON.stringify(left.detail), JSON.stringify(right.detail))
  )
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
