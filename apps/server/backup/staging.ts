// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../files/folder-store.ts'
import { lockDirectory } from '../storage/engine/lock.ts'
import { restoringFolder } from '../storage/restoring.ts'
import { BackupRefused } from './refused.ts'

/** What a server that was killed leaves, and is nothing to anybody. */
const stale = ['copies', 'door.json']
/** What may be in a folder that a backup is put back into. */
const allowed = [
  'heads',
  'secret',
  'database.lock',
  'database.lock-journal',
  'lost+found',
  restoringFolder,
]

/**
 * A folder within the data folder in which everything is made ready. Its being there means that a
 * restore is under way, or was broken off: then the next one clears away what it had put in place.
 */
export class Staging {
  readonly #target: string
  readonly folder: string
  readonly #unlock: () => void
  #isOver = false
  #secret: string | undefined

  private constructor(target: string, unlock: () => void) {
    this.#target = target
    this.folder = join(target, restoringFolder)
    this.#unlock = unlock
  }

  static async begin(target: string): Promise<Staging> {
    await mkdir(target, { recursive: true })
    // Neither a server nor another restore gets at the folder meanwhile.
    const unlock = lockDirectory(join(target, 'database'))
    const staging = new Staging(target, unlock)
    try {
      await staging.#clear()
      for (const name of stale) await rm(join(target, name), { recursive: true, force: true })
      const strange = (await readdir(target)).filter((name) => !allowed.includes(name))
      const [first] = strange
      if (first !== undefined)
        throw new BackupRefused('folder-not-empty', { folder: target, first })
      await mkdir(staging.heads, { recursive: true })
      if (existsSync(staging.formerHeads)) {
        await cp(staging.formerHeads, staging.heads, { recursive: true })
      }
      await staging.#readSecret()
      return staging
    } catch (error) {
      await staging.drop()
      throw error
    }
  }

  /** As they were before, and still are. */
  get formerHeads(): string {
    return join(this.#target, 'heads')
  }

  /** As they are to be. */
  get heads(): string {
    return join(this.folder, 'heads')
  }

  /** Of the earlier instance. */
  get secret(): string | undefined {
    return this.#secret
  }

  async keepSecret(hex: string): Promise<void> {
    await writeFile(join(this.folder, 'secret'), `${hex}\n`, { mode: 0o600, flush: true })
  }

  /** From a copy that was kept elsewhere. */
  async takeHeads(from: string, tenant: string): Promise<void> {
    const name = `${tenant}.heads`
    await cp(join(from, name), join(this.heads, name))
  }

  /** The loss of what was signed is taken: the heads of it are kept beside, under another name. */
  async forgetHeads(tenant: string): Promise<void> {
    const path = join(this.heads, `${tenant}.heads`)
    for (let number = 1; existsSync(path); number += 1) {
      const aside = `${path}.lost-${number}`
      if (!existsSync(aside)) await rename(path, aside)
    }
  }

  /** The heads go last: until then those known before are in their place. */
  async place(): Promise<void> {
    for (const name of ['database', 'files', 'secret']) {
      const from = join(this.folder, name)
      if (!existsSync(from)) continue
      const to = join(this.#target, name)
      if (name === 'secret') await rm(to, { force: true })
      await rename(from, to)
    }
    if (existsSync(this.formerHeads)) await rename(this.formerHeads, this.#aside)
    await rename(this.heads, this.formerHeads)
    await syncFolder(this.#target)
  }

  /** From here on the folder is an instance like any other. */
  async end(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
    await syncFolder(this.#target)
    this.#isOver = true
    this.#unlock()
  }

  /** After `end` it does nothing; before, the folder is as it was found. */
  async drop(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    try {
      await this.#clear()
    } finally {
      this.#unlock()
    }
  }

  get #aside(): string {
    return join(this.folder, 'heads-before')
  }

  /** Only where a restore has begun, and one begins only where neither of these was. */
  async #clear(): Promise<void> {
    if (!existsSync(this.folder)) return
    if (existsSync(this.#aside)) {
      await rm(this.formerHeads, { recursive: true, force: true })
      await rename(this.#aside, this.formerHeads)
    }
    for (const name of ['database', 'files']) {
      await rm(join(this.#target, name), { recursive: true, force: true })
    }
    await rm(this.folder, { recursive: true, force: true })
  }

  async #readSecret(): Promise<void> {
    const path = join(this.#target, 'secret')
    if (existsSync(path)) this.#secret = (await readFile(path, 'utf8')).trim()
  }
}
