// SPDX-License-Identifier: EUPL-1.2
import { localTime } from '@schouw/core/kernel'
import type { Problem } from '../problem/index.ts'

export type RunOutcome = 'passed' | 'partly' | 'failed'

/** One run of one job, as it was reported. */
export interface BackupRun {
  readonly line: number
  readonly job: string
  readonly outcome: RunOutcome
  /** UTC. */
  readonly ended_at: string
  readonly size_bytes: number | null
}

export interface BackupRunsRead {
  readonly format: 'table' | 'restic' | 'borg' | null
  /** Headings that were taken; empty for JSON. */
  readonly columns: Readonly<Record<string, string | null>>
  readonly runs: readonly BackupRun[]
  /** Runs that had not ended. */
  readonly unfinished: number
  readonly problems: readonly Problem[]
}

export const longestJob = 200
export const mostRuns = 50_000
export const mostProblems = 100

const passed =
  /^(success|successful|succeeded|ok|passed|completed?|done|gelukt|geslaagd|voltooid|0|0x0+)$/i
const partly = /warning|waarschuwing|partial|deels|gedeeltelijk|incomplete|with errors/i
const failed =
  /fail|error|mislukt|fout|abort|cancel|stopped|missed|gemist|afgebroken|timed? ?out|^-?\d+$|^0x[0-9a-f]+$/i
const running =
  /running|in progress|pending|queued|waiting|bezig|wacht|^none$|not started|scheduled/i

/** `unfinished`: it says nothing yet. Null: not a word for an outcome. */
export function outcomeOf(text: string): RunOutcome | 'unfinished' | null {
  const plain = text.trim()
  if (passed.test(plain)) return 'passed'
  if (running.test(plain)) return 'unfinished'
  if (partly.test(plain)) return 'partly'
  if (failed.test(plain)) return 'failed'
  return /^(completed|voltooid)\b/i.test(plain) ? 'passed' : null
}

const units: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
  t: 1024 ** 4,
  tb: 1024 ** 4,
  tib: 1024 ** 4,
}

/** `12.3 GB`, `12,3 GB`, `1.234.567` bytes. Null where it is no size. */
export function sizeOf(text: string): number | null {
  const found = /^([\d.,]+)\s*([a-z]*)$/i.exec(text.trim())
  if (found === null) return null
  const [, digits = '', unit = ''] = found
  const factor = unit === '' ? 1 : units[unit.toLowerCase()]
  const amount = numberOf(digits)
  if (factor === undefined || amount === null) return null
  const bytes = Math.round(amount * factor)
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** The last sign parts the fraction, unless three digits follow and it could part thousands. */
function numberOf(digits: string): number | null {
  const parts = digits.split(/[.,]/)
  const last = parts.at(-1) ?? ''
  const isWhole = parts.length === 1 || (last.length === 3 && parts.length !== 2)
  const plain = isWhole ? parts.join('') : `${parts.slice(0, -1).join('')}.${last}`
  const value = Number(plain)
  return plain === '' || !Number.isFinite(value) ? null : value
}

/** What was read as if it were UTC, as wall time in a zone. */
export function inZone(instant: string, zone: string): string {
  const wall = Date.parse(instant)
  let at = wall
  // Twice: the first guess may lie on the other side of a change of the clock.
  for (let round = 0; round < 2; round += 1) {
    const { date, minutes } = localTime(at, zone)
    const shown = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000 + (at % 60_000)
    at += wall - shown
  }
  return new Date(at).toISOString()
}

/** Whether a moment says in which zone it is. */
export function hasZone(text: string): boolean {
  return /(Z|[+-]\d{2}:?\d{2})$/.test(text.trim())
}
