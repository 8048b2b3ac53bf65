// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

const messages: Readonly<Record<number, Operation>> = {
  1: { name: 'communication_start', effect: 'other' },
  2: { name: 'communication_started', effect: 'other' },
  3: { name: 'communication_stop', effect: 'other' },
  4: { name: 'command_error', effect: 'other' },
  5: { name: 'command_accepted', effect: 'other' },
  18: { name: 'select_parameter_set', effect: 'write' },
  19: { name: 'set_batch_size', effect: 'write' },
  20: { name: 'reset_batch_counter', effect: 'write' },
  38: { name: 'select_job', effect: 'write' },
  39: { name: 'restart_job', effect: 'write' },
  42: { name: 'disable_tool', effect: 'stop' },
  43: { name: 'enable_tool', effect: 'start' },
  50: { name: 'set_vehicle_number', effect: 'write' },
  60: { name: 'subscribe_results', effect: 'read' },
  61: { name: 'tightening_result', effect: 'other' },
  78: { name: 'acknowledge_alarm', effect: 'configure' },
  80: { name: 'read_time', effect: 'read' },
  82: { name: 'set_time', effect: 'configure' },
  127: { name: 'abort_job', effect: 'write' },
  140: { name: 'define_job', effect: 'download' },
  9999: { name: 'keep_alive', effect: 'other' },
}

export function operationOf(code: number): Operation {
  return messages[code] ?? { name: `message_${String(code).padStart(4, '0')}`, effect: 'other' }
}
