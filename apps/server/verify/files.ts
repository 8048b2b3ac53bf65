// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Judgement } from '@schouw/core/ledger/verdicts'
import { FolderStore } from '../files/folder-store.ts'
import { type FileAsStored, storedFiles } from '../storage/inspection/files.ts'
import type { Transaction } from '../storage/session.ts'

export interface FilePlace {
  readonly tenant: string
  /** Undefined where files lie in a store that is not looked into. */
  readonly folder: string | undefined
}

/** Every file on record, by the digest that is its name; read as a stream, however large. */
export async function judgeFiles(
  transaction: Transaction,
  judgement: Judgement,
  { tenant, folder }: FilePlace,
): Promise<void> {
  let [files, bytes] = [0, 0]
  for (let after = ''; ; ) {
    const page = await storedFiles(transaction, after)
    const last = page.at(-1)
    if (last === undefined) break
    after = last.digest
    files += page.length
    if (folder === undefined) continue
    const store = new FolderStore(folder)
    for (const file of page) {
      bytes += file.size
      // A transaction that only waits is ended by the database.
      await transaction.query({ text: 'select 1' })
      const code = await problemOf(store.path(tenant, file.digest), file)
      if (code !== undefined) judgement.refuse('files', code, { file: file.digest })
    }
  }
  if (files === 0 || folder === undefined) judgement.notClaimed('files', { files })
  else judgement.proven('files', { files, bytes })
}

async function problemOf(
  path: string,
  { digest, size }: FileAsStored,
): Promise<'file-missing' | 'file-changed' | undefined> {
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const part of createReadStream(path, { highWaterMark: 1 << 20 })) {
      hash.update(part)
      length += part.length
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'file-missing'
    return 'file-changed'
  }
  return hash.digest('hex') === digest && length === size ? undefined : 'file-changed'
}
