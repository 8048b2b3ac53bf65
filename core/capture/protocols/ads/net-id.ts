// SPDX-License-Identifier: EUPL-1.2
import type { Subject } from '../../protocol.ts'
import type { Cursor } from '../wire.ts'

/** Six numbers with dots; empty where they are not there. */
export function netId(cursor: Cursor): string {
  const at = cursor.skip(6)
  return at === undefined ? '' : cursor.bytes.subarray(at, at + 6).join('.')
}

export function routerOf(id: string): Subject {
  return { child: 'ams-netid', key: id, of: 'sender' }
}
