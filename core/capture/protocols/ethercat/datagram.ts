// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, Cursor as Window } from '../wire.ts'

export interface Datagram {
  readonly command: number
  /** Place (counted down) or station, by the command. */
  readonly address: number
  /** Register or memory. */
  readonly offset: number
  readonly data: Cursor
  /** Raised by every slave that did what was asked; 0 on the way out. */
  readonly workingCounter: number
}

export function readDatagrams(
  cursor: Cursor,
  length: number,
  recorder: Recorder,
  read: (datagram: Datagram) => void,
): void {
  const body = new Window(cursor, cursor.at, Math.min(cursor.to, cursor.at + length))
  for (let hasMore = true; hasMore; ) {
    const command = body.u8()
    body.skip(1)
    const address = body.u16le()
    const offset = body.u16le()
    const lengthAndMore = body.u16le()
    body.skip(2)
    const data = body.part(lengthAndMore & 0x7ff)
    const workingCounter = body.u16le()
    if (body.isShort) {
      recorder.oddity('truncated')
      return
    }
    read({ command, address, offset, data, workingCounter })
    hasMore = (lengthAndMore & 0x8000) !== 0
  }
}
