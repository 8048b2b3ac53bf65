// SPDX-License-Identifier: EUPL-1.2
// One file from outside, within bounds of time and size. Where it may come from is judged anew with
// every step of a redirect, and by the addresses that are really connected to.
import { request as requestClear } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import { isPublic, publicLookup, readReceiver } from '../../webhooks/address.ts'

export interface Getting {
  readonly url: string
  readonly isPrivateAllowed: boolean
  readonly mostBytes: number
  /** Until everything is here. */
  readonly timeMs: number
  readonly signal?: AbortSignal | undefined
  /** What the other side said the last time. */
  readonly known?: Validators | undefined
}

export interface Validators {
  readonly etag?: string
  readonly modified?: string
}

export type GetFault =
  | 'address-refused'
  | 'address-private'
  | 'address-unknown'
  | 'connection'
  | 'certificate'
  | 'time'
  | 'too-large'
  | 'redirects'
  | 'cut-off'
  | `status-${number}`

export type Got =
  | { readonly bytes: Buffer; readonly validators: Validators }
  | { readonly unchanged: true }
  | { readonly fault: GetFault }

const mostRedirects = 3
const longestHeadBytes = 32_768

/** Rejects only when the signal of the caller aborts; everything else is an answer. */
export async function get(getting: Getting): Promise<Got> {
  const time = AbortSignal.timeout(getting.timeMs)
  let at = getting.url
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const told = await one(at, getting, time)
    getting.signal?.throwIfAborted()
    if (!('location' in told)) return told
    if (!URL.canParse(told.location, at)) return { fault: 'redirects' }
    at = new URL(told.location, at).href
  }
  return { fault: 'redirects' }
}

function one(
  text: string,
  { isPrivateAllowed, mostBytes, signal, known }: Getting,
  time: AbortSignal,
): Promise<Got | { readonly location: string }> {
  const read = readReceiver(text, isPrivateAllowed)
  if (!read.ok) {
    const fault = read.refusal === 'url-private' ? 'address-private' : 'address-refused'
    return Promise.resolve({ fault })
  }
  const url = read.value
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!isPrivateAllowed && isIP(host) !== 0 && !isPublic(host)) {
    return Promise.resolve({ fault: 'address-private' })
  }
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestSecure : requestClear
    const outgoing = send(url, {
      method: 'GET',
      headers: {
        accept: '*/*',
        // What unpacks without end is not asked for.
        'accept-encoding': 'identity',
        'user-agent': 'Schouw-Advisories/1',
        ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
        ...(known?.modified === undefined ? {} : { 'if-modified-since': known.modified }),
      },
      agent: false,
      maxHeaderSize: longestHeadBytes,
      signal: signal === undefined ? time : AbortSignal.any([time, signal]),
      ...(isPrivateAllowed ? {} : { lookup: publicLookup }),
    })
    const fail = (error: Error) => resolve({ fault: time.aborted ? 'time' : faultOf(error) })
    outgoing.on('error', fail)
    outgoing.on('response', (answer) => {
      const { statusCode = 0, headers } = answer
      const stop = (told: Got | { readonly location: string }) => {
        answer.on('error', () => {})
        outgoing.destroy()
        resolve(told)
      }
      if (statusCode === 304) return stop({ unchanged: true })
      if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
        return stop({ location: headers.location })
      }
      if (statusCode !== 200) return stop({ fault: `status-${statusCode}` })
      if (Number(headers['content-length'] ?? 0) > mostBytes) return stop({ fault: 'too-large' })
      const chunks: Buffer[] = []
      let size = 0
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > mostBytes) stop({ fault: 'too-large' })
        else chunks.push(chunk)
      })
      answer.on('error', (error) => (answer.complete ? undefined : fail(error)))
      answer.on('close', () => resolve({ fault: time.aborted ? 'time' : 'cut-off' }))
      answer.on('end', () => {
        if (!answer.complete) return resolve({ fault: 'cut-off' })
        const { etag, 'last-modified': modified } = headers
        const validators = {
          ...(etag === undefined ? {} : { etag: etag.slice(0, 200) }),
          ...(modified === undefined ? {} : { modified: modified.slice(0, 100) }),
        }
        resolve({ bytes: Buffer.concat(chunks), validators })
      })
    })
    outgoing.end()
  })
}

function faultOf(error: Error): GetFault {
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EPRIVATE') return 'address-private'
  if (code === 'ECONNRESET') return 'cut-off'
  if (/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/.test(code)) return 'address-unknown'
  return /CERT|^ERR_TLS|^ERR_SSL|^EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)
    ? 'certificate'
    : 'connection'
}
