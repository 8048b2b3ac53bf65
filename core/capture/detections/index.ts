// SPDX-License-Identifier: EUPL-1.2
/**
 * Detections: what in the observations a person must judge. Each is a pure function of what was
 * observed and of the inventory; what belongs together is one finding with a count, its first
 * frames and the ATT&CK for ICS technique it can be a sign of. None of them accuses: a planned
 * download looks like an attack on the wire.
 */
import type { Detection } from '../asset.ts'
import { detectAddressConflicts } from './address-conflicts.ts'
import { detectCertificates } from './certificates.ts'
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
]

/** In order of kind, source, target; ids are stable for the same captures. */
export function detections(scene: Scene): Detection[] {
  const names = scene.observations.captures.map(({ file }) => file)
  const findings = detectors.flatMap((detect) => detect(scene))
  const ids = new Map<string, number>()
  return findings.sort(compareFindings).map((finding) => {
    const { kind, source, target, protocol } = finding
    const base = [kind, source ?? '', target ?? '', protocol ?? ''].join('|')
    const number = (ids.get(base) ?? 0) + 1
    ids.set(base, number)
    return published(finding, number === 1 ? base : `${base}|${number}`, names)
  })
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
