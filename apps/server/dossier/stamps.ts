// SPDX-License-Identifier: EUPL-1.2
import { concat, utf8Bytes } from '@schouw/core/ledger/bytes'
import type { ZipFile } from '@schouw/core/ledger/dossiers'
import type { Database } from '../storage/dialect.ts'

/** The newest head, each that was stamped or cosigned, with the lines of witnesses below. */
export async function checkpointFiles(
  db: Database,
  newest: { readonly size: number; readonly note: Uint8Array },
): Promise<readonly ZipFile[]> {
  const notes = new Map([[newest.size, newest.note]])
  const stamped = await db
    .selectFrom('log_timestamps as stamp')
    .innerJoin('log_heads as head', (join) => join.onRef('head.size', '=', 'stamp.size'))
    .select(['head.size as size', 'head.note as note'])
    .where('stamp.token', 'is not', null)
    .where('stamp.size', '<=', newest.size)
    .execute()
  for (const { size, note } of stamped) notes.set(size, note)
  const cosigned = await db
    .selectFrom('log_cosignatures as line')
    .innerJoin('log_heads as head', (join) => join.onRef('head.size', '=', 'line.size'))
    .select(['head.size as size', 'head.note as note', 'line.line as line'])
    .where('line.size', '<=', newest.size)
    .orderBy('line.size')
    .orderBy('line.witness')
    .execute()
  for (const { size, note, line } of cosigned) {
    notes.set(size, concat([notes.get(size) ?? note, utf8Bytes(line) ?? new Uint8Array()]))
  }
  return [...notes].map(([size, bytes]) => ({ name: `checkpoints/${size}.txt`, bytes }))
}

/** Tokens with what they were believed by, and the tokens by which they were renewed. */
export async function stampFiles(db: Database, size: number): Promise<readonly ZipFile[]> {
  const rows = await db
    .selectFrom('log_timestamps')
    .select(['size', 'token', 'validation'])
    .where('token', 'is not', null)
    .where('size', '<=', size)
    .orderBy('size')
    .orderBy('authority')
    .execute()
  // Of two authorities over one head the first is enough.
  const stamps = new Map(rows.toReversed().map((row) => [row.size, row]))
  const renewals = await db
    .selectFrom('log_renewals')
    .select(['number', 'list', 'token', 'validation'])
    .where('token', 'is not', null)
    .orderBy('number')
    .execute()
  return [
    ...[...stamps.values()].flatMap((one) => tokenFiles(`tokens/${one.size}`, one)),
    ...renewals.flatMap(({ number, list, ...row }) => [
      { name: `tokens/renewal-${number}.txt`, bytes: list },
      ...tokenFiles(`tokens/renewal-${number}`, row),
    ]),
  ]
}

function tokenFiles(
  name: string,
  row: { readonly token: Uint8Array | null; readonly validation: Uint8Array | null },
): readonly ZipFile[] {
  const { token, validation } = row
  return [
    ...(token === null ? [] : [{ name: `${name}.tsr`, bytes: token }]),
    ...(validation === null ? [] : [{ name: `${name}.der`, bytes: validation }]),
  ]
}
