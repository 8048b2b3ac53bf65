// SPDX-License-Identifier: EUPL-1.2
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { faultOf } from '../storage/fault.ts'
import type { ByteRange, FileStore } from './store.ts'

/** `FOLDER/<tenant>/ab/cd/<digest>`: no folder grows beyond some hundred names for long. */
export class FolderStore implements FileStore {
  readonly name = 'folder'
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  path(tenant: string, digest: string): string {
    return join(this.#folder, tenant, digest.slice(0, 2), digest.slice(2, 4), digest)
  }

  async put(tenant: string, digest: string, path: string): Promise<void> {
    const place = this.path(tenant, digest)
    try {
      await mkdir(dirname(place), { recursive: true })
      await rename(path, place)
      await syncFolder(dirname(place))
    } catch (error) {
      throw faultOf(error)
    }
  }

  async size(tenant: string, digest: string): Promise<number | undefined> {
    const found = await stat(this.path(tenant, digest)).catch(absent)
    return found?.size
  }

  async open(tenant: string, digest: string, range?: ByteRange): Promise<Readable | undefined> {
    const file = await open(this.path(tenant, digest), 'r').catch(absent)
    return file?.createReadStream(range === undefined ? {} : { start: range.from, end: range.to })
  }

  async remove(tenant: string, digest: string): Promise<void> {
    await rm(this.path(tenant, digest), { force: true })
  }
}

/** A new name is on disk only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  // Where folders cannot be opened, the file system has no such order to it.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
