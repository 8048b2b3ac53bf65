// SPDX-License-Identifier: EUPL-1.2
/**
 * EPSS: the estimated chance that a vulnerability is exploited within thirty days (FIRST, CSV, plain
 * or gzip). Joined to results by CVE alone.
 */
import { gunzipSync } from 'node:zlib'
import { type Problem, quoted } from '../problem/index.ts'

export interface EpssScore {
  /** 0 to 1. */
  readonly exploitChance: number
  /** Share of all vulnerabilities with a lower chance, 0 to 1. */
  readonly percentile: number
}

export interface Epss {
  /** Date of the scores, as the file has it; '' where it names none. */
  readonly scoredAt: string
  readonly byCve: ReadonlyMap<string, EpssScore>
  readonly problems: readonly Problem[]
}

// The daily file has some 300 000 lines of 30 bytes.
const largest = 256 * 1024 * 1024

export function readEpss(path: string, bytes: Uint8Array): Epss {
  const byCve = new Map<string, EpssScore>()
  const problems: Problem[] = []
  const complain = (line: number | null, expected: string, found: string) => {
    if (problems.length < 20) problems.push({ path, line, column: null, expected, found })
  }
  const text = textOf(bytes)
  if (text === undefined) {
    complain(null, 'EPSS scores as CSV, plain or gzip', 'something else')
    return { scoredAt: '', byCve, problems }
  }
  const scoredAt = /^#.*score_date:([^,\r\n]+)/.exec(text)?.[1] ?? ''
  let number = 0
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).trim()
    at = end < 0 ? text.length : end + 1
    number += 1
    if (line === '' || line.startsWith('#') || line.startsWith('cve,')) continue
    const [cve = '', chance = '', rank = ''] = line.split(',')
    const [exploitChance, percentile] = [shareOf(chance), shareOf(rank)]
    if (
      !/^CVE-\d{4}-\d{4,}$/.test(cve) ||
      exploitChance === undefined ||
      percentile === undefined
    ) {
      complain(number, 'CVE, chance and percentile', quoted(line))
    } else byCve.set(cve, { exploitChance, percentile })
  }
  return { scoredAt, byCve, problems }
}

function shareOf(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  return value >= 0 && value <= 1 ? value : undefined
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes
    if (plain.length > largest) return undefined
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}
