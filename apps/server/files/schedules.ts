// SPDX-License-Identifier: EUPL-1.2
import { type Schedule, schedule } from '../jobs/job.ts'
import type { Storage } from '../storage/storage.ts'
import type { Files } from './files.ts'

/** Once a night: what was cut off, and what nobody ever named. */
export function collectSchedule(storage: Storage, files: Files, clock: () => string): Schedule {
  return schedule('collect-files', '40 3 * * *', async (signal) => {
    await files.sweep()
    for (const { id } of await storage.tenants()) {
      if (signal.aborted) return
      await files.collect(id, clock())
    }
  })
}
