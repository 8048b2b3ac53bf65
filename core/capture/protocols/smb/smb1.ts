// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { recordToken } from '../gss/index.ts'
import { Cursor, hexBytes, textAt, utf16At } from '../wire.ts'

// [MS-CIFS], section 2.2.3.1.
const headerBytes = 32
const command = {
  transaction: 0x25,
  negotiate: 0x72,
  sessionSetup: 0x73,
  treeConnect: 0x75,
} as const
const isReply = 0x80
const isUnicode = 0x8000
const hasExtendedSecurity = 0x8000_0000
const noDialect = 0xffff

// The answers of NTLM version 1 and of LAN Manager are both this long.
const firstVersionBytes = 24

/** One SMB 1 message: its words, its bytes, and the header its texts are aligned to. */
interface Block {
  readonly start: number
  readonly words: Cursor
  readonly data: Cursor
  readonly isWide: boolean
}

/** Records what the SMB 1 message at `start` says. */
export function recordFirst(payload: Payload, start: number, to: number, recorder: Recorder): void {
  const header = new Cursor(payload, start, to)
  header.skip(4)
  const kind = header.u8()
  header.skip(4)
  const isAnswer = (header.u8() & isReply) !== 0
  const isWide = (header.u16le() & isUnicode) !== 0
  if (start + headerBytes >= to) {
    recorder.oddity('truncated')
    return
  }
  const body = new Cursor(payload, start + headerBytes, to)
  const words = body.upTo(body.u8() * 2)
  const data = body.upTo(body.u16le())
  const block = { start, words, data, isWide }
  const isOld = kind !== command.negotiate || isAnswer
  if (kind === command.negotiate) {
    if (isAnswer) recordNegotiated(block, recorder)
    else recordDialects(data, recorder)
  } else if (kind === command.sessionSetup) {
    if (isAnswer) recordSetUpAnswer(block, recorder)
    else recordSetUp(block, recorder)
  } else if (kind === command.treeConnect && !isAnswer) {
    recordShare(block, recorder)
  } else if (kind === command.transaction) {
    if (isRpc(block, isAnswer)) recorder.layer('dcerpc')
  }
  // A dialect list may end in an answer by SMB 2; every other message is SMB 1 in use.
  if (isOld && kind !== command.negotiate) recorder.event('old_version', { version: 'SMB 1' })
  if (body.isShort) recorder.oddity('truncated')
}

function recordDialects(data: Cursor, recorder: Recorder): void {
  const names: string[] = []
  while (data.left > 1 && data.u8() === 2 && names.length < 16) {
    const name = textAt(data.bytes, data.at, data.to)
    names.push(name)
    data.skip(name.length + 1)
  }
  recorder.fact('smb.dialects', names.join(','))
}

function recordNegotiated({ words, data, isWide }: Block, recorder: Recorder): void {
  const dialect = words.u16le()
  const security = words.u8()
  words.skip(2 + 2 + 4 + 4 + 4)
  const capabilities = words.u32le()
  words.skip(8 + 2)
  const challengeBytes = words.u8()
  // Shorter answers refuse all dialects or are older than NT.
  if (dialect === noDialect || words.isShort) return
  recorder.event('old_version', { version: 'SMB 1' })
  recorder.fact(
    'smb.signing',
    (security & 8) !== 0 ? 'required' : (security & 4) !== 0 ? 'enabled' : 'off',
  )
  if ((security & 2) === 0) recorder.event('weak_authentication', { scheme: 'clear text password' })
  if (capabilities >= hasExtendedSecurity) {
    const guid = data.upTo(16)
    recorder.fact('smb.server_guid', guidText(guid.bytes, guid.at, guid.left))
    recordToken(data.bytes, data.at, data.to, recorder)
    return
  }
  data.skip(challengeBytes)
  const isUnicodeHere = isWide || (capabilities & 4) !== 0
  recorder.fact('domain', nextText(data, isUnicodeHere))
  recorder.fact('hostname', nextText(data, isUnicodeHere))
}

function recordSetUp(block: Block, recorder: Recorder): void {
  const { words, data } = block
  const count = words.left / 2
  words.skip(4 + 2 + 2 + 2 + 4)
  const firstBytes = words.u16le()
  const secondBytes = words.u16le()
  if (count === 12) {
    const token = data.upTo(firstBytes)
    recordToken(token.bytes, token.at, token.to, recorder)
    align(block)
    recordNative(block, recorder)
    return
  }
  if (count !== 13) return
  data.skip(firstBytes + secondBytes)
  align(block)
  const user = nextText(data, block.isWide)
  recorder.fact('smb.user', user)
  recorder.fact('smb.user_domain', nextText(data, block.isWide))
  recordNative(block, recorder)
  if (secondBytes === firstVersionBytes) {
    recorder.event('weak_authentication', { scheme: 'NTLMv1', user })
  } else if (secondBytes === 0 && firstBytes === firstVersionBytes) {
    recorder.event('weak_authentication', { scheme: 'LM', user })
  }
}

function recordSetUpAnswer(block: Block, recorder: Recorder): void {
  const { words, data } = block
  const count = words.left / 2
  if (count !== 3 && count !== 4) return
  words.skip(4 + 2)
  if (count === 4) {
    const token = data.upTo(words.u16le())
    recordToken(token.bytes, token.at, token.to, recorder)
  }
  align(block)
  recordNative(block, recorder)
  if (count === 3) recorder.fact('domain', nextText(data, block.isWide))
}

function recordNative({ data, isWide }: Block, recorder: Recorder): void {
  recorder.fact('operating_system', nextText(data, isWide))
  recorder.fact('smb.native_lanman', nextText(data, isWide))
}

function recordShare(block: Block, recorder: Recorder): void {
  const { words, data } = block
  words.skip(4 + 2)
  data.skip(words.u16le())
  align(block)
  recorder.fact('smb.share', nextText(data, block.isWide), 'receiver')
}

/** A transaction on a named pipe whose data begin as a remote procedure call. */
function isRpc({ start, words, data }: Block, isAnswer: boolean): boolean {
  words.skip(isAnswer ? 14 : 24)
  const at = start + words.u16le()
  return !words.isShort && at + 4 <= data.to && data.bytes[at] === 5 && data.bytes[at + 2] <= 19
}

/** Wide texts begin at an even distance from the header. */
function align({ start, data, isWide }: Block): void {
  if (isWide && (data.at - start) % 2 === 1) data.skip(1)
}

/** The text up to its NUL, and past it. */
function nextText(data: Cursor, isWide: boolean): string {
  const { bytes, at, to } = data
  const width = isWide ? 2 : 1
  let end = at
  while (end + width <= to && (bytes[end] !== 0 || (isWide && bytes[end + 1] !== 0))) end += width
  const text = isWide ? utf16At(bytes, at, end) : textAt(bytes, at, end)
  data.skip(Math.min(to, end + width) - at)
  return text
}

/** The mixed byte order of Microsoft's identifiers; empty when it is not all there. */
export function guidText(bytes: Uint8Array, at: number, length: number): string {
  if (length < 16) return ''
  const part = (...indexes: readonly number[]) =>
    indexes.map((index) => hexBytes(bytes, at + index, at + index + 1)).join('')
  return [part(3, 2, 1, 0), part(5, 4), part(7, 6), part(8, 9), part(10, 11, 12, 13, 14, 15)].join(
    '-',
  )
}
