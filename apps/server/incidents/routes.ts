// SPDX-License-Identifier: EUPL-1.2
import { incidentRoutes } from '@schouw/contract'
import { incidents } from '@schouw/core/board'
import type { FastifyInstance } from 'fastify'
import type { Files } from '../files/files.ts'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Storage } from '../storage/storage.ts'
import { drafted } from './draft.ts'
import { LogWriter } from './log.ts'
import { mailsAmong } from './mails.ts'
import { paperAnswer } from './paper.ts'

interface Around {
  readonly storage: Storage
  readonly files: Files | undefined
  readonly clock: () => string
}

/** The rooms of incidents, from the registers that the reader may see. */
export function servedIncidents(app: FastifyInstance, { storage, files, clock }: Around): void {
  const writer = new LogWriter(storage, clock)
  const read = async (caller: Caller, about?: string) => {
    const now = clock()
    const kinds = about === undefined ? incidents.kindsOfClocks : incidents.kindsOfRooms
    const only = about === undefined ? {} : { about }
    const found = await registersRead({ storage, caller, kinds, asOf: undefined, now, ...only })
    if ('refused' in found) return found
    const facts: incidents.RoomFacts = { records: found.facts.records, now }
    return { facts, moment: found.moment }
  }
  serveRoute(app, incidentRoutes.incidentRoom, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const found = await read(caller, id)
    if ('refused' in found) return found.refused
    const room = incidents.roomOf(found.facts, id)
    if (room === undefined) return no('not-found')
    const { as_of, hidden } = found.moment
    return { status: 200, body: { as_of, now: found.facts.now, hidden, room } }
  })
  serveRoute(app, incidentRoutes.runningClocks, { clock }, async ({ caller }) => {
    const found = await read(caller)
    if ('refused' in found) return found.refused
    return { status: 200, body: { now: found.facts.now, ...incidents.runningClocks(found.facts) } }
  })
  serveRoute(app, incidentRoutes.writeIncidentLog, { clock }, async ({ caller, params, body }) => {
    const { id = '' } = params
    return isId(id) ? writer.write(caller, id, body) : no('not-found')
  })
  serveRoute(app, incidentRoutes.incidentMails, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const found = await read(caller, id)
    if ('refused' in found) return found.refused
    const record = found.facts.records.incident?.find((one) => one.id === id)
    if (record === undefined) return no('not-found')
    const { photos = [] } = record.values as { readonly photos?: readonly string[] }
    const { tenant } = caller
    const items = await mailsAmong({ storage, files, tenant, digests: photos })
    return { status: 200, body: { items } }
  })
  serveRoute(
    app,
    incidentRoutes.incidentReportPaper,
    { clock },
    async ({ caller, params, query }) => {
      const { id = '', report = '' } = params
      if (!isId(id) || !isId(report)) return no('not-found')
      const found = await read(caller, id)
      if ('refused' in found) return found.refused
      const { language } = query
      const { tenant } = caller
      return paperAnswer({ storage, tenant, facts: found.facts, incident: id, report, language })
    },
  )
  serveRoute(
    app,
    incidentRoutes.draftIncidentReport,
    { clock },
    async ({ caller, params, body }) => {
      const { id = '' } = params
      if (!isId(id)) return no('not-found')
      const found = await read(caller, id)
      if ('refused' in found) return found.refused
      return drafted({ storage, caller, facts: found.facts }, id, body)
    },
  )
}
