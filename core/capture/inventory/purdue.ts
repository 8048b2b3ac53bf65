// SPDX-License-Identifier: EUPL-1.2
import type { PurdueLevel, Role } from '../asset.ts'
import { type Service, serviceClass } from './services.ts'

export interface PurdueVerdict {
  readonly level: PurdueLevel
  readonly reason: string
}

/** Levels as Purdue reference architectures for factories draw them: field devices at 0. */
const levelOfRole: Readonly<Partial<Record<Role, PurdueLevel>>> = {
  drive: 0,
  remote_io: 0,
  plc: 1,
  safety_plc: 1,
  robot: 1,
  cnc: 1,
  gateway: 1,
  hmi: 2,
  scada_server: 2,
  engineering_station: 2,
  remote_access_gateway: 3.5,
  external_host: 5,
}

/**
 * `partners` are the levels of the devices it exchanges data with, as far as their roles give one.
 * Switches and the like have no level: they carry all of them.
 */
export function purdueOf(
  role: Role | null,
  offered: readonly Service[],
  partners: ReadonlySet<PurdueLevel>,
): PurdueVerdict | undefined {
  const level = role === null ? undefined : levelOfRole[role]
  if (level !== undefined) return { level, reason: `role:${role}` }
  if (role === null) {
    const answersControl = offered.some((service) => serviceClass(service) === 'control')
    return answersControl ? { level: 1, reason: 'answers_control' } : undefined
  }
  const touchesFactory = [0, 1, 2].some((low) => partners.has(low as PurdueLevel))
  if (role === 'server' && touchesFactory) return { level: 3, reason: 'serves_factory' }
  if (role === 'workstation' || role === 'printer' || role === 'phone') {
    return touchesFactory ? undefined : { level: 4, reason: 'office_services_only' }
  }
  return undefined
}
