// SPDX-License-Identifier: EUPL-1.2
import { entryBundle, parseTilePath, tileWidth, widthOf } from '@schouw/core/ledger/tiles'
import { readTile } from '../storage/ledger/tiles.ts'
import type { Storage } from '../storage/storage.ts'
import { type Answer, no } from './answer.ts'
import { headersBetween } from './reading/entries.ts'

// What C2SP tlog-tiles asks of a log, whoever it is that reads it.

const text = 'text/plain; charset=utf-8'

/** The newest signed head. It changes, so nobody keeps it. */
export async function checkpointAnswer(storage: Storage, tenant: string): Promise<Answer> {
  const { checkpoint } = await storage.log(tenant)
  const headers = { 'cache-control': 'no-store' }
  return { status: 200, type: text, body: Buffer.from(checkpoint), headers }
}

/** Verifier keys, one on a line, the first key first. */
export async function keysAnswer(storage: Storage, tenant: string): Promise<Answer> {
  const keys = await keysOf(storage, tenant)
  return { status: 200, type: text, body: keys.map((key) => `${key}\n`).join('') }
}

export async function keysOf(storage: Storage, tenant: string): Promise<readonly string[]> {
  const rows = await storage.read(tenant, (db) =>
    db.selectFrom('log_keys').select('verifier').orderBy('since').execute(),
  )
  return rows.map(({ verifier }) => verifier)
}

/** A tile or a bundle of entries, by what stands behind `tile/`. */
export async function tileAnswer(storage: Storage, tenant: string, rest: string): Promise<Answer> {
  const path = `tile/${rest}`
  const id = parseTilePath(path)
  if (id === undefined) return no('not-found')
  const { level, index, width } = id
  const { size } = (await storage.log(tenant)).head
  if (width > widthOf(size, level === 'entries' ? 0 : level, index)) return no('not-found')
  const bytes = await storage.read(tenant, async (db) => {
    if (level !== 'entries') return readTile(storage.session.transaction, { level, index, width })
    const from = index * tileWidth
    const entries = await headersBetween(db, from, from + width)
    const bundle = entryBundle(entries.map(({ header }) => header))
    return bundle.ok ? bundle.value : undefined
  })
  if (bytes === undefined) throw new Error(`${path} is missing`)
  // No tile ever changes, not even one that is not full: a fuller one has another name.
  const headers = { 'cache-control': 'private, max-age=31536000, immutable' }
  return { status: 200, type: 'application/octet-stream', body: Buffer.from(bytes), headers }
}
