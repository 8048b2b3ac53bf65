// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'
import { type RoomLine, standingLines } from './log.ts'

interface Word {
  readonly line: string
  readonly at: string
  readonly author: string
  readonly written_by: string
}

/** A line or process that the incident stops, and when it may run again. */
export interface Standstill {
  readonly process: string
  readonly name: string
  readonly restart_criteria: string | null
  readonly owner: string | null
  /** Line of the log in which its owner accepted the restart; null while nobody did. */
  readonly accepted: Word | null
  /** Line in which somebody else released it, with the reason; null while nobody did. */
  readonly released: (Word & { readonly reason: string }) | null
  /** Hours up to the acceptance or release, the end of the incident or now; null while nobody knows since when. */
  readonly hours: number | null
  readonly eur_per_hour: number | null
  readonly eur: number | null
}

export interface CostSoFar {
  readonly standstills: readonly Standstill[]
  /** Costs entered in the log. */
  readonly entered_eur: number
  /** Standstill that can be reckoned plus what was entered; null while nothing is known. */
  readonly eur: number | null
  /** Processes whose hours or cost nobody knows: the sum lacks them. */
  readonly without: readonly string[]
}

const hourMs = 3_600_000

/** A process counts until the log holds its owner's acceptance, or a release by somebody else. */
export function costSoFar(
  incident: Line,
  processes: readonly Line[],
  log: readonly RoomLine[],
  now: string,
): CostSoFar {
  const lines = standingLines(log)
  const began = incident.text('started_at') ?? incident.text('detected_at')
  const handled = incident.text('handled_at')
  const over = handled === null ? null : (incident.text('recovered_at') ?? handled)
  const standstills = incident.list('processes').flatMap((id) => {
    const found = processes.find((line) => line.id === id)
    return found === undefined ? [] : [standstillOf(found, { lines, began, over, now })]
  })
  const entered = lines.reduce((sum, { cost_eur }) => sum + (cost_eur ?? 0), 0)
  const hasEntered = lines.some(({ cost_eur }) => cost_eur !== null)
  const known = standstills.flatMap(({ eur }) => eur ?? [])
  return {
    standstills,
    entered_eur: entered,
    eur: known.length === 0 && !hasEntered ? null : known.reduce((sum, eur) => sum + eur, entered),
    without: standstills.filter(({ eur }) => eur === null).map(({ process }) => process),
  }
}

interface Around {
  readonly lines: readonly RoomLine[]
  readonly began: string | null
  /** When the incident was over: nothing stands still because of it after that. */
  readonly over: string | null
  readonly now: string
}

function standstillOf(found: Line, { lines, began, over, now }: Around): Standstill {
  const owner = found.text('owner')
  const about = lines.filter(({ process }) => process === found.id)
  // Once all is over a line may have got another owner; the word was its owner's of then.
  const accepted = about.findLast(
    ({ type, author }) => type === 'restart_accepted' && (author === owner || over !== null),
  )
  const released = about.findLast(({ type }) => type === 'restart_released')
  const until = accepted?.happened_at ?? released?.happened_at ?? over ?? now
  const hours =
    began === null ? null : Math.max(0, (Date.parse(until) - Date.parse(began)) / hourMs)
  const perHour = found.number('outage_cost_eur_per_hour')
  return {
    process: found.id,
    name: found.text('name') ?? '',
    restart_criteria: found.text('restart_criteria'),
    owner,
    accepted: accepted === undefined ? null : wordIn(accepted),
    released: released === undefined ? null : { ...wordIn(released), reason: released.text },
    hours,
    eur_per_hour: perHour,
    eur: hours === null || perHour === null ? null : Math.round(hours * perHour),
  }
}

function wordIn({ id, happened_at: at, author, written_by }: RoomLine): Word {
  return { line: id, at, author, written_by }
}
