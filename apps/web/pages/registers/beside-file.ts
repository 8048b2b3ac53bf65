// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import type { StoredFile } from '../../data/files.ts'
import type { Draft } from './draft.ts'
import { localInstant } from './draft.ts'

/** What a file says of itself, for the empty fields of a record that ask for it. */
export function besideFile(kind: RecordKind, draft: Draft, file: StoredFile): Draft {
  const { name, type, bytes, at } = file
  const said: Readonly<Record<string, string | null>> = {
    file_name: name,
    media_type: type,
    size_bytes: bytes === null ? null : String(bytes),
    // Elsewhere the word means when somebody else received something.
    received_at: kind.name === 'evidence-file' && at !== null ? localInstant(at) : null,
  }
  const isFresh = (field: string) => field in kind.fields && (draft[field] ?? '') === ''
  return Object.fromEntries(
    Object.entries(said).flatMap(([field, value]) =>
      value === null || !isFresh(field) ? [] : [[field, value]],
    ),
  )
}
