// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { migrate, ownMigrations } from '../migrate.ts'
import { openEmbedded } from './embedded.ts'
import { packed } from './packing.ts'

const folder = join(import.meta.dirname, '../../../../.cache')

/**
 * A data directory made beforehand: the engine takes seconds and a gigabyte of memory to make one.
 * Only its own version reads it, and it is migrated, so both are in the name.
 */
export function templatePath(): string {
  const digest = createHash('sha256')
  for (const migration of ownMigrations()) digest.update(migration.digest)
  return join(folder, `database-${engineVersion()}-${digest.digest('hex').slice(0, 12)}.gz`)
}

/** The file when it was made, else null: the first start then takes longer. */
export function readyTemplate(): string | null {
  const path = templatePath()
  return existsSync(path) ? path : null
}

export async function makeTemplate(): Promise<string> {
  const path = templatePath()
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const work = mkdtempSync(join(tmpdir(), 'schouw-template-'))
  try {
    const directory = join(work, 'database')
    const engine = await openEmbedded({ directory, template: null })
    try {
      await migrate(engine)
    } finally {
      // What is packed was shut down in order: nothing has to be recovered at the first start.
      await engine.close()
    }
    const half = `${path}.${process.pid}`
    writeFileSync(half, packed(directory))
    renameSync(half, path)
    return path
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function engineVersion(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8'))
  const isNamed = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isNamed ? String(manifest.version) : 'unknown'
}
