// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'

/** Below it: services of KNXnet/IP, by their upper byte; above: what a telegram asks for. */
export const telegramCode = 0x8000

const services: Readonly<Record<number, Operation>> = {
  513: { name: 'search', effect: 'read' },
  515: { name: 'describe', effect: 'read' },
  517: { name: 'connect', effect: 'other' },
  521: { name: 'disconnect', effect: 'other' },
  523: { name: 'search_extended', effect: 'read' },
  784: { name: 'device_configuration', effect: 'configure' },
  1056: { name: 'tunnel', effect: 'other' },
  1328: { name: 'route', effect: 'other' },
  2384: { name: 'secure', effect: 'other' },
  2385: { name: 'secure_session', effect: 'authenticate' },
}

/** Upper four of the ten bits name most; the rest is a value. */
const telegrams: Readonly<Record<number, Operation>> = {
  0: { name: 'group_read', effect: 'read' },
  1: { name: 'group_answer', effect: 'other' },
  2: { name: 'group_write', effect: 'write' },
  3: { name: 'set_individual_address', effect: 'configure' },
  4: { name: 'read_individual_address', effect: 'read' },
  8: { name: 'read_memory', effect: 'upload' },
  10: { name: 'write_memory', effect: 'download' },
  14: { name: 'restart', effect: 'restart' },
}

const whole: Readonly<Record<number, Operation>> = {
  977: { name: 'authorise', effect: 'authenticate' },
  979: { name: 'set_key', effect: 'configure' },
  981: { name: 'read_property', effect: 'read' },
  983: { name: 'write_property', effect: 'configure' },
}

export function operationOf(code: number): Operation {
  if ((code & telegramCode) === 0) {
    return services[code] ?? { name: `service_${code.toString(16)}`, effect: 'other' }
  }
  const bits = code & 0x3ff
  return whole[bits] ?? telegrams[bits >> 6] ?? { name: 'telegram', effect: 'other' }
}
