// SPDX-License-Identifier: EUPL-1.2
import { type SensorTold, sensorBeat } from '@schouw/contract'
import type { SensorRow } from './enrolment.ts'

type Beat = NonNullable<SensorTold['beat']>
type Trouble = SensorTold['troubles'][number]

/** A sensor says something once a minute, however long its slices are. */
const silentMs = 5 * 60_000
/** Further off, and times in what it saw cannot be laid beside other logs. */
const clockOffMs = 5_000
/** Full enough to look, with time left. */
const fillingShare = 0.5
/** A mirror port on which nothing passes for so long is not connected. */
const noPacketsMs = 15 * 60_000

export interface Health {
  readonly health: SensorTold['health']
  readonly troubles: readonly Trouble[]
  readonly beat: Beat | null
  readonly missing: number
}

/** How a sensor is, as far as the hub has heard; what it has not heard is not said. */
export function healthOf(row: SensorRow, now: string): Health {
  const read = row.beat === null ? undefined : sensorBeat.safeParse(row.beat)
  const beat = read?.success === true ? read.data : null
  // Of numbers that were given out later ones came: these did not.
  const before = Math.max(row.floor_sequence, (row.least_sequence ?? 1) - 1)
  const missing = Math.max(0, row.top_sequence - before - row.batch_count)
  if (row.revoked_at !== null) return { health: 'revoked', troubles: [], beat, missing }
  const troubles = troublesOf(row, { beat, missing, now })
  const isHeard = row.beat_at !== null || row.batch_at !== null
  if (!isHeard && !isSilent(row, now)) return { health: 'never_heard', troubles, beat, missing }
  if (troubles.includes('silent')) return { health: 'silent', troubles, beat, missing }
  return { health: troubles.length > 0 ? 'attention' : 'well', troubles, beat, missing }
}

/** Since when it is silent; undefined while it is not. Counts from when it was let in. */
export function silentSince(
  { beat_at, batch_at, enrolled_at, revoked_at }: Heard,
  now: string,
): string | undefined {
  if (revoked_at !== null) return undefined
  const last = [beat_at, batch_at, enrolled_at]
    .filter((at) => at !== null)
    .sort()
    .at(-1)
  const isOver = last !== undefined && Date.parse(now) - Date.parse(last) > silentMs
  return isOver ? last : undefined
}

type Heard = Pick<SensorRow, 'beat_at' | 'batch_at' | 'enrolled_at' | 'revoked_at'>

function isSilent(row: Heard, now: string): boolean {
  return silentSince(row, now) !== undefined
}

function troublesOf(
  row: SensorRow,
  { beat, missing, now }: { beat: Beat | null; missing: number; now: string },
): readonly Trouble[] {
  const isOff = beat?.clock != null && Math.abs(beat.clock.ahead_ms) > clockOffMs
  const lastPacket = beat?.captured.last_packet_at ?? beat?.started_at
  const isQuiet =
    beat?.source === 'stream' &&
    row.beat_at !== null &&
    Date.parse(beat.sent_at) - Date.parse(lastPacket ?? beat.sent_at) > noPacketsMs
  const isBehind = beat !== null && beat.settings.version < row.settings_version
  const found: readonly (readonly [Trouble, boolean])[] = [
    ['two_senders', row.conflict_at !== null],
    ['silent', isSilent(row, now)],
    ['lost', (beat?.spool.lost ?? 0) > 0],
    ['numbers_missing', missing > 0],
    ['refused', (beat?.spool.refused ?? 0) > 0],
    ['clock', isOff],
    ['spool_filling', beat !== null && beat.spool.bytes > beat.spool.most_bytes * fillingShare],
    ['settings_refused', beat?.settings.refused != null],
    ['settings_waiting', isBehind && beat.settings.refused === null],
    ['hub_left_out', row.day === now.slice(0, 10) && row.day_left_out > 0],
    ['no_packets', isQuiet],
  ]
  return found.flatMap(([trouble, isSo]) => (isSo ? [trouble] : []))
}
