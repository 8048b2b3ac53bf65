// SPDX-License-Identifier: EUPL-1.2
import { sensorBeat } from '@schouw/contract'
import { asSettings } from '@schouw/core/capture/uplink'
import { parseJson } from '@schouw/core/ledger/json'
import { type Answer, no } from '../http/answer.ts'
import { entryAlone } from '../sources/accept.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { hubKeyPurpose, type SensorRow, sensorRow } from './enrolment.ts'
import { sha256, signed } from './keys.ts'
import type { Speaker } from './speaking.ts'

const most = { depth: 6, lengthBytes: 16_384 }

export interface BeatAnswer {
  readonly received_at: string
  readonly answered_at: string
  readonly top_sequence: number
  readonly settings: SignedSettings | null
}

export interface SignedSettings {
  readonly version: number
  readonly text: string
  readonly signature: string
}

/**
 * Keeps what a sensor says of itself. One that is older than what is known says nothing new, and is
 * answered all the same. Undefined for what is no beat.
 */
export async function takeBeat(
  storage: Storage,
  { tenant, sensor, number }: Speaker,
  bytes: Uint8Array,
  clock: () => string,
): Promise<BeatAnswer | undefined> {
  const received_at = clock()
  const parsed = parseJson(bytes, most)
  const beat = parsed.ok ? sensorBeat.safeParse(parsed.value) : undefined
  if (beat?.success !== true) return undefined
  const now = await storage.write(tenant, async (db) => {
    await db
      .updateTable('sensors')
      .set({ beat: JSON.stringify(beat.data), beat_at: received_at, beat_number: number })
      .where('id', '=', sensor.id)
      .where('beat_number', '<', number)
      .where('revoked_at', 'is', null)
      .execute()
    return sensorRow(db, sensor.id)
  })
  const settings = now === undefined ? null : settingsFor(storage, tenant, now)
  const top_sequence = now?.top_sequence ?? sensor.top_sequence
  return { received_at, answered_at: clock(), top_sequence, settings }
}

/** Signed over exactly the text: nobody on the way can set another filter or folder. */
function settingsFor(
  storage: Storage,
  tenant: TenantId,
  { id, settings, settings_version: version, sealed_hub_key }: SensorRow,
): SignedSettings | null {
  if (version === 0) return null
  const text = JSON.stringify(settings)
  const digest = sha256(text)
  const address = `${tenant}.${id}`
  const said = { what: 'settings', address, number: version, digest } as const
  const key = storage.secrets.unseal(hubKeyPurpose, sealed_hub_key)
  return { version, text, signature: signed(key, said) }
}

interface Setting {
  readonly tenant: TenantId
  readonly id: string
  readonly by: string
  /** The version that was looked at. */
  readonly version: number
  readonly values: unknown
}

/** The next version; the sensor reports back when it has it. */
export async function setSensor(storage: Storage, asked: Setting): Promise<Answer> {
  const { tenant, id, by, version, values } = asked
  const checked = asSettings(values)
  if (!checked.ok) {
    const { at, expected, found, place } = checked.facts
    const path = `/values/${at}`
    const error = { code: checked.refusal, path, expected, found, place }
    return no('body-refused', { errors: [JSON.parse(JSON.stringify(error))] })
  }
  const { numUpdatedRows } = await storage.write(tenant, (db) =>
    db
      .updateTable('sensors')
      .set({ settings: JSON.stringify(checked.value), settings_version: version + 1 })
      .where('id', '=', id)
      .where('settings_version', '=', version)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  )
  if (numUpdatedRows === 0n) {
    const row = await storage.read(tenant, (db) => sensorRow(db, id))
    return no(row === undefined || row.revoked_at !== null ? 'not-found' : 'stale-version')
  }
  const payload = { what: 'sensor', version: version + 1, ...checked.value }
  await storage.apply(tenant, entryAlone(id, 'set', by, payload))
  return { status: 200, body: { version: version + 1 } }
}
