// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** `implicit` from the first byte, `required` after STARTTLS, `none` in the clear. */
  readonly tls: 'implicit' | 'required' | 'none'
  readonly user: string | undefined
  readonly password: string | undefined
  readonly from: { readonly name: string; readonly address: string }
}

export type MailSettingsRefusal = 'smtp-url' | 'mail-from'

/**
 * `smtps://user:password@host` or `smtp://user:password@host:587`. Over `smtp:` the connection
 * turns to TLS before anything is said, or nothing is; only `?tls=none` allows to do without, for a
 * server on the machine itself or on a line that is trusted. Undefined without an address.
 */
export function readMailSettings(
  url: string | undefined,
  from: string | undefined,
): Outcome<MailSettings | undefined, MailSettingsRefusal> {
  if (url === undefined || url === '') return ok(undefined)
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  const isSecure = parsed?.protocol === 'smtps:'
  if (parsed === undefined || (!isSecure && parsed.protocol !== 'smtp:')) return refuse('smtp-url')
  const { hostname, port, username, password, searchParams, pathname } = parsed
  const [[name, value] = [], ...others] = [...searchParams]
  const isClear = name === 'tls' && value === 'none' && !isSecure
  const isOdd = others.length > 0 || (name !== undefined && !isClear)
  if (hostname === '' || isOdd || !/^\/?$/.test(pathname)) return refuse('smtp-url')
  const credentials = [username, password].map(decoded)
  if (credentials.includes(null)) return refuse('smtp-url')
  const sender = senderOf(from ?? '')
  if (sender === undefined) return refuse('mail-from')
  return ok({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    tls: isSecure ? 'implicit' : isClear ? 'none' : 'required',
    user: credentials[0] || undefined,
    password: credentials[1] || undefined,
    from: sender,
  })
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `schouw@example.org` or `Schouw <schouw@example.org>`. */
function senderOf(text: string): MailSettings['from'] | undefined {
  const [, name = '', inner, bare] = /^\s*(?:([^<>]*)<([^<>]+)>|([^<>\s]+))\s*$/.exec(text) ?? []
  const address = inner ?? bare ?? ''
  const isPlain = !hasControl(name) && name.length <= 80
  return isPlain && isAddress(address) ? { name: name.trim(), address } : undefined
}

/**
 * One address, as people have them. Narrower than RFC 5322 on purpose: no quotes, comments, lists
 * or blanks, so that nothing in it can become a second recipient or a line of the head.
 */
export function isAddress(text: string): boolean {
  if (text.length > 254) return false
  return /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(
    text,
  )
}

export function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text)
}
