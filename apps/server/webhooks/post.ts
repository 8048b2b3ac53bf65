// SPDX-License-Identifier: EUPL-1.2
import { request as requestClear } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { isPublic, publicLookup } from './address.ts'

export interface Posting {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly isPrivateAllowed: boolean
  readonly signal?: AbortSignal
  /** From the first packet to the head of the answer. */
  readonly timeMs?: number
}

export type Fault =
  | 'address-private'
  | 'address-unknown'
  | 'connection'
  | 'certificate'
  | 'time'
  | 'stopped'
  | 'answer'

export type Posted = { readonly status: number } | { readonly fault: Fault }

const usualTimeMs = 10_000
const longestHeadBytes = 16_384

/**
 * One request, on a connection of its own. A redirect is an answer like any other: it is not
 * followed. Of the answer only the status counts, so nothing more of it is read.
 */
export function post(posting: Posting): Promise<Posted> {
  const { url, headers, body, isPrivateAllowed, signal, timeMs = usualTimeMs } = posting
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Addresses are not looked up, so what looks names up would not see them.
  if (!isPrivateAllowed && isIP(host) !== 0 && !isPublic(host)) {
    return Promise.resolve({ fault: 'address-private' })
  }
  const time = AbortSignal.timeout(timeMs)
  const bytes = Buffer.from(body)
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestSecure : requestClear
    const outgoing = send(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'content-length': bytes.length,
        'user-agent': 'Schouw-Webhooks/1',
      },
      agent: false,
      maxHeaderSize: longestHeadBytes,
      signal: signal === undefined ? time : AbortSignal.any([time, signal]),
      ...(isPrivateAllowed ? {} : { lookup: publicLookup }),
    })
    outgoing.on('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0 })
      answer.on('error', () => {})
      outgoing.destroy()
    })
    outgoing.on('error', (error) => {
      if (time.aborted) resolve({ fault: 'time' })
      else resolve({ fault: signal?.aborted === true ? 'stopped' : faultOf(error) })
    })
    outgoing.end(bytes)
  })
}

function faultOf(error: Error): Fault {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EPRIVATE') return 'address-private'
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return 'address-unknown'
  if (/CERT|^ERR_TLS|^ERR_SSL|^EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) return 'certificate'
  return /^HPE_/.test(code) ? 'answer' : 'connection'
}
