// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react'
import { useClocks } from '../data/incidents.ts'
import { useKept } from '../data/kept.ts'
import { useLanguage } from '../words/language.tsx'
import { momentIn, wallOf } from './wall-time.ts'

export interface Times {
  /** IANA zone of the organisation; of this device while nobody has told. */
  readonly zone: string
  /** An instant as the organisation's clock on the wall shows it, with the name of its zone. */
  readonly at: (instant: string) => string
  /** The day it is for the organisation, `YYYY-MM-DD`. */
  readonly today: () => string
}

/** A term runs where the organisation is: whoever looks from elsewhere sees its clock, not an own one. */
export function useTimes(): Times {
  const { language } = useLanguage()
  const told = useClocks().data?.time_zone
  const zone = told ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    zone,
    at: (instant) => momentIn(instant, { language, zone }),
    today: () => wallOf(Date.now(), zone).slice(0, 10),
  }
}

/** The minute that runs, as an instant in UTC. */
export function thisMinute(): string {
  return `${new Date().toISOString().slice(0, 16)}:00.000Z`
}

/** A moment in a form that begins as this minute, and is kept once it was changed. */
export function useKeptMoment(key: string) {
  const [begun] = useState(thisMinute)
  return useKept(key, begun)
}
