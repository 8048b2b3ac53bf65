// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { recordDescription, splitDescription } from '../device-description.ts'

/** What one frame says, for facts that need more than one TLV. */
export interface Neighbour {
  chassisText?: string
  /** From the chassis id, or from PROFINET's own TLV: the device's address, not the port's. */
  chassisMac?: string
  portId?: string
  description?: string
  managementIpv4?: string
  isProfinet?: boolean
}

export function recordNeighbour(neighbour: Neighbour, recorder: Recorder): void {
  const { chassisText, chassisMac, managementIpv4, description } = neighbour
  if (description !== undefined) recordDescription(description, recorder)
  if (chassisMac !== undefined) {
    recorder.fact('lldp.chassis_mac', chassisMac)
    if (managementIpv4 !== undefined) recorder.binding(chassisMac, managementIpv4)
  }
  if (chassisText !== undefined) recordChassisText(chassisText, neighbour, recorder)
  if (neighbour.isProfinet === true) recordPortName(neighbour.portId ?? '', recorder)
}

/**
 * PROFINET devices put their station name in the chassis id; newer ones a line with order number
 * and versions instead.
 */
function recordChassisText(text: string, neighbour: Neighbour, recorder: Recorder): void {
  recorder.fact('lldp.chassis_id', text)
  if (neighbour.isProfinet !== true) return
  const facts = splitDescription(text)
  for (const { name, value } of facts) recorder.fact(name, value)
  if (facts.length === 0 && !text.includes(' ')) recorder.fact('station_name', text)
}

/** Newer PROFINET port ids read `port-001.station`, the station may hold dots itself. */
function recordPortName(portId: string, recorder: Recorder): void {
  const station = /^port-\d{3}(?:-\d{5})?\.(.+)$/.exec(portId)?.[1]
  if (station !== undefined) recorder.fact('station_name', station)
}
