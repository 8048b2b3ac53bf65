// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { parseFilter } from '../filter/parse.ts'

/** What the hub may set of a sensor. Never where it delivers, nor anything outside its own source. */
export interface SensorSettings {
  /** Seconds between two slices and deliveries. */
  readonly every_s: number
  /** Which packets are looked at, as `tcpdump` spells it; empty: all. */
  readonly filter: string
  /** Of one slice; more are left out and counted. */
  readonly most_packets: number
  /** Inside the folder that the sensor was started with; empty: that folder itself. */
  readonly folder: string
}

export const usualSettings: SensorSettings = {
  every_s: 60,
  filter: '',
  most_packets: 5_000_000,
  folder: '',
}

const bounds = {
  every_s: [1, 3600],
  most_packets: [1_000, 100_000_000],
} as const

/** The first thing that is wrong is named. */
export function asSettings(given: unknown): Outcome<SensorSettings, 'settings-refused'> {
  const one = (typeof given === 'object' && given !== null ? given : {}) as Partial<SensorSettings>
  for (const name of ['every_s', 'most_packets'] as const) {
    const value = one[name]
    const [least, most] = bounds[name]
    if (!Number.isSafeInteger(value) || Number(value) < least || Number(value) > most) {
      return refuse('settings-refused', { at: name, expected: `${least} to ${most}` })
    }
  }
  const { filter, folder } = one
  if (typeof filter !== 'string') return refuse('settings-refused', { at: 'filter' })
  const parsed = parseFilter(filter)
  if (!parsed.ok) return refuse('settings-refused', { ...parsed.facts, at: 'filter' })
  if (typeof folder !== 'string' || !isFolderInside(folder)) {
    return refuse('settings-refused', { at: 'folder' })
  }
  return ok({
    every_s: Number(one.every_s),
    filter,
    most_packets: Number(one.most_packets),
    folder,
  })
}

/** Names of folders one in the other, and no way out of them. */
export function isFolderInside(folder: string): boolean {
  if (folder === '') return true
  if (folder.length > 200 || /[\\:]/.test(folder)) return false
  return folder.split('/').every((part) => /^[\p{L}\p{N}_ .-]+$/u.test(part) && !/^\.+$/.test(part))
}
