// SPDX-License-Identifier: EUPL-1.2
import { hex } from '@schouw/core/kernel'
import { ascii, concat, fromHex, utf8Text } from '../bytes/index.ts'
import type { Sha256 } from '../cryptography/index.ts'
import { parseCertificate } from './certificate.ts'
import { Der, tags } from './der.ts'
import { isRevocationList } from './revocation.ts'

const heading = 'schouw/renewal/1'

/** A token that is stamped again: of a checkpoint by its size, or of a renewal by its number. */
export interface RenewedToken {
  readonly of: 'stamp' | 'renewal'
  readonly number: number
  /** SHA-256 of the token and, behind it, its validation data. */
  readonly digest: Uint8Array
}

export interface RenewalList {
  readonly origin: string
  readonly tokens: readonly RenewedToken[]
}

/** What an authority is asked to stamp: one line for each token. `docs/formats/timestamp.md`. */
export function renewalList({ origin, tokens }: RenewalList): Uint8Array {
  const lines = tokens.map(({ of, number, digest }) => `${of} ${number} ${hex(digest)}`)
  return ascii(`${[heading, origin, ...lines].join('\n')}\n`)
}

/** Undefined for anything that `renewalList` would not write. */
export function parseRenewalList(bytes: Uint8Array): RenewalList | undefined {
  const [first, origin = '', ...lines] = (utf8Text(bytes) ?? '').split('\n')
  if (first !== heading || origin === '' || lines.pop() !== '') return undefined
  const tokens: RenewedToken[] = []
  for (const line of lines) {
    const [, of, number, text = ''] =
      /^(stamp|renewal) (0|[1-9]\d{0,14}) ([0-9a-f]{64})$/.exec(line) ?? []
    const digest = fromHex(text)
    if (of === undefined || digest === undefined) return undefined
    tokens.push({ of: of === 'stamp' ? 'stamp' : 'renewal', number: Number(number), digest })
  }
  return { origin, tokens }
}

export function renewedDigest(
  token: Uint8Array,
  validation: Uint8Array,
  sha256: Sha256,
): Uint8Array {
  return sha256(concat([token, validation]))
}

/** What a token was believed by when it came, one DER item after another. */
export interface Validation {
  readonly certificates: readonly Uint8Array[]
  readonly revocationLists: readonly Uint8Array[]
}

export function validationBytes({ certificates, revocationLists }: Validation): Uint8Array {
  return concat([...certificates, ...revocationLists])
}

/** Undefined where a part of it is neither a certificate nor a revocation list. */
export function parseValidation(bytes: Uint8Array): Validation | undefined {
  const der = Der.of(bytes)
  const certificates: Uint8Array[] = []
  const revocationLists: Uint8Array[] = []
  while (!der.isDone) {
    const item = der.whole(tags.sequence)
    if (der.oddity !== undefined) return undefined
    if (parseCertificate(item).ok) certificates.push(item)
    else if (isRevocationList(item)) revocationLists.push(item)
    else return undefined
  }
  return { certificates, revocationLists }
}
