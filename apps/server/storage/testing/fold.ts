// SPDX-License-Identifier: EUPL-1.2
// The registers as the ledger alone tells them: slow, plain, and what everything else must equal.
import { Audit, type AuditReport } from '@schouw/core/ledger/audits'
import { pure } from '@schouw/core/ledger/cryptography'
import { logTypes, parseHeader } from '@schouw/core/ledger/entries'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import { type Entry, type RecordVersion, records } from '@schouw/core/registers'
import { readEntry } from '../ledger/entry-reading.ts'
import { sha256 } from '../ledger/hash.ts'
import type { Storage } from '../storage.ts'

interface Stored {
  readonly entry: number
  readonly header: Uint8Array
  readonly slots: readonly {
    readonly slot: string
    readonly salt: Uint8Array | null
    readonly bytes: Uint8Array | null
  }[]
}

export async function storedLog(storage: Storage, tenant: string): Promise<readonly Stored[]> {
  return storage.read(tenant, async (db) => {
    const headers = await db
      .selectFrom('log_entries')
      .select(['entry', 'header'])
      .orderBy('entry')
      .execute()
    const payloads = await db.selectFrom('log_payloads').selectAll().execute()
    const byEntry = Map.groupBy(payloads, ({ entry }) => entry)
    return headers.map((one) => ({ ...one, slots: byEntry.get(one.entry) ?? [] }))
  })
}

/** Every record after the first `size` entries. */
export async function foldOf(
  storage: Storage,
  tenant: string,
  size = Number.POSITIVE_INFINITY,
): Promise<{ readonly records: ReadonlyMap<string, RecordVersion> }> {
  const log = await storedLog(storage, tenant)
  const entries = new Map<string, Entry[]>()
  for (const { entry: index, header, slots } of log) {
    const entry = index < size ? readEntry(header, slots) : undefined
    if (entry === undefined) continue
    entries.set(entry.id, [...(entries.get(entry.id) ?? []), entry])
  }
  const folded = new Map<string, RecordVersion>()
  for (const [id, of] of entries) {
    const record = records.asOf(of)
    if (!record.ok || record.value === null) throw new Error(`history of ${id}`)
    folded.set(id, record.value)
  }
  return { records: folded }
}

/** The whole log read by the core's auditor, with the key that its first entry names. */
export async function auditOf(storage: Storage, tenant: string): Promise<AuditReport> {
  const log = await storedLog(storage, tenant)
  const { checkpoint, origin } = await storage.log(tenant)
  const first = log[0] === undefined ? undefined : parseHeader(log[0].header)
  if (!first?.ok || !('body' in first.value) || first.value.type !== logTypes.opened) {
    throw new Error('the log has no opening')
  }
  const key = parseVerifierKey('key' in first.value.body ? first.value.body.key : '')
  if (!key.ok) throw new Error(key.refusal)
  const audit = new Audit(
    { origin, key: key.value },
    {
      ...pure,
      digest: (name, bytes) => (name === 'sha256' ? sha256(bytes) : pure.digest(name, bytes)),
    },
  )
  audit.checkpoint(checkpoint)
  for (const { entry, header, slots } of log) {
    const kept = slots.flatMap(({ slot, salt, bytes }) =>
      salt === null || bytes === null ? [] : [{ slot, salt, bytes }],
    )
    audit.entry({ index: entry, header, slots: kept })
  }
  return audit.finish()
}
