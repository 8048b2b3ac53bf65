// SPDX-License-Identifier: EUPL-1.2
import type { Crypto } from '../cryptography/index.ts'
import { parseToken, type Stamped, verifyTimestamp } from '../timestamps/index.ts'
import type { Trust } from './trust.ts'
import { Judgement, type Verdict } from './verdict.ts'

/** A time-stamp, or the whole answer of an authority, over the bytes that it should be about. */
export function judgeTimestamp(
  bytes: Uint8Array,
  stamped: Uint8Array | undefined,
  trust: Trust,
  crypto: Crypto,
): Verdict {
  const judgement = new Judgement()
  if (stamped === undefined) judgement.unproven('timestamp', 'stamped-missing')
  else judgeToken(judgement, bytes, { bytes: stamped }, trust, crypto)
  return judgement.verdict()
}

export function judgeToken(
  judgement: Judgement,
  bytes: Uint8Array,
  stamped: Stamped,
  trust: Trust,
  crypto: Crypto,
): void {
  const { anchors = [], others = [], revocationLists = [], nowMs } = trust
  if (anchors.length === 0) {
    judgement.unproven('timestamp', 'anchors-missing')
    return
  }
  const input = parseToken(bytes).ok ? { token: bytes } : { response: bytes }
  const verified = verifyTimestamp(
    input,
    { stamped },
    { anchors, others, revocationLists, nowMs },
    crypto,
  )
  if (!verified.ok) {
    judgement.refuse('timestamp', verified.refusal, verified.facts)
    return
  }
  const { timeMs, accuracyMs, authority, policy, chainEndsMs, revocationAsOfMs } = verified.value
  judgement.proven('timestamp', {
    time_ms: timeMs,
    accuracy_ms: accuracyMs,
    authority,
    policy,
    chain_ends_ms: chainEndsMs,
  })
  if (revocationAsOfMs === undefined) judgement.notClaimed('revocation')
  else judgement.proven('revocation', { as_of_ms: revocationAsOfMs })
  judgement.notClaimed('qualified')
}
