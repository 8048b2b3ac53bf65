// SPDX-License-Identifier: EUPL-1.2
import type { Said } from '@schouw/core/capture/uplink'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { type SensorRow, sensorRow } from './enrolment.ts'
import { isSigned, sha256 } from './keys.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const shape = new RegExp(`^(${uuid})\\.(${uuid})$`)

/** What came, by whatever way: over HTTPS or out of a stream. */
export interface Spoken {
  readonly what: Extract<Said['what'], 'batch' | 'beat'>
  readonly address: string
  readonly number: string
  readonly signature: string
  readonly bytes: Uint8Array
}

export interface Speaker {
  readonly tenant: TenantId
  readonly address: string
  readonly sensor: SensorRow
  readonly number: number
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
}

/**
 * Which sensor said it; undefined where nobody did who may. Time plays no part: the clock of a machine
 * in a cabinet may be anything, and what is said twice changes nothing.
 */
export async function speakerOf(storage: Storage, spoken: Spoken): Promise<Speaker | undefined> {
  const { what, address, signature, bytes } = spoken
  const [, tenant, id] = shape.exec(address) ?? []
  if (tenant === undefined || id === undefined) return undefined
  if (!/^[1-9]\d{0,14}$/.test(spoken.number)) return undefined
  const sensor = await storage.read(tenant, (db) => sensorRow(db, id))
  if (sensor === undefined || sensor.revoked_at !== null) return undefined
  const number = Number(spoken.number)
  const digest = sha256(bytes)
  const isOwn = isSigned(sensor.public_key, { what, address, number, digest }, signature)
  return isOwn ? { tenant, address, sensor, number, digest } : undefined
}
