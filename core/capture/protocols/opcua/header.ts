// SPDX-License-Identifier: EUPL-1.2
import { isKnownService } from './operations.ts'

/** Three letters of type, a letter for the chunk, a length. */
export const headerBytes = 8

/** The letters as numbers. */
export const messageType = {
  hello: 0x48454c,
  acknowledge: 0x41434b,
  error: 0x455252,
  reverseHello: 0x524845,
  open: 0x4f504e,
  message: 0x4d5347,
  close: 0x434c4f,
} as const

const known: ReadonlySet<number> = new Set(Object.values(messageType))
/** Final, continued, aborted. */
const chunks: ReadonlySet<number> = new Set([0x46, 0x43, 0x41])

// Chunks of 64 KiB are the rule; nobody offers more than 16 MiB.
const maxLength = 1 << 24

export function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  const letters = view.getUint32(from)
  if (!known.has(letters >>> 8) || !chunks.has(letters & 0xff)) return false
  const length = view.getUint32(from + 4, true)
  return length >= headerBytes && length <= maxLength
}

/**
 * Number of the service in a message at `at`: behind channel, token and two numbers stands an id
 * in the four-byte form with namespace 0. 0 where it does not, as in encrypted messages.
 */
export function serviceOf(view: DataView, at: number, to: number): number {
  const id = at + headerBytes + 16
  if (id + 4 > to || view.getUint16(id) !== 0x0100) return 0
  return view.getUint16(id + 2, true)
}

export function isService(service: number): boolean {
  return service !== 0 && isKnownService(service)
}
