// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder } from '../../protocol.ts'
import { piVendor } from '../pn-dcp/vendors.ts'
import { Cursor } from '../wire.ts'

/** System status lists that say what a CPU is and does, without the nibble for the extract. */
const list = { module: 0x11, component: 0x1c, leds: 0x74, mode: 0x424, protection: 0x32 } as const

/** Components of list 0x1C, by index. */
const components: Readonly<Record<number, FactName>> = {
  1: 's7comm.system_name',
  2: 's7comm.module_name',
  3: 's7comm.plant_identification',
  4: 's7comm.copyright',
  5: 'serial',
  7: 'model',
  8: 's7comm.memory_card',
  10: 's7comm.oem',
  11: 'location',
}

/** Low four bits of the operating status. */
const modes: Readonly<Record<number, string>> = {
  1: 'stop',
  2: 'stop',
  3: 'stop',
  4: 'stop',
  5: 'startup',
  6: 'startup',
  7: 'startup',
  8: 'run',
  9: 'run',
  10: 'hold',
  13: 'defect',
}

const modeSwitch: Readonly<Record<number, string>> = { 1: 'run', 2: 'run_p', 3: 'stop', 4: 'mres' }

/** Lists have a class in the first digit; module and component lists are also asked for singly. */
export function isIdentityList(id: number): boolean {
  const number = id & 0xff
  return (
    number === list.module ||
    number === list.component ||
    number === list.leds ||
    number === list.protection ||
    id === list.mode
  )
}

/** A list answer: id, index, length and number of its entries, entries. */
export function recordList(data: Uint8Array, recorder: Recorder): void {
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  const cursor = new Cursor({ bytes: data, view }, 0, data.length)
  const id = cursor.u16()
  const index = cursor.u16()
  // An answer that refuses has no data at all.
  if (cursor.isShort || !isIdentityList(id)) return
  const length = cursor.u16()
  const count = cursor.u16()
  if (cursor.isShort || length === 0) return
  for (let entry = 0; entry < count && cursor.left > 0; entry += 1) {
    const part = cursor.part(length)
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    recordEntry(id, index, part, recorder)
  }
}

function recordEntry(id: number, index: number, entry: Cursor, recorder: Recorder): void {
  const number = id & 0xff
  if (number === list.module) recordModule(entry, recorder)
  else if (number === list.component) recordComponent(entry, recorder)
  else if (number === list.leds) recordLed(entry, recorder)
  else if (id === list.mode) {
    entry.skip(3)
    recorder.fact('s7comm.mode', modes[entry.u8() & 0x0f] ?? '')
  } else if (number === list.protection && (index & 0xff) === 4) recordProtection(entry, recorder)
}

/** Index, 20 characters of order number, type, and two words of version. */
function recordModule(entry: Cursor, recorder: Recorder): void {
  const index = entry.u16()
  const orderNumber = entry.text(20)
  entry.skip(2)
  const first = entry.u16()
  const second = entry.u16()
  if (entry.isShort) return
  if (index === 0x1) {
    recorder.fact('order_number', orderNumber)
    recorder.fact('hardware', String(first))
  } else if (index === 0x7 && first >> 8 === 0x56) {
    // The letter V, then three bytes.
    recorder.fact('firmware', `V${first & 0xff}.${second >> 8}.${second & 0xff}`)
  }
}

function recordComponent(entry: Cursor, recorder: Recorder): void {
  const index = entry.u16()
  if (index === 0x9) {
    const maker = entry.u16()
    if (entry.isShort) return
    recorder.fact('s7comm.manufacturer_id', `0x${maker.toString(16).padStart(4, '0')}`)
    recorder.fact('vendor', piVendor(maker) ?? '')
    return
  }
  const name = components[index]
  if (name !== undefined && !entry.isShort) recorder.fact(name, entry.text(entry.left))
}

/** Lamp, whether it is on, whether it blinks. The lamps RUN and STOP are 4 and 5. */
function recordLed(entry: Cursor, recorder: Recorder): void {
  const lamp = entry.u16() & 0xff
  const isOn = entry.u8() === 1
  if (entry.isShort || !isOn) return
  if (lamp === 4) recorder.fact('s7comm.mode', 'run')
  if (lamp === 5) recorder.fact('s7comm.mode', 'stop')
}

/** Index, level by the switch, level by setting, level in force, position of the switch. */
function recordProtection(entry: Cursor, recorder: Recorder): void {
  entry.skip(6)
  const level = entry.u16()
  const position = entry.u16()
  if (entry.isShort) return
  recorder.fact('s7comm.protection_level', String(level))
  recorder.fact('s7comm.mode_switch', modeSwitch[position] ?? '')
}
