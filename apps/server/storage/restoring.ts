// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StorageFault } from './fault.ts'

/** In a data folder: what is being put back from a backup, until all of it is in its place. */
export const restoringFolder = 'restoring'

export function assertNotRestoring(folder: string): void {
  if (!existsSync(join(folder, restoringFolder))) return
  throw new StorageFault(
    'storage-setup',
    `a restore into ${folder} is under way or was broken off; run schouw restore again`,
  )
}
