// SPDX-License-Identifier: EUPL-1.2
// What waits for the hub, on disk: nothing is lost when the hub is away or the machine stops, and
// nothing is sent twice as two things. One process at a time.
import { DatabaseSync } from 'node:sqlite'

export interface Batch {
  readonly sequence: number
  /** JSON. */
  readonly body: string
}

export interface Item {
  readonly rule: string
  readonly seen_at?: string
}

export interface SpoolOptions {
  /** Bytes that may wait; beyond it the oldest give way, and how many is kept. */
  readonly mostBytes: number
}

const schema = `
pragma journal_mode = wal;
pragma synchronous = full;
create table if not exists outbox (sequence integer primary key autoincrement, body text not null);
create table if not exists said (rule text primary key, count integer not null) without rowid;
create table if not exists done (key text primary key) without rowid;
create table if not exists state (name text primary key, value text not null) without rowid;
`

export class Spool {
  readonly #db: DatabaseSync
  readonly #mostBytes: number

  /** Throws when another process holds it. */
  constructor(path: string, { mostBytes }: SpoolOptions) {
    this.#db = new DatabaseSync(path)
    this.#mostBytes = mostBytes
    // Held until the process ends, however it ends.
    this.#db.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive;')
    this.#db.exec(schema)
    this.#db.exec('begin immediate; commit')
  }

  close(): void {
    this.#db.close()
  }

  /**
   * In one step: what was read, what of it is new, and what waits because of it. A stop in between
   * leaves all of it or nothing. `key` is absent for what cannot be read again.
   */
  add(items: readonly Item[], key: string | undefined, perBatch: number): number {
    return this.#transaction(() => {
      if (key !== undefined) this.#run('insert or ignore into done values (?)', key)
      const fresh = items.filter(({ rule, seen_at = '' }) => {
        // What goes on for days is said once a day.
        const said = `${rule} ${seen_at.slice(0, 10)}`
        const { changes } = this.#run('insert or ignore into said values (?, 1)', said)
        if (changes === 0) this.#run('update said set count = count + 1 where rule = ?', said)
        return changes > 0
      })
      for (let at = 0; at < fresh.length; at += perBatch) {
        const body = JSON.stringify(fresh.slice(at, at + perBatch))
        this.#run('insert into outbox (body) values (?)', body)
      }
      this.#makeRoom()
      return fresh.length
    })
  }

  isDone(key: string): boolean {
    return this.#db.prepare('select 1 from done where key = ?').get(key) !== undefined
  }

  /** The oldest that waits. */
  next(): Batch | undefined {
    const row = this.#db
      .prepare('select sequence, body from outbox order by sequence limit 1')
      .get()
    return row === undefined
      ? undefined
      : { sequence: Number(row['sequence']), body: String(row['body']) }
  }

  /** The hub has it. */
  forget(sequence: number): void {
    this.#run('delete from outbox where sequence = ?', sequence)
  }

  get waiting(): number {
    return Number(this.#db.prepare('select count(*) as count from outbox').get()?.['count'] ?? 0)
  }

  /** Batches that gave way because the spool was full. */
  get lost(): number {
    return Number(this.read('lost') ?? 0)
  }

  read(name: string): string | undefined {
    const row = this.#db.prepare('select value from state where name = ?').get(name)
    return row === undefined ? undefined : String(row['value'])
  }

  write(name: string, value: string): void {
    this.#run('insert or replace into state values (?, ?)', name, value)
  }

  #makeRoom(): void {
    const size = this.#db.prepare('select coalesce(sum(length(body)), 0) as bytes from outbox')
    for (let lost = this.lost; Number(size.get()?.['bytes'] ?? 0) > this.#mostBytes; ) {
      const oldest = this.next()
      if (oldest === undefined) return
      this.forget(oldest.sequence)
      lost += 1
      this.write('lost', String(lost))
    }
  }

  #transaction<Result>(work: () => Result): Result {
    this.#db.exec('begin immediate')
    try {
      const result = work()
      this.#db.exec('commit')
      return result
    } catch (fault) {
      this.#db.exec('rollback')
      throw fault
    }
  }

  #run(sql: string, ...values: readonly string[] | readonly number[]) {
    return this.#db.prepare(sql).run(...values)
  }
}
