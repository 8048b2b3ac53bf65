// SPDX-License-Identifier: EUPL-1.2
import { hex, sha256 } from '@schouw/core/kernel'
import { utf8 } from './stream.ts'

/** SHA-256 in hex of plain data as JSON with sorted keys and no blanks. */
export function inputsDigest(input: unknown): string {
  return hex(sha256(utf8(canonical(input))))
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
  return `{${entries.join(',')}}`
}
