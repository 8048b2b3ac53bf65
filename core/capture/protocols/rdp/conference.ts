// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { Cursor, utf16At } from '../wire.ts'

// [MS-RDPBCGR], sections 2.2.1.3.2 and 2.2.1.4.2: blocks of the conference that carry versions.
// All versions so far have 8 as their major number.
const clientCore = { type: 0xc001, bytes: 4 + 4 + 2 + 2 + 2 + 2 + 4 + 4 + 32 } as const
const serverCore = { type: 0x0c01, bytes: 8 } as const
const majorVersion = 8

// MCS Connect-Initial and Connect-Response (T.125) as application tags 101 and 102.
const connect = { lead: 0x7f, initial: 0x65, response: 0x66 } as const
const bodyAt = 7

/** Records machine and build of the client, and the version of the server. */
export function recordConference(payload: Payload, recorder: Recorder): void {
  const { bytes, from, to } = payload
  const at = from + bodyAt
  if (at + 2 > to || bytes[at] !== connect.lead) return
  const isInitial = bytes[at + 1] === connect.initial
  if (!isInitial && bytes[at + 1] !== connect.response) return
  const wanted = isInitial ? clientCore : serverCore
  const found = findBlock(payload, at, wanted)
  if (found < 0) return
  const block = new Cursor(payload, found + 4, to)
  const minor = block.u16le()
  const version = `${block.u16le()}.${minor}`
  if (!isInitial) {
    recorder.fact('rdp.server_version', version)
    return
  }
  recorder.fact('rdp.client_version', version)
  block.skip(2 + 2 + 2 + 2 + 4)
  recorder.fact('rdp.client_build', String(block.u32le()))
  const name = block.upTo(32)
  recorder.fact('hostname', utf16At(name.bytes, name.at, name.to))
}

/** The blocks lie behind encodings of two kinds, so they are looked for by their own header. */
function findBlock(
  { view, to }: Payload,
  from: number,
  wanted: { readonly type: number; readonly bytes: number },
): number {
  for (let at = from; at + wanted.bytes <= to; at += 1) {
    if (view.getUint16(at, true) !== wanted.type) continue
    const length = view.getUint16(at + 2, true)
    if (length >= wanted.bytes && view.getUint16(at + 6, true) === majorVersion) return at
  }
  return -1
}
