// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { Cursor, hex, hexBytes } from '../wire.ts'
import { command, headerBytes } from './header.ts'
import { recordIdentity } from './identity.ts'
import { type Envelope, recordMessage } from './message.ts'

/** Kinds of items in the common packet format. */
const item = {
  listIdentity: 0x0c,
  address: 0xa1,
  connected: 0xb1,
  unconnected: 0xb2,
} as const

/** `from` is a header, `to` the end of its packet. */
export function decodeEncapsulated(
  payload: Payload,
  from: number,
  to: number,
  recorder: Recorder,
): void {
  const { view, bytes } = payload
  const name = view.getUint16(from, true)
  const body = new Cursor(payload, from + headerBytes, to)
  if (name === command.listIdentity) {
    // The question has no body.
    if (body.left > 0) readItems(body, recorder, listIdentityItem)
  } else if (name === command.listServices) {
    if (body.left > 0) readItems(body, recorder, ignoreItem)
  } else if (name === command.sendRequest || name === command.sendConnected) {
    body.skip(6)
    const sender = hexBytes(bytes, from + 12, from + 20)
    readItems(body, recorder, messageReader(sender))
  }
}

type ItemReader = (kind: number, data: Cursor, recorder: Recorder) => void

function readItems(body: Cursor, recorder: Recorder, read: ItemReader): void {
  const count = body.u16le()
  for (let index = 0; index < count && !body.isShort; index += 1) {
    const kind = body.u16le()
    const data = body.part(body.u16le())
    if (body.isShort) break
    read(kind, data, recorder)
  }
  if (body.isShort) recorder.oddity('truncated')
}

function ignoreItem(): void {}

function listIdentityItem(kind: number, data: Cursor, recorder: Recorder): void {
  if (kind !== item.listIdentity) return
  // Version of the encapsulation and a socket address.
  data.skip(18)
  if (recordIdentity(data, recorder, 'sender')) {
    const state = data.u8()
    if (!data.isShort) recorder.fact('enip.state', hex(state, 2))
  }
  if (data.isShort) recorder.oddity('truncated')
}

/**
 * The answer comes with the sender's context of its question, or with the number of the question
 * on the same connection.
 */
function messageReader(sender: string): ItemReader {
  let connection = ''
  return (kind, data, recorder) => {
    if (kind === item.address) connection = hex(data.u32le(), 8)
    if (kind === item.connected) {
      const sequence = data.u16le()
      const envelope: Envelope = { connection, question: `connected ${sequence}` }
      recordMessage(data, envelope, recorder)
    } else if (kind === item.unconnected) {
      recordMessage(data, { connection: undefined, question: `unconnected ${sender}` }, recorder)
    }
  }
}
