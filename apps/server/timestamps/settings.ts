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
  /** Addresses of revocation lists of its certificates: taken and kept with each token. */
  readonly lists?: readonly string[]
}

/**
 * `SCHOUW_TSA_URL`, off when absent; `SCHOUW_TSA_ANCHORS`, a PEM file of roots, owed with it: a
 * token that nobody can check is worth nothing; `SCHOUW_TSA_POLICY`; `SCHOUW_TSA_CRLS`, addresses of
 * revocation lists with spaces between.
 */
export function timestampSettings(
  env: Readonly<Record<string, string | undefined>>,
): Outcome<TimestampSettings | undefined, 'tsa-url' | 'tsa-anchors' | 'tsa-policy' | 'tsa-crls'> {
  const url = env['SCHOUW_TSA_URL']
  if (url === undefined || url === '') return ok(undefined)
  if (!isWebAddress(url)) return refuse('tsa-url', { found: url })
  const policy = env['SCHOUW_TSA_POLICY'] || undefined
  if (policy !== undefined && !/^\d+(\.\d+)+$/.test(policy)) {
    return refuse('tsa-policy', { found: policy })
  }
  const anchors = anchorsIn(env['SCHOUW_TSA_ANCHORS'])
  if (anchors === undefined) return refuse('tsa-anchors', { found: env['SCHOUW_TSA_ANCHORS'] })
  const lists = (env['SCHOUW_TSA_CRLS'] ?? '').split(/\s+/).filter((one) => one !== '')
  const other = lists.find((one) => !isWebAddress(one))
  if (other !== undefined) return refuse('tsa-crls', { found: other })
  return ok({ url, anchors, lists, ...(policy === undefined ? {} : { policy }) })
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
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
