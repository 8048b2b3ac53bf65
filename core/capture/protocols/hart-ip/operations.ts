// SPDX-License-Identifier: EUPL-1.2
import type { Operation } from '../../protocol.ts'
import { direct, headerBytes, passThrough } from './frame.ts'

/** Universal and common-practice commands that change an instrument. */
const changes: Readonly<Record<number, Operation>> = {
  6: { name: 'write_polling_address', effect: 'configure' },
  17: { name: 'write_message', effect: 'configure' },
  18: { name: 'write_tag', effect: 'configure' },
  19: { name: 'write_assembly_number', effect: 'configure' },
  22: { name: 'write_long_tag', effect: 'configure' },
  35: { name: 'write_range', effect: 'configure' },
  36: { name: 'set_upper_range', effect: 'configure' },
  37: { name: 'set_lower_range', effect: 'configure' },
  38: { name: 'reset_configuration_changed', effect: 'configure' },
  40: { name: 'fix_current', effect: 'force' },
  41: { name: 'self_test', effect: 'other' },
  42: { name: 'device_reset', effect: 'restart' },
  44: { name: 'write_units', effect: 'configure' },
  53: { name: 'write_variable_units', effect: 'configure' },
  79: { name: 'write_device_variable', effect: 'force' },
}

/** Number of the command of a HART frame in the message at `at`; −1 without one. */
export function codeAt(view: DataView, at: number, to: number): number {
  const frame = at + headerBytes
  // Behind two bytes of status, only in answers of which the first is enough.
  if (view.getUint8(at + 2) === direct)
    return frame + 4 <= to ? view.getUint16(frame + 2) & 0x7fff : -1
  if (view.getUint8(at + 2) !== passThrough || frame >= to) return -1
  const delimiter = view.getUint8(frame)
  const place = frame + ((delimiter & 0x80) !== 0 ? 6 : 2) + ((delimiter >> 5) & 3)
  return place < to ? view.getUint8(place) : -1
}

export function operationOf(code: number): Operation {
  return changes[code] ?? { name: `command_${code}`, effect: code < 50 ? 'read' : 'other' }
}
