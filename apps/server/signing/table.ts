// SPDX-License-Identifier: EUPL-1.2

import { onTable, type TableDocument } from '@schouw/core/board/table'
import { hex } from '@schouw/core/kernel'
import { utf8Text } from '@schouw/core/ledger/bytes'
import { canonicalJson } from '@schouw/core/ledger/json'
import type { RecordVersion } from '@schouw/core/registers'
import type { Files } from '../files/files.ts'
import type { Database } from '../storage/dialect.ts'
import { sha256 } from '../storage/ledger/hash.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

export interface OnTable {
  readonly decision: RecordVersion
  readonly document: TableDocument
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** What lies before the body now; undefined when there is no such decision. */
export async function tableOf(db: Database, id: string): Promise<OnTable | undefined> {
  const [decision] = await recordsById(db, [id])
  if (decision?.kind !== 'decision') return undefined
  const { about } = decision.values
  const named = Array.isArray(about) ? about.map(String) : []
  return tableWith(decision, await recordsById(db, named))
}

export function tableWith(decision: RecordVersion, about: readonly RecordVersion[]): OnTable {
  const document = onTable(decision, about)
  const bytes = canonicalJson(document)
  if (!bytes.ok) throw new Error(`a decision has no canonical form: ${bytes.refusal}`)
  const code = String(decision.values['code'] ?? decision.id).replaceAll(/[^A-Za-z0-9._-]/g, '_')
  return {
    decision,
    document,
    name: `${code}.json`,
    bytes: bytes.value,
    sha256: hex(sha256(bytes.value)),
  }
}

/** With entries by which they came and, when they have retired, went. */
export async function recordsById(
  db: Database,
  ids: readonly string[],
): Promise<readonly (RecordVersion & { readonly first: number; readonly last: number })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('records')
    .select([...recordColumns, 'first_entry', 'entry'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map((row) => ({ ...recordOf(row), first: row.first_entry, last: row.entry }))
}

/** The bytes of a file; undefined where there are none, or far more than such a file has. */
export async function bytesOfFile(
  files: Files,
  tenant: string,
  digest: unknown,
  mostBytes = 1 << 20,
): Promise<Uint8Array | undefined> {
  if (typeof digest !== 'string') return undefined
  const size = await files.store.size(tenant, digest)
  if (size === undefined || size > mostBytes) return undefined
  const stream = await files.open(tenant, digest)
  if (stream === undefined) return undefined
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return new Uint8Array(Buffer.concat(parts))
}

/** Keeps bytes of our own making under their digest. */
export async function keepFile(
  files: Files,
  kept: {
    readonly tenant: string
    readonly by: string
    readonly at: string
    readonly name: string
    readonly bytes: Uint8Array
  },
): Promise<string> {
  const { bytes, ...more } = kept
  const stream = (async function* () {
    yield bytes
  })()
  const taken = await files.take({ ...more, mediaType: 'application/json', stream })
  if (!taken.ok) throw new Error(`${kept.name} is not kept: ${taken.refusal}`)
  return taken.value.digest
}

export function jsonIn(
  bytes: Uint8Array | undefined,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(utf8Text(bytes ?? new Uint8Array()) ?? '')
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined
  } catch {
    return undefined
  }
}
