// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'

/** RFC 9562, version 7: new ones sort behind old ones. `now` is an instant in UTC. */
export function newId(now: string): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.parse(now), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((from, at) => hex.slice(from, [8, 12, 16, 20, 32][at])).join('-')
}
