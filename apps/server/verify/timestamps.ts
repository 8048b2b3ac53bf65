// SPDX-License-Identifier: EUPL-1.2
import { verifyTimestamp } from '@schouw/core/ledger/timestamps'
import type { Judgement, Trust } from '@schouw/core/ledger/verdicts'
import { type StampAsStored, storedStamps } from '../storage/inspection/timestamps.ts'
import type { Transaction } from '../storage/session.ts'
import { platform } from './crypto.ts'

/** Every stored token against the head that it is about, by roots that were given. */
export async function judgeStamps(
  transaction: Transaction,
  judgement: Judgement,
  trust: Trust,
): Promise<void> {
  const times: number[] = []
  let count = 0
  for (let above = -1; ; ) {
    const page = await storedStamps(transaction, above)
    const last = page.at(-1)
    if (last === undefined) break
    above = last.size
    count += page.length
    for (const stamp of page) times.push(...judgeStamp(judgement, stamp, trust))
  }
  if (count === 0) judgement.notClaimed('timestamp')
  else if ((trust.anchors ?? []).length === 0) {
    judgement.unproven('timestamp', 'anchors-missing', { tokens: count })
  } else if (times.length > 0) {
    const facts = { tokens: count, first_ms: Math.min(...times), last_ms: Math.max(...times) }
    judgement.proven('timestamp', facts)
  }
}

function judgeStamp(
  judgement: Judgement,
  { size, token, nonce, note, stamped_at }: StampAsStored,
  trust: Trust,
): readonly number[] {
  const { anchors = [], others = [], revocationLists = [], nowMs } = trust
  if (note === null) {
    judgement.refuse('timestamp', 'stamp-row-differs', { size })
    return []
  }
  if (anchors.length === 0) return []
  const verified = verifyTimestamp(
    { token },
    { stamped: { bytes: note }, nonce },
    { anchors, others, revocationLists, nowMs },
    platform,
  )
  if (!verified.ok) {
    judgement.refuse('timestamp', verified.refusal, { size, ...verified.facts })
    return []
  }
  const { timeMs } = verified.value
  if (stamped_at !== new Date(timeMs).toISOString()) {
    judgement.refuse('timestamp', 'stamp-row-differs', { size })
  }
  return [timeMs]
}
