// SPDX-License-Identifier: EUPL-1.2
import { cursorText, readCursor } from '@schouw/contract'
import { proofFile } from '@schouw/core/ledger/notes'
import type { Entry } from '@schouw/core/registers'
import { entrySlot, slotOf } from '../../storage/ledger/entry-bytes.ts'
import { type Answer, no } from '../answer.ts'
import { entryProof } from '../entry-proof.ts'
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

/** That the record's last change is in the log; a plain proof where somebody asks for text. */
export async function proof(call: Call): Promise<Answer> {
  const found = await seen(call)
  if (found === undefined) return no('not-found')
  const { storage, caller, kind, now } = call
  const { entry: index, record } = found
  const fields = readableFields({ caller, kind, now }, record)
  if (fields === undefined) return no('not-found')
  const isShown = (slot: string) =>
    fields === null || (slot !== entrySlot && fields.some((name) => slotOf(name) === slot))
  const proven = await entryProof({ storage, tenant: caller.tenant, index, isShown })
  if (proven === undefined) return no('proof-not-ready')
  const { body, steps, checkpoint } = proven
  if (/^text\/plain\b/.test(textOf(call.headers['accept']) ?? '')) {
    const file = proofFile({ index, proof: steps, checkpoint })
    if (!file.ok) throw new Error(`proof of entry ${index}: ${file.refusal}`)
    return { status: 200, type: 'text/plain; charset=utf-8', body: Buffer.from(file.value) }
  }
  return { status: 200, body }
}
