// SPDX-License-Identifier: EUPL-1.2
import type { PurdueLevel, PurdueReason, Role } from '../asset.ts'
import type { KnownService } from './services.ts'

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

export interface Position {
  readonly role: Role | null
  readonly offered: readonly KnownService[]
  /** Controllers it reads or commands. */
  readonly polls: number
  /** It exchanges data with a device of level 0 to 2. */
  readonly touchesFactory: boolean
}

/** Switches and the like have no level: they carry all of them. */
export function purdueOf(position: Position): PurdueVerdict | undefined {
  const { role, offered, polls, touchesFactory } = position
  const level = role === null ? undefined : levelOfRole[role]
  if (role !== null && level !== undefined) return { level, reason: `role:${role}` }
  if (role === null && offered.some(({ kind }) => kind === 'control')) {
    return { level: 1, reason: 'answers_control' }
  }
  if (polls > 0) return { level: 2, reason: 'uses_control' }
  if (role === 'server' && touchesFactory) return { level: 3, reason: 'serves_factory' }
  if (role === 'workstation' || role === 'printer' || role === 'phone') {
    return touchesFactory ? undefined : { level: 4, reason: 'office_services_only' }
  }
  return undefined
}
