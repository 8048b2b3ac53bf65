// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** In the order of their codes. Answers (S, T, M) are not counted. */
const commands: readonly (readonly [string, Operation])[] = [
  ['A_LG', { name: 'login', effect: 'authenticate' }],
  ['A_LO', { name: 'logout', effect: 'other' }],
  ['C_CC', { name: 'system_command', effect: 'configure' }],
  ['C_DC', { name: 'change_directory', effect: 'other' }],
  ['C_DM', { name: 'make_directory', effect: 'download' }],
  ['C_DD', { name: 'delete_directory', effect: 'download' }],
  ['C_EK', { name: 'send_key', effect: 'write' }],
  ['C_FC', { name: 'copy_file', effect: 'download' }],
  ['C_FD', { name: 'delete_file', effect: 'download' }],
  ['C_FL', { name: 'send_file', effect: 'download' }],
  ['C_FR', { name: 'rename_file', effect: 'download' }],
  ['C_LK', { name: 'lock_keyboard', effect: 'configure' }],
  ['C_MC', { name: 'set_machine_constant', effect: 'configure' }],
  ['R_DR', { name: 'read_directory', effect: 'read' }],
  ['R_FL', { name: 'load_file', effect: 'upload' }],
  ['R_MB', { name: 'read_plc_memory', effect: 'read' }],
  ['R_MC', { name: 'read_machine_constant', effect: 'read' }],
  ['R_RI', { name: 'run_information', effect: 'read' }],
  ['R_VR', { name: 'read_version', effect: 'read' }],
]
const other = commands.length

const byLetters: ReadonlyMap<number, number> = new Map(
  commands.map(([letters], index) => [numberOf(letters), index]),
)
const asking = new Set([0x41, 0x43, 0x52])

/** Of the four letters at `at`; -1 for answers. */
export function codeOf(view: DataView, at: number): number {
  if (!asking.has(view.getUint8(at))) return -1
  return byLetters.get(view.getUint32(at)) ?? other
}

export function operationOf(code: number): Operation {
  return commands[code]?.[1] ?? { name: 'other', effect: 'other' }
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)
}
