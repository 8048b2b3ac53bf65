// SPDX-License-Identifier: EUPL-1.2
import { fsyncSync, lstatSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { countFsync, isDiskFull } from './gauges.ts'

/** The file system inside the engine's module, of which the package publishes no types. */
interface NodeFiles {
  readonly stream_ops: {
    fsync?: (stream: { readonly nfd?: number }) => number
    write: (...args: readonly unknown[]) => number
  }
  convertNodeCode(error: { readonly code: string }): number
  getMode(path: string): number
  readonly isWindows: boolean
}

interface EngineModule {
  readonly NODEFS: NodeFiles
  readonly FS: { readonly ErrnoError: new (errno: number) => Error }
  onAbort?: (what: unknown) => void
}

/**
 * Files that reach the disk. As it comes, the engine's file system has no fsync at all: a killed
 * process loses nothing then, a power cut does. `NODEFS` is the engine's inside, so a test counts.
 */
export class DurableFiles extends NodeFS {
  readonly #cells: Int32Array
  readonly #onAbort: () => void

  constructor(directory: string, cells: Int32Array, onAbort: () => void) {
    super(directory)
    this.#cells = cells
    this.#onAbort = onAbort
  }

  override async init(db: PGlite, options: never): ReturnType<NodeFS['init']> {
    const made = await super.init(db, options)
    const before = (made.emscriptenOpts.preRun ?? []) as ((module: never) => void)[]
    const engine = (module: EngineModule) => this.#amend(module)
    made.emscriptenOpts.preRun = [...before, engine] as never
    return made
  }

  #amend(module: EngineModule): void {
    const operations = module.NODEFS.stream_ops
    operations.fsync = ({ nfd }) => {
      if (nfd !== undefined) fsyncSync(nfd)
      countFsync(this.#cells)
      return 0
    }
    const write = operations.write
    operations.write = (...args) => {
      if (isDiskFull(this.#cells)) {
        throw new module.FS.ErrnoError(module.NODEFS.convertNodeCode({ code: 'ENOSPC' }))
      }
      return write(...args)
    }
    module.onAbort = this.#onAbort
    if (!module.NODEFS.isWindows) askQuietly(module)
  }
}

/**
 * Each time an index grows by a page, the engine asks for a file that is not there (the map of its
 * free pages). An error of the platform with its stack and message would be made for each.
 */
function askQuietly(module: EngineModule): void {
  const files = module.NODEFS
  const absent = new module.FS.ErrnoError(files.convertNodeCode({ code: 'ENOENT' }))
  files.getMode = (path) => {
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) throw absent
    return found.mode
  }
}
