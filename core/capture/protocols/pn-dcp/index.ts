// SPDX-License-Identifier: EUPL-1.2
/**
 * PROFINET on the Ethernet frame (IEC 61158-6-10, EtherType 0x8892): the Discovery and basic
 * Configuration Protocol states who devices are; cyclic data, alarms and time messages share the
 * EtherType and are told apart by the frame id in the first two bytes.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { addAlarmOperation, alarmOperation } from './alarm.ts'
import { addDcpOperations, dcpOperation, decodeDcp } from './dcp.ts'

const layers = ['pn_rt', 'pn_dcp', 'pn_io', 'pn_ptcp'] as const

export const pnDcp: Protocol = {
  name: 'pn_dcp',
  carrier: 'ethernet',
  etherTypes: [0x8892],
  layers,
  scan(view, from, to, _isFromServer, tally): Scan {
    tally.layer(0)
    if (to - from < 2) return scan.decode
    const frameId = view.getUint16(from)
    if (isCyclic(frameId)) {
      tally.layer(2)
      return scan.silent
    }
    if (isDcp(frameId)) {
      tally.layer(1)
      addDcpOperations(view, from + 2, to, tally)
      return scan.decode
    }
    if (isAlarm(frameId)) {
      tally.layer(2)
      addAlarmOperation(view, from + 2, to, tally)
      return scan.silent
    }
    if (isTime(frameId)) tally.layer(3)
    return scan.silent
  },
  operation(code) {
    return alarmOperation(code) ?? dcpOperation(code)
  },
  decode(payload: Payload, recorder: Recorder) {
    if (payload.to - payload.from < 2) {
      recorder.oddity('truncated')
      return undefined
    }
    if (isDcp(payload.view.getUint16(payload.from))) decodeDcp(payload, recorder)
    return undefined
  },
}

/** Hello, Get and Set, Identify request, Identify response. */
function isDcp(frameId: number): boolean {
  return frameId >= 0xfefc && frameId <= 0xfeff
}

/** Real-time classes 3 (0x0100), 2 (0x8000) and 1 (0xC000), each up to the next. */
function isCyclic(frameId: number): boolean {
  return (frameId >= 0x0100 && frameId <= 0x7fff) || (frameId >= 0x8000 && frameId <= 0xfbff)
}

/** High and low priority. */
function isAlarm(frameId: number): boolean {
  return frameId === 0xfc01 || frameId === 0xfe01
}

/** Sync with and without follow-up, announce, follow-up, delay measurement. */
function isTime(frameId: number): boolean {
  return (
    frameId < 0x0100 || (frameId >= 0xff00 && frameId <= 0xff23) || (frameId & 0xffe0) === 0xff40
  )
}
