// SPDX-License-Identifier: EUPL-1.2
import { constants, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../storage/engine/embedded.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { lockDirectory } from '../storage/engine/lock.ts'
import { openPostgres } from '../storage/engine/postgres.ts'
import { StorageFault } from '../storage/fault.ts'
import { databaseVersion } from '../storage/inspection/strangers.ts'
import { ownMigrations } from '../storage/migrate.ts'

export interface DataSource {
  /** The data folder; with `databaseUrl` only its known heads, files and secret. */
  readonly folder: string
  readonly databaseUrl: string | undefined
  /** 64 hex digits, when it is not in the folder. */
  readonly secret: string | undefined
  /** In a store that is not looked into: a verifier reaches for nothing outside. */
  readonly areFilesElsewhere: boolean
}

export interface OpenedData {
  readonly engine: Engine
  readonly source: DataSource
  /** Absent where it is not at hand: sealed keys are then not looked into. */
  readonly secret: Uint8Array | undefined
  close(): Promise<void>
}

/**
 * Opens what is to be looked at without changing a byte of it: an embedded database is copied, for
 * opening one already writes; a folder that a server has in use is refused.
 */
export async function openData(source: DataSource): Promise<OpenedData> {
  const { folder, databaseUrl } = source
  const secret = secretOf(source)
  if (databaseUrl !== undefined) {
    const engine = await openPostgres(databaseUrl)
    try {
      await refuseOther(engine)
    } catch (error) {
      await engine.close().catch(() => {})
      throw error
    }
    return { engine, source, secret, close: () => engine.close() }
  }
  const work = mkdtempSync(join(tmpdir(), 'schouw-verify-'))
  try {
    const unlock = lockIfUsed(join(folder, 'database'))
    try {
      cpSync(join(folder, 'database'), join(work, 'database'), {
        recursive: true,
        mode: constants.COPYFILE_FICLONE,
      })
    } finally {
      unlock()
    }
    const engine = await openEmbedded({ directory: join(work, 'database'), template: null })
    const close = async () => {
      await engine.close()
      rmSync(work, { recursive: true, force: true })
    }
    try {
      await refuseOther(engine)
    } catch (error) {
      await close().catch(() => {})
      throw error
    }
    return { engine, source, secret, close }
  } catch (error) {
    rmSync(work, { recursive: true, force: true })
    throw error
  }
}

/** A folder that never had a server has no lock, and gets none. */
function lockIfUsed(directory: string): () => void {
  return existsSync(`${directory}.lock`) ? lockDirectory(directory) : () => {}
}

async function refuseOther(engine: Engine): Promise<void> {
  const version = await databaseVersion(engine)
  const known = ownMigrations().length
  if (version === 0) throw new StorageFault('storage-setup', 'there is no database of Schouw there')
  if (version > known) {
    throw new StorageFault(
      'storage-version',
      `the database is newer than this program: it has migration ${version}, the program knows ${known}`,
    )
  }
}

function secretOf({ folder, secret }: DataSource): Uint8Array | undefined {
  const path = join(folder, 'secret')
  const text = secret ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : '')
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined
}
