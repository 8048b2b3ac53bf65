// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { Cursor, startsWith, textAt, utf16At } from '../wire.ts'

// [MS-NLMP], section 2.2: the three messages, wherever SMB, HTTP, RPC, LDAP or TDS carry them.
const signature = 'NTLMSSP'
const negotiateUnicode = 0x0000_0001
const negotiateVersion = 0x0200_0000
const sessionSecurity = 0x0008_0000

// 24 bytes: the answer of NTLM version 1; version 2 is longer.
const firstVersionBytes = 24

/** Offset of an NTLM message between these bytes, -1 when there is none. */
export function findNtlm(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at + 12 <= to; at += 1) {
    if (bytes[at] === 0x4e && startsWith(bytes, at, to, signature) && bytes[at + 7] === 0) return at
  }
  return -1
}

/**
 * Records names, version and strength of the NTLM message somewhere between these bytes, and says
 * whether there was one. Facts are about its sender.
 */
export function recordNtlm(
  bytes: Uint8Array,
  from: number,
  to: number,
  recorder: Recorder,
): boolean {
  const at = findNtlm(bytes, from, to)
  if (at < 0) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const message = new Message({ bytes, view }, at, to)
  recorder.layer('ntlmssp')
  const type = message.u32(8)
  if (type === 1) recordNegotiate(message, recorder)
  else if (type === 2) recordChallenge(message, recorder)
  else if (type === 3) recordAuthenticate(message, recorder)
  else recorder.oddity('ntlm-type-unknown')
  if (message.isShort) recorder.oddity('truncated')
  return true
}

/** As text, for protocols that carry it in base64: `NTLM TlRMTVNTUAAC…`. */
export function recordNtlmText(text: string, recorder: Recorder): boolean {
  const encoded = /TlRMTVNTUA[A-Za-z0-9+/]*/.exec(text)?.[0]
  if (encoded === undefined) return false
  const bytes = fromBase64(encoded)
  return recordNtlm(bytes, 0, bytes.length, recorder)
}

class Message {
  readonly #on: { readonly bytes: Uint8Array; readonly view: DataView }
  readonly #from: number
  readonly #to: number
  isShort = false

  constructor(
    on: { readonly bytes: Uint8Array; readonly view: DataView },
    from: number,
    to: number,
  ) {
    this.#on = on
    this.#from = from
    this.#to = to
  }

  cursor(offset: number, length: number): Cursor {
    const end = Math.min(this.#to, this.#from + offset + length)
    if (this.#from + offset + length > this.#to) this.isShort = true
    return new Cursor(this.#on, Math.min(this.#from + offset, end), end)
  }

  u32(offset: number): number {
    return this.cursor(offset, 4).u32le()
  }

  /** Where a security buffer points; empty when it does not fit. */
  part(offset: number): Cursor {
    const field = this.cursor(offset, 8)
    const length = field.u16le()
    field.skip(2)
    const start = field.u32le()
    return length === 0 ? this.cursor(0, 0) : this.cursor(start, length)
  }

  text(offset: number, isUnicode: boolean): string {
    const { bytes, at, to } = this.part(offset)
    return isUnicode ? utf16At(bytes, at, to) : textAt(bytes, at, to)
  }

  /** `major.minor.build` of the sender's Windows, empty when it is not given. */
  version(offset: number, flags: number): string {
    if ((flags & negotiateVersion) === 0) return ''
    const field = this.cursor(offset, 8)
    const [major, minor, build] = [field.u8(), field.u8(), field.u16le()]
    return field.isShort || major === 0 ? '' : `${major}.${minor}.${build}`
  }
}

function recordNegotiate(message: Message, recorder: Recorder): void {
  const flags = message.u32(12)
  if (message.isShort) return
  recorder.fact('ntlm.version', message.version(32, flags))
  // These names are in the machine's own code page, never in Unicode.
  if ((flags & 0x1000) !== 0) recorder.fact('domain', message.text(16, false))
  if ((flags & 0x2000) !== 0) recorder.fact('hostname', message.text(24, false))
}

function recordChallenge(message: Message, recorder: Recorder): void {
  const flags = message.u32(20)
  recorder.fact('ntlm.target_name', message.text(12, (flags & negotiateUnicode) !== 0))
  recorder.fact('ntlm.version', message.version(48, flags))
  const pairs = message.part(40)
  while (pairs.left >= 4) {
    const id = pairs.u16le()
    const value = pairs.upTo(pairs.u16le())
    if (id === 0) break
    const text = () => utf16At(value.bytes, value.at, value.to)
    if (id === 1 || id === 3) recorder.fact('hostname', text())
    else if (id === 2 || id === 4) recorder.fact('domain', text())
    else if (id === 5) recorder.fact('ntlm.forest', text())
  }
  if (pairs.isShort) message.isShort = true
}

function recordAuthenticate(message: Message, recorder: Recorder): void {
  // The oldest senders leave the flags out: their texts begin where the flags would be.
  const hasFlags = [12, 20, 28, 36, 44].every(
    (offset) => message.u32(offset) % 0x1_0000 === 0 || message.u32(offset + 4) >= 64,
  )
  const flags = hasFlags ? message.u32(60) : negotiateUnicode
  const isUnicode = (flags & negotiateUnicode) !== 0
  const user = message.text(36, isUnicode)
  recorder.fact('ntlm.user_domain', message.text(28, isUnicode))
  recorder.fact('ntlm.user', user)
  recorder.fact('hostname', message.text(44, isUnicode))
  recorder.fact('ntlm.version', message.version(64, flags))
  const lanManagerBytes = message.part(12).left
  const answerBytes = message.part(20).left
  if (answerBytes === firstVersionBytes) {
    const scheme = (flags & sessionSecurity) !== 0 ? 'NTLMv1 with session security' : 'NTLMv1'
    recorder.event('weak_authentication', { scheme, user })
  } else if (answerBytes === 0 && lanManagerBytes === firstVersionBytes) {
    recorder.event('weak_authentication', { scheme: 'LM', user })
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const character of text) {
    held = ((held << 6) | alphabet.indexOf(character)) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}
