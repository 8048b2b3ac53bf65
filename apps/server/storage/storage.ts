// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { Change, Told } from './changes/change.ts'
import { ChangeQueue } from './changes/queue.ts'
import { type Database, databaseOf } from './dialect.ts'
import { openEmbedded } from './engine/embedded.ts'
import type { Engine } from './engine/engine.ts'
import { openPostgres } from './engine/postgres.ts'
import { readyTemplate } from './engine/template.ts'
import { StorageFault } from './fault.ts'
import { Bell, type Happening, happenings } from './feed.ts'
import { KnownHeads } from './ledger/known-heads.ts'
import type { Log } from './ledger/log.ts'
import { beginLog, type LogSurroundings, openLog } from './ledger/open-log.ts'
import { installationSecret, keyFor, seal, unseal } from './ledger/secret.ts'
import { migrate } from './migrate.ts'
import { assertNotRestoring } from './restoring.ts'
import { Session, type TenantId, type Terms } from './session.ts'
import { Upkeep } from './upkeep.ts'

export interface StorageOptions {
  /** The data folder: embedded database, known heads, secret. */
  readonly folder: string
  /** A PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl?: string | undefined
  /** 64 hex digits; several servers on one database share it. */
  readonly secret?: string | undefined
  /** See `EmbeddedOptions`; by default the one that the installation made, if it did. */
  readonly template?: string | null
  /** See `LogSurroundings`; by default on PostgreSQL, where other servers begin logs too. */
  readonly isAdopting?: boolean
  /** UTC to the millisecond. */
  readonly clock?: () => string
}

export interface NewTenant {
  readonly id: TenantId
  readonly name: string
  /** Who opens its log: the id of a person, or `system`. */
  readonly actor?: string
}

const systemClock = () => new Date().toISOString()

export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { folder, databaseUrl, template = readyTemplate() } = options
  assertNotRestoring(folder)
  const secret = installationSecret(join(folder, 'secret'), options.secret)
  const engine =
    databaseUrl === undefined
      ? await openEmbedded({ directory: join(folder, 'database'), template })
      : await openPostgres(databaseUrl)
  try {
    await migrate(engine)
    const heads = new KnownHeads(join(folder, 'heads'))
    heads.recover()
    const storage = new Storage(engine, options.clock ?? systemClock, {
      heads,
      secret,
      isAdopting: options.isAdopting ?? engine.name === 'postgres',
    })
    await storage.check()
    return storage
  } catch (error) {
    await engine.close().catch(() => {})
    throw error
  }
}

/** Everything that lasts: registers on their logs, tenant by tenant. */
export class Storage {
  readonly engine: Engine
  readonly session: Session
  /** Queries with types, in the transaction of the calling code. */
  readonly db: Database
  readonly #clock: () => string
  readonly #logs: LogSurroundings
  readonly #upkeep: Upkeep
  readonly #bell: Bell
  readonly #queues = new Map<TenantId, Promise<ChangeQueue>>()
  #isClosing = false

  constructor(engine: Engine, clock: () => string, logs: LogSurroundings) {
    this.engine = engine
    this.session = new Session(engine)
    this.db = databaseOf(this.session)
    this.#clock = clock
    this.#logs = logs
    this.#upkeep = new Upkeep(engine)
    this.#bell = new Bell(engine)
  }

  /** Opens every log: publishes heads that a crash left unpublished, finds what must be refused. */
  async check(): Promise<readonly StorageFault[]> {
    const faults: StorageFault[] = []
    for (const { id } of await this.tenants()) {
      const { log } = await this.#queue(id)
      if (log.refusal !== undefined) faults.push(log.refusal)
    }
    return faults
  }

  tenants(): Promise<readonly { readonly id: TenantId; readonly name: string }[]> {
    return this.session.run(
      'system',
      () => this.db.selectFrom('tenants').select(['id', 'name']).orderBy('created_at').execute(),
      { isReadOnly: true },
    )
  }

  /** A tenant with the first entry of its log; resolves when its checkpoint is published. */
  async createTenant({ id, name, actor = 'system' }: NewTenant): Promise<Log> {
    const at = this.#clock()
    const origin = `schouw/${id}`
    const log = await this.session.run('system', async () => {
      const { transaction } = this.session
      await this.db.insertInto('tenants').values({ id, name, created_at: at }).execute()
      await transaction.become(id)
      return beginLog(transaction, { tenant: id, origin, at, actor }, this.#logs)
    })
    await log.publish(log.head)
    this.#queues.set(id, Promise.resolve(this.#queueOf(log)))
    return log
  }

  /** The one way in which records change; see `ChangeQueue`. */
  async apply(tenant: TenantId, change: Change): Promise<Told> {
    if (this.#isClosing) throw new StorageFault('storage-unavailable', 'storage is being closed')
    return (await this.#queue(tenant)).apply(change)
  }

  /** Reads as one tenant, all as of one moment. */
  read<T>(tenant: TenantId, work: (db: Database) => Promise<T>): Promise<T> {
    return this.session.run({ tenant }, () => work(this.db), {
      isReadOnly: true,
      isSnapshot: true,
    })
  }

  /** Writes of a tenant that are no changes of records: sightings, files, sessions. */
  write<T>(tenant: TenantId, work: (db: Database) => Promise<T>, terms?: Terms): Promise<T> {
    return this.session.run({ tenant }, () => work(this.db), terms)
  }

  /**
   * Seals, opens and keys with the secret of the installation, each purpose apart. What was sealed
   * for one purpose opens for no other.
   */
  readonly secrets = {
    seal: (purpose: string, bytes: Uint8Array) => seal(this.#logs.secret, purpose, bytes),
    unseal: (purpose: string, bytes: Uint8Array) => unseal(this.#logs.secret, purpose, bytes),
    key: (purpose: string) => keyFor(this.#logs.secret, purpose),
  }

  /**
   * Of the tenant: its newest published checkpoint and whether it is refused. With what other
   * servers on the same database added up to now.
   */
  async log(tenant: TenantId): Promise<Log> {
    const queue = await this.#queue(tenant)
    if (this.engine.name === 'postgres') await queue.follow()
    return queue.log
  }

  /** Entries from an index on, and each new one as it comes, until aborted. */
  changes(tenant: TenantId, from: number, signal: AbortSignal): AsyncGenerator<Happening> {
    const { session } = this
    return happenings({ session, bell: this.#bell }, { tenant, from, signal })
  }

  /** Now and then: see `Upkeep.tidy`. */
  tidy(): Promise<void> {
    return this.#upkeep.tidy()
  }

  /** Lets what is under way finish, takes nothing new. */
  async close(): Promise<void> {
    if (this.#isClosing) return
    this.#isClosing = true
    const queues = await Promise.allSettled(this.#queues.values())
    for (const queue of queues) {
      if (queue.status === 'fulfilled') await queue.value.settled()
    }
    this.#bell.close()
    await this.#logs.heads.close()
    await this.engine.close()
  }

  #queue(tenant: TenantId): Promise<ChangeQueue> {
    const known = this.#queues.get(tenant)
    if (known !== undefined) return known
    const opening = this.#open(tenant)
    this.#queues.set(tenant, opening)
    // Not reached today may be reached tomorrow.
    opening.catch(() => this.#queues.delete(tenant))
    return opening
  }

  async #open(tenant: TenantId): Promise<ChangeQueue> {
    const log = await this.session.run(
      { tenant },
      () => openLog(this.session.transaction, tenant, this.#logs),
      { isReadOnly: true, isSnapshot: true },
    )
    if (log.refusal === undefined) await log.publish(log.head)
    return this.#queueOf(log)
  }

  #queueOf(log: Log): ChangeQueue {
    return new ChangeQueue({
      session: this.session,
      log,
      clock: this.#clock,
      onKept: (kept, entries) => {
        this.#bell.ring(kept.tenant, kept.head.size)
        return this.#upkeep.grew(entries)
      },
    })
  }
}
