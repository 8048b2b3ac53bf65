// SPDX-License-Identifier: EUPL-1.2
import { kinds, records } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import type { Change, Told } from '../storage/changes/change.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

const kind = kinds['read-receipt']

export interface NewReceipt {
  readonly version: string
  readonly person: string
  readonly dueOn: string | undefined
}

/** Asks one person, in the name of the caller. */
export function askingFor(
  { version, person, dueOn }: NewReceipt,
  { actor }: Caller,
  at: string,
): Change {
  const id = newId(at)
  return {
    decide: ({ lookup, now }) => {
      // A machine that asks is nobody in the registers.
      const isPerson = lookup.find(actor.person)?.kind === 'person'
      const values = {
        policy_version: version,
        person,
        asked_at: now,
        ...(isPerson ? { asked_by: actor.person } : {}),
        ...(dueOn === undefined ? {} : { due_on: dueOn }),
      }
      return records.create({ kind, id, values, actor, now, lookup })
    },
  }
}

type Decide = Change['decide']

export interface Reader {
  readonly tenant: TenantId
  readonly person: string
  readonly receipt: string
  readonly by: 'account' | 'personal_link'
}

/**
 * Two steps of the person's own, as one of the staff whatever else he or she is: when, then that it
 * is so. A crash between them leaves a receipt that is not read; saying so again finishes it.
 */
export async function confirmRead(storage: Storage, reader: Reader): Promise<Told> {
  const { tenant, person, receipt: id, by } = reader
  const actor = { person, roles: ['employee'], processes: [] } as const
  const noted: Decide = ({ record, now, lookup }) => {
    const found = record(id)
    const patch = { read_at: now, confirmed_by: by }
    const version = found?.version ?? 0
    return records.change({ kind, id, record: found, version, patch, actor, now, lookup })
  }
  const first = await storage.apply(tenant, { decide: noted })
  if (first.outcome === 'refused') return first
  const moved: Decide = ({ record, now, lookup }) => {
    const found = record(id)
    const version = found?.version ?? 0
    return records.move({ kind, id, record: found, version, to: 'read', actor, now, lookup })
  }
  return storage.apply(tenant, { decide: moved })
}
