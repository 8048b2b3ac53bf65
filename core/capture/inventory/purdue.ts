// SPDX-License-Identifier: EUPL-1.2
import type { PurdueLevel, PurdueReason, Role } from '../asset.ts'
import type { Behaviour } from './evidence.ts'

export interface PurdueVerdict {
  readonly level: PurdueLevel
  readonly reason: PurdueReason
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

const verdicts: ReadonlyMap<Role, PurdueVerdict> = new Map(
  (Object.entries(levelOfRole) as [Role, PurdueLevel][]).map(([role, level]) => [
    role,
    { level, reason: `role:${role}` },
  ]),
)
const answersControl: PurdueVerdict = { level: 1, reason: 'answers_control' }
const usesControl: PurdueVerdict = { level: 2, reason: 'uses_control' }
const servesFactory: PurdueVerdict = { level: 3, reason: 'serves_factory' }
const officeOnly: PurdueVerdict = { level: 4, reason: 'office_services_only' }

/**
 * Switches and the like have no level: they carry all of them. `touchesFactory` when the device
 * exchanges data with one of level 0 to 2.
 */
export function purdueOf(
  role: Role | null,
  touchesFactory: boolean,
  behaviour: () => Behaviour,
): PurdueVerdict | undefined {
  const known = role === null ? undefined : verdicts.get(role)
  if (known !== undefined) return known
  const { offered, polls } = behaviour()
  if (role === null && offered.some(({ kind }) => kind === 'control')) return answersControl
  if (polls > 0) return usesControl
  if (role === 'server' && touchesFactory) return servesFactory
  if (role === 'workstation' || role === 'printer' || role === 'phone') {
    return touchesFactory ? undefined : officeOnly
  }
  return undefined
}
