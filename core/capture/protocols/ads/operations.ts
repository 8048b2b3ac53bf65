// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'
import { command, field, isAnswer } from './header.ts'

/** Codes: the command; `5 << 8 | state`; what a write is for; the service of a discovery. */
const serviceWrite = 0xa00
export const discoveryCode = 0xb00

/** What ReadWrite and Write do by index group, where that is not what they are called. */
const purpose = { sumWrite: 1, file: 2, process: 3, route: 4 } as const

const systemService = 10000

const commands: Readonly<Record<number, Operation>> = {
  0: { name: 'invalid', effect: 'other' },
  1: { name: 'read_device_info', effect: 'read' },
  2: { name: 'read', effect: 'read' },
  3: { name: 'write', effect: 'write' },
  4: { name: 'read_state', effect: 'read' },
  5: { name: 'write_control', effect: 'other' },
  6: { name: 'add_notification', effect: 'read' },
  7: { name: 'delete_notification', effect: 'other' },
  8: { name: 'notification', effect: 'read' },
  9: { name: 'read_write', effect: 'read' },
  [serviceWrite | purpose.sumWrite]: { name: 'write_sum', effect: 'write' },
  [serviceWrite | purpose.file]: { name: 'write_file', effect: 'download' },
  [serviceWrite | purpose.process]: { name: 'start_process', effect: 'configure' },
  [serviceWrite | purpose.route]: { name: 'change_route', effect: 'configure' },
  [discoveryCode | 1]: { name: 'discover', effect: 'read' },
  [discoveryCode | 6]: { name: 'add_route', effect: 'configure' },
}

const states: Readonly<Record<number, Operation>> = {
  2: { name: 'write_control_reset', effect: 'restart' },
  4: { name: 'write_control_start', effect: 'start' },
  5: { name: 'write_control_run', effect: 'start' },
  6: { name: 'write_control_stop', effect: 'stop' },
  12: { name: 'write_control_shutdown', effect: 'stop' },
  15: { name: 'write_control_config', effect: 'stop' },
  16: { name: 'write_control_reconfig', effect: 'stop' },
}

/** `at` is a message. */
export function codeOf(view: DataView, at: number, to: number): number {
  const code = view.getUint16(at + field.command, true)
  if (isAnswer(view, at)) return code
  const data = at + field.data
  if (code === command.writeControl && data + 2 <= to) {
    return (code << 8) | (view.getUint16(data, true) & 0xff)
  }
  if ((code !== command.write && code !== command.readWrite) || data + 4 > to) return code
  const group = view.getUint32(data, true)
  if (group === 0xf081) return serviceWrite | purpose.sumWrite
  if (view.getUint16(at + field.targetPort, true) !== systemService) return code
  // Files are opened (120), written (123) and deleted (131); processes started (500); routes
  // added and removed (801, 802).
  if (group === 123 || group === 131) return serviceWrite | purpose.file
  if (group === 500) return serviceWrite | purpose.process
  return group === 801 || group === 802 ? serviceWrite | purpose.route : code
}

export function operationOf(code: number): Operation {
  if (code >> 8 === command.writeControl) {
    return states[code & 0xff] ?? { name: 'write_control', effect: 'other' }
  }
  return commands[code] ?? { name: 'unknown_command', effect: 'other' }
}
