// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

const exceptionBit = 0x80
/** Codes: function alone, or `function << 8 | what it is about`, or `0x8000 | exception`. */
const exceptionCode = 0x8000
const diagnostics = 8
const encapsulated = 43
const umas = 90

const functions: Readonly<Record<number, Operation>> = {
  1: { name: 'read_coils', effect: 'read' },
  2: { name: 'read_discrete_inputs', effect: 'read' },
  3: { name: 'read_holding_registers', effect: 'read' },
  4: { name: 'read_input_registers', effect: 'read' },
  5: { name: 'write_single_coil', effect: 'write' },
  6: { name: 'write_single_register', effect: 'write' },
  7: { name: 'read_exception_status', effect: 'read' },
  8: { name: 'diagnostics', effect: 'other' },
  11: { name: 'get_event_counter', effect: 'read' },
  12: { name: 'get_event_log', effect: 'read' },
  15: { name: 'write_multiple_coils', effect: 'write' },
  16: { name: 'write_multiple_registers', effect: 'write' },
  17: { name: 'report_server_id', effect: 'read' },
  20: { name: 'read_file_record', effect: 'read' },
  21: { name: 'write_file_record', effect: 'write' },
  22: { name: 'mask_write_register', effect: 'write' },
  23: { name: 'read_write_registers', effect: 'write' },
  24: { name: 'read_fifo_queue', effect: 'read' },
  // 8 with a subfunction.
  [(diagnostics << 8) | 0]: { name: 'return_query_data', effect: 'read' },
  [(diagnostics << 8) | 1]: { name: 'restart_communications', effect: 'restart' },
  [(diagnostics << 8) | 2]: { name: 'return_diagnostic_register', effect: 'read' },
  [(diagnostics << 8) | 3]: { name: 'change_ascii_delimiter', effect: 'configure' },
  [(diagnostics << 8) | 4]: { name: 'force_listen_only', effect: 'stop' },
  [(diagnostics << 8) | 10]: { name: 'clear_counters', effect: 'configure' },
  // 43 with a type.
  [(encapsulated << 8) | 13]: { name: 'canopen_request', effect: 'other' },
  [(encapsulated << 8) | 14]: { name: 'read_device_identification', effect: 'read' },
  // 90 with a function of UMAS. Its "upload" goes into the controller, its "download" out of it.
  [(umas << 8) | 0x01]: { name: 'umas_init', effect: 'other' },
  [(umas << 8) | 0x02]: { name: 'umas_read_id', effect: 'read' },
  [(umas << 8) | 0x03]: { name: 'umas_read_project', effect: 'read' },
  [(umas << 8) | 0x04]: { name: 'umas_read_plc', effect: 'read' },
  [(umas << 8) | 0x06]: { name: 'umas_read_card', effect: 'read' },
  [(umas << 8) | 0x0a]: { name: 'umas_repeat', effect: 'other' },
  [(umas << 8) | 0x10]: { name: 'umas_take_reservation', effect: 'authenticate' },
  [(umas << 8) | 0x11]: { name: 'umas_release_reservation', effect: 'other' },
  [(umas << 8) | 0x12]: { name: 'umas_keep_alive', effect: 'other' },
  [(umas << 8) | 0x20]: { name: 'umas_read_memory', effect: 'read' },
  [(umas << 8) | 0x21]: { name: 'umas_write_memory', effect: 'write' },
  [(umas << 8) | 0x22]: { name: 'umas_read_variables', effect: 'read' },
  [(umas << 8) | 0x23]: { name: 'umas_write_variables', effect: 'write' },
  [(umas << 8) | 0x24]: { name: 'umas_read_registers', effect: 'read' },
  [(umas << 8) | 0x25]: { name: 'umas_write_registers', effect: 'write' },
  [(umas << 8) | 0x30]: { name: 'umas_begin_program_write', effect: 'download' },
  [(umas << 8) | 0x31]: { name: 'umas_program_write', effect: 'download' },
  [(umas << 8) | 0x32]: { name: 'umas_end_program_write', effect: 'download' },
  [(umas << 8) | 0x33]: { name: 'umas_begin_program_read', effect: 'upload' },
  [(umas << 8) | 0x34]: { name: 'umas_program_read', effect: 'upload' },
  [(umas << 8) | 0x35]: { name: 'umas_end_program_read', effect: 'upload' },
  [(umas << 8) | 0x40]: { name: 'umas_plc_start', effect: 'start' },
  [(umas << 8) | 0x41]: { name: 'umas_plc_stop', effect: 'stop' },
  [(umas << 8) | 0x50]: { name: 'umas_monitor', effect: 'read' },
  [(umas << 8) | 0x58]: { name: 'umas_check', effect: 'read' },
  [(umas << 8) | 0x70]: { name: 'umas_read_io', effect: 'read' },
  [(umas << 8) | 0x71]: { name: 'umas_write_io', effect: 'write' },
  [(umas << 8) | 0x73]: { name: 'umas_module_status', effect: 'read' },
  [(umas << 8) | 0xfd]: { name: 'umas_error', effect: 'other' },
  [(umas << 8) | 0xfe]: { name: 'umas_answer', effect: 'other' },
}

const exceptions: Readonly<Record<number, string>> = {
  1: 'exception_illegal_function',
  2: 'exception_illegal_address',
  3: 'exception_illegal_value',
  4: 'exception_device_failure',
  5: 'exception_acknowledge',
  6: 'exception_device_busy',
  8: 'exception_memory_parity',
  10: 'exception_gateway_path',
  11: 'exception_gateway_target',
}

/** `at` is the function code, which is within `to`. */
export function codeOf(view: DataView, at: number, to: number, isFromServer: boolean): number {
  const code = view.getUint8(at)
  if ((code & exceptionBit) !== 0) {
    return exceptionCode | (isFromServer && at + 1 < to ? view.getUint8(at + 1) : 0)
  }
  if (code === diagnostics && at + 2 < to) return (code << 8) | view.getUint8(at + 2)
  if (code === encapsulated && at + 1 < to) return (code << 8) | view.getUint8(at + 1)
  // A session stands between the function and the one of UMAS.
  if (code === umas && at + 2 < to) return (code << 8) | view.getUint8(at + 2)
  return code
}

export function operationOf(code: number): Operation {
  if ((code & exceptionCode) !== 0) {
    return { name: exceptions[code & 0xff] ?? 'exception_other', effect: 'other' }
  }
  const known = functions[code] ?? functions[code >> 8]
  if (known !== undefined) return known
  if (code >> 8 === umas) return { name: 'umas_other', effect: 'other' }
  return { name: `function_${code > 0xff ? code >> 8 : code}`, effect: 'other' }
}
