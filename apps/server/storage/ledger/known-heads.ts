// SPDX-License-Identifier: EUPL-1.2
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCheckpoint, parseNote, type TreeHead } from '@schouw/core/ledger/notes'

/** A file grows to this many bytes before it begins anew with its last head. */
const longestFile = 1 << 18

/**
 * The last signed head of each log, outside the database: not in its directory, not in its backup.
 * One file a log; every checkpoint that was signed is added at the end, so two processes that
 * share the folder never overwrite the newer with the older.
 */
export class KnownHeads {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
  }

  /** The largest of the heads on file. A last line that a crash cut off does not count. */
  last(tenant: string): TreeHead | undefined {
    const path = this.#path(tenant)
    if (!existsSync(path)) return undefined
    const heads = notesIn(readFileSync(path, 'utf8')).flatMap((note) => {
      const parsed = parseNote(Buffer.from(note))
      const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
      return checkpoint.ok ? [checkpoint.value] : []
    })
    return heads.reduce<TreeHead | undefined>(
      (best, head) => (best === undefined || head.size >= best.size ? head : best),
      undefined,
    )
  }

  /** Before the database knows the log: so that no log ever is without a known head. */
  begin(tenant: string, note: Uint8Array): void {
    const file = openSync(this.#path(tenant), 'a')
    writeSync(file, entryOf(note))
    fsyncSync(file)
    closeSync(file)
  }

  /** On disk when it resolves. */
  async add(tenant: string, note: Uint8Array): Promise<void> {
    const path = this.#path(tenant)
    const file = await open(path, 'a')
    try {
      await file.write(entryOf(note))
      await file.datasync()
      const { size } = await file.stat()
      if (size > longestFile) await this.#shorten(path, note)
    } finally {
      await file.close()
    }
  }

  async #shorten(path: string, note: Uint8Array): Promise<void> {
    const next = `${path}.${process.pid}`
    const file = await open(next, 'w')
    await file.write(entryOf(note))
    await file.sync()
    await file.close()
    await rename(next, path)
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

function notesIn(text: string): readonly string[] {
  return text.split(mark).filter((note) => note !== '')
}
