// SPDX-License-Identifier: EUPL-1.2
import { useClocks } from '../../data/incidents.ts'
import { useLanguage } from '../../words/language.tsx'
import { instantOf, momentIn, wallOf } from './wall-time.ts'

export interface Times {
  /** IANA zone of the organisation; of this device while nobody has told. */
  readonly zone: string
  /** An instant as the organisation's clock on the wall shows it, with the name of its zone. */
  readonly at: (instant: string) => string
  /** What a field for date and time holds, as an instant in UTC. */
  readonly instant: (wall: string) => string
  /** This minute, as a field for date and time wants it. */
  readonly now: () => string
}

/** A term runs where the organisation is: whoever looks from elsewhere sees its clock, not an own one. */
export function useTimes(): Times {
  const { language } = useLanguage()
  const told = useClocks().data?.time_zone
  const zone = told ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    zone,
    at: (instant) => momentIn(instant, { language, zone }),
    instant: (wall) => new Date(instantOf(wall, zone)).toISOString(),
    now: () => wallOf(Date.now(), zone),
  }
}
