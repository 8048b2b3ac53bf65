// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Commands by number: read, write or both, addressed by place, station, all or logically. */
const commands: readonly (readonly [string, Effect])[] = [
  ['nop', 'other'],
  ['aprd', 'read'],
  ['apwr', 'other'],
  ['aprw', 'other'],
  ['fprd', 'read'],
  ['fpwr', 'other'],
  ['fprw', 'other'],
  ['brd', 'read'],
  ['bwr', 'other'],
  ['brw', 'other'],
  ['lrd', 'read'],
  ['lwr', 'other'],
  ['lrw', 'other'],
  ['armw', 'other'],
  ['frmw', 'other'],
]

/** Bases of the other codes: a requested state, the EEPROM, files and objects in mailboxes. */
export const stateCode = 0x100
export const eepromWrite = 0x200
export const fileCode = 0x300
export const objectWrite = 0x400

const states: Readonly<Record<number, Operation>> = {
  1: { name: 'request_init', effect: 'other' },
  2: { name: 'request_preop', effect: 'other' },
  3: { name: 'request_bootstrap', effect: 'firmware' },
  4: { name: 'request_safeop', effect: 'other' },
  8: { name: 'request_op', effect: 'other' },
}

/** File access over EtherCAT: requests to read and write. */
const files: Readonly<Record<number, Operation>> = {
  1: { name: 'foe_read', effect: 'upload' },
  2: { name: 'foe_write', effect: 'firmware' },
}

export function operationOf(code: number): Operation {
  const what = code & 0xff
  // The master sets up its slaves with these at every start.
  if (code >= objectWrite) return { name: 'coe_download', effect: 'other' }
  if (code >= fileCode) return files[what] ?? { name: 'foe_transfer', effect: 'other' }
  if (code >= eepromWrite) return { name: 'eeprom_write', effect: 'configure' }
  if (code >= stateCode) return states[what] ?? { name: 'request_state', effect: 'other' }
  const [name, effect] = commands[what] ?? ['unknown_command', 'other']
  return { name, effect }
}
