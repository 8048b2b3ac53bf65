// SPDX-License-Identifier: EUPL-1.2
import { incidents } from '@schouw/core/board'
import { type KindName, kinds, type RecordVersion, records } from '@schouw/core/registers'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { standing } from '../http/reading/one.ts'
import { registersRead } from '../http/reading/registers.ts'
import { shown } from '../http/registers/call.ts'
import type { Change, Told } from '../storage/changes/change.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly caller: Caller
  readonly now: string
}

/**
 * The room first, then who knew, then the alert: what fails half-way is done again by asking again,
 * for the room has a name that follows from the alert.
 */
export async function incidentOf(around: Around, id: string): Promise<Answer> {
  const { storage, caller, now } = around
  const found = await storage.read(caller.tenant, (db) => standing(db, 'alert', id))
  const record = found && shown({ caller, kind: kinds.alert, now }, found.record)
  if (record === undefined || record === null || record.retired !== null) return no('not-found')
  const values = record.values as Readonly<Record<string, unknown>>
  if (typeof values['incident'] === 'string') {
    return { status: 200, body: { incident: values['incident'] } }
  }
  const read = await registersRead({
    ...{ storage, caller, kinds: incidents.alerts.kindsOfAffected, asOf: undefined, now },
  })
  if ('refused' in read) return read.refused
  const opened = await opening(around, record, read.facts.records)
  if ('no' in opened) return opened
  const { incident } = opened
  const moved = await escalated(around, record, incident)
  return moved ?? { status: 201, body: { incident } }
}

async function opening(
  { storage, caller, now }: Around,
  alert: RecordVersion,
  registers: Parameters<typeof incidents.alerts.affectedBy>[0],
): Promise<{ readonly incident: string } | (Answer & { no: string })> {
  const values = alert.values as Readonly<Record<string, unknown>>
  const told = values['assets']
  const devices = Array.isArray(told) ? told.filter((one) => typeof one === 'string') : []
  const touched = Object.entries(incidents.alerts.affectedBy(registers, devices)).filter(
    ([, ids]) => ids.length > 0,
  )
  const incident = newId(now)
  const code = `A-${alert.id.slice(-12)}`
  const person = caller.actor.person
  const seen = values['first_seen_at']
  const made = await create({ storage, caller }, 'incident', {
    id: incident,
    state: 'open',
    values: {
      ...{ code, name: values['name'], lead: person, is_ongoing: true, detected_at: now },
      ...(typeof values['description'] === 'string' ? { description: values['description'] } : {}),
      ...(typeof values['severity'] === 'string' ? { severity: values['severity'] } : {}),
      ...(typeof seen === 'string' && seen <= now ? { started_at: seen } : {}),
      ...Object.fromEntries(touched),
    },
  })
  if (made !== undefined) return made
  const aware = await create({ storage, caller }, 'awareness', {
    id: newId(now),
    values: {
      ...{ incident, person, recorded_by: person, how: 'own_detection' },
      ...{ aware_at: now, recorded_at: now },
    },
  })
  return aware ?? { incident }
}

interface New {
  readonly id: string
  readonly state?: string
  readonly values: unknown
}

async function create(
  { storage, caller }: Pick<Around, 'storage' | 'caller'>,
  name: KindName,
  { id, values, state }: New,
): Promise<(Answer & { no: string }) | undefined> {
  const decide: Change['decide'] = ({ now, lookup }) =>
    records.create({
      ...{ kind: kinds[name], id, values, actor: caller.actor, now, lookup },
      ...(state === undefined ? {} : { state }),
    })
  return refusalOf(await storage.apply(caller.tenant, { decide }))
}

async function escalated(
  { storage, caller, now }: Around,
  { id, values }: RecordVersion,
  incident: string,
): Promise<(Answer & { no: string }) | undefined> {
  const kind = kinds.alert
  const { actor, tenant } = caller
  const isLooked = (values as { readonly triaged_at?: string }).triaged_at !== undefined
  const patch = {
    incident,
    ...(isLooked ? {} : { triaged_at: now, triaged_by: actor.person }),
  }
  const changed = await storage.apply(tenant, {
    decide: ({ record: find, now: at, lookup }) => {
      const record = find(id)
      const version = record?.version ?? 0
      return records.change({ kind, id, record, version, patch, actor, now: at, lookup })
    },
  })
  const refused = refusalOf(changed)
  if (refused !== undefined) return refused
  const moved = await storage.apply(tenant, {
    decide: ({ record: find, now: at, lookup }) => {
      const record = find(id)
      const version = record?.version ?? 0
      return records.move({ kind, id, record, version, to: 'escalated', actor, now: at, lookup })
    },
  })
  return refusalOf(moved)
}

function refusalOf(told: Told): (Answer & { no: string }) | undefined {
  if (told.outcome !== 'refused') return undefined
  const [first] = told.step.refusals
  if (first === undefined) throw new Error('a refusal without a reason')
  return { no: first.code, parts: { errors: told.step.refusals.map((one) => ({ ...one })) } }
}
