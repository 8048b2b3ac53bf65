// SPDX-License-Identifier: EUPL-1.2
import type { IncidentWords } from '../../words/pages/incident-words.ts'
import { spoken } from '../../words/spoken.ts'

export const useIncidentWords = spoken<IncidentWords>({
  nl: async () => (await import('../../words/pages/incident-nl.ts')).incidentNl,
  en: async () => (await import('../../words/pages/incident-en.ts')).incidentEn,
})

const minuteMs = 60_000

/** A span to the minute, as large units as tell enough: `2 d 4 u`, `6 u 12 min`, `9 min`. */
export function span(ms: number, { time }: IncidentWords): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs)
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ]
  if (days > 0) return `${days} ${time.day}${hours === 0 ? '' : ` ${hours} ${time.hour}`}`
  if (hours > 0) {
    const more = rest === 0 ? '' : ` ${rest} ${time.minute}`
    return `${hours} ${time.hour}${more}`
  }
  return `${rest} ${time.minute}`
}
