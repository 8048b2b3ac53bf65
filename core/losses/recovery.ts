// SPDX-License-Identifier: EUPL-1.2

import type { Interval } from './interval.ts'
import type { Line } from './line.ts'

/** How long it takes to come back, with what was measured held against what was said. */
export interface Recovery {
  readonly hours: Interval
  /** Whether a measurement set an end of it. */
  readonly sets: boolean
  readonly tests: readonly string[]
}

interface Asked {
  readonly risk: Line
  readonly line: Line
  /** What people said; null when nobody did. */
  readonly estimate: Interval | null
  readonly tests: readonly Line[]
}

/**
 * A stop can last as long as bringing back took when it was tried, and starting up after that. A
 * quick restore of one system never shortens what people expect of the whole. Null without a test.
 */
export function recoveryOf({ risk, line, estimate, tests }: Asked): Recovery | null {
  const devices = new Set([...risk.list('assets'), ...line.list('depends_on_assets')])
  const own = lastOfEach(tests).filter(
    (test) => test.text('process') === line.id || devices.has(test.text('asset') ?? ''),
  )
  if (own.length === 0) return null
  const restart = line.number('restart_hours') ?? 0
  const measured = own.map((test) => (test.number('restored_in_hours') ?? 0) + restart)
  const low = Math.min(...measured)
  const high = Math.max(...measured)
  const ids = own.map(({ id }) => id)
  if (estimate === null) return { hours: { low, high }, sets: true, tests: ids }
  const hours = { low: estimate.low, high: Math.max(estimate.high, high) }
  return { hours, sets: high > estimate.high, tests: ids }
}

/** Of each system the last test that brought something back and was timed. */
function lastOfEach(tests: readonly Line[]): readonly Line[] {
  const last = new Map<string, Line>()
  for (const test of tests) {
    const isOver = test.state === 'done' || test.state === 'confirmed'
    const hasPassed = test.text('result') === 'passed' || test.text('result') === 'partly'
    if (!isOver || !hasPassed || test.number('restored_in_hours') === null) continue
    const system = test.text('asset') ?? test.text('process') ?? test.text('system') ?? test.id
    const before = last.get(system)?.text('tested_on') ?? ''
    if ((test.text('tested_on') ?? '') >= before) last.set(system, test)
  }
  return [...last.values()]
}
