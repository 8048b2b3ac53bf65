// SPDX-License-Identifier: EUPL-1.2
import { type Enrolled, sha256, signatureOf } from '../identity.ts'
import type { Batch } from '../spool/spool.ts'
import type { BeatAnswer, Delivered, Hub } from './hub.ts'

const longestMs = 30_000

/** Straight to the hub: an answer means that its database has it. */
export class HttpsHub implements Hub {
  readonly #identity: Enrolled
  readonly #fetch: typeof fetch

  constructor(identity: Enrolled, parts: { readonly fetch: typeof fetch }) {
    this.#identity = identity
    this.#fetch = parts.fetch
  }

  async deliver({ sequence, body }: Batch): Promise<Delivered> {
    const answer = await this.#put('batch', 'batches', { number: sequence, bytes: body })
    if ('why' in answer) return { state: 'later', why: answer.why }
    const { status } = answer
    if (status < 300) return { state: 'there' }
    if (status === 408 || status === 429 || status >= 500)
      return { state: 'later', why: `${status}` }
    if (status === 413 || status === 422) return { state: 'never', why: `${status}` }
    const why = status === 409 ? 'another sender uses this key' : `${status}`
    return { state: 'refused', why }
  }

  async beat(number: number, text: string): Promise<BeatAnswer | { readonly why: string }> {
    const answer = await this.#put('beat', 'beats', { number, bytes: Buffer.from(text) })
    if ('why' in answer) return answer
    if (answer.status !== 200) return { why: `${answer.status}` }
    return beatAnswerIn(answer.text) ?? { why: 'an answer that is none' }
  }

  async close(): Promise<void> {}

  async #put(
    what: 'batch' | 'beat',
    path: string,
    { number, bytes }: { readonly number: number; readonly bytes: Uint8Array },
  ): Promise<{ readonly status: number; readonly text: string } | { readonly why: string }> {
    const { address, hub } = this.#identity
    const said = { what, address, number, digest: sha256(bytes) }
    try {
      const answer = await this.#fetch(`${hub}/api/v1/sensors/${address}/${path}/${number}`, {
        method: 'PUT',
        redirect: 'error',
        signal: AbortSignal.timeout(longestMs),
        headers: {
          'content-type': what === 'batch' ? 'application/gzip' : 'application/json',
          'schouw-signature': signatureOf(this.#identity, said),
        },
        body: Buffer.from(bytes),
      })
      return { status: answer.status, text: await answer.text() }
    } catch (fault) {
      const cause = fault instanceof Error ? (fault.cause ?? fault) : fault
      return { why: cause instanceof Error ? cause.message : String(cause) }
    }
  }
}

/** Undefined for what is no answer; whether settings are the hub's own is judged by their signature. */
export function beatAnswerIn(text: string): BeatAnswer | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const one = (typeof value === 'object' && value !== null ? value : {}) as Told
  const { received_at: receivedAt, answered_at: answeredAt, top_sequence: top, settings } = one
  const isTime = (at: unknown): at is string =>
    typeof at === 'string' && !Number.isNaN(Date.parse(at))
  if (!isTime(receivedAt) || !isTime(answeredAt) || !Number.isSafeInteger(top)) return undefined
  const set = (settings ?? {}) as Readonly<Record<string, unknown>>
  const { version, text: said, signature } = set
  const isSet =
    Number.isSafeInteger(version) && typeof said === 'string' && typeof signature === 'string'
  return {
    ...{ receivedAt, answeredAt, topSequence: Number(top) },
    settings: isSet ? { version: Number(version), text: said, signature } : null,
  }
}

type Told = Readonly<Record<'received_at' | 'answered_at' | 'top_sequence' | 'settings', unknown>>
