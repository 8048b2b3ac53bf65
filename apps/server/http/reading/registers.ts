// SPDX-License-Identifier: EUPL-1.2
import { readMoment } from '@schouw/contract'
import type { losses } from '@schouw/core/board'
import { localTime } from '@schouw/core/kernel'
import {
  type KindName,
  kinds,
  may,
  type RecordKind,
  type RecordVersion,
} from '@schouw/core/registers'
import { withHeldDigests } from '../../access/proven.ts'
import { changedSince, wholeRegisters } from '../../storage/reading/whole.ts'
import { recordOf } from '../../storage/records/row.ts'
import type { Storage } from '../../storage/storage.ts'
import { type Answer, no } from '../answer.ts'
import type { Caller } from '../caller.ts'
import { logSize, sizeAt } from './moment.ts'
import { shownThen } from './then.ts'

interface Wanted {
  readonly storage: Pick<Storage, 'read'>
  readonly caller: Caller
  readonly kinds: readonly KindName[]
  readonly asOf: string | undefined
  readonly now: string
  /** Only what stands beside this record; without `asOf`. */
  readonly about?: string
  /** With what is withheld, for a reading that keeps it back itself. */
  readonly hasWithheld?: boolean
  /** Only what entries from this one on have made or changed; without `asOf`. */
  readonly since?: number | undefined
}

export interface RegistersRead {
  /** With `since`: what was made or changed, whether the reader may see it or not. */
  readonly changed: readonly string[]
  readonly facts: losses.LossFacts
  readonly hidden: readonly KindName[]
  readonly moment: { readonly as_of: number; readonly today: string; readonly hidden: string[] }
}

/** Registers at a moment, as far as the reader may see them; an answer when there is none such. */
export async function registersRead(
  wanted: Wanted,
): Promise<RegistersRead | { readonly refused: Answer }> {
  const { storage, caller, asOf, now, about, since } = wanted
  const when = asOf === undefined ? undefined : readMoment(asOf)
  if (asOf !== undefined && when === undefined) return refused('query-refused')
  const open = wanted.kinds.filter(
    (name) => may({ actor: caller.actor, action: 'read', kind: kinds[name], now }).allowed,
  )
  const found = await storage.read(caller.tenant, async (db) => {
    const size = await logSize(db)
    const at = when === undefined ? size : await sizeAt(db, when, size)
    if (at === undefined) return undefined
    const asked = { kinds: open.map((name) => kinds[name]), actor: caller.actor, now, about, since }
    const rows = await wholeRegisters(db, { ...asked, size: when === undefined ? undefined : at })
    return {
      at,
      changed: since === undefined ? [] : await changedSince(db, open, since),
      kept: await withHeldDigests(db, { tenant: caller.tenant, now }, rows.map(recordOf)),
      shown: await shownThen(db, { caller, now }, when === undefined ? [] : rows),
    }
  })
  if (found === undefined) return refused('moment-ahead')
  const records: Partial<Record<KindName, RecordVersion[]>> = {}
  for (const record of found.kept) {
    const isWhole = wanted.hasWithheld === true && kindOf(record)?.withholds !== undefined
    const seen = isWhole ? record : found.shown(record)
    if (seen === null) continue
    const list = records[record.kind] ?? []
    records[record.kind] = list
    list.push(seen)
  }
  const isPast = when !== undefined && 'instant' in when && when.instant < now
  const zone = records['organisation']?.[0]?.values['time_zone']
  const today =
    isPast && asOf?.length === 10
      ? asOf
      : localTime(Date.parse(isPast ? when.instant : now), typeof zone === 'string' ? zone : 'UTC')
          .date
  const hidden = wanted.kinds.filter((name) => !open.includes(name))
  const moment = { as_of: found.at, today, hidden }
  return { changed: found.changed, facts: { records, today }, hidden, moment }
}

function kindOf({ kind }: RecordVersion): RecordKind | undefined {
  return kinds[kind]
}

function refused(code: 'query-refused' | 'moment-ahead'): { readonly refused: Answer } {
  return { refused: no(code, { errors: [{ code, path: '/as_of' }] }) }
}
