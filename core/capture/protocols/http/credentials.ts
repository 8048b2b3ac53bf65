// SPDX-License-Identifier: EUPL-1.2
// Who logs in, and how. Passwords are looked past, never read into a text.
import { textAt } from '../wire.ts'

export interface Login {
  readonly method: 'basic' | 'form'
  readonly user: string
}

/** RFC 7617: base64 of `user:password`. */
export function basicLogin(authorization: string): Login | undefined {
  const encoded = /^basic +([a-z0-9+/]+)/i.exec(authorization)?.[1]
  if (encoded === undefined) return undefined
  const user: number[] = []
  let bits = 0
  let held = 0
  for (const character of encoded) {
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    const byte = (bits >> held) & 0xff
    if (byte === colon) return { method: 'basic', user: textOf(user) }
    user.push(byte)
  }
  return undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const colon = 0x3a

const userKey = /^(?:user|username|user_?name|user_?id|login|uname|account|email|benutzer)$/i
const passwordKey = /^(?:pass|password|passwd|passwort|wachtwoord|pwd|pw|psw)$/i

const maxFormBytes = 2048

/** Fields of an HTML form that carry a password, sent in the clear. */
export function formLogin(bytes: Uint8Array, from: number, to: number): Login | undefined {
  const form = textAt(bytes, from, Math.min(to, from + maxFormBytes))
  if (!/^[\w.%+-]+=[^\s]*$/.test(form)) return undefined
  let user = ''
  let hasPassword = false
  for (const field of form.split('&')) {
    const equals = field.indexOf('=')
    const key = field.slice(0, Math.max(equals, 0))
    if (passwordKey.test(key)) hasPassword = true
    else if (user === '' && userKey.test(key)) user = field.slice(equals + 1)
  }
  return hasPassword ? { method: 'form', user } : undefined
}

function textOf(bytes: readonly number[]): string {
  return textAt(Uint8Array.from(bytes), 0, bytes.length)
}
