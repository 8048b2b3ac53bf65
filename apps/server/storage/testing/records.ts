// SPDX-License-Identifier: EUPL-1.2
// Changes of records as tests write them: short.
import { randomUUID } from 'node:crypto'
import {
  type KindName,
  kind as kindOf,
  type RecordKind,
  records,
  roles,
} from '@schouw/core/registers'
import type { Change, Done, Told } from '../changes/change.ts'
import type { Storage } from '../storage.ts'
import { first } from './tenants.ts'

export const person = '0190c000-0000-7000-8000-00000000000c'
/** Somebody with every role: what tests are about is not who may. */
export const actor = {
  person,
  roles,
  processes: [],
  from: '2000-01-01T00:00:00.000Z',
  until: '2200-01-01T00:00:00.000Z',
}

export function kindNamed(name: KindName): RecordKind {
  const found = kindOf(name)
  if (found === undefined) throw new Error(`no kind ${name}`)
  return found
}

export function creating(name: KindName, values: unknown, id: string = randomUUID()): Change {
  const kind = kindNamed(name)
  return {
    decide: ({ lookup, now }) => records.create({ kind, id, values, actor, now, lookup }),
  }
}

export function changing(name: KindName, id: string, version: number, patch: unknown): Change {
  const kind = kindNamed(name)
  return {
    decide: ({ record, lookup, now }) =>
      records.change({ kind, id, record: record(id), version, patch, actor, now, lookup }),
  }
}

export function retiring(name: KindName, id: string, version: number): Change {
  const kind = kindNamed(name)
  return {
    decide: ({ record, lookup, now }) =>
      records.retire({
        kind,
        id,
        record: record(id),
        version,
        reason: 'no longer there',
        actor,
        now,
        lookup,
      }),
  }
}

export async function done(storage: Storage, change: Change, tenant = first): Promise<Done> {
  return doneOf(await storage.apply(tenant, change))
}

export function doneOf(told: Told): Done {
  if (told.outcome !== 'done') throw new Error(`not done: ${JSON.stringify(told)}`)
  return told.done
}
