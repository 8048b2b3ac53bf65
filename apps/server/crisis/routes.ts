// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { crisisOf, kindsOfCrisis } from '@schouw/core/board/crisis'
import { drillOf, exercisesOf, kindsOfDrills, kindsOfExercises } from '@schouw/core/board/exercises'
import type { KindName } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { packAnswer } from './pack.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** What lies ready for a crisis and what is practised, from the registers that the reader may see. */
export function servedCrisis(app: FastifyInstance, { storage, clock }: Around): void {
  const read = async (caller: Caller, kinds: readonly KindName[]) => {
    const now = clock()
    const found = await registersRead({ storage, caller, kinds, asOf: undefined, now })
    return 'refused' in found ? found : { ...found, now }
  }
  serveRoute(app, routes.crisis, { clock }, async ({ caller }) => {
    const found = await read(caller, kindsOfCrisis)
    if ('refused' in found) return found.refused
    const { records, today } = found.facts
    const crisis = crisisOf({ records, hidden: found.hidden, today })
    return { status: 200, body: { ...found.moment, crisis } }
  })
  serveRoute(app, routes.crisisPack, { clock }, async ({ caller, query }) => {
    const found = await read(caller, kindsOfCrisis)
    if ('refused' in found) return found.refused
    return packAnswer(found.facts, query.language)
  })
  serveRoute(app, routes.drills, { clock }, async ({ caller }) => {
    const found = await read(caller, kindsOfExercises)
    if ('refused' in found) return found.refused
    const { records, today } = found.facts
    return {
      status: 200,
      body: { ...found.moment, exercises: exercisesOf({ records, today }) },
    }
  })
  serveRoute(app, routes.incidentDrill, { clock }, async ({ caller, params }) => {
    const now = clock()
    // What this person may not read yet, `drillOf` keeps back.
    const asked = { storage, caller, kinds: kindsOfDrills, asOf: undefined, now, hasWithheld: true }
    const found = await registersRead(asked)
    if ('refused' in found) return found.refused
    const { records } = found.facts
    const drill = drillOf({ records, now }, params['id'] ?? '', caller.actor.person)
    return drill === undefined ? no('not-found') : { status: 200, body: { now, drill } }
  })
}
