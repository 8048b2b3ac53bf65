// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

const functions: Readonly<Record<number, readonly [string, Effect]>> = {
  0: ['confirm', 'other'],
  1: ['read', 'read'],
  2: ['write', 'configure'],
  3: ['select', 'write'],
  4: ['operate', 'write'],
  5: ['direct_operate', 'write'],
  6: ['direct_operate_no_ack', 'write'],
  7: ['immediate_freeze', 'other'],
  8: ['immediate_freeze_no_ack', 'other'],
  9: ['freeze_clear', 'configure'],
  10: ['freeze_clear_no_ack', 'configure'],
  13: ['cold_restart', 'restart'],
  14: ['warm_restart', 'restart'],
  15: ['initialise_data', 'configure'],
  16: ['initialise_application', 'configure'],
  17: ['start_application', 'start'],
  18: ['stop_application', 'stop'],
  19: ['save_configuration', 'configure'],
  20: ['enable_unsolicited', 'configure'],
  21: ['disable_unsolicited', 'configure'],
  22: ['assign_class', 'configure'],
  23: ['delay_measure', 'read'],
  24: ['record_current_time', 'configure'],
  25: ['open_file', 'other'],
  26: ['close_file', 'other'],
  27: ['delete_file', 'configure'],
  29: ['authenticate_file', 'authenticate'],
  31: ['activate_configuration', 'configure'],
  32: ['authentication_request', 'authenticate'],
  129: ['response', 'read'],
  130: ['unsolicited_response', 'read'],
  131: ['authentication_response', 'authenticate'],
}

export function operationOf(code: number): Operation {
  const [name, effect] = functions[code] ?? [`function_${code}`, 'other']
  return { name, effect }
}
