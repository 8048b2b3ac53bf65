// SPDX-License-Identifier: EUPL-1.2
// What an inspection shows that a person must judge, as alerts for the hub. Facts, never payloads.
import { createHash } from 'node:crypto'
import type { Detection, InspectionReport } from '@schouw/core/capture'
import type { Deviation } from '@schouw/core/capture/drift'

/** As the hub takes them in (`docs/formats/sensor.md`). */
export interface Alert {
  readonly name: string
  /** The same for the same thing each time: the hub counts it once. */
  readonly rule: string
  readonly severity: 'low' | 'medium' | 'high'
  readonly description: string
  readonly seen_at?: string
  readonly addresses: readonly string[]
}

const heavy = new Set([
  ...['plc_stop', 'plc_start', 'plc_restart', 'program_download', 'firmware_change'],
  ...['arp_spoofing', 'internet_from_ot', 'scan'],
])
const light = new Set(['old_tls', 'certificate_expiry', 'smb1', 'program_upload'])

const mostAddresses = 20
const mostLetters = 200

export function alertsOf(
  site: string,
  report: InspectionReport,
  deviations: readonly Deviation[] | undefined,
): readonly Alert[] {
  const addresses = new Map(report.assets.map(({ id, ipv4, ipv6 }) => [id, [...ipv4, ...ipv6]]))
  // Where a baseline says what is usual, only what departs from it is news.
  const list =
    deviations === undefined
      ? report.detections.map((one) => ({ ...one, severity: severityOf(one) }))
      : deviations.filter(({ suppressed }) => suppressed === null)
  return list.map(
    ({ id, kind, severity, source, target, last, count, detail, frames, technique }) => {
      const ends = [source, target].filter((end) => end !== null)
      const parts = [
        ...Object.entries(detail).map(([name, value]) => `${name}: ${value}`),
        ...(technique === null ? [] : [`${technique.id} ${technique.name}`]),
        ...frames.slice(0, 3).map(({ capture, frame }) => `${capture}, frame ${frame}`),
      ]
      return {
        name: `${site}: ${kind} ${ends.join(' → ')}`.slice(0, mostLetters),
        rule: createHash('sha256').update(`${site}\n${id}`).digest('hex'),
        severity,
        description: `${count}×. ${parts.join('; ')}`.slice(0, 4000),
        ...(last === null ? {} : { seen_at: last }),
        addresses: ends.flatMap((end) => addresses.get(end) ?? []).slice(0, mostAddresses),
      }
    },
  )
}

function severityOf({ kind }: Detection): Alert['severity'] {
  return heavy.has(kind) ? 'high' : light.has(kind) ? 'low' : 'medium'
}
