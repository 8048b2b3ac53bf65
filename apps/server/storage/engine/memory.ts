// SPDX-License-Identifier: EUPL-1.2

/** One after the other in memory of its own, which can be handed to another thread. */
export function inOwnMemory(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
