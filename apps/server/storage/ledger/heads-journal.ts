// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { lockDirectory } from '../engine/lock.ts'

/** A journal grows to this many bytes before what it is about is forced to the disk itself. */
const longestJournal = 1 << 18
const suffix = '.journal'
const datasync = promisify(fdatasync)

interface Gathered {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Heads of all logs of one process in one file, forced to the disk together: a commit of the file
 * system costs as much for twenty logs as for one. The files of the logs have the same heads
 * already, so this one is read only after a power cut took the ends of those.
 *
 * 1. The head is at the end of its log's own file, in the memory of the operating system.
 * 2. It is in the journal, on disk. Only now it counts as known.
 * 3. Before the journal begins anew, the files of the logs are forced to the disk.
 */
export class HeadsJournal {
  readonly #path: string
  readonly #file: number
  readonly #unlock: () => void
  /** Files that have heads of which only the journal is on disk. */
  readonly #behind = new Set<string>()
  #gathered: Gathered[] = []
  #length = 0
  #next: Promise<void> | undefined
  #running: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.#path = join(folder, `${randomBytes(8).toString('hex')}${suffix}`)
    // Held as long as the process lives, so that others leave the file alone.
    this.#unlock = lockDirectory(this.#path)
    this.#file = openSync(this.#path, 'a')
  }

  /** After the same bytes were added to the file at `path`; on disk when it resolves. */
  add(path: string, bytes: Uint8Array): Promise<void> {
    this.#gathered.push({ path, bytes })
    this.#next ??= this.#turn()
    return this.#next
  }

  /** What is in it has reached the files of the logs, and it is gone. */
  async close(): Promise<void> {
    await this.#next?.catch(() => {})
    await this.#running.catch(() => {})
    await this.#catchUp()
    closeSync(this.#file)
    rmSync(this.#path, { force: true })
    this.#unlock()
    removeLock(this.#path)
  }

  async #turn(): Promise<void> {
    await this.#running.catch(() => {})
    const gathered = this.#gathered
    this.#gathered = []
    this.#next = undefined
    this.#running = this.#write(gathered)
    await this.#running
  }

  async #write(gathered: readonly Gathered[]): Promise<void> {
    if (this.#length > longestJournal) await this.#catchUp()
    for (const { path } of gathered) this.#behind.add(path)
    this.#length += writeSync(this.#file, Buffer.concat(gathered.map(({ bytes }) => bytes)))
    await datasync(this.#file)
  }

  async #catchUp(): Promise<void> {
    await Promise.all([...this.#behind].map(forced))
    this.#behind.clear()
    ftruncateSync(this.#file, 0)
    this.#length = 0
  }
}

async function forced(path: string): Promise<void> {
  const file = await open(path, 'a')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** What the journals in a folder hold, whether the processes that write them live or not. */
export function journalled(folder: string): readonly string[] {
  return journalsIn(folder).flatMap((path) => readIfThere(path) ?? [])
}

/** One that its process has just removed has nothing that is not in the files of the logs. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Removes journals of processes that are no more, once what they hold was taken over. */
export function dropJournals(folder: string): void {
  for (const path of journalsIn(folder)) {
    try {
      const unlock = lockDirectory(path)
      rmSync(path, { force: true })
      unlock()
      removeLock(path)
    } catch {
      // Of a process that lives: it looks after it itself.
    }
  }
}

function removeLock(path: string): void {
  for (const end of ['.lock', '.lock-journal']) rmSync(`${path}${end}`, { force: true })
}

function journalsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
}
