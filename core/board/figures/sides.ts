// SPDX-License-Identifier: EUPL-1.2
import type { Line, Registers } from '../facts.ts'

export type Side = 'it' | 'ot'

const processRoles: readonly string[] = [
  'plc',
  'safety_plc',
  'hmi',
  'scada_server',
  'historian',
  'engineering_station',
  'drive',
  'remote_io',
  'robot',
  'cnc',
  'instrument',
  'machine',
  'data_diode',
  'building_control',
]
const officeRoles: readonly string[] = [
  'workstation',
  'mobile_device',
  'printer',
  'phone',
  'cloud_service',
  'storage',
]
const processZones: readonly string[] = ['ot', 'safety']
const officeZones: readonly string[] = ['office', 'guest']

/** Level 4 and up is office; 3.5, between the two, belongs to whoever keeps the process running. */
function ofLevel(level: string | null): Side | null {
  if (level === null) return null
  return level === '4' || level === '5' ? 'it' : 'ot'
}

/**
 * On which side each device is: by its own level, else by that of its zone, else by what it is. What
 * none of these tells is on neither, and is counted as not known.
 */
export function sidesOf(registers: Registers): (asset: Line) => Side | null {
  const zones = new Map(registers.all('zone').map((zone) => [zone.id, zone]))
  return (asset) => {
    const own = ofLevel(asset.text('purdue_level'))
    if (own !== null) return own
    const zone = zones.get(asset.text('zone') ?? '')
    const kind = zone?.text('kind') ?? ''
    if (processZones.includes(kind)) return 'ot'
    if (officeZones.includes(kind)) return 'it'
    const level = ofLevel(zone?.text('purdue_level') ?? null)
    if (level !== null) return level
    const role = asset.text('role') ?? ''
    if (processRoles.includes(role)) return 'ot'
    return officeRoles.includes(role) ? 'it' : null
  }
}

/** Devices that are there; those of others, outside the house, are not. */
export function devices(registers: Registers): readonly Line[] {
  return registers
    .all('asset')
    .filter(({ state }) => state === 'in_use' || state === 'sighted' || state === 'spare')
    .filter((line) => line.text('role') !== 'external_host')
}

export function isCritical(line: Line): boolean {
  const criticality = line.text('criticality')
  return criticality === 'high' || criticality === 'critical'
}
