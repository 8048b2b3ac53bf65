// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { FileStore } from '../files/store.ts'
import { asOwner, queuedWork, rowsOut } from '../storage/copy/rows-out.ts'
import { appliedMigrations, copiedTables } from '../storage/copy/tables.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { Session, type Transaction } from '../storage/session.ts'
import { Output } from './output.ts'
import type { About, Manifest, TenantHead } from './shapes.ts'
import { archiveEnd, padding, partHeader } from './tar.ts'

export interface BackupOptions {
  readonly engine: Engine
  readonly store: FileStore
  /** Of the file; nothing may be there yet. */
  readonly out: string
  readonly at: string
  /** Of the installation, in hex. It goes in only under a passphrase. */
  readonly secret: string
  readonly passphrase?: string | undefined
  readonly onProgress?: (bytes: number) => void
}

export interface Made {
  readonly about: About
  readonly manifest: Manifest
  /** Of the file as it lies there. */
  readonly bytes: number
  readonly sha256: string
}

/** Characters of rows in one part: as many as are held at once when they are put back. */
const partLength = 1 << 20

/**
 * One read-only transaction sees all tables as of one moment. Files are as of the same one, for
 * their bytes never change; they are read when the transaction is over. The file gets its name when
 * all of it is on disk.
 */
export async function makeBackup(options: BackupOptions): Promise<Made> {
  const { engine, out, passphrase, secret, at } = options
  const output = await Output.open(out, passphrase)
  try {
    const archive = new Archive(output, options.onProgress)
    const session = new Session(engine)
    const terms = { isReadOnly: true, isSnapshot: true }
    const { about, rows, files } = await session.run(
      'system',
      () => tables(session.transaction, archive, at),
      terms,
    )
    const missing: string[] = []
    for (const file of files) {
      if (!(await archive.file(options.store, file))) missing.push(nameOf(file))
    }
    if (passphrase !== undefined) await archive.part('secret', Buffer.from(`${secret}\n`))
    const manifest = archive.manifest(rows, missing)
    await archive.part('manifest.json', Buffer.from(`${JSON.stringify(manifest)}\n`))
    await output.write(archiveEnd)
    return { about, manifest, ...(await output.keep()) }
  } finally {
    await output.drop()
  }
}

interface StoredFile {
  readonly tenant: string
  readonly digest: string
  readonly size: number
}

export function nameOf({ tenant, digest }: Pick<StoredFile, 'tenant' | 'digest'>): string {
  return `files/${tenant}/${digest}`
}

async function tables(transaction: Transaction, archive: Archive, at: string) {
  // However long it takes: it holds nobody up.
  await transaction.script(
    'set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
  )
  await asOwner(transaction)
  const migrations = await appliedMigrations(transaction)
  const copied = await copiedTables(transaction)
  const tenants = await heads(transaction)
  const about: About = {
    schema: 'schouw/backup/1',
    made_at: at,
    migrations,
    tenants,
    tables: copied.map(({ name, columns }) => ({ name, columns })),
  }
  await archive.part('backup.json', Buffer.from(`${JSON.stringify(about)}\n`))
  const ids = tenants.map(({ id }) => id)
  const rows: Record<string, number> = {}
  const files: StoredFile[] = []
  for (const table of copied) {
    const part = archive.rows(table.name)
    for await (const lines of rowsOut(transaction, table, ids)) await part.add(lines)
    // What is in the queue goes back to where it came from.
    if (table.name === 'schouw.outbox') await part.add(await queuedWork(transaction))
    rows[table.name] = await part.end()
  }
  for (const { id } of tenants) files.push(...(await filesOf(transaction, id)))
  return { about, rows, files }
}

async function heads(transaction: Transaction): Promise<readonly TenantHead[]> {
  await transaction.script('set local role schouw_system')
  const { rows: tenants } = await transaction.query<{ id: string; name: string }>({
    text: 'select id, name from tenants order by id',
  })
  const found: TenantHead[] = []
  for (const { id, name } of tenants) {
    await asOwner(transaction)
    await transaction.become(id)
    const { rows } = await transaction.query<Omit<TenantHead, 'id' | 'name'>>({
      text: `select origin, size, encode(root, 'base64') as root from logs`,
    })
    found.push(...rows.map((log) => ({ id, name, ...log })))
  }
  return found
}

async function filesOf(transaction: Transaction, tenant: string): Promise<readonly StoredFile[]> {
  await asOwner(transaction)
  await transaction.become(tenant)
  const { rows } = await transaction.query<StoredFile>({
    text: `select tenant, digest, size from files where state in ('stored', 'quarantined')
      order by digest`,
  })
  return rows
}

/** Part after part, with what the manifest will say of each. */
class Archive {
  readonly #output: Output
  readonly #onProgress: ((bytes: number) => void) | undefined
  readonly #parts: Manifest['parts'][number][] = []
  readonly #names = createHash('sha256')
  #files = { count: 0, bytes: 0 }
  #written = 0

  constructor(output: Output, onProgress: ((bytes: number) => void) | undefined) {
    this.#output = output
    this.#onProgress = onProgress
  }

  async part(name: string, bytes: Buffer): Promise<void> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (name !== 'manifest.json') this.#parts.push({ name, bytes: bytes.length, sha256 })
    await this.#begin(name, bytes.length)
    await this.#output.write(bytes)
    await this.#output.write(padding(bytes.length))
  }

  /** Lines of one table, in as many parts as it takes; `end` gives how many there were. */
  rows(table: string): { add(lines: readonly string[]): Promise<void>; end(): Promise<number> } {
    let [count, length, number] = [0, 0, 0]
    let held: string[] = []
    const flush = async () => {
      if (held.length === 0) return
      number += 1
      const name = `tables/${table}/${String(number).padStart(8, '0')}.ndjson`
      const bytes = Buffer.from(`${held.join('\n')}\n`)
      held = []
      length = 0
      await this.part(name, bytes)
    }
    const add = async (lines: readonly string[]) => {
      for (const line of lines) {
        held.push(line)
        length += line.length
        count += 1
        if (length >= partLength) await flush()
      }
    }
    const end = async () => {
      await flush()
      return count
    }
    return { add, end }
  }

  /** False when its bytes are not there, or not as many as they were. */
  async file(store: FileStore, { tenant, digest, size }: StoredFile): Promise<boolean> {
    const found = await store.size(tenant, digest)
    const bytes = found === size ? await store.open(tenant, digest) : undefined
    if (bytes === undefined) return false
    const name = nameOf({ tenant, digest })
    await this.#begin(name, size)
    const hash = createHash('sha256')
    let left = size
    for await (const chunk of bytes) {
      hash.update(chunk)
      left -= chunk.length
      await this.#output.write(chunk)
    }
    if (left !== 0) throw new Error(`${name} changed its length while it was read`)
    await this.#output.write(padding(size))
    // A file that went bad on disk goes along as it is: its name says what it should be.
    this.#names.update(`${name}\n`)
    this.#files = { count: this.#files.count + 1, bytes: this.#files.bytes + size }
    return hash.digest('hex') === digest
  }

  manifest(rows: Readonly<Record<string, number>>, missing: readonly string[]): Manifest {
    return {
      schema: 'schouw/backup-manifest/1',
      parts: this.#parts,
      rows,
      files: { ...this.#files, names_sha256: this.#names.digest('hex') },
      missing_files: missing,
    }
  }

  async #begin(name: string, bytes: number): Promise<void> {
    await this.#output.write(partHeader({ name, bytes }))
    this.#written += bytes
    this.#onProgress?.(this.#written)
  }
}
