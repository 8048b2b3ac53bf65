// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { base64 } from '@schouw/core/ledger/bytes'
import type { TreeHead } from '@schouw/core/ledger/notes'
import type { S3Settings } from '../files/s3-store.ts'
import { auditLog } from '../storage/copy/audit.ts'
import { declareLoss } from '../storage/copy/loss.ts'
import { DatabaseNotEmpty, RowsIn } from '../storage/copy/rows-in.ts'
import { asOwner } from '../storage/copy/rows-out.ts'
import { openEmbedded } from '../storage/engine/embedded.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { openPostgres } from '../storage/engine/postgres.ts'
import { readyTemplate } from '../storage/engine/template.ts'
import { StorageFault } from '../storage/fault.ts'
import { KnownHeads } from '../storage/ledger/known-heads.ts'
import { openLog } from '../storage/ledger/open-log.ts'
import { migrate, ownMigrations } from '../storage/migrate.ts'
import { Session } from '../storage/session.ts'
import { FilesIn } from './files-in.ts'
import { type Read, readBackup, type Taker } from './read.ts'
import { BackupRefused } from './refused.ts'
import type { About, TenantHead } from './shapes.ts'
import { Staging } from './staging.ts'
import { checkTarget } from './target.ts'

export interface RestoreOptions {
  readonly file: string
  /** The data folder to be. Of an earlier instance only `heads` and `secret` may be there. */
  readonly folder: string
  readonly databaseUrl?: string | undefined
  readonly s3?: S3Settings | undefined
  /** 64 hex digits; else the one in the folder, else the one in the backup. */
  readonly secret?: string | undefined
  readonly passphrase?: string | undefined
  /** A copy of the heads that were signed, kept elsewhere. */
  readonly heads?: string | undefined
  /** Who takes the loss of what was signed and is not in the backup: a person's id, or `system`. */
  readonly lossTakenBy?: string | undefined
  readonly at: string
  /** Called at each step, with what is being done. */
  readonly onStep?: (step: 'checking' | 'loading' | 'auditing') => void
}

export interface RestoredLog extends TenantHead {
  /** Size of the newest head known outside the backup; null when none was. */
  readonly known: number | null
  /** Entries that were signed and are no more. */
  readonly lost: number
}

export interface Restored {
  readonly about: About
  readonly logs: readonly RestoredLog[]
  readonly rows: Readonly<Record<string, number>>
  readonly files: number
  readonly missingFiles: readonly string[]
  readonly hasSecret: boolean
}

/** Reads all of it and holds every part against its digest; touches nothing. */
export async function checkBackup(
  file: string,
  passphrase: string | undefined,
): Promise<Read & { readonly about: About; readonly hasSecret: boolean }> {
  let about: About | undefined
  let hasSecret = false
  const read = await readBackup(file, passphrase, {
    about: async (found) => {
      about = found
    },
    rows: async () => {},
    file: async (_, bytes) => {
      const hash = createHash('sha256')
      for await (const chunk of bytes) hash.update(chunk)
      return hash.digest('hex')
    },
    secret: async () => {
      hasSecret = true
    },
  })
  if (about === undefined) throw new BackupRefused('backup-damaged', { place: 'backup.json' })
  return { ...read, about, hasSecret }
}

/**
 * 1. The whole backup is read and found sound, and not older than what is known to be signed.
 * 2. Everything is put into a folder of its own, the rows in one transaction, and every log audited.
 * 3. Only then does it get its place. While the folder `restoring` is there no server starts, and
 *    the next attempt clears away what this one has left.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, folder, passphrase, onStep } = options
  const staging = await Staging.begin(folder)
  try {
    onStep?.('checking')
    const checked = await checkBackup(file, passphrase)
    const { about } = checked
    const known = await knownHeads(options, staging, about)
    refuseOlder(about, known, options.lossTakenBy !== undefined)
    const engine = await openTarget(options, staging, about)
    try {
      onStep?.('loading')
      const session = new Session(engine)
      const logs = await session.run('system', async () => {
        const loading = new Loading(options, staging, session, checked, known)
        await loading.load()
        onStep?.('auditing')
        const found = await loading.judge()
        // With a database elsewhere, its rows are kept when everything else is in place.
        if (engine.name === 'postgres') await staging.place()
        return found
      })
      if (engine.name === 'postgres') await migrate(engine)
      await engine.close()
      if (engine.name === 'embedded') await staging.place()
      await staging.end()
      const { rows, files, missing_files: missingFiles } = checked.manifest
      const { hasSecret } = checked
      return { about, logs, rows, files: files.count, missingFiles, hasSecret }
    } finally {
      await engine.close().catch(() => {})
    }
  } finally {
    await staging.drop()
  }
}

type Known = ReadonlyMap<string, TreeHead>

/**
 * The newest of what the folder and the copy from elsewhere have. Where the copy knows more, it is
 * what the log has to go on from.
 */
async function knownHeads(
  { heads }: RestoreOptions,
  staging: Staging,
  about: About,
): Promise<Known> {
  const own = new KnownHeads(staging.heads)
  own.recover()
  const copy = heads === undefined || !existsSync(heads) ? undefined : new KnownHeads(heads)
  const known = new Map<string, TreeHead>()
  for (const { id } of about.tenants) {
    const [here, there] = [own.last(id), copy?.last(id)]
    const isNewer = there !== undefined && (here === undefined || there.size > here.size)
    if (isNewer) await staging.takeHeads(heads ?? '', id)
    const best = isNewer ? there : here
    if (best !== undefined) known.set(id, best)
  }
  return known
}

function refuseOlder(about: About, known: Known, isLossTaken: boolean): void {
  for (const { id, origin, size } of about.tenants) {
    const signed = known.get(id)
    if (signed === undefined || isLossTaken || signed.size <= size) continue
    throw new BackupRefused('backup-older', { origin, size, signed: signed.size })
  }
}

async function openTarget(
  { databaseUrl }: RestoreOptions,
  staging: Staging,
  { migrations }: About,
): Promise<Engine> {
  const own = ownMigrations()
  for (const { number, name, digest } of migrations) {
    if (own[number - 1]?.digest !== digest)
      throw new BackupRefused('backup-newer', { number, name })
  }
  // A template is of all migrations, and the backup may be of fewer.
  const template = migrations.length === own.length ? readyTemplate() : null
  const engine =
    databaseUrl === undefined
      ? await openEmbedded({ directory: join(staging.folder, 'database'), template })
      : await openPostgres(databaseUrl)
  try {
    await checkTarget(engine, migrations.length)
    await migrate(engine, own.slice(0, migrations.length))
    return engine
  } catch (error) {
    await engine.close()
    throw error
  }
}

/** What happens in the one transaction. */
class Loading implements Taker {
  readonly #options: RestoreOptions
  readonly #staging: Staging
  readonly #session: Session
  readonly #checked: Read & { readonly about: About }
  readonly #known: Known
  readonly #files: FilesIn
  #rows: RowsIn | undefined
  #secret: string | undefined

  constructor(
    options: RestoreOptions,
    staging: Staging,
    session: Session,
    checked: Read & { readonly about: About },
    known: Known,
  ) {
    this.#options = options
    this.#staging = staging
    this.#session = session
    this.#checked = checked
    this.#known = known
    this.#files = new FilesIn(staging.folder, options.s3)
  }

  async load(): Promise<void> {
    const { file, passphrase } = this.#options
    const { transaction } = this.#session
    await transaction.script(
      'set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
    )
    this.#rows = await RowsIn.begin(transaction).catch((error) => {
      if (!(error instanceof DatabaseNotEmpty)) throw error
      throw new BackupRefused('database-not-empty', { table: error.message })
    })
    const again = await readBackup(file, passphrase, this)
    if (again.sha256 !== this.#checked.sha256) {
      throw new BackupRefused('backup-damaged', { place: 'the file, which changed meanwhile' })
    }
    await this.#rows.end()
  }

  async about({ tables }: About): Promise<void> {
    for (const { name, columns } of tables) {
      const own = this.#rows?.columns.get(name)
      if (own?.join() !== columns.join()) throw new BackupRefused('backup-newer', { name })
    }
  }

  async rows(table: string, lines: readonly string[]): Promise<void> {
    await this.#rows?.add(table, lines)
  }

  file(file: { tenant: string; digest: string }, bytes: AsyncIterable<Buffer>): Promise<string> {
    return this.#files.take(file, bytes)
  }

  async secret(hex: string): Promise<void> {
    this.#secret = hex
  }

  /** Every log is whole, opens with our secret, and goes on from what is known to be signed. */
  async judge(): Promise<readonly RestoredLog[]> {
    const { secret: given } = this.#options
    const { transaction } = this.#session
    const { about } = this.#checked
    const hex = given ?? this.#staging.secret ?? this.#secret
    if (hex === undefined && about.tenants.length > 0) throw new BackupRefused('secret-missing')
    const secret = Buffer.from(hex ?? '', 'hex')
    const logs: RestoredLog[] = []
    for (const tenant of about.tenants) {
      await asOwner(transaction)
      await transaction.become(tenant.id)
      logs.push(await this.#judgeLog(tenant, secret))
    }
    if (hex !== undefined && given === undefined) await this.#staging.keepSecret(hex)
    return logs
  }

  async #judgeLog(tenant: TenantHead, secret: Uint8Array): Promise<RestoredLog> {
    const { transaction } = this.#session
    const { id, origin, size } = tenant
    const known = this.#known.get(id)
    const lost = known !== undefined && known.size > size ? known.size - size : 0
    if (known !== undefined && lost > 0) {
      const { lossTakenBy: actor = 'system', at } = this.#options
      await this.#staging.forgetHeads(id)
      const backup = this.#checked.sha256
      await declareLoss(transaction, { lost: known, backup, actor, at })
    }
    const heads = new KnownHeads(this.#staging.heads)
    const log = await openLog(transaction, id, { heads, secret, isAdopting: true }).catch(
      (error) => {
        if (!(error instanceof StorageFault) || error.code !== 'storage-setup') throw error
        throw new BackupRefused('secret-other', { origin })
      },
    )
    if (log.refusal !== undefined) {
      throw new BackupRefused('backup-forked', { origin, why: log.refusal.message })
    }
    const isAsSaid = lost > 0 || (log.head.size === size && base64(log.head.root) === tenant.root)
    const report = await auditLog(transaction, log)
    if (!isAsSaid || report === undefined || !report.isWhole) {
      const [first] = report?.findings ?? []
      const finding = first === undefined ? 'root-differs' : first.code
      throw new BackupRefused('log-damaged', { origin, finding, ...placeOf(first?.facts) })
    }
    await log.publish(log.head)
    await heads.close()
    return { ...tenant, known: known?.size ?? null, lost }
  }
}

function placeOf(facts: Readonly<Record<string, unknown>> | undefined) {
  const index = facts?.['index']
  return typeof index === 'number' ? { index } : {}
}
