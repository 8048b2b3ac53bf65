// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Messages that carry no command, by their kind, above the functions. */
export const kindCode = 0x100

const kinds: Readonly<Record<number, string>> = {
  1: 'connect',
  2: 'connected',
  3: 'disconnect',
  4: 'disconnected',
  6: 'ping',
  7: 'too_many_connections',
  8: 'not_connected',
  9: 'moved',
  10: 'access_denied',
  11: 'connection_failed',
}

/** Functions as the published analyses of an attack on a safety controller name them. */
const functions: readonly (readonly [number, string, Effect])[] = [
  [0x00, 'start_download_all', 'download'],
  [0x01, 'start_download_change', 'download'],
  [0x02, 'update_configuration', 'configure'],
  [0x03, 'upload_configuration', 'upload'],
  [0x04, 'set_io_addresses', 'configure'],
  [0x05, 'allocate_network', 'configure'],
  [0x07, 'set_calendar', 'configure'],
  [0x08, 'get_calendar', 'read'],
  [0x09, 'set_scan_time', 'configure'],
  [0x0a, 'end_download_all', 'download'],
  [0x0b, 'end_download_change', 'download'],
  [0x0c, 'cancel_download_change', 'download'],
  [0x0d, 'attach', 'authenticate'],
  [0x0f, 'configure_module', 'configure'],
  [0x10, 'set_points', 'write'],
  [0x11, 'enable_points', 'write'],
  [0x13, 'get_processor_status', 'read'],
  [0x14, 'run_program', 'start'],
  [0x15, 'halt_program', 'stop'],
  [0x16, 'pause_program', 'stop'],
  [0x17, 'single_scan', 'start'],
  [0x18, 'get_chassis_status', 'read'],
  [0x19, 'get_minimum_scan_time', 'read'],
  [0x1a, 'set_node_number', 'configure'],
  [0x1b, 'set_io_points', 'write'],
  [0x1c, 'get_io_points', 'read'],
  [0x1d, 'get_main_processor_status', 'read'],
  [0x1e, 'set_retentive_values', 'write'],
  [0x1f, 'adjust_clock', 'configure'],
  [0x20, 'clear_alarms', 'configure'],
  [0x21, 'get_event_log', 'read'],
  [0x25, 'enable_output_disable', 'configure'],
  [0x26, 'disable_output_disable', 'configure'],
  [0x2c, 'configure_system_variables', 'configure'],
  [0x2e, 'get_system_variables', 'read'],
  [0x2f, 'get_module_types', 'read'],
  [0x36, 'get_module_versions', 'read'],
  [0x37, 'allocate_program', 'download'],
  [0x38, 'allocate_function', 'download'],
  [0x39, 'clear_retentives', 'write'],
  [0x3b, 'start_program_download', 'download'],
  [0x3f, 'set_program_information', 'download'],
  [0x40, 'get_program_information', 'read'],
  [0x41, 'upload_program', 'upload'],
  [0x42, 'upload_function', 'upload'],
]

const byCode: ReadonlyMap<number, Operation> = new Map(
  functions.map(([code, name, effect]) => [code, { name, effect }]),
)

export function operationOf(code: number): Operation {
  if (code >= kindCode) {
    const kind = code - kindCode
    const effect = kind === 1 ? 'authenticate' : 'other'
    return { name: kinds[kind] ?? `message_${kind}`, effect }
  }
  return byCode.get(code) ?? { name: `function_${code.toString(16)}`, effect: 'other' }
}
