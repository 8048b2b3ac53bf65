// SPDX-License-Identifier: EUPL-1.2
import { hex, sha256 } from '@schouw/core/kernel'
import { hexBytes } from '../wire.ts'
import type { ClientHello } from './client-hello.ts'
import { md5 } from './md5.ts'

/** How the hello travelled: TLS over TCP, QUIC, DTLS. */
export type Transport = 't' | 'q' | 'd'

/** RFC 8701: values that a client sends to see whether servers ignore what they do not know. */
export function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff)
}

/** JA3 as its authors (Salesforce, 2017) define it: the MD5 of five decimal lists. */
export function ja3(hello: ClientHello): string {
  const lists = [hello.ciphers, hello.extensions, hello.groups, hello.pointFormats]
  const text = [
    String(hello.legacyVersion),
    ...lists.map((list) => list.filter((value) => !isGrease(value)).join('-')),
  ].join(',')
  return remembered(text, () => hex(md5(asciiBytes(text))))
}

/** JA4 as FoxIO define it (technical_details/JA4.md in FoxIO-LLC/ja4; BSD 3-Clause). */
export function ja4(hello: ClientHello, transport: Transport): string {
  const ciphers = hello.ciphers.filter((value) => !isGrease(value))
  const extensions = hello.extensions.filter((value) => !isGrease(value))
  const hashed = extensions.filter((value) => value !== 0x0000 && value !== 0x0010)
  const algorithms = hello.signatureAlgorithms.filter((value) => !isGrease(value))
  const tail = algorithms.length > 0 ? `_${codes(algorithms)}` : ''
  return [
    transport +
      versionCode(hello) +
      (extensions.includes(0x0000) ? 'd' : 'i') +
      twoDigits(ciphers.length) +
      twoDigits(extensions.length) +
      alpnCode(hello.alpn),
    shortHash(codes([...ciphers].sort((a, b) => a - b))),
    hashed.length === 0 ? noHash : shortHash(codes([...hashed].sort((a, b) => a - b)) + tail),
  ].join('_')
}

const noHash = '000000000000'

const versionCodes: Readonly<Record<number, string>> = {
  772: '13',
  771: '12',
  770: '11',
  769: '10',
  768: 's3',
  2: 's2',
  65279: 'd1',
  65277: 'd2',
  65276: 'd3',
}

function versionCode(hello: ClientHello): string {
  const versions = hello.versions.filter((value) => !isGrease(value))
  const version = versions.length > 0 ? Math.max(...versions) : hello.legacyVersion
  return versionCodes[version] ?? '00'
}

function alpnCode(alpn: readonly Uint8Array[]): string {
  const first = alpn[0]
  if (first === undefined || first.length === 0) return '00'
  const [head, tail] = [first[0], first[first.length - 1]]
  if (isAlphanumeric(head) && isAlphanumeric(tail)) return String.fromCharCode(head, tail)
  const digits = hexBytes(first, 0, first.length)
  return digits.charAt(0) + digits.charAt(digits.length - 1)
}

function isAlphanumeric(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39
  return isDigit || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)
}

function shortHash(text: string): string {
  if (text === '') return noHash
  return remembered(text, () => hex(sha256(asciiBytes(text))).slice(0, 12))
}

// Programs say hello in a few ways thousands of times; a hash costs more than all the rest.
const maxRemembered = 1000
const hashes = new Map<string, string>()

function remembered(text: string, hash: () => string): string {
  const known = hashes.get(text)
  if (known !== undefined) return known
  if (hashes.size >= maxRemembered) hashes.clear()
  const made = hash()
  hashes.set(text, made)
  return made
}

function codes(values: readonly number[]): string {
  return values.map((value) => value.toString(16).padStart(4, '0')).join(',')
}

function twoDigits(count: number): string {
  return String(Math.min(count, 99)).padStart(2, '0')
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
