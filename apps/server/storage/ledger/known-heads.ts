// SPDX-License-Identifier: EUPL-1.2
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseCheckpoint, parseNote, type TreeHead } from '@schouw/core/ledger/notes'
import { lockDirectory } from '../engine/lock.ts'
import { dropJournals, HeadsJournal, journalled } from './heads-journal.ts'

/** A file grows to this many bytes before it begins anew with its last head. */
const longestFile = 1 << 18
/** Whoever makes a file shorter is done in a fraction of this. */
const patienceMs = 5_000
const pauseMs = 10

/**
 * The last signed head of each log, outside the database: not in its directory, not in its backup.
 * One file a log; every checkpoint that was signed is added at the end, so two processes that
 * share the folder never overwrite the newer with the older. See `HeadsJournal` for how they reach
 * the disk.
 */
export class KnownHeads {
  readonly #folder: string
  readonly #longest: number
  #journal: HeadsJournal | undefined

  constructor(folder: string, longest = longestFile) {
    this.#folder = folder
    this.#longest = longest
    mkdirSync(folder, { recursive: true })
  }

  /** The largest of the heads on file. A last line that a crash cut off does not count. */
  last(tenant: string): TreeHead | undefined {
    // First: what leaves a journal is in the files by then.
    const waiting = largestOf(journalledNotes(this.#folder).get(tenant) ?? [])?.head
    const found = this.#lastOnFile(this.#path(tenant))
    return found === undefined || (waiting?.size ?? -1) > found.size ? waiting : found
  }

  /** Puts into the files what a power cut left in journals only. */
  recover(): void {
    for (const [tenant, notes] of journalledNotes(this.#folder)) {
      const newest = largestOf(notes)
      const path = this.#path(tenant)
      if (newest === undefined || (this.#lastOnFile(path)?.size ?? -1) >= newest.head.size) continue
      append(path, newest.note)
    }
    dropJournals(this.#folder)
  }

  #lastOnFile(path: string): TreeHead | undefined {
    for (;;) {
      const before = fileAt(path)
      if (existsSync(formerOf(path))) return this.#lastOfBoth(path)
      const found = largestIn([path])
      // Unless the file was made shorter meanwhile, all that was added before is in it.
      if (!existsSync(formerOf(path)) && fileAt(path) === before) return found?.head
    }
  }

  /** Somebody is making the file shorter, or was cut off in the middle of that. */
  #lastOfBoth(path: string): TreeHead | undefined {
    const unlock = this.#locked(patienceMs)
    try {
      return largestIn([path, formerOf(path)])?.head
    } finally {
      unlock?.()
    }
  }

  /** Before the database knows the log: so that no log ever is without a known head. */
  begin(tenant: string, note: Uint8Array): void {
    append(this.#path(tenant), note)
  }

  /** On disk when it resolves, in one go with what was added for other logs meanwhile. */
  async add(tenant: string, note: Uint8Array): Promise<void> {
    const path = this.#path(tenant)
    for (;;) {
      const { ino, size } = appendSoon(path, note)
      // Another process put a shorter file in the place of this one: once more, in that.
      if (fileAt(path) !== ino) continue
      this.#journal ??= new HeadsJournal(this.#folder)
      await this.#journal.add(path, journalEntry(tenant, note))
      if (size > this.#longest) this.#shorten(path)
      return
    }
  }

  async close(): Promise<void> {
    const journal = this.#journal
    this.#journal = undefined
    await journal?.close()
  }

  /**
   * A new file with the largest head, in the place of the old one. Others go on adding meanwhile:
   *
   * 1. The file gets a second name, under which it outlives the next step.
   * 2. The shorter file takes its place. Whoever added to the old one and looks after this adds
   *    once more; whoever had looked before this is in the old one by now.
   * 3. So the old one is read again, what it has on top is added, and it goes. A crash before that
   *    leaves it to be read, and to whoever comes here next.
   *
   * In one go without waiting: the lock is never held while something else runs in this process.
   */
  #shorten(path: string): void {
    const unlock = this.#locked(0)
    // Another process is at it.
    if (unlock === undefined) return
    try {
      const former = formerOf(path)
      this.#settle(path)
      if (statSync(path).size <= this.#longest) return
      const kept = largestIn([path])
      if (kept === undefined) return
      try {
        linkSync(path, former)
      } catch {
        // No second names here: then it stays long, and nothing is lost.
        return
      }
      const next = `${path}.next`
      rmSync(next, { force: true })
      append(next, kept.note)
      renameSync(next, path)
      this.#settle(path)
    } finally {
      unlock()
    }
  }

  /** What only the former file has goes into the present one, before the former one goes. */
  #settle(path: string): void {
    const former = formerOf(path)
    if (!existsSync(former)) return
    if (fileAt(path) !== fileAt(former)) {
      const [newest, held] = [largestIn([former]), largestIn([path])]
      if (newest !== undefined && !(held !== undefined && held.head.size >= newest.head.size)) {
        append(path, newest.note)
      }
      syncFolder(this.#folder)
    }
    rmSync(former)
  }

  /** Undefined when another process has it, or there is none to be had: a folder to read only. */
  #locked(waitMs: number): (() => void) | undefined {
    const end = performance.now() + waitMs
    for (;;) {
      try {
        return lockDirectory(join(this.#folder, 'heads'))
      } catch {
        if (performance.now() >= end) return undefined
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
      }
    }
  }

  #path(tenant: string): string {
    return join(this.#folder, `${tenant}.heads`)
  }
}

/** Before and after each note, so that one that a crash cut off spoils no other. */
export const mark = '\n.\n'

function entryOf(note: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(mark), note, Buffer.from(mark)])
}

interface Held {
  readonly head: TreeHead
  readonly note: Uint8Array
}

function largestIn(paths: readonly string[]): Held | undefined {
  const there = paths.filter((path) => existsSync(path))
  return largestOf(there.flatMap((path) => notesIn(readFileSync(path, 'utf8'))))
}

function largestOf(texts: readonly string[]): Held | undefined {
  let best: Held | undefined
  for (const text of texts) {
    const note = Buffer.from(text)
    const parsed = parseNote(note)
    const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
    if (!checkpoint.ok) continue
    const head = checkpoint.value
    if (best === undefined || head.size >= best.head.size) best = { head, note }
  }
  return best
}

/** As in a file of one log, behind the tenant whose log it is of. */
function journalEntry(tenant: string, note: Uint8Array): Uint8Array {
  return entryOf(Buffer.concat([Buffer.from(`${tenant}\n`), note]))
}

function journalledNotes(folder: string): ReadonlyMap<string, readonly string[]> {
  const notes = new Map<string, string[]>()
  for (const entry of journalled(folder).flatMap(notesIn)) {
    const end = entry.indexOf('\n')
    const tenant = entry.slice(0, end)
    const of = notes.get(tenant) ?? []
    notes.set(tenant, of)
    of.push(entry.slice(end + 1))
  }
  return notes
}

function fileAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino
}

function formerOf(path: string): string {
  return `${path}.former`
}

/** In the memory of the operating system when it returns, not on disk yet. */
function appendSoon(
  path: string,
  note: Uint8Array,
): { readonly ino: number; readonly size: number } {
  const file = openSync(path, 'a')
  try {
    writeSync(file, entryOf(note))
    return fstatSync(file)
  } finally {
    closeSync(file)
  }
}

function append(path: string, note: Uint8Array): void {
  const file = openSync(path, 'a')
  try {
    writeSync(file, entryOf(note))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Names are on disk as well as what they name. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function notesIn(text: string): readonly string[] {
  return text.split(mark).filter((note) => note !== '')
}
