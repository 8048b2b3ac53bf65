// SPDX-License-Identifier: EUPL-1.2
import { equalBytes } from '../bytes/index.ts'

/** Whether DER's number is the unsigned one of these bytes, zeroes in front of either aside. */
export function isUnsigned(found: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return (
    found !== undefined &&
    (found[0] ?? 0) < 0x80 &&
    equalBytes(withoutZeroes(found), withoutZeroes(bytes))
  )
}

function withoutZeroes(bytes: Uint8Array): Uint8Array {
  let from = 0
  while (from < bytes.length && bytes[from] === 0) from += 1
  return bytes.subarray(from)
}
