// SPDX-License-Identifier: EUPL-1.2
import { type Scan, scan, type Tally } from '../../protocol.ts'
import { eepromWrite, fileCode, objectWrite, stateCode } from './operations.ts'

/** Command, index, address (2 + 2), length, interrupt; a working counter follows the data. */
export const datagramHeader = 10

export const command = { aprd: 1, apwr: 2, fprd: 4, fpwr: 5, brd: 7, bwr: 8 } as const
export const register = { station: 0x0010, control: 0x0120, eeprom: 0x0502, eepromData: 0x0508 }
/** Mailboxes lie in the process memory. */
export const processMemory = 0x1000
export const mailbox = { objects: 3, files: 4 } as const

/** The type in the highest four bits: 1 is commands. */
export function isCommands(view: DataView, from: number): boolean {
  return view.getUint8(from + 1) >> 4 === 1
}

/** `from` is the first datagram. Cyclic frames hold logical commands and a broadcast read. */
export function scanDatagrams(view: DataView, from: number, to: number, tally: Tally): Scan {
  let wanted: Scan = scan.seen
  for (let at = from; at + datagramHeader + 2 <= to; ) {
    const code = view.getUint8(at)
    const lengthAndMore = view.getUint16(at + 6, true)
    const data = at + datagramHeader
    const end = data + (lengthAndMore & 0x7ff)
    if (end + 2 > to) return wanted
    tally.add(code)
    if (code <= command.bwr && code !== command.brd && code !== 0) {
      if (isStatement(view, at, end, tally)) wanted = scan.decode
    }
    // The highest bit says that another datagram follows.
    if ((lengthAndMore & 0x8000) === 0) return wanted
    at = end + 2
  }
  return wanted
}

/** Whether a slave has put an identity into this datagram, or was told its address. */
function isStatement(view: DataView, at: number, end: number, tally: Tally): boolean {
  const code = view.getUint8(at)
  const offset = view.getUint16(at + 4, true)
  const data = at + datagramHeader
  const length = end - data
  const isWrite = code === command.apwr || code === command.fpwr || code === command.bwr
  // The same frame passes twice where it is captured at the master: what is told counts once.
  const isBack = view.getUint16(end, true) !== 0
  if (isWrite && offset === register.control && length >= 1) {
    if (!isBack) tally.add(stateCode | (view.getUint8(data) & 0x0f))
    return false
  }
  if (offset === register.eeprom || offset === register.eepromData) {
    // The bits of the control register: 8 reads, 9 writes.
    if (isWrite && !isBack && length >= 2 && (view.getUint8(data + 1) & 0x02) !== 0)
      tally.add(eepromWrite)
    return isBack
  }
  if (offset === register.station) return isBack && isWrite
  if (offset < processMemory || length < 8) return false
  return isMailbox(view, data, length, isBack ? undefined : tally) && isBack
}

/** Length, station, channel, type and counter; behind it what the type says. */
function isMailbox(view: DataView, data: number, length: number, tally?: Tally): boolean {
  const inner = view.getUint16(data, true)
  if (inner < 2 || inner + 6 > length || (view.getUint8(data + 4) & 0x3f) !== 0) return false
  const type = view.getUint8(data + 5) & 0x0f
  if (type === mailbox.files) {
    tally?.add(fileCode | view.getUint8(data + 6))
    return false
  }
  if (type !== mailbox.objects || length < 16) return false
  // Service in the highest four bits: 2 is a request, 3 an answer.
  const service = view.getUint8(data + 7) >> 4
  if (service === 2 && view.getUint8(data + 8) >> 5 === 1) tally?.add(objectWrite)
  return service === 3
}
