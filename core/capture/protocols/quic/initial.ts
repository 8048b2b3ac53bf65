// SPDX-License-Identifier: EUPL-1.2
import { Cursor } from '../wire.ts'
import { blockCipher } from './aes.ts'
import { clientKeys } from './keys.ts'

// RFC 9001, section 5.4.2: sixteen bytes from four after the packet number begins.
const sampleAfter = 4
const blockBytes = 16
const tagBytes = 16

/** Frames that an Initial packet may hold (RFC 9000, section 12.4). */
const frame = { padding: 0, ping: 1, acknowledge: 2, acknowledgeEcn: 3, crypto: 6 } as const

/**
 * The beginning of the TLS conversation in a client's Initial packet, as far as it is in this one
 * datagram and without holes; undefined when this is no such packet or not its first flight.
 */
export function clientHelloIn(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  const packet = openInitial(bytes, from, to)
  return packet === undefined ? undefined : cryptoStream(packet)
}

/** Takes off both protections. The tag is not checked: what was changed will not parse. */
function openInitial(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = new Cursor({ bytes, view }, from, to)
  const first = header.u8()
  const version = header.u32()
  // RFC 9369, section 3.2: version 2 numbers its packets otherwise.
  if (((first >> 4) & 3) !== (version === 1 || version >>> 8 === 0xff_0000 ? 0 : 1))
    return undefined
  const identifier = header.upTo(header.u8())
  header.skip(header.u8())
  header.skip(variable(header))
  const length = variable(header)
  const numberAt = header.at
  const end = Math.min(to, numberAt + length)
  if (header.isShort || numberAt + sampleAfter + blockBytes > end) return undefined
  const keys = clientKeys(version, bytes.subarray(identifier.at, identifier.to))
  if (keys === undefined) return undefined
  const sampleAt = numberAt + sampleAfter
  const mask = blockCipher(keys.headerProtection)(bytes.subarray(sampleAt, sampleAt + blockBytes))
  const numberBytes = ((first ^ mask[0]) & 3) + 1
  const nonce = Uint8Array.from(keys.iv)
  for (let index = 0; index < numberBytes; index += 1) {
    nonce[12 - numberBytes + index] ^= bytes[numberAt + index] ^ mask[1 + index]
  }
  // A capture that cut the packet has cut its tag as well.
  const isWhole = numberAt + length <= to
  const text = bytes.subarray(numberAt + numberBytes, isWhole ? end - tagBytes : end)
  return counted(keys.key, nonce, text)
}

/** The stream of AES-GCM (NIST SP 800-38D) over a text: counters from 2. */
function counted(key: Uint8Array, nonce: Uint8Array, text: Uint8Array): Uint8Array {
  const cipher = blockCipher(key)
  const counter = new Uint8Array(blockBytes)
  counter.set(nonce)
  const view = new DataView(counter.buffer)
  const plain = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += blockBytes) {
    view.setUint32(12, 2 + at / blockBytes)
    const stream = cipher(counter)
    const end = Math.min(text.length, at + blockBytes)
    for (let index = at; index < end; index += 1) plain[index] = text[index] ^ stream[index - at]
  }
  return plain
}

/** The bytes from offset 0 on; clients cut the hello into frames and shuffle them. */
function cryptoStream(packet: Uint8Array): Uint8Array | undefined {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
  const frames = new Cursor({ bytes: packet, view }, 0, packet.length)
  const pieces: { readonly offset: number; readonly bytes: Uint8Array }[] = []
  while (frames.left > 0) {
    const type = frames.u8()
    if (type === frame.padding || type === frame.ping) continue
    if (type === frame.acknowledge || type === frame.acknowledgeEcn) {
      skipAcknowledgement(frames, type === frame.acknowledgeEcn)
      continue
    }
    if (type !== frame.crypto) break
    const offset = variable(frames)
    const content = frames.upTo(variable(frames))
    pieces.push({ offset, bytes: packet.subarray(content.at, content.to) })
  }
  const stream = new Uint8Array(packet.length)
  let length = 0
  for (const { offset, bytes } of pieces.sort((a, b) => a.offset - b.offset)) {
    if (offset > length || offset + bytes.length > stream.length) break
    stream.set(bytes, offset)
    length = Math.max(length, offset + bytes.length)
  }
  return length === 0 ? undefined : stream.subarray(0, length)
}

function skipAcknowledgement(frames: Cursor, hasCounts: boolean): void {
  variable(frames)
  variable(frames)
  const ranges = variable(frames)
  variable(frames)
  for (let index = 0; index < 2 * ranges && !frames.isShort; index += 1) variable(frames)
  for (let index = 0; index < (hasCounts ? 3 : 0); index += 1) variable(frames)
}

/** RFC 9000, section 16: the first two bits give the size; beyond 2^53 it is no length of ours. */
function variable(cursor: Cursor): number {
  const first = cursor.u8()
  let value = first & 0x3f
  for (let more = (1 << (first >> 6)) - 1; more > 0; more -= 1) value = value * 256 + cursor.u8()
  return value
}
