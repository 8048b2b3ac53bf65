// SPDX-License-Identifier: EUPL-1.2
import { isUtf8 } from 'node:buffer'
import type { Doubt, Sniffed } from './types.ts'

/** Bytes of the text that a character at the end of one chunk may still need. */
const longestCharacter = 4

/** Reads a text as it comes by, of any length, and says whether all of it is UTF-8 without NUL. */
export class TextCheck {
  #rest: Uint8Array = new Uint8Array()
  #isText = true

  get isText(): boolean {
    return this.#isText
  }

  push(chunk: Uint8Array): void {
    if (!this.#isText) return
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const end = wholeUntil(bytes)
    const whole = bytes.subarray(0, end)
    if (!isUtf8(whole) || whole.includes(0)) this.#isText = false
    this.#rest = Buffer.from(bytes.subarray(end))
  }

  finish(): boolean {
    return this.#isText && this.#rest.length === 0
  }
}

/** Up to where no character is cut in two, as far as the first byte of the last one tells. */
function wholeUntil(bytes: Uint8Array): number {
  const from = Math.max(0, bytes.length - longestCharacter)
  for (let at = bytes.length - 1; at >= from; at -= 1) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return at + needs > bytes.length ? at : bytes.length
  }
  return bytes.length
}

const active =
  /<!doctype\s+html|<html[\s>]|<svg[\s>]|<script[\s>]|<\?xml-stylesheet|<hta:|^#!|^(<\?php|@echo off)|^\s*javascript:/i
const mailHeader =
  /^(received|return-path|delivered-to|message-id|mime-version|from|to|date|subject|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+): /i
const entity = /<!entity\s/i

/** What a text is, by its beginning. The whole of it has been read as UTF-8, or was found not to be. */
export function sniffText(head: Uint8Array, isWhole: boolean): Sniffed {
  if (!isWhole) {
    const isWide = /^(fffe|feff)/.test(Buffer.from(head.subarray(0, 2)).toString('hex'))
    if (head.includes(0) && !isWide) {
      return { type: 'application/octet-stream', doubts: ['type-unknown'] }
    }
    // Latin text still says what it is in ASCII.
    const doubts: Doubt[] = ['not-utf8']
    if (active.test(Buffer.from(head).toString('latin1').trimStart())) doubts.push('active-content')
    return { type: 'text/plain', doubts }
  }
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  const doubts: readonly Doubt[] = active.test(text) || entity.test(text) ? ['active-content'] : []
  if (mailHeader.test(text) && /\n(from|date|message-id): /i.test(`\n${text}`)) {
    // A mail may quote anything: it is not opened as what it quotes.
    return { type: 'message/rfc822', doubts: [] }
  }
  if (text.startsWith('<')) return { type: 'application/xml', doubts }
  if (/^[{[]/.test(text)) return { type: 'application/json', doubts: [] }
  return { type: 'text/plain', doubts }
}
