// SPDX-License-Identifier: EUPL-1.2
import { concat } from '../bytes/index.ts'
import { tags } from './der.ts'

export function element(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(contents)
  const { length } = content
  if (length < 0x80) return concat([Uint8Array.of(tag, length), content])
  const digits: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) digits.unshift(left % 256)
  return concat([Uint8Array.of(tag, 0x80 + digits.length, ...digits), content])
}

/** A number that is not negative, from its bytes. */
export function integer(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1
  const rest = bytes.length === 0 ? Uint8Array.of(0) : bytes.subarray(from)
  return element(tags.integer, ...(rest[0] >= 0x80 ? [Uint8Array.of(0)] : []), rest)
}

/** `undefined` for a text that is no object identifier. */
export function oid(text: string): Uint8Array | undefined {
  if (!/^[0-2](?:\.(?:0|[1-9]\d{0,14}))+$/.test(text)) return undefined
  const [root, second, ...others] = text.split('.').map(Number)
  if (root < 2 && second >= 40) return undefined
  const bytes: number[] = []
  for (const arc of [root * 40 + second, ...others]) {
    const digits = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      digits.unshift((left % 128) + 128)
    }
    bytes.push(...digits)
  }
  return element(tags.oid, Uint8Array.from(bytes))
}
