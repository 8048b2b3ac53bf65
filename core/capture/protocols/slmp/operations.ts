// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

export const readTypeName = 0x0101

const commands: Readonly<Record<number, Operation>> = {
  [readTypeName]: { name: 'read_type_name', effect: 'read' },
  1025: { name: 'read', effect: 'read' },
  1027: { name: 'read_random', effect: 'read' },
  1030: { name: 'read_block', effect: 'read' },
  1537: { name: 'read_extension', effect: 'read' },
  1555: { name: 'read_memory', effect: 'read' },
  1561: { name: 'self_test', effect: 'read' },
  2049: { name: 'monitor_register', effect: 'read' },
  2050: { name: 'monitor', effect: 'read' },
  3632: { name: 'node_search', effect: 'read' },
  3633: { name: 'set_address', effect: 'configure' },
  3696: { name: 'cyclic_data', effect: 'other' },
  4097: { name: 'remote_run', effect: 'start' },
  4098: { name: 'remote_stop', effect: 'stop' },
  4099: { name: 'remote_pause', effect: 'stop' },
  4101: { name: 'remote_latch_clear', effect: 'write' },
  4102: { name: 'remote_reset', effect: 'restart' },
  5121: { name: 'write', effect: 'write' },
  5122: { name: 'write_random', effect: 'write' },
  5126: { name: 'write_block', effect: 'write' },
  5633: { name: 'write_extension', effect: 'write' },
  5651: { name: 'write_memory', effect: 'write' },
  5655: { name: 'clear_error', effect: 'configure' },
  5680: { name: 'unlock', effect: 'authenticate' },
  5681: { name: 'lock', effect: 'authenticate' },
  6160: { name: 'read_directory', effect: 'read' },
  6161: { name: 'search_file', effect: 'read' },
  6176: { name: 'new_file', effect: 'download' },
  6178: { name: 'delete_file', effect: 'download' },
  6180: { name: 'copy_file', effect: 'download' },
  6181: { name: 'change_file_attribute', effect: 'configure' },
  6182: { name: 'change_file_date', effect: 'configure' },
  6183: { name: 'open_file', effect: 'other' },
  6184: { name: 'read_file', effect: 'upload' },
  6185: { name: 'write_file', effect: 'download' },
  6186: { name: 'close_file', effect: 'other' },
}

export function operationOf(code: number): Operation {
  return (
    commands[code] ?? { name: `command_${code.toString(16).padStart(4, '0')}`, effect: 'other' }
  )
}
