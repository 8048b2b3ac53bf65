// SPDX-License-Identifier: EUPL-1.2
/**
 * Sessions: who worked on a machine from elsewhere, taken from what `schouw inspect --json` wrote. The
 * report comes from outside, so nothing in it is taken on trust.
 */
import { type Fields, isFields, jsonText, type SightedSession, text } from '../sightings/index.ts'

/** Bounds of ours. */
export const sessionLimits = { bytes: 33_554_432, sessions: 5_000, names: 20 } as const

export interface SessionsRead {
  readonly sessions: readonly SightedSession[]
  /** Detections that were looked at. */
  readonly looked: number
}

/** Undefined for what is no report of an inspection. */
export function readSessions(given: string): SessionsRead | undefined {
  const start = given.replace(/^\uFEFF/, '').trimStart()
  if (!start.startsWith('{')) return undefined
  return sessionsOf(jsonText(start, { path: '' }).value)
}

/** The same of a report that was parsed already. */
export function sessionsOf(value: unknown): SessionsRead | undefined {
  if (!isFields(value) || text(value, 'schema') !== 'schouw/inspect/1') return undefined
  const detections = value['detections']
  if (!Array.isArray(detections)) return undefined
  const assets = new Map(
    (Array.isArray(value['assets']) ? value['assets'] : []).flatMap((one) => {
      const id = isFields(one) ? text(one, 'id') : undefined
      return id === undefined || !isFields(one) ? [] : [[id, one] as const]
    }),
  )
  const sessions: SightedSession[] = []
  for (const one of detections) {
    if (!isFields(one) || text(one, 'kind') !== 'remote_access') continue
    if (sessions.length >= sessionLimits.sessions) break
    const [source, target] = [text(one, 'source') ?? '', text(one, 'target') ?? '']
    const ends = [assets.get(source), assets.get(target)]
    if (!isFromElsewhere(one, ends)) continue
    const [frame] = Array.isArray(one['frames']) ? one['frames'] : []
    const times = Number(text(one, 'count') ?? 1)
    sessions.push({
      tool: (text(one, 'detail', 'tool') ?? text(one, 'protocol') ?? 'unknown').slice(0, 80),
      source: namesOf(source, ends[0]),
      target: namesOf(target, ends[1]),
      first_at: instant(text(one, 'first')),
      last_at: instant(text(one, 'last')),
      capture: isFields(frame) ? (text(frame, 'capture') ?? text(frame, 'file') ?? null) : null,
      frame: isFields(frame) ? whole(text(frame, 'frame') ?? text(frame, 'number')) : null,
      times: Number.isSafeInteger(times) && times > 0 ? Math.min(times, 1_000_000_000) : 1,
    })
  }
  return { sessions, looked: detections.length }
}

/** Of the process, not of the office: below this a device steers something. */
const processLevel = 3

/** A screen shared in an office is housekeeping; what comes from outside or touches the process is access. */
function isFromElsewhere(detection: Fields, ends: readonly (Fields | undefined)[]): boolean {
  if (text(detection, 'detail', 'direction') !== undefined) return true
  return ends.some((one) => {
    if (one === undefined) return true
    const level = Number(text(one, 'purdue_level') ?? Number.NaN)
    return one['external'] === true || level <= processLevel
  })
}

function namesOf(id: string, asset: Fields | undefined): readonly string[] {
  if (asset === undefined) return id === '' ? [] : [id.slice(0, 200)]
  const names = ['ipv4', 'ipv6', 'macs', 'hostnames'].flatMap((field) => {
    const list = asset[field]
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  })
  return names.map((one) => one.slice(0, 253)).slice(0, sessionLimits.names)
}

function instant(given: string | undefined): string | null {
  const ms = given === undefined ? Number.NaN : Date.parse(given)
  return Number.isFinite(ms) && ms > 0 && ms < 4e12 ? new Date(ms).toISOString() : null
}

function whole(given: string | undefined): number | null {
  const value = Number(given ?? Number.NaN)
  return Number.isSafeInteger(value) && value >= 0 ? value : null
}
