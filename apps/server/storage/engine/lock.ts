// SPDX-License-Identifier: EUPL-1.2
import { DatabaseSync } from 'node:sqlite'
import { StorageFault } from '../fault.ts'

/**
 * Keeps a second process out of an embedded database: two would overwrite each other's pages
 * without a word. The lock is the operating system's own, so a killed process leaves none behind.
 */
export function lockDirectory(directory: string): () => void {
  const lock = new DatabaseSync(`${directory}.lock`)
  try {
    lock.exec('pragma busy_timeout = 0')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw new StorageFault('storage-locked', `${directory} is in use by another process`, error)
  }
  return () => {
    lock.exec('rollback')
    lock.close()
  }
}
