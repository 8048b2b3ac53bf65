// SPDX-License-Identifier: EUPL-1.2
import { addDays, localTime, weekday } from '@schouw/core/kernel'
import type { Weekday, WindowInput } from './inputs.ts'

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export interface LocalMoment {
  readonly weekday: Weekday
  /** `2026-10-31T02:14`, local, without an offset: what the people there read on the clock. */
  readonly text: string
}

export function localMoment(instant: string, timeZone: string): LocalMoment {
  const { date, minutes } = localTime(Date.parse(instant), timeZone)
  return { weekday: weekdays[weekday(date)], text: `${date}T${clockOf(minutes)}` }
}

/**
 * Whether the moment lies in the window, its first minute included and its last not. A window
 * that ends before it begins runs past midnight and belongs to the day on which it begins.
 */
export function isWithinWindow(instant: string, window: WindowInput, timeZone: string): boolean {
  const { date, minutes } = localTime(Date.parse(instant), timeZone)
  const from = minutesOf(window.from)
  const to = minutesOf(window.to)
  const isOpen = (day: string) => window.days.includes(weekdays[weekday(day)])
  if (from < to) return isOpen(date) && minutes >= from && minutes < to
  if (minutes >= from && isOpen(date)) return true
  return minutes < to && isOpen(addDays(date, -1))
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
