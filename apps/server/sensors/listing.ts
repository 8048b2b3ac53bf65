// SPDX-License-Identifier: EUPL-1.2
import type { SensorTold } from '@schouw/contract'
import { recordsNamed } from '../storage/reading/finding.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import { codesThatStand, type SensorRow } from './enrolment.ts'
import { healthOf } from './health.ts'
import { sha256 } from './keys.ts'

export async function listSensors(storage: Storage, tenant: TenantId, now: string) {
  const { rows, codes, names } = await storage.read(tenant, async (db) => {
    const rows = await db.selectFrom('sensors').selectAll().orderBy('id').execute()
    const codes = await codesThatStand(db, now)
    const sites = [...new Set([...rows, ...codes].map(({ site }) => site))]
    const named = sites.length === 0 ? [] : await recordsNamed(db, sites)
    return { rows, codes, names: new Map(named.map(({ id, title }) => [id, title])) }
  })
  const items = rows.map((row) => told(row, names.get(row.site) ?? null, now))
  return { now, items, codes }
}

function told(row: SensorRow, site: string | null, now: string): SensorTold {
  const { health, troubles, beat, missing } = healthOf(row, now)
  return {
    ...{ id: row.id, name: row.name, site: { id: row.site, name: site } },
    ...{ enrolled_at: row.enrolled_at, enrolled_by: row.enrolled_by },
    fingerprint: sha256(row.public_key),
    revoked:
      row.revoked_at === null
        ? null
        : { at: row.revoked_at, by: row.revoked_by ?? '', reason: row.revoked_because ?? '' },
    ...{ health, troubles: [...troubles], beat, missing },
    ...{ beat_at: row.beat_at, batch_at: row.batch_at },
    batches: row.batch_count,
    left_out: row.day === now.slice(0, 10) ? row.day_left_out : 0,
    settings: {
      version: row.settings_version,
      // Written from settings that were checked, and only from them.
      values: row.settings as SensorTold['settings']['values'],
    },
    source: row.source,
  }
}
