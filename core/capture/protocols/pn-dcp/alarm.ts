// SPDX-License-Identifier: EUPL-1.2
import type { Operation, Tally } from '../../protocol.ts'

/** Codes of this file have this bit. */
const alarmBit = 0xa000

/** AlarmType of the notification block. */
const alarmNames: Readonly<Record<number, string>> = {
  1: 'alarm_diagnosis',
  2: 'alarm_process',
  3: 'alarm_pull',
  4: 'alarm_plug',
  5: 'alarm_status',
  6: 'alarm_update',
  7: 'alarm_media_redundancy',
  8: 'alarm_controlled_by_supervisor',
  9: 'alarm_released',
  10: 'alarm_plug_wrong_submodule',
  11: 'alarm_return_of_submodule',
  12: 'alarm_diagnosis_disappears',
  13: 'alarm_multicast_mismatch',
  14: 'alarm_port_data_change',
  15: 'alarm_sync_data_change',
  16: 'alarm_isochronous_mode_problem',
  17: 'alarm_network_component_problem',
  18: 'alarm_time_data_change',
  30: 'alarm_upload_retrieval',
  31: 'alarm_pull_module',
}

/**
 * Two endpoints, kind, flags, two counters and a length make 12 bytes; a notification then has a
 * block header of 6 bytes and its type. Acknowledgements carry no alarm of their own.
 */
export function addAlarmOperation(view: DataView, from: number, to: number, tally: Tally): void {
  if (to - from < 12) return
  const kind = view.getUint8(from + 4) & 0x0f
  if (kind === 4) tally.add(alarmBit | 0x200)
  if (kind !== 1 || to - from < 20) return
  const block = view.getUint16(from + 12)
  if (block === 1 || block === 2) tally.add(alarmBit | Math.min(view.getUint16(from + 18), 0x1ff))
}

export function alarmOperation(code: number): Operation | undefined {
  if ((code & alarmBit) !== alarmBit) return undefined
  const type = code & ~alarmBit
  if (type === 0x200) return { name: 'connection_abort', effect: 'other' }
  return { name: alarmNames[type] ?? 'alarm_other', effect: 'other' }
}
