// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { fromBase64 } from '@schouw/core/ledger/bytes'
import { certificatesOfPem } from '@schouw/core/ledger/timestamps'

/** A time-stamp authority, and by what its answers are believed. */
export interface TimestampSettings {
  readonly url: string
  /** DER of its roots: an answer that does not lead to one of them is not kept. */
  readonly anchors: readonly Uint8Array[]
  /** Object identifier asked for; the authority's own when absent. */
  readonly policy?: string
}

/**
 * `SCHOUW_TSA_URL`, off when absent; `SCHOUW_TSA_ANCHORS`, a PEM file of roots, owed with it: a
 * token that nobody can check is worth nothing; `SCHOUW_TSA_POLICY`.
 */
export function timestampSettings(
  env: Readonly<Record<string, string | undefined>>,
): Outcome<TimestampSettings | undefined, 'tsa-url' | 'tsa-anchors' | 'tsa-policy'> {
  const url = env['SCHOUW_TSA_URL']
  if (url === undefined || url === '') return ok(undefined)
  const isUrl = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  if (!isUrl) return refuse('tsa-url', { found: url })
  const policy = env['SCHOUW_TSA_POLICY'] || undefined
  if (policy !== undefined && !/^\d+(\.\d+)+$/.test(policy)) {
    return refuse('tsa-policy', { found: policy })
  }
  const anchors = anchorsIn(env['SCHOUW_TSA_ANCHORS'])
  if (anchors === undefined) return refuse('tsa-anchors', { found: env['SCHOUW_TSA_ANCHORS'] })
  return ok({ url, anchors, ...(policy === undefined ? {} : { policy }) })
}

function anchorsIn(path: string | undefined): readonly Uint8Array[] | undefined {
  if (path === undefined || path === '') return undefined
  try {
    const found = certificatesOfPem(readFileSync(path, 'latin1'), fromBase64)
    return found === undefined || found.length === 0 ? undefined : found
  } catch {
    return undefined
  }
}
