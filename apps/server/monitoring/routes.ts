// SPDX-License-Identifier: EUPL-1.2
import { deliveredAlerts, monitoringRoutes } from '@schouw/contract'
import { incidents } from '@schouw/core/board'
import { alertLimits, readAlerts } from '@schouw/formats/alerts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { Bounds } from '../report-points/bounds.ts'
import type { Storage } from '../storage/storage.ts'
import { incidentOf } from './incident.ts'
import { deliveredTo, endIntake, listIntakes, makeIntake, touchIntake } from './intakes.ts'
import { type Given, takenIn } from './taking.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
  /** Where sensors reach the server. */
  readonly origin: () => string
}

/** What sensors say is odd: the queue, what is taken in, and the way to an incident. */
export async function servedMonitoring(app: FastifyInstance, around: Around): Promise<void> {
  const { storage, clock } = around
  serveRoute(app, monitoringRoutes.alertQueue, { clock }, async ({ caller }) => {
    const kinds = incidents.alerts.kindsOfAlerts
    const read = await registersRead({ storage, caller, kinds, asOf: undefined, now: clock() })
    if ('refused' in read) return read.refused
    const { as_of, today } = read.moment
    const queue = incidents.alerts.queueOf(read.facts.records.alert ?? [], today)
    return { status: 200, body: { as_of, today, queue } }
  })
  serveRoute(app, monitoringRoutes.alertToIncident, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    return isId(id) ? incidentOf({ storage, caller, now: clock() }, id) : no('not-found')
  })
  keeping(app, around)
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: alertLimits.bytes },
      (_request, bytes, done) => done(null, bytes),
    )
    taking(inner, around)
  })
}

function keeping(app: FastifyInstance, { storage, clock, origin }: Around): void {
  serveRoute(app, monitoringRoutes.listAlertIntakes, { clock }, async ({ caller }) => ({
    status: 200,
    body: { items: await storage.read(caller.tenant, listIntakes) },
  }))
  serveRoute(app, monitoringRoutes.makeAlertIntake, { clock }, async ({ caller, body }) => {
    const { tenant, actor } = caller
    const asked = { tenant, name: body.name, by: actor.person, now: clock() }
    const made = await storage.write(tenant, (db) => makeIntake(db, storage, asked))
    if (made === undefined) return no('too-many')
    const { address, ...intake } = made
    const url = `${origin()}/api/v1/monitoring/deliveries/${address}`
    return { status: 201, body: { ...intake, url } }
  })
  serveRoute(app, monitoringRoutes.endAlertIntake, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    const isEnded =
      isId(id) && (await storage.write(caller.tenant, (db) => endIntake(db, id, clock())))
    return isEnded ? { status: 204 } : no('not-found')
  })
}

type Delivered = Exclude<ReturnType<typeof deliveredAlerts.parse>, readonly unknown[]>
const mostDeliveredBytes = 262_144

function taking(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, monitoringRoutes.readAlerts, { clock }, async ({ caller, request }) => {
    const { alerts: found, left_out, problems, read } = readAlerts(textOf(request))
    if (read === 0 && found.length === 0) {
      const expected = 'Suricata, Zeek or schouw inspect'
      return no('body-refused', { errors: [{ code: 'not-this-format', path: '', expected }] })
    }
    const { tenant, actor } = caller
    const counts = await takenIn(
      { storage, tenant, by: actor.person, now: clock(), site: null },
      found,
    )
    return { status: 200, body: { ...counts, left_out, problems } }
  })
  // Before anything is looked up: whoever knows the address and not the key costs next to nothing.
  const perAddress = new Bounds({ most: 120, perMinute: 120 })
  serveRoute(
    app,
    monitoringRoutes.deliverAlerts,
    { clock },
    async ({ params, request }): Promise<Answer> => {
      const { intake: address = '' } = params
      if (!perAddress.pass(`${request.ip} ${address}`, performance.now())) {
        return no('too-many-requests', { waitSeconds: 60 })
      }
      const body = textOf(request)
      if (body.length > mostDeliveredBytes) return no('body-too-large')
      const now = clock()
      const open = await deliveredTo(storage, { address, headers: request.headers, body, now })
      if (open === undefined) return no('link-refused')
      const parsed = deliveredAlerts.safeParse(jsonOf(body))
      if (!parsed.success) {
        return no('body-refused', { errors: [{ code: 'body-refused', path: '' }] })
      }
      const { tenant, intake } = open
      const list = Array.isArray(parsed.data) ? parsed.data : [parsed.data]
      const id = String(request.headers['webhook-id'])
      const given = list.map((one, place) => givenOf(one, { now, intake, apart: `${id} ${place}` }))
      const counts = await takenIn({ storage, tenant, by: intake, now, site: null }, given)
      await storage.write(tenant, (db) => touchIntake(db, intake, now))
      return { status: 200, body: { ...counts, left_out: 0, problems: [] } }
    },
  )
}

/**
 * A rule that is named makes it the same each time, of one intake: who has its key touches nothing of
 * another. Without a rule each delivery is an alert.
 */
function givenOf(
  one: Delivered,
  { now, intake, apart }: Record<'now' | 'intake' | 'apart', string>,
): Given {
  const at = one.seen_at === undefined ? now : new Date(one.seen_at).toISOString()
  return {
    ...{ origin: 'webhook', name: one.name, rule: one.rule ?? null, times: 1 },
    ...{ severity: one.severity ?? null, description: one.description },
    ...{ addresses: one.addresses ?? [], first_seen_at: at, last_seen_at: at },
    apart: one.rule === undefined ? `${intake} ${apart}` : intake,
  }
}

function textOf(request: FastifyRequest): string {
  return Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
