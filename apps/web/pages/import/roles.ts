// SPDX-License-Identifier: EUPL-1.2
import type { Session } from '../../data/session.ts'
import type { Way } from './what.ts'

/** As the routes are declared; the server decides. */
const who: Readonly<Record<Way, readonly string[]>> = {
  'first-state': ['ciso'],
  table: ['director', 'ciso', 'it_manager', 'ot_engineer', 'process_owner', 'consultant'],
  source: ['ciso', 'it_manager', 'ot_engineer', 'consultant'],
  scan: ['ciso', 'it_manager', 'ot_engineer', 'consultant'],
}

/** Which files somebody may bring in. */
export function waysOf({ organisation }: Session): readonly Way[] {
  const held: readonly string[] = organisation?.roles ?? []
  return (Object.keys(who) as Way[]).filter((way) => who[way].some((role) => held.includes(role)))
}
