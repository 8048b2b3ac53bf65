// SPDX-License-Identifier: EUPL-1.2
// What waits for the hub, on disk: nothing is lost when the hub is away or the machine stops, and
// nothing is sent twice as two things. One process at a time.
import { DatabaseSync } from 'node:sqlite'

export interface Batch {
  readonly sequence: number
  readonly body: Uint8Array
}

export interface SpoolOptions {
  /** Bytes that may wait; beyond it the oldest give way, and how many is kept. */
  readonly mostBytes: number
}

export interface Adding {
  readonly bodies: readonly Uint8Array[]
  /** What is said and need not be said again. */
  readonly told: readonly string[]
  /** Of the recording, where it could be met again. */
  readonly key: string | undefined
  /** ISO 8601, UTC. */
  readonly at: string
}

const schema = `
pragma journal_mode = wal;
pragma synchronous = full;
create table if not exists batches (sequence integer primary key autoincrement, body blob not null,
  made_at text not null);
create table if not exists told (key text primary key, at text not null) without rowid;
create index if not exists told_at on told (at);
create table if not exists done (key text primary key) without rowid;
create table if not exists state (name text primary key, value text not null) without rowid;
`

/** Of what was said; more are forgotten, the oldest first, and said once more: that doubles nothing. */
const mostTold = 200_000
/** Said again after so long, so that a hub that was emptied learns it anew. */
const toldMs = 2 * 86_400_000
/** Files that were read and have gone; fewer are not worth looking for. */
const goneDone = 1_000

export class Spool {
  readonly #db: DatabaseSync
  readonly mostBytes: number
  #bytes: number

  /** Throws when another process holds it. */
  constructor(path: string, { mostBytes }: SpoolOptions) {
    this.#db = new DatabaseSync(path)
    this.mostBytes = mostBytes
    // Held until the process ends, however it ends.
    this.#db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive;')
    this.#db.exec(schema)
    this.#db.exec('begin immediate; commit')
    this.#bytes = this.#number('select coalesce(sum(length(body)), 0) as n from batches')
  }

  close(): void {
    this.#db.close()
  }

  /**
   * In one step: what was read, what of it was said, and what waits because of it. A stop in between
   * leaves all of it or nothing.
   */
  add({ bodies, told, key, at }: Adding): void {
    this.#transaction(() => {
      if (key !== undefined) this.#run('insert or ignore into done values (?)', key)
      for (const one of told) this.#run('insert or replace into told values (?, ?)', one, at)
      const insert = this.#db.prepare('insert into batches (body, made_at) values (?, ?)')
      for (const body of bodies) {
        insert.run(body, at)
        this.#bytes += body.length
      }
      this.#makeRoom()
      this.#forgetTold(at)
    })
  }

  isDone(key: string): boolean {
    return this.#db.prepare('select 1 from done where key = ?').get(key) !== undefined
  }

  /** Forgets files that have gone from a folder that rotates for years. */
  keepDone(keys: readonly string[]): void {
    if (this.#number('select count(*) as n from done') < keys.length + goneDone) return
    this.#transaction(() => {
      const known = new Set(keys)
      for (const { key } of this.#db.prepare('select key from done').all()) {
        if (!known.has(String(key))) this.#run('delete from done where key = ?', String(key))
      }
    })
  }

  isTold(key: string): boolean {
    return this.#db.prepare('select 1 from told where key = ?').get(key) !== undefined
  }

  /** The oldest that waits, or the oldest after a number. */
  next(after = 0): Batch | undefined {
    const row = this.#db
      .prepare('select sequence, body from batches where sequence > ? order by sequence limit 1')
      .get(after)
    if (row === undefined || !(row['body'] instanceof Uint8Array)) return undefined
    return { sequence: Number(row['sequence']), body: row['body'] }
  }

  /** The hub has it. False when it was not there any more. */
  forget(sequence: number): boolean {
    const row = this.#db
      .prepare('delete from batches where sequence = ? returning length(body) as length')
      .get(sequence)
    if (row === undefined) return false
    this.#bytes -= Number(row['length'])
    return true
  }

  /** The hub will never take it. */
  refuse(sequence: number): void {
    if (this.forget(sequence)) this.count('refused')
  }

  get waiting(): number {
    return this.#number('select count(*) as n from batches')
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Batches that gave way because the spool was full. */
  get lost(): number {
    return Number(this.read('lost') ?? 0)
  }

  get refused(): number {
    return Number(this.read('refused') ?? 0)
  }

  get oldestAt(): string | null {
    const row = this.#db.prepare('select made_at from batches order by sequence limit 1').get()
    return row === undefined ? null : String(row['made_at'])
  }

  /**
   * Whose numbers these are. Another sensor, or a new spool of the same one, goes on above what the
   * hub has, so that no number ever stands for two things.
   */
  adopt(address: string, topSequence: number): void {
    if (this.read('address') === address) return
    this.#transaction(() => {
      const least = this.#number('select coalesce(min(sequence), 0) as n from batches')
      if (topSequence > 0 && least <= topSequence) {
        // Twice, as rows are moved one by one and must not meet on the way.
        this.#run('update batches set sequence = -sequence')
        this.#run('update batches set sequence = ? - sequence', topSequence)
        const top = this.#number('select coalesce(max(sequence), 0) as n from batches')
        this.#run("delete from sqlite_sequence where name = 'batches'")
        this.#run("insert into sqlite_sequence values ('batches', ?)", Math.max(top, topSequence))
      }
      this.write('address', address)
    })
  }

  /** Rises with every call, also over restarts and a clock that was set back. */
  nextBeat(nowMs: number): number {
    const number = Math.max(Number(this.read('beat') ?? 0) + 1, Math.floor(nowMs / 1000))
    this.write('beat', String(number))
    return number
  }

  count(name: 'lost' | 'refused'): void {
    this.write(name, String(Number(this.read(name) ?? 0) + 1))
  }

  read(name: string): string | undefined {
    const row = this.#db.prepare('select value from state where name = ?').get(name)
    return row === undefined ? undefined : String(row['value'])
  }

  write(name: string, value: string): void {
    this.#run('insert or replace into state values (?, ?)', name, value)
  }

  #makeRoom(): void {
    while (this.#bytes > this.mostBytes) {
      const oldest = this.next()
      if (oldest === undefined) return
      this.forget(oldest.sequence)
      this.count('lost')
    }
  }

  #forgetTold(at: string): void {
    const before = new Date(Date.parse(at) - toldMs).toISOString()
    this.#run('delete from told where at < ?', before)
    const count = this.#number('select count(*) as n from told')
    if (count > mostTold) {
      const oldest = 'select key from told order by at limit ?'
      this.#run(`delete from told where key in (${oldest})`, count - mostTold)
    }
  }

  #transaction(work: () => void): void {
    this.#db.exec('begin immediate')
    const bytes = this.#bytes
    try {
      work()
      this.#db.exec('commit')
    } catch (fault) {
      this.#db.exec('rollback')
      this.#bytes = bytes
      throw fault
    }
  }

  #number(sql: string): number {
    return Number(this.#db.prepare(sql).get()?.['n'] ?? 0)
  }

  #run(sql: string, ...values: readonly (string | number)[]) {
    return this.#db.prepare(sql).run(...values)
  }
}
