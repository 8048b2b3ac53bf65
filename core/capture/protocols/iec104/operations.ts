// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Types of ASDUs in the direction of control, by the names of IEC 60870-5-101. */
const types: Readonly<Record<number, readonly [string, Effect]>> = {
  45: ['single_command', 'write'],
  46: ['double_command', 'write'],
  47: ['regulating_step_command', 'write'],
  48: ['set_point_normalised', 'write'],
  49: ['set_point_scaled', 'write'],
  50: ['set_point_short', 'write'],
  51: ['bitstring_command', 'write'],
  58: ['single_command_timed', 'write'],
  59: ['double_command_timed', 'write'],
  60: ['regulating_step_command_timed', 'write'],
  61: ['set_point_normalised_timed', 'write'],
  62: ['set_point_scaled_timed', 'write'],
  63: ['set_point_short_timed', 'write'],
  64: ['bitstring_command_timed', 'write'],
  70: ['end_of_initialisation', 'other'],
  100: ['interrogation', 'read'],
  101: ['counter_interrogation', 'read'],
  102: ['read', 'read'],
  103: ['clock_synchronisation', 'configure'],
  104: ['test', 'other'],
  105: ['reset_process', 'restart'],
  107: ['test_timed', 'other'],
  110: ['parameter_normalised', 'configure'],
  111: ['parameter_scaled', 'configure'],
  112: ['parameter_short', 'configure'],
  113: ['parameter_activation', 'configure'],
}

export function operationOf(code: number): Operation {
  const known = types[code]
  if (known !== undefined) return { name: known[0], effect: known[1] }
  if (code >= 120 && code <= 127) return { name: 'file_transfer', effect: 'other' }
  if (code >= 1 && code <= 44) return { name: `monitor_type_${code}`, effect: 'read' }
  return { name: `type_${code}`, effect: 'other' }
}
