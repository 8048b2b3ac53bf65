// SPDX-License-Identifier: EUPL-1.2
import { Audit, type AuditReport } from '@schouw/core/ledger/audits'
import { pure } from '@schouw/core/ledger/cryptography'
import { isLogHeader, parseHeader } from '@schouw/core/ledger/entries'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import { sha256 } from '../ledger/hash.ts'
import type { Log } from '../ledger/log.ts'
import type { Transaction } from '../session.ts'

/** Entries read at once, with what lies apart from them. */
const pageLength = 1_000

interface StoredEntry {
  readonly entry: number
  readonly header: Uint8Array
}

interface StoredSlot {
  readonly entry: number
  readonly slot: string
  readonly salt: Uint8Array | null
  readonly bytes: Uint8Array | null
}

/** The whole log of the transaction's tenant; undefined when its first entry names no key. */
export async function auditLog(
  transaction: Transaction,
  { origin, checkpoint }: Pick<Log, 'origin' | 'checkpoint'>,
): Promise<AuditReport | undefined> {
  let audit: Audit | undefined
  for (let from = 0; ; from += pageLength) {
    const values = [from, from + pageLength]
    const [entries, slots] = await Promise.all([
      transaction.query<StoredEntry>({
        text: `select entry, header from log_entries where entry >= $1 and entry < $2
          order by entry`,
        values,
      }),
      transaction.query<StoredSlot>({
        text: `select entry, slot, salt, bytes from log_payloads where entry >= $1 and entry < $2`,
        values,
      }),
    ])
    if (entries.rows.length === 0) return audit?.finish()
    const bySlot = Map.groupBy(slots.rows, ({ entry }) => entry)
    for (const { entry, header } of entries.rows) {
      if (audit === undefined) {
        audit = begun(origin, header)
        if (audit === undefined) return undefined
        audit.checkpoint(checkpoint)
      }
      const kept = (bySlot.get(entry) ?? []).flatMap(({ slot, salt, bytes }) =>
        salt === null || bytes === null ? [] : [{ slot, salt, bytes }],
      )
      audit.entry({ index: entry, header, slots: kept })
    }
  }
}

function begun(origin: string, opening: Uint8Array): Audit | undefined {
  const parsed = parseHeader(opening)
  if (!parsed.ok || !isLogHeader(parsed.value) || !('key' in parsed.value.body)) return undefined
  const key = parseVerifierKey(parsed.value.body.key)
  if (!key.ok) return undefined
  const digest: typeof pure.digest = (name, bytes) =>
    name === 'sha256' ? sha256(bytes) : pure.digest(name, bytes)
  return new Audit({ origin, key: key.value }, { ...pure, digest })
}
