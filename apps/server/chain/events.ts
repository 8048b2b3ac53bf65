// SPDX-License-Identifier: EUPL-1.2
// What went wrong at a supplier's and what was tried with it. Their notice may start our clock: from
// which moment is for a person to say, and never for whoever told it.
import { routes } from '@schouw/contract'
import { jointExercises } from '@schouw/core/board/exercises'
import type { Actor, RecordVersion } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { registersRead } from '../http/reading/registers.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { recordsOf, textOf } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { type ChainAround, refusedBody } from './around.ts'
import { Steps } from './steps.ts'

export function servedEvents(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock } = around
  serveRoute(app, routes.supplierEvents, { clock }, async ({ caller, params }) => {
    const supplier = params['id'] ?? ''
    if (!(await isSupplier(around, caller, supplier))) return no('not-found')
    const read = { storage, caller, asOf: undefined, now: clock() }
    const found = await registersRead({ ...read, kinds: kindsOfEvents })
    if ('refused' in found) return found.refused
    const { facts, moment } = found
    const joint = jointExercises(facts, supplier)
    const aware = awareOf(facts.records.awareness ?? [])
    const told = await storage.read(caller.tenant, (db) => linkIds(db))
    const incidents = (facts.records.incident ?? [])
      .filter(({ retired, values }) => retired === null && names(values, supplier))
      .map((one) => ({
        ...{ id: one.id, name: textOf(one.values, 'name') ?? '', state: one.state },
        ...{ type: textOf(one.values, 'type'), noticed_at: textOf(one.values, 'noticed_at') },
        aware_at: aware.get(one.id) ?? null,
        is_from_supplier: told.has(one.created.by),
      }))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    return { status: 200, body: { ...moment, incidents, joint } }
  })
  serveRoute(app, routes.recordSupplierNotice, { clock }, async ({ caller, params, body }) => {
    const supplier = params['id'] ?? ''
    if (!(await isSupplier(around, caller, supplier))) return no('not-found')
    return recorded(around, caller, { ...body, supplier })
  })
}

const kindsOfEvents = ['incident', 'awareness', 'exercise', 'action'] as const

async function linkIds(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('questionnaire_links').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

async function isSupplier({ storage }: ChainAround, { tenant }: Caller, id: string) {
  if (!isId(id)) return false
  const found = await storage.read(tenant, (db) => recordsOf(db, 'supplier', [id]))
  return found.get(id)?.retired === null
}

function names(values: object, supplier: string): boolean {
  const { suppliers } = values as { readonly suppliers?: readonly string[] }
  return suppliers?.includes(supplier) ?? false
}

/** The earliest that stands: what was corrected counts no more. */
function awareOf(all: readonly RecordVersion[]): ReadonlyMap<string, string> {
  const standing = all.filter(({ retired }) => retired === null)
  const corrected = new Set(standing.flatMap(({ values }) => textOf(values, 'corrects') ?? []))
  const found = new Map<string, string>()
  for (const { id, values } of standing) {
    const [incident, at] = [textOf(values, 'incident'), textOf(values, 'aware_at')]
    if (incident === null || at === null || corrected.has(id)) continue
    const before = found.get(incident)
    if (before === undefined || at < before) found.set(incident, at)
  }
  return found
}

interface Notice {
  readonly supplier: string
  readonly is: 'incident' | 'near_miss'
  readonly told: string
  readonly received_at: string
  readonly aware_at?: string | undefined
}

/** The incident first: were the second step to fail, its room says that nobody became aware. */
async function recorded(
  { storage, clock }: ChainAround,
  { tenant, actor }: Caller,
  { supplier, is, told, received_at, aware_at }: Notice,
): Promise<Answer> {
  const now = clock()
  // Nobody was told, or became aware, of what is still to come.
  const ahead = [received_at, aware_at].findIndex((at) => at !== undefined && at > now)
  if (ahead !== -1) return refusedBody(ahead === 0 ? '/received_at' : '/aware_at')
  const { person } = actor
  const isPerson = await storage.read(tenant, async (db) => {
    return (await recordsOf(db, 'person', [person])).size > 0
  })
  if (aware_at !== undefined && !isPerson) return refusedBody('/aware_at')
  const steps = new Steps(storage, tenant, actor)
  const type = is === 'near_miss' ? 'near_miss' : 'supplier_incident'
  const values = {
    ...{ code: `L-${crypto.randomUUID().slice(-8)}`, name: firstLine(told), type },
    ...{ description: told, noticed_at: received_at, suppliers: [supplier] },
    ...(isPerson ? { lead: person } : {}),
  }
  const made = await steps.create('incident', values, now, 'open')
  if ('refused' in made) return made.refused
  if (aware_at !== undefined) {
    const knew = {
      ...{ incident: made.id, person, recorded_by: person, how: 'supplier_notice' },
      ...{ aware_at, recorded_at: now },
    }
    const aware = await steps.create('awareness', knew, now)
    if ('refused' in aware) return aware.refused
  }
  const is_clock_running = aware_at !== undefined
  return { status: 201, body: { incident: made.id, is_clock_running } }
}

export interface TheirNotice {
  readonly storage: Storage
  readonly tenant: TenantId
  /** The supplier itself, behind its link. */
  readonly actor: Actor & { readonly supplier: string }
  readonly writer: string
  readonly what: string
  readonly noticed_at?: string | undefined
  readonly contact: string
  readonly now: string
}

/** Lies there as reported: no clock runs, and none is stopped, before a person has looked. */
export async function noticed(given: TheirNotice): Promise<Answer> {
  const { storage, tenant, actor, writer, what, noticed_at, contact, now } = given
  if (noticed_at !== undefined && noticed_at > now) return refusedBody('/noticed_at')
  const steps = new Steps(storage, tenant, actor)
  const values = {
    ...{ code: `L-${crypto.randomUUID().slice(-8)}`, name: firstLine(what) },
    ...{ type: 'supplier_incident', description: what, noticed_at: now },
    ...(noticed_at === undefined ? {} : { started_at: noticed_at }),
    reporter_contact: [writer, contact].filter(Boolean).join(', ').slice(0, 254),
    suppliers: [actor.supplier],
  }
  const made = await steps.create('incident', values, now)
  return 'refused' in made ? made.refused : { status: 201, body: { received_at: now } }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? text).slice(0, 190)
}
