// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import type { StoredFile } from '../../data/files.ts'
import type { Draft } from './draft.ts'

/**
 * What a file says of itself, for the empty fields of the evidence that it is. Elsewhere the same
 * words mean something else: the size of a backup is not that of its instructions.
 */
export function besideFile(kind: RecordKind, draft: Draft, file: StoredFile): Draft {
  if (kind.name !== 'evidence-file') return {}
  const { name, type, bytes, at } = file
  const said: Readonly<Record<string, string | null>> = {
    file_name: name,
    media_type: type,
    size_bytes: bytes === null ? null : String(bytes),
    received_at: at,
  }
  const isFresh = (field: string) => field in kind.fields && (draft[field] ?? '') === ''
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) =>
      value === null || !isFresh(field) ? [] : [[field, value]],
    ),
  )
}
