// SPDX-License-Identifier: EUPL-1.2
import { fromBase64 } from '@schouw/core/ledger/bytes'
import { parseVerifierKey } from '@schouw/core/ledger/notes'
import type { DataVerdict } from './data.ts'
import type { DataTrust } from './tenant.ts'

/** What the process is asked, in one message; bytes in base64. */
export interface VerifyAsked {
  readonly folder: string
  readonly database_url: string | null
  readonly secret: string | null
  readonly keys: readonly string[]
  readonly witnesses: readonly string[]
  readonly kept: readonly string[]
  readonly anchors: readonly string[]
  readonly revocation_lists: readonly string[]
  readonly now_ms: number
}

/** What it says: how far it is, and in the end one of the others. */
export type VerifyTold =
  | { readonly progress: number }
  | { readonly verdict: DataVerdict }
  | { readonly refused: string }
  | { readonly fault: string }

export function trustOf(asked: VerifyAsked): DataTrust {
  const bytes = (texts: readonly string[]) => texts.flatMap((text) => fromBase64(text) ?? [])
  const keys = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const key = parseVerifierKey(text)
      return key.ok ? [key.value] : []
    })
  return {
    keys: keys(asked.keys),
    witnesses: keys(asked.witnesses),
    kept: bytes(asked.kept),
    anchors: bytes(asked.anchors),
    revocationLists: bytes(asked.revocation_lists),
    nowMs: asked.now_ms,
  }
}
