// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FolderStore } from '../files/folder-store.ts'
import { type S3Settings, S3Store } from '../files/s3-store.ts'
import type { FileStore } from '../files/store.ts'

/** Puts files back where files lie, each on disk before it gets its name. */
export class FilesIn {
  readonly #store: FileStore
  readonly #incoming: string

  constructor(folder: string, s3: S3Settings | undefined) {
    this.#store = s3 === undefined ? new FolderStore(join(folder, 'files')) : new S3Store(s3)
    this.#incoming = join(folder, 'incoming')
  }

  /** Gives the digest of what there was; under another name it is not kept. */
  async take(
    { tenant, digest }: { readonly tenant: string; readonly digest: string },
    bytes: AsyncIterable<Buffer>,
  ): Promise<string> {
    await mkdir(this.#incoming, { recursive: true })
    const path = join(this.#incoming, randomUUID())
    const file = await open(path, 'wx', 0o600)
    const hash = createHash('sha256')
    try {
      for await (const chunk of bytes) {
        hash.update(chunk)
        await file.appendFile(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const found = hash.digest('hex')
    if (found === digest) await this.#store.put(tenant, digest, path)
    else await rm(path)
    return found
  }
}
