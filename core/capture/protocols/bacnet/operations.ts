// SPDX-License-Identifier: EUPL-1.2
import type { Effect, Operation } from '../../protocol.ts'

/** Kinds of application messages. */
const kind = { confirmed: 0, unconfirmed: 1, simpleAnswer: 2, answer: 3, error: 5 } as const

const confirmed: Readonly<Record<number, readonly [string, Effect]>> = {
  0: ['acknowledge_alarm', 'other'],
  1: ['cov_notification', 'read'],
  5: ['subscribe_cov', 'other'],
  6: ['read_file', 'upload'],
  7: ['write_file', 'download'],
  8: ['add_list_element', 'configure'],
  9: ['remove_list_element', 'configure'],
  10: ['create_object', 'configure'],
  11: ['delete_object', 'configure'],
  12: ['read_property', 'read'],
  14: ['read_property_multiple', 'read'],
  15: ['write_property', 'write'],
  16: ['write_property_multiple', 'write'],
  17: ['device_communication_control', 'configure'],
  18: ['private_transfer', 'other'],
  20: ['reinitialize_device', 'restart'],
  26: ['read_range', 'read'],
}

const unconfirmed: readonly string[] = [
  'i_am',
  'i_have',
  'cov_notification',
  'event_notification',
  'private_transfer',
  'text_message',
  'time_synchronisation',
  'who_has',
  'who_is',
  'time_synchronisation',
  'write_group',
]

/**
 * Codes: `kind << 8 | service`. The header grows with segments: a number and a window stand
 * before the service then.
 */
export function codeAt(view: DataView, at: number, to: number): number {
  const first = view.getUint8(at)
  const type = first >> 4
  const isSegmented = (first & 0x08) !== 0 && (type === kind.confirmed || type === kind.answer)
  const place = at + serviceOffset(type) + (isSegmented ? 2 : 0)
  return (type << 8) | (place < to ? view.getUint8(place) : 0xff)
}

export function serviceOffset(type: number): number {
  if (type === kind.confirmed) return 3
  return type === kind.unconfirmed ? 1 : 2
}

export function operationOf(code: number): Operation {
  const type = code >> 8
  const service = code & 0xff
  if (type === kind.unconfirmed) {
    const name = unconfirmed[service] ?? 'unconfirmed_other'
    return { name, effect: name === 'write_group' ? 'write' : 'read' }
  }
  if (type === kind.error) return { name: 'error', effect: 'other' }
  if (type > kind.answer) return { name: 'refused', effect: 'other' }
  const [name, effect] = confirmed[service] ?? ['confirmed_other', 'other']
  return { name, effect }
}
