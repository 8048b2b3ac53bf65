// SPDX-License-Identifier: EUPL-1.2
// Batches to the hub, in order, each signed with the key of this sensor's intake. The hub counts a
// thing once, so sending again after a lost answer makes nothing double.
import { createHmac } from 'node:crypto'
import type { Spool } from '../spool/spool.ts'

export interface Hub {
  /** The address that the hub gave with the key. */
  readonly url: string
  readonly key: Uint8Array
}

export type Sent =
  /** Everything that waited is there. */
  | { readonly state: 'empty'; readonly sent: number; readonly skewS: number | null }
  /** The hub is away, or says to come back later. */
  | { readonly state: 'later'; readonly sent: number; readonly why: string }
  /** The hub will never take this key or this batch: a person must look. */
  | { readonly state: 'refused'; readonly sent: number; readonly why: string }

export interface Sending {
  readonly fetch: typeof fetch
  readonly now: () => Date
}

const longestMs = 30_000
const secretHead = 'whsec_'

/** Undefined for a text that is no key. */
export function keyIn(text: string): Uint8Array | undefined {
  const line = text.trim()
  const bytes = Buffer.from(line.slice(secretHead.length), 'base64')
  return line.startsWith(secretHead) && bytes.length >= 16 ? bytes : undefined
}

/** Sends until nothing waits or the hub does not take it. */
export async function sendAll(spool: Spool, hub: Hub, { fetch, now }: Sending): Promise<Sent> {
  let sent = 0
  let skewS: number | null = null
  for (let batch = spool.next(); batch !== undefined; batch = spool.next()) {
    const at = now()
    const id = `${batch.sequence}`
    const stamp = String(Math.floor(at.getTime() / 1000))
    const content = `${id}.${stamp}.${batch.body}`
    const signature = createHmac('sha256', hub.key).update(content).digest('base64')
    let answer: Response
    try {
      answer = await fetch(hub.url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(longestMs),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': stamp,
          'webhook-signature': `v1,${signature}`,
        },
        body: batch.body,
      })
      await answer.arrayBuffer()
    } catch (fault) {
      return { state: 'later', sent, why: whyOf(fault) }
    }
    skewS = skewOf(answer, at) ?? skewS
    if (!answer.ok) {
      const why = `${answer.status}${skewS === null ? '' : `, clock ${skewS} s off`}`
      const isLater = answer.status === 429 || answer.status === 408 || answer.status >= 500
      return { state: isLater ? 'later' : 'refused', sent, why }
    }
    spool.forget(batch.sequence)
    sent += 1
  }
  return { state: 'empty', sent, skewS }
}

/** Seconds that our clock is ahead of the hub's. */
function skewOf(answer: Response, at: Date): number | undefined {
  const theirs = Date.parse(answer.headers.get('date') ?? '')
  return Number.isNaN(theirs) ? undefined : Math.round((at.getTime() - theirs) / 1000)
}

function whyOf(fault: unknown): string {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault
  return cause instanceof Error ? cause.message : String(cause)
}
