// SPDX-License-Identifier: EUPL-1.2
import { type Scan, scan, type Tally } from '../../protocol.ts'
import { family, services } from './operations.ts'
import { isIdentityList } from './szl.ts'

/** Kinds of messages ("ROSCTR"). Acknowledgements have two bytes of error more in the header. */
export const kind = { job: 1, acknowledge: 2, answer: 3, userdata: 7 } as const

const pi = 0x28

/**
 * Later pieces of other messages may begin with the mark by chance: a known kind and two zeros
 * follow it.
 */
export function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < 10 || view.getUint16(from + 2) !== 0) return false
  const what = view.getUint8(from + 1)
  return (
    what === kind.job || what === kind.userdata || (what >= kind.acknowledge && what <= kind.answer)
  )
}

/** `from` is the mark 0x32 and the message ends at `to` or later. */
export function scanMessage(view: DataView, from: number, to: number, tally: Tally): Scan {
  if (to - from < 10) return scan.seen
  const what = view.getUint8(from + 1)
  const parameters = from + (what === kind.acknowledge || what === kind.answer ? 12 : 10)
  const data = parameters + view.getUint16(from + 6)
  if (parameters >= Math.min(data, to)) return scan.seen
  if (what === kind.userdata) return scanUserdata(view, { parameters, data, to }, tally)
  const code = view.getUint8(parameters)
  if (what === kind.job && code === pi)
    tally.add((family.service << 8) | serviceOf(view, parameters, to))
  else tally.add((family.job << 8) | code)
  return data + view.getUint16(from + 8) <= to ? scan.silent : scan.seen
}

/**
 * Behind the function: 7 bytes, the length and bytes of an argument, the length and bytes of the
 * name.
 */
function serviceOf(view: DataView, parameters: number, to: number): number {
  const argument = parameters + 8
  if (argument + 2 > to) return 0xff
  const name = argument + 2 + view.getUint16(argument)
  if (name + 1 > to) return 0xff
  const length = view.getUint8(name)
  for (let index = 0; index < services.length; index += 1) {
    const expected = services[index]?.[0] ?? ''
    if (expected.length !== length || name + 1 + length > to) continue
    let same = 0
    while (same < length && view.getUint8(name + 1 + same) === expected.charCodeAt(same)) same += 1
    if (same === length) return index
  }
  return 0xff
}

function scanUserdata(
  view: DataView,
  at: { readonly parameters: number; readonly data: number; readonly to: number },
  tally: Tally,
): Scan {
  const { parameters, data, to } = at
  if (to - parameters < 8) return scan.seen
  const group = view.getUint8(parameters + 5) & 0x0f
  const isAnswer = view.getUint8(parameters + 5) >> 4 === 8
  const sub = view.getUint8(parameters + 6)
  tally.add(((family.userdata | group) << 8) | sub)
  if (group === 5) return scan.decode
  if (group !== 4 || sub !== 1 || !isAnswer || data - parameters < 12) return scan.seen
  // A piece of a longer answer, or a list that we read.
  const isPiece = view.getUint8(parameters + 8) !== 0
  const list = data + 6 <= to ? view.getUint16(data + 4) : 0
  return isPiece || isIdentityList(list) ? scan.decode : scan.seen
}
