// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { recordToken } from '../gss/index.ts'
import { Cursor, hex, utf16At } from '../wire.ts'
import { guidText } from './smb1.ts'

// [MS-SMB2], section 2.2.1: 64 bytes before the body; encrypted messages begin 0xfd, compressed 0xfc.
const headerBytes = 64
const plain = 0xfe
const command = {
  negotiate: 0,
  sessionSetup: 1,
  treeConnect: 3,
  read: 8,
  write: 9,
  control: 11,
} as const
const maxChained = 32
const maxDialects = 16

// FSCTL_PIPE_TRANSCEIVE: write to a named pipe and read the answer.
const pipeTransceive = 0x0011_c017

/** What a scan should do with the message at `at`, of whose header at least four bytes are there. */
export function wantsSecond(
  view: DataView,
  at: number,
  to: number,
  isFromServer: boolean,
): 'decode' | 'rpc' | 'nothing' {
  if (view.getUint8(at) !== plain || at + headerBytes > to) return 'nothing'
  const kind = view.getUint16(at + 12, true)
  if (kind <= command.treeConnect && kind !== 2) return 'decode'
  if (at + headerBytes + 36 > to) return 'nothing'
  const data = pipeDataAt(view, at, kind, isFromServer)
  if (data < at + headerBytes || data + 4 > to) return 'nothing'
  // A remote procedure call: version 5, a known type.
  const isRpc = view.getUint16(data) <= 0x0501 && view.getUint8(data) === 5
  return isRpc && view.getUint8(data + 2) <= 19 ? 'rpc' : 'nothing'
}

/** Whether the message at `at`, which `wantsSecond` does not want, is plain and the only one. */
export function isAlone(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes + 2 > to || view.getUint8(at) !== plain) return false
  return view.getUint32(at + 20, true) === 0
}

/** Where the data of a read, write or pipe call lie; -1 when the message carries none. */
function pipeDataAt(view: DataView, at: number, kind: number, isFromServer: boolean): number {
  const body = at + headerBytes
  if (kind === command.write && !isFromServer) return at + view.getUint16(body + 2, true)
  if (kind === command.read && isFromServer) return at + view.getUint8(body + 2)
  if (kind !== command.control || view.getUint32(body + 4, true) !== pipeTransceive) return -1
  return at + view.getUint32(body + (isFromServer ? 32 : 24), true)
}

/** Records what the SMB 2 or 3 messages chained from `start` say. */
export function recordSecond(
  payload: Payload,
  start: number,
  to: number,
  recorder: Recorder,
): void {
  let at = start
  for (let count = 0; count < maxChained && payload.bytes[at] === plain; count += 1) {
    const header = new Cursor(payload, at, to)
    header.skip(12)
    const kind = header.u16le()
    header.skip(2)
    const isAnswer = (header.u32le() & 1) !== 0
    const next = header.u32le()
    if (at + headerBytes + 2 > to) {
      recorder.oddity('truncated')
      return
    }
    recordOne({ payload, at, to, kind, isAnswer }, recorder)
    if (next === 0) return
    if (next < headerBytes || at + next + 4 > to) {
      recorder.oddity('length-out-of-range')
      return
    }
    at += next
  }
}

interface One {
  readonly payload: Payload
  readonly at: number
  readonly to: number
  readonly kind: number
  readonly isAnswer: boolean
}

function recordOne(one: One, recorder: Recorder): void {
  const body = new Cursor(one.payload, one.at + headerBytes, one.to)
  if (one.kind === command.negotiate) {
    if (one.isAnswer) recordNegotiated(one, body, recorder)
    else recordDialects(body, recorder)
  } else if (one.kind === command.sessionSetup) {
    body.skip(one.isAnswer ? 4 : 12)
    recordTokenAt(one, body, recorder)
  } else if (one.kind === command.treeConnect && !one.isAnswer) {
    body.skip(4)
    const path = partAt(one, body)
    recorder.fact('smb.share', utf16At(path.bytes, path.at, path.to), 'receiver')
    if (path.isShort) recorder.oddity('truncated')
  }
}

function recordDialects(body: Cursor, recorder: Recorder): void {
  body.skip(2)
  const count = body.u16le()
  body.skip(32)
  for (let index = 0; index < Math.min(count, maxDialects) && body.left >= 2; index += 1) {
    recorder.fact('smb.dialect', hex(body.u16le(), 4))
  }
}

function recordNegotiated(one: One, body: Cursor, recorder: Recorder): void {
  body.skip(2)
  const security = body.u16le()
  const dialect = body.u16le()
  body.skip(2)
  const guid = body.upTo(16)
  if (body.isShort) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('smb.dialect', hex(dialect, 4))
  recorder.fact('smb.server_guid', guidText(guid.bytes, guid.at, guid.left))
  recorder.fact('smb.signing', (security & 2) !== 0 ? 'required' : 'enabled')
  body.skip(4 * 4)
  recordTime(body.u32le(), body.u32le(), recorder)
  body.skip(8)
  recordTokenAt(one, body, recorder)
}

/** 1601 to 1970 in seconds ([MS-DTYP], 2.3.3). */
const epochS = 11_644_473_600

/** In steps of 100 ns; zero from servers that do not tell. */
function recordTime(low: number, high: number, recorder: Recorder): void {
  if (high !== 0) recorder.clock((high * 2 ** 32 + low) / 1e7 - epochS)
}

function recordTokenAt(one: One, body: Cursor, recorder: Recorder): void {
  const token = partAt(one, body)
  recordToken(token.bytes, token.at, token.to, recorder)
  if (token.isShort) recorder.oddity('truncated')
}

/** The part that the next offset (from the header) and length point at, clamped. */
function partAt(one: One, body: Cursor): Cursor {
  const offset = body.u16le()
  const length = body.u16le()
  const from = Math.min(one.at + Math.max(offset, headerBytes), one.to)
  const part = new Cursor(one.payload, from, Math.min(from + length, one.to))
  part.isShort = body.isShort || (length > 0 && one.at + offset + length > one.to)
  return part
}
