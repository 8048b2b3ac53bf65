// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'
import type { BackupLine } from './backups.ts'

/** What has to be kept of devices of a sort, so that one can be made anew. */
export type CopyOf =
  | 'control_program'
  | 'hmi_project'
  | 'drive_parameters'
  | 'network_configuration'
  | 'server_image'

export interface CopyRow {
  readonly what: CopyOf
  readonly devices: number
  /** Devices of which a copy is in the register. */
  readonly copied: number
  readonly apart: number
  /** Of which a copy came back in a test within its term. */
  readonly tested: number
  /** Devices without any copy. */
  readonly missing: readonly string[]
}

const keeping: Readonly<Record<CopyOf, readonly string[]>> = {
  control_program: ['plc', 'safety_plc', 'robot', 'cnc'],
  hmi_project: ['hmi', 'scada_server', 'engineering_station'],
  drive_parameters: ['drive'],
  network_configuration: ['switch', 'router', 'firewall', 'remote_access_gateway', 'gateway'],
  server_image: ['server', 'virtual_machine', 'historian', 'storage'],
}

/** Devices by what has to be kept of them. A copy of any type that names the device counts. */
export function copiesOfDevices(
  assets: readonly Line[],
  backups: readonly BackupLine[],
): readonly CopyRow[] {
  const by = new Map<string, BackupLine[]>()
  for (const one of backups) {
    for (const asset of one.assets) by.set(asset, [...(by.get(asset) ?? []), one])
  }
  return (Object.keys(keeping) as CopyOf[]).map((what) => {
    const devices = assets.filter((line) => keeping[what].includes(line.text('role') ?? ''))
    const copiesOf = ({ id }: Line) => by.get(id) ?? []
    const count = (isIn: (copy: BackupLine) => boolean) =>
      devices.filter((line) => copiesOf(line).some(isIn)).length
    return {
      what,
      devices: devices.length,
      copied: count(() => true),
      apart: count(({ apart }) => apart === 'apart'),
      tested: count(({ test }) => test === 'current'),
      missing: devices.filter((line) => copiesOf(line).length === 0).map(({ id }) => id),
    }
  })
}
