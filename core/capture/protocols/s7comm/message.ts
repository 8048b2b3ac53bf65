// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { kind } from './scan-message.ts'
import { recordList } from './szl.ts'

interface Userdata {
  readonly group: number
  readonly subfunction: number
  readonly isAnswer: boolean
  /** Shared by the pieces of one answer; 0 where it is whole. */
  readonly reference: number
  readonly hasMore: boolean
  readonly data: Uint8Array
}

/** Reads the message at `index`, with the pieces that follow it; returns how many it took. */
export function decodeMessage(
  messages: readonly Uint8Array[],
  index: number,
  isLast: boolean,
  recorder: Recorder,
): number {
  const message = messages[index]
  if (message === undefined) return 1
  const first = userdataOf(message, recorder)
  if (first === undefined) return 1
  const { group, subfunction, isAnswer } = first
  if (group === 5 && subfunction === 1 && !isAnswer) {
    // The password is only scrambled, anybody who listens can undo it.
    recorder.event('weak_authentication', { method: 's7_password' })
  }
  if (group !== 4 || subfunction !== 1 || !isAnswer) return 1
  const whole = wholeOf(messages, index, first)
  if (whole === undefined && !isLast) return 0
  if (whole === undefined) recorder.oddity('answer-incomplete')
  recordList(whole ?? first.data, recorder)
  return 1
}

/** Undefined while pieces are missing. */
function wholeOf(
  messages: readonly Uint8Array[],
  index: number,
  first: Userdata,
): Uint8Array | undefined {
  if (!first.hasMore) return first.data
  const pieces = [first.data]
  for (let next = index + 1; next < messages.length; next += 1) {
    const piece = userdataOf(messages[next] as Uint8Array)
    if (piece === undefined || piece.group !== 4 || piece.reference !== first.reference) continue
    pieces.push(piece.data)
    if (!piece.hasMore) return Uint8Array.from(pieces.flatMap((data) => [...data]))
  }
  return undefined
}

/** Undefined for every other kind of message and for those that are not well-formed. */
function userdataOf(message: Uint8Array, recorder?: Recorder): Userdata | undefined {
  const view = new DataView(message.buffer, message.byteOffset, message.length)
  const cursor = new Cursor({ bytes: message, view }, 0, message.length)
  cursor.skip(1)
  const what = cursor.u8()
  cursor.skip(4)
  const parameterLength = cursor.u16()
  const dataLength = cursor.u16()
  const hasError = what === kind.acknowledge || what === kind.answer
  if (hasError) cursor.skip(2)
  const parameters = cursor.part(parameterLength)
  const data = cursor.part(dataLength)
  if (cursor.isShort) {
    recorder?.oddity('length-out-of-range')
    return undefined
  }
  if (what !== kind.userdata) return undefined
  parameters.skip(5)
  const typeAndGroup = parameters.u8()
  const subfunction = parameters.u8()
  parameters.skip(1)
  if (parameters.isShort) {
    recorder?.oddity('length-out-of-range')
    return undefined
  }
  const hasUnits = parameters.left >= 2
  const reference = hasUnits ? parameters.u8() : 0
  const hasMore = hasUnits && parameters.u8() !== 0
  // Return code, kind and length of the data.
  data.skip(4)
  const content = message.subarray(data.at, data.to)
  const group = typeAndGroup & 0x0f
  return {
    group,
    subfunction,
    isAnswer: typeAndGroup >> 4 === 8,
    reference,
    hasMore,
    data: content,
  }
}
