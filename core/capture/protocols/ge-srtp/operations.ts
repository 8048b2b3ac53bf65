// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** Service requests of the Series 90 and PACSystems, by the published analyses of the protocol. */
const requests: Readonly<Record<number, Operation>> = {
  0: { name: 'plc_short_status', effect: 'read' },
  3: { name: 'program_names', effect: 'read' },
  4: { name: 'read_system_memory', effect: 'read' },
  5: { name: 'read_task_memory', effect: 'read' },
  6: { name: 'read_program_memory', effect: 'upload' },
  7: { name: 'write_system_memory', effect: 'write' },
  8: { name: 'write_task_memory', effect: 'write' },
  9: { name: 'write_program_memory', effect: 'download' },
  32: { name: 'programmer_logon', effect: 'authenticate' },
  33: { name: 'change_privilege_level', effect: 'authenticate' },
  34: { name: 'set_control_id', effect: 'configure' },
  35: { name: 'set_plc_state', effect: 'stop' },
  36: { name: 'set_clock', effect: 'configure' },
  37: { name: 'read_clock', effect: 'read' },
  56: { name: 'read_fault_table', effect: 'read' },
  57: { name: 'clear_fault_table', effect: 'configure' },
  63: { name: 'program_store', effect: 'upload' },
  64: { name: 'program_load', effect: 'download' },
  67: { name: 'controller_type', effect: 'read' },
  68: { name: 'toggle_force', effect: 'force' },
}

export function operationOf(code: number): Operation {
  return requests[code] ?? { name: `service_${code}`, effect: 'other' }
}
