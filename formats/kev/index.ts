// SPDX-License-Identifier: EUPL-1.2
/**
 * KEV: the catalogue of vulnerabilities known to be exploited (CISA, JSON). Joined to results by
 * CVE alone; it never makes a match.
 */
import { type Problem, quoted } from '../problem/index.ts'

export interface KevEntry {
  readonly cve: string
  readonly dateAdded: string
  readonly dueDate: string
  readonly isUsedByRansomware: boolean
}

export interface Kev {
  /** Version of the catalogue, which is its date; '' where it names none. */
  readonly version: string
  readonly byCve: ReadonlyMap<string, KevEntry>
  readonly problems: readonly Problem[]
}

export function readKev(path: string, bytes: Uint8Array): Kev {
  const byCve = new Map<string, KevEntry>()
  const problem = (expected: string, found: string): Kev => ({
    version: '',
    byCve,
    problems: [{ path, line: null, column: null, expected, found }],
  })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fault) {
    return problem('a KEV catalogue in JSON', quoted(fault instanceof Error ? fault.message : ''))
  }
  const catalogue = recordOf(value)
  const rows = catalogue['vulnerabilities']
  if (!Array.isArray(rows)) return problem('a list "vulnerabilities"', quoted(rows))
  for (const row of rows) {
    const one = recordOf(row)
    const cve = textOf(one['cveID']).toUpperCase()
    if (!/^CVE-\d{4}-\d{4,}$/.test(cve)) continue
    byCve.set(cve, {
      cve,
      dateAdded: textOf(one['dateAdded']),
      dueDate: textOf(one['dueDate']),
      isUsedByRansomware: textOf(one['knownRansomwareCampaignUse']) === 'Known',
    })
  }
  const skipped = rows.length - byCve.size
  const problems =
    skipped === 0
      ? []
      : [
          {
            path,
            line: null,
            column: null,
            expected: 'rows with a cveID of their own',
            found: `${skipped} others`,
          },
        ]
  return { version: textOf(catalogue['catalogVersion']), byCve, problems }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
