// SPDX-License-Identifier: EUPL-1.2
import { fromBase64 } from '@schouw/core/ledger/bytes'
import { pure } from '@schouw/core/ledger/cryptography'
import {
  parseResponse,
  revocationListIn,
  timestampRequest,
  type VerifiedTimestamp,
  validationBytes,
  verifyTimestamp,
} from '@schouw/core/ledger/timestamps'
import { sha256 } from '../storage/ledger/hash.ts'
import type { TimestampSettings } from './settings.ts'

/** What an authority gave, checked. */
export interface Stamped {
  /** DER of the token alone. */
  readonly token: Uint8Array
  readonly verified: VerifiedTimestamp
  /** What it is believed by: the chain, and revocation lists as they are now. */
  readonly validation: Uint8Array
}

/** Why there is no token yet; short enough to be kept and shown. */
export class NoStamp extends Error {}

const longestAnswer = 1 << 18
/** Kept with every token: a list that is longer is left to whoever checks. */
const longestList = 1 << 20
const answerMs = 20_000

/** Asks for a time-stamp over these bytes, and believes it only when all of its checks hold. */
export async function askAuthority(
  settings: TimestampSettings,
  asked: { readonly bytes: Uint8Array; readonly nonce: Uint8Array; readonly nowMs: number },
  signal?: AbortSignal,
): Promise<Stamped> {
  const { url, anchors, policy } = settings
  const { bytes, nonce } = asked
  const request = timestampRequest({
    digestName: 'sha256',
    digest: sha256(bytes),
    nonce,
    ...(policy === undefined ? {} : { policy }),
    wantsCertificate: true,
  })
  if (request === undefined) throw new NoStamp('the policy is no object identifier')
  const response = await answerOf(url, request, signal)
  const policies = policy === undefined ? {} : { policies: [policy] }
  const trust = { anchors, ...policies, nowMs: asked.nowMs }
  const verified = verifyTimestamp({ response }, { stamped: { bytes }, nonce }, trust, pure)
  const parsed = parseResponse(response)
  if (!verified.ok) throw new NoStamp(`the answer is refused: ${verified.refusal}`)
  if (!parsed.ok) throw new NoStamp(`the answer is refused: ${parsed.refusal}`)
  const { der: token } = parsed.value
  const { chain } = verified.value
  const revocationLists = await listsOf(settings.lists ?? [], signal)
  // A list that says no is believed at once.
  const checked = { anchors, ...policies, revocationLists, nowMs: asked.nowMs }
  const again = verifyTimestamp({ token }, { stamped: { bytes }, nonce }, checked, pure)
  if (!again.ok) throw new NoStamp(`the answer is refused: ${again.refusal}`)
  const validation = validationBytes({ certificates: chain, revocationLists })
  return { token, verified: again.value, validation }
}

/** Those that come: a token without a list is worth more than none. */
async function listsOf(
  addresses: readonly string[],
  signal: AbortSignal | undefined,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = []
  for (const address of addresses) {
    try {
      const answer = await fetch(address, { redirect: 'error', signal: withTimeout(signal) })
      if (answer.status !== 200) {
        await answer.body?.cancel()
        continue
      }
      const list = revocationListIn(await shortBody(answer, longestList), fromBase64)
      if (list !== undefined) found.push(list)
    } catch {
      signal?.throwIfAborted()
    }
  }
  return found
}

function withTimeout(signal: AbortSignal | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(answerMs)
  return signal === undefined ? timeout : AbortSignal.any([timeout, signal])
}

async function answerOf(
  url: string,
  request: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  let answer: Response
  try {
    answer = await fetch(url, {
      method: 'POST',
      body: Buffer.from(request),
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
      },
      redirect: 'error',
      signal: withTimeout(signal),
    })
  } catch (error) {
    throw new NoStamp(`no answer: ${reasonOf(error)}`)
  }
  if (answer.status !== 200) {
    await answer.body?.cancel()
    throw new NoStamp(`the authority answered ${answer.status}`)
  }
  return shortBody(answer, longestAnswer)
}

/** Stops reading what no authority would send. */
async function shortBody(answer: Response, longest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const part of answer.body ?? []) {
      length += part.length
      if (length > longest) throw new NoStamp('the answer has no end')
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof NoStamp) throw error
    throw new NoStamp(`the answer broke off: ${reasonOf(error)}`)
  }
  return Buffer.concat(parts)
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
  return code.slice(0, 100)
}
