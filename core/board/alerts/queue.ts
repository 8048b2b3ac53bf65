// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

export const kindsOfAlerts = ['alert', 'organisation'] as const

export interface WaitingAlert {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly name: string
  readonly origin: string
  readonly rule: string | null
  readonly severity: string | null
  readonly addresses: readonly string[]
  readonly assets: readonly string[]
  readonly times: number
  readonly first_seen_at: string | null
  readonly last_seen_at: string | null
  readonly incident: string | null
  readonly handed_over_to: string | null
  readonly suppressed_until: string | null
  readonly suppression_reason: string | null
  /** Silent until a day that is over: it counts again. */
  readonly is_awake: boolean
}

/** Of alerts of which both moments are known. Hours; null while there are none. */
export interface AlertFigures {
  readonly open: number
  readonly silent: number
  /** From when it happened until somebody looked. */
  readonly detect_hours: number | null
  readonly detect_of: number
  /** From when it happened until it was contained. */
  readonly contain_hours: number | null
  readonly contain_of: number
}

export interface AlertQueue {
  /** The gravest first, then the oldest. */
  readonly waiting: readonly WaitingAlert[]
  readonly silent: readonly WaitingAlert[]
  /** The latest that are over, at most fifty. */
  readonly done: readonly WaitingAlert[]
  readonly figures: AlertFigures
}

const gravity: Readonly<Record<string, number>> = { critical: 4, high: 3, medium: 2, low: 1 }
const mostDone = 50
const hourMs = 3_600_000

/** `today` is the day it is for the organisation: a suppression holds up to and with its last day. */
export function queueOf(records: readonly RecordVersion[], today: string): AlertQueue {
  const lines = records.filter(({ retired }) => retired === null).map(lineOf)
  const all = lines.map((line) => waitingOf(line, today))
  const isSilent = (one: WaitingAlert) => one.state === 'suppressed' && !one.is_awake
  const silent = all.filter(isSilent)
  const done = all.filter(({ state }) => state === 'closed' || state === 'contained')
  const waiting = all.filter((one) => !isSilent(one) && !done.includes(one))
  const detect = spans(lines, 'triaged_at')
  const contain = spans(lines, 'contained_at')
  return {
    waiting: waiting.toSorted(
      (a, b) =>
        (gravity[b.severity ?? ''] ?? 0) - (gravity[a.severity ?? ''] ?? 0) ||
        (a.first_seen_at ?? '').localeCompare(b.first_seen_at ?? ''),
    ),
    silent: silent.toSorted((a, b) =>
      (a.suppressed_until ?? '').localeCompare(b.suppressed_until ?? ''),
    ),
    done: done
      .toSorted((a, b) => (b.last_seen_at ?? '').localeCompare(a.last_seen_at ?? ''))
      .slice(0, mostDone),
    figures: {
      open: waiting.length,
      silent: silent.length,
      detect_hours: median(detect),
      detect_of: detect.length,
      contain_hours: median(contain),
      contain_of: contain.length,
    },
  }
}

function waitingOf(line: Line, today: string): WaitingAlert {
  const until = line.text('suppressed_until')
  return {
    ...{ id: line.id, version: line.version, state: line.state },
    name: line.text('name') ?? '',
    origin: line.text('origin') ?? '',
    rule: line.text('rule'),
    severity: line.text('severity'),
    addresses: line.list('addresses'),
    assets: line.list('assets'),
    times: line.number('times') ?? 1,
    first_seen_at: line.text('first_seen_at'),
    last_seen_at: line.text('last_seen_at'),
    incident: line.text('incident'),
    handed_over_to: line.text('handed_over_to'),
    suppressed_until: until,
    suppression_reason: line.text('suppression_reason'),
    is_awake: line.state === 'suppressed' && until !== null && until < today,
  }
}

function spans(lines: readonly Line[], field: string): readonly number[] {
  return lines.flatMap((line) => {
    const [from, to] = [line.text('first_seen_at'), line.text(field)]
    return from === null || to === null ? [] : [(Date.parse(to) - Date.parse(from)) / hourMs]
  })
}

/** The one in the middle: one that lay for months says little about the others. */
function median(hours: readonly number[]): number | null {
  const sorted = hours.toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ]
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10
}
