// SPDX-License-Identifier: EUPL-1.2
import type { Engine } from '../storage/engine/engine.ts'
import { appliedCount } from '../storage/migrate.ts'
import { BackupRefused } from './refused.ts'

/** A database into which a backup of so many migrations can be put. That it is empty shows later. */
export async function checkTarget(engine: Engine, migrations: number): Promise<void> {
  const applied = await appliedCount(engine)
  if (applied > migrations) throw new BackupRefused('database-newer', { applied, migrations })
}
