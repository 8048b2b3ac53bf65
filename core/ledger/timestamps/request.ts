// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { concat } from '../bytes/index.ts'
import type { DigestName } from '../cryptography/index.ts'
import { digestNames, digestOf, readAlgorithm } from './algorithms.ts'
import { Der, holding, plain, tags } from './der.ts'
import { element, integer, oid } from './der-write.ts'

/** TimeStampReq, RFC 3161, section 2.4.1. */
export interface TimestampRequest {
  readonly digestName: DigestName
  readonly digest: Uint8Array
  /** At least 8 random bytes; ties the answer to this request. */
  readonly nonce?: Uint8Array
  readonly policy?: string
  /** Whether the answer shall hold the authority's certificate. */
  readonly wantsCertificate: boolean
}

export type RequestRefusal = 'request-malformed'

/** `undefined` for a policy that is no object identifier. */
export function timestampRequest(request: TimestampRequest): Uint8Array | undefined {
  const { digestName, digest, nonce, policy, wantsCertificate } = request
  const [identifier = ''] =
    Object.entries(digestNames).find(([, name]) => name === digestName) ?? []
  const algorithm = oid(identifier)
  const policyOid = policy === undefined ? new Uint8Array() : oid(policy)
  if (algorithm === undefined || policyOid === undefined) return undefined
  const named = element(tags.sequence, algorithm, element(tags.null))
  return element(
    tags.sequence,
    integer(Uint8Array.of(1)),
    element(tags.sequence, named, element(tags.octets, digest)),
    policyOid,
    nonce === undefined ? new Uint8Array() : integer(nonce),
    wantsCertificate ? element(tags.boolean, Uint8Array.of(0xff)) : new Uint8Array(),
  )
}

export function parseTimestampRequest(
  bytes: Uint8Array,
): Outcome<TimestampRequest, RequestRefusal> {
  const der = Der.of(bytes)
  const body = der.enter(tags.sequence)
  const version = body.count()
  const imprint = body.enter(tags.sequence)
  const digestName = digestOf(readAlgorithm(imprint))
  const digest = imprint.take(tags.octets)
  imprint.end()
  const policy = body.has(tags.oid) ? body.oid() : undefined
  const nonce = body.has(tags.integer) ? body.integer() : undefined
  const wantsCertificate = body.has(tags.boolean) && body.boolean()
  if (body.has(holding(0)) || body.has(plain(0))) body.whole()
  body.end()
  der.end()
  if (der.oddity !== undefined || version !== 1 || digestName === undefined) {
    return refuse('request-malformed', { oddity: der.oddity, at: der.oddAt })
  }
  return ok({
    digestName,
    digest,
    ...(nonce === undefined ? {} : { nonce: concat([nonce]) }),
    ...(policy === undefined ? {} : { policy }),
    wantsCertificate,
  })
}
