// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@schouw/core/kernel'
import type { Problem } from '../problem/index.ts'

export type Severity = 'low' | 'medium' | 'high' | 'critical'

export interface ForeignFinding {
  /** What reported it: the name of the scanner or the test. */
  readonly tool: string
  /** The same for the same thing, in every file of the tool. */
  readonly fingerprint: string
  readonly name: string
  readonly severity: Severity
  readonly description: string
  readonly recommendation: string
  /** Host names and addresses it was found on. */
  readonly hosts: readonly string[]
  /** `YYYY-MM-DD`; null when the file does not say. */
  readonly foundOn: string | null
}

export interface FindingsRead {
  /** Null when nothing known was recognised. */
  readonly format: 'sarif' | 'defectdojo' | 'csv' | null
  readonly findings: readonly ForeignFinding[]
  /** Results that say of themselves that nothing is wrong: passed, suppressed, mitigated, false. */
  readonly skipped: number
  readonly problems: readonly Problem[]
}

/** Bounds we choose: a scan of a large plant has some thousands; beyond it a filter is meant. */
export const findingLimits = {
  fileBytes: 64 * 1024 * 1024,
  findings: 20_000,
  problems: 200,
  nameCharacters: 200,
  textCharacters: 8_000,
  hosts: 50,
} as const

/** Digest over the parts, none of which can run into the next. */
export function fingerprintOf(parts: readonly string[]): string {
  const bytes = sha256(utf8(JSON.stringify(parts)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function utf8(text: string): Uint8Array {
  return Uint8Array.from(unescape(encodeURIComponent(text.toWellFormed())), (one) =>
    one.charCodeAt(0),
  )
}

/** CVSS v3 and v4 alike: 9.0, 7.0 and 4.0 are where the words change. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  return score >= 4 ? 'medium' : 'low'
}

const words: readonly (readonly [RegExp, Severity])[] = [
  [/^(critical|kritiek|4)$/i, 'critical'],
  [/^(high|hoog|error|serious|3)$/i, 'high'],
  [/^(medium|moderate|middel|gemiddeld|warning|2)$/i, 'medium'],
  [/^(low|laag|info|informational|information|note|none|log|1|0)$/i, 'low'],
]

export function severityOfWord(word: string): Severity | undefined {
  return words.find(([pattern]) => pattern.test(word.trim()))?.[1]
}

/** The host in an address: `https://10.1.1.1:8443/x`, `tcp://plc-2`, `10.1.1.1:22`, `plc-2`. */
export function hostOf(address: string): string | undefined {
  const bare = address
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^[^@/]*@/, '')
  const [host = ''] = bare.startsWith('[')
    ? [bare.slice(1, Math.max(1, bare.indexOf(']')))]
    : bare.split(/[/?#]/, 1)
  const named = (host.split(':').length === 2 ? host.split(':')[0] : host) ?? ''
  return /^[\p{L}\d][\p{L}\d._:-]{0,252}$/u.test(named) ? named.toLowerCase() : undefined
}
