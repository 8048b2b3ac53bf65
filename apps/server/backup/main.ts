// SPDX-License-Identifier: EUPL-1.2
// Backup and restore as a process: `main.ts backup|restore JSON`, started by the command line, to
// which it tells how far it is and what came of it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FolderStore } from '../files/folder-store.ts'
import { type S3Settings, S3Store, s3Settings } from '../files/s3-store.ts'
import { openEmbedded } from '../storage/engine/embedded.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { openPostgres } from '../storage/engine/postgres.ts'
import { StorageFault } from '../storage/fault.ts'
import { appliedCount } from '../storage/migrate.ts'
import { assertNotRestoring } from '../storage/restoring.ts'
import { copyFromServer } from './door.ts'
import { BackupRefused } from './refused.ts'
import { checkBackup, restoreBackup } from './restore.ts'
import { shortestPassphrase } from './sealed.ts'
import { makeBackup } from './write.ts'

/** What the command line asks for. */
export interface Asked {
  readonly folder: string
  /** Of the backup. */
  readonly file: string
  readonly passphraseFile?: string | undefined
  readonly heads?: string | undefined
  readonly isLossTaken?: boolean
  readonly isCheckOnly?: boolean
}

/** What it is told. The last one says what came of it. */
export type Told =
  | { readonly step: string; readonly bytes?: number }
  | { readonly done: unknown }
  | { readonly refused: string; readonly facts: Readonly<Record<string, string | number>> }
  | { readonly fault: string; readonly code: string }

const env = process.env
const databaseUrl = env['DATABASE_URL'] || undefined

/** What is not to be left when somebody stops us in the middle. */
const leftovers = new Set<string>()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const path of leftovers) rmSync(path, { recursive: true, force: true })
    process.exit(130)
  })
}

const [what, given = '{}'] = process.argv.slice(2)
const asked = JSON.parse(given) as Asked
try {
  tell({ done: what === 'backup' ? await backup() : await restore() })
} catch (error) {
  tell(toldOf(error))
}
process.disconnect?.()

function tell(told: Told): void {
  process.send?.(told)
}

function toldOf(error: unknown): Told {
  if (error instanceof BackupRefused) return { refused: error.refusal, facts: error.facts }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST') return { refused: 'out-is-there', facts: { file: asked.file } }
  if (error instanceof StorageFault) return { fault: error.message, code }
  if (/^(ENOSPC|ENOENT|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EDQUOT)$/.test(code)) {
    return { fault: error instanceof Error ? error.message : code, code }
  }
  return {
    fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    code: '',
  }
}

function files(): S3Settings | undefined {
  const settings = s3Settings(env)
  if (settings.ok) return settings.value
  throw new StorageFault('storage-setup', 'SCHOUW_S3_URL is set, and what belongs to it is not')
}

/** From a file, of which the last line break does not count, or from the environment. */
function passphrase(): string | undefined {
  const { passphraseFile } = asked
  const words =
    passphraseFile === undefined
      ? env['SCHOUW_BACKUP_PASSPHRASE'] || undefined
      : readFileSync(passphraseFile, 'utf8').replace(/\r?\n$/, '')
  if (words !== undefined && words.length < shortestPassphrase && what === 'backup') {
    throw new BackupRefused('passphrase-short', { least: shortestPassphrase })
  }
  return words
}

async function backup() {
  const { folder, file: out } = asked
  assertNotRestoring(folder)
  const words = passphrase()
  const secret = secretOf(folder)
  if (words !== undefined && secret === undefined) throw new BackupRefused('secret-missing')
  const { engine, close } = await source(folder)
  try {
    if ((await appliedCount(engine)) === 0) throw new BackupRefused('nothing-there', { folder })
    const s3 = files()
    let said = 0
    if (!existsSync(out)) leftovers.add(`${out}.part`)
    const made = await makeBackup({
      engine,
      store: s3 === undefined ? new FolderStore(join(folder, 'files')) : new S3Store(s3),
      out,
      at: new Date().toISOString(),
      secret: secret ?? '',
      passphrase: words,
      onProgress: (bytes) => {
        if (bytes - said < 1 << 24) return
        said = bytes
        tell({ step: 'writing', bytes })
      },
    })
    const { about, manifest, bytes, sha256 } = made
    return {
      schema: 'schouw/backup-made/1',
      file: out,
      bytes,
      sha256,
      made_at: about.made_at,
      is_sealed: words !== undefined,
      logs: about.tenants.map(({ origin, size, root }) => ({ origin, size, root })),
      rows: Object.values(manifest.rows).reduce((sum, count) => sum + count, 0),
      files: manifest.files.count,
      missing_files: manifest.missing_files,
    }
  } finally {
    await close()
  }
}

function secretOf(folder: string): string | undefined {
  const path = join(folder, 'secret')
  const file = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
  return env['SCHOUW_SECRET'] || file
}

/** The database itself when nobody has it, else a copy that its server makes. */
async function source(folder: string): Promise<{ engine: Engine; close(): Promise<void> }> {
  if (databaseUrl !== undefined) {
    const engine = await openPostgres(databaseUrl)
    return { engine, close: () => engine.close() }
  }
  const directory = join(folder, 'database')
  if (!existsSync(directory)) throw new BackupRefused('nothing-there', { folder })
  try {
    const engine = await openEmbedded({ directory, template: null })
    return { engine, close: () => engine.close() }
  } catch (error) {
    if (!(error instanceof StorageFault) || error.code !== 'storage-locked') throw error
  }
  tell({ step: 'copying' })
  const copy = await copyFromServer(folder)
  leftovers.add(dirname(copy))
  const remove = () => rm(dirname(copy), { recursive: true, force: true })
  try {
    const engine = await openEmbedded({ directory: copy, template: null })
    const close = async () => {
      try {
        await engine.close()
      } finally {
        await remove()
      }
    }
    return { engine, close }
  } catch (error) {
    await remove()
    throw error
  }
}

async function restore() {
  const { file, folder, heads, isLossTaken, isCheckOnly } = asked
  if (isCheckOnly === true) {
    const { about, manifest, hasSecret } = await checkBackup(file, passphrase())
    return summary('schouw/backup-checked/1', { about, manifest, hasSecret })
  }
  const restored = await restoreBackup({
    file,
    folder,
    databaseUrl,
    s3: files(),
    secret: env['SCHOUW_SECRET'] || undefined,
    passphrase: passphrase(),
    heads,
    lossTakenBy: isLossTaken === true ? 'system' : undefined,
    at: new Date().toISOString(),
    onStep: (step) => tell({ step }),
  })
  const { about, rows, logs, files: count, missingFiles: missing_files, hasSecret } = restored
  const manifest = { rows, files: { count }, missing_files }
  return {
    ...summary('schouw/restored/1', { about, manifest, hasSecret }),
    logs: logs.map(({ origin, size, root, known, lost }) => ({ origin, size, root, known, lost })),
  }
}

function summary(
  schema: string,
  {
    about,
    manifest,
    hasSecret,
  }: Pick<Awaited<ReturnType<typeof checkBackup>>, 'about' | 'hasSecret'> & {
    readonly manifest: {
      readonly rows: Readonly<Record<string, number>>
      readonly files: { readonly count: number }
      readonly missing_files: readonly string[]
    }
  },
) {
  return {
    schema,
    made_at: about.made_at,
    has_secret: hasSecret,
    logs: about.tenants.map(({ origin, size, root }) => ({ origin, size, root })),
    rows: Object.values(manifest.rows).reduce((sum, count) => sum + count, 0),
    files: manifest.files.count,
    missing_files: manifest.missing_files,
  }
}
