// SPDX-License-Identifier: EUPL-1.2
import { cursorText, readCursor } from '@schouw/contract'
import { base64, utf8Text } from '@schouw/core/ledger/bytes'
import { proofFile } from '@schouw/core/ledger/notes'
import type { Entry } from '@schouw/core/registers'
import { entrySlot, slotOf } from '../../storage/ledger/entry-bytes.ts'
import { stampedAbove } from '../../timestamps/stamp.ts'
import { type Answer, no } from '../answer.ts'
import { stepsTo } from '../log-steps.ts'
import { entriesAt, versionsBelow } from '../reading/one.ts'
import { type Call, readableFields, readableThen } from './call.ts'
import { seen, textOf } from './read.ts'

const pageLength = 50

/** The steps of a record, the newest first, each with what this person may see of it. */
export async function history(call: Call): Promise<Answer> {
  const cursor = textOf(call.query['cursor'])
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const below = Number(after?.value ?? 2 ** 31)
  const isLost = cursor !== undefined && (after?.id !== call.id || !Number.isSafeInteger(below))
  const strange = Object.keys(call.query).find((name) => name !== 'cursor')
  if (isLost || strange !== undefined) {
    const path = `/${strange ?? 'cursor'}`
    return no('query-refused', { errors: [{ code: 'query-refused', path }] })
  }
  const now = await seen(call)
  if (now === undefined) return no('not-found')
  const { versions, entries } = await call.storage.read(call.caller.tenant, async (db) => {
    const found = await versionsBelow(db, call.id, { version: below, limit: pageLength + 1 })
    const indexes = found.slice(0, pageLength).map(({ entry }) => entry)
    return { versions: found, entries: await entriesAt(db, indexes) }
  })
  const page = versions.slice(0, pageLength)
  const items = page.flatMap(({ record, entry: index }) => {
    const fields = readableThen(call, { past: record, standing: now.record })
    const entry = entries.get(index)
    return fields === undefined || entry === undefined ? [] : [{ index, ...within(entry, fields) }]
  })
  const last = versions.length > pageLength ? page.at(-1) : undefined
  const next =
    last === undefined
      ? null
      : cursorText({ value: last.record.version, id: call.id, list: 'history' })
  return { status: 200, body: { items, next } }
}

function within(entry: Entry, fields: readonly string[] | null): Omit<Entry, 'kind' | 'id'> {
  const { kind: _kind, id: _id, ...rest } = entry
  if (fields === null) return rest
  const { set, cleared, erased, ...plain } = rest
  const isShown = (name: string) => fields.includes(name)
  return {
    ...plain,
    ...(set === undefined
      ? {}
      : { set: Object.fromEntries(Object.entries(set).filter(([name]) => isShown(name))) }),
    ...(cleared === undefined ? {} : { cleared: cleared.filter(isShown) }),
    ...(erased === undefined ? {} : { erased: erased.filter(isShown) }),
  }
}

/**
 * That the record's last change is in the log, in a form that outsiders check without us: the
 * header, the way from it to a signed checkpoint, and what the header commits to.
 */
export async function proof(call: Call): Promise<Answer> {
  const found = await seen(call)
  if (found === undefined) return no('not-found')
  const { storage, caller, kind, now } = call
  const { entry: index, record } = found
  const log = await storage.log(caller.tenant)
  const { size, root } = log.head
  const { checkpoint } = log
  // Another server on the same database may have added it; ours has not signed it yet.
  if (index >= size) return no('proof-not-ready')
  const fields = readableFields({ caller, kind, now }, record)
  if (fields === undefined) return no('not-found')
  const read = await storage.read(caller.tenant, async (db) => {
    // Together, for going to the database once costs more than any of them.
    const [row, payloads, steps, stamped] = await Promise.all([
      db
        .selectFrom('log_entries')
        .select(['leaf', 'header'])
        .where('entry', '=', index)
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('log_payloads')
        .select(['slot', 'salt', 'bytes'])
        .where('entry', '=', index)
        .execute(),
      stepsTo(storage.session.transaction, index, size),
      stampedAbove(db, index),
    ])
    const isBelow = stamped !== undefined && stamped.size <= size
    const stamp = isBelow
      ? { ...stamped, steps: await stepsTo(storage.session.transaction, index, stamped.size) }
      : undefined
    return { row, payloads, steps, stamp }
  })
  const { steps, stamp } = read
  if (/^text\/plain\b/.test(textOf(call.headers['accept']) ?? '')) {
    const file = proofFile({ index, proof: steps, checkpoint })
    if (!file.ok) throw new Error(`proof of entry ${index}: ${file.refusal}`)
    return { status: 200, type: 'text/plain; charset=utf-8', body: Buffer.from(file.value) }
  }
  const isShown = (slot: string) =>
    fields === null || (slot !== entrySlot && fields.some((name) => slotOf(name) === slot))
  const slots = read.payloads.flatMap(({ slot, salt, bytes }) =>
    salt === null || bytes === null || !isShown(slot)
      ? []
      : [{ slot, salt: base64(salt), bytes: base64(bytes) }],
  )
  const body = {
    schema: 'schouw/proof/1',
    index,
    size,
    root: base64(root),
    leaf: base64(read.row.leaf),
    header: base64(read.row.header),
    proof: steps.map(base64),
    slots,
    checkpoint: utf8Text(checkpoint) ?? '',
    ...(stamp === undefined
      ? {}
      : {
          stamped: {
            checkpoint: utf8Text(stamp.note) ?? '',
            proof: stamp.steps.map(base64),
            token: base64(stamp.token),
          },
        }),
  }
  return { status: 200, body }
}
