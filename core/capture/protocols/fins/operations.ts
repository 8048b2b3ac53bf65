// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Commands: main code and sub code (Omron W342). */
const commands: Readonly<Record<number, readonly [string, Effect]>> = {
  257: ['memory_read', 'read'],
  258: ['memory_write', 'write'],
  259: ['memory_fill', 'write'],
  260: ['multiple_memory_read', 'read'],
  261: ['memory_transfer', 'write'],
  513: ['parameter_read', 'read'],
  514: ['parameter_write', 'configure'],
  515: ['parameter_clear', 'configure'],
  772: ['program_protect', 'configure'],
  773: ['program_protect_clear', 'configure'],
  774: ['program_read', 'upload'],
  775: ['program_write', 'download'],
  776: ['program_clear', 'download'],
  1025: ['run', 'start'],
  1026: ['stop', 'stop'],
  1281: ['controller_data_read', 'read'],
  1282: ['connection_data_read', 'read'],
  1537: ['controller_status_read', 'read'],
  1539: ['network_status_read', 'read'],
  1568: ['cycle_time_read', 'read'],
  1793: ['clock_read', 'read'],
  1794: ['clock_write', 'configure'],
  2336: ['message_read', 'read'],
  3073: ['access_right_acquire', 'authenticate'],
  3074: ['access_right_forced_acquire', 'authenticate'],
  3075: ['access_right_release', 'other'],
  8449: ['error_clear', 'configure'],
  8450: ['error_log_read', 'read'],
  8451: ['error_log_clear', 'configure'],
  8705: ['file_name_read', 'read'],
  8706: ['file_read', 'upload'],
  8707: ['file_write', 'download'],
  8708: ['file_memory_format', 'configure'],
  8709: ['file_delete', 'download'],
  8711: ['file_copy', 'download'],
  8712: ['file_name_change', 'configure'],
  8714: ['memory_file_transfer', 'download'],
  8715: ['parameter_file_transfer', 'download'],
  8716: ['program_file_transfer', 'download'],
  8961: ['forced_set_reset', 'force'],
  8962: ['forced_set_reset_cancel', 'force'],
  8970: ['forced_status_read', 'read'],
}

export function operationOf(code: number): Operation {
  const [name, effect] = commands[code] ?? [
    `command_0x${code.toString(16).padStart(4, '0')}`,
    'other',
  ]
  return { name, effect }
}
