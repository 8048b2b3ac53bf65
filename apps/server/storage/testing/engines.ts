// SPDX-License-Identifier: EUPL-1.2
// Every storage test runs on both engines, and under the eyes of a second tenant.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { makeTemplate } from '../engine/template.ts'
import { openStorage, type Storage, type StorageOptions } from '../storage.ts'
import { type PrivatePostgres, postgresBinaries, privatePostgres } from './private-postgres.ts'
import { assertApart, fingerprint, first, second } from './tenants.ts'

export interface Bench {
  readonly engine: 'embedded' | 'postgres'
  readonly storage: Storage
  readonly folder: string
  /** What `openStorage` was given, to open the same once more. */
  readonly options: StorageOptions
  readonly postgres: PrivatePostgres | undefined
  /** A copy of everything that lasts, taken between a close and an opening; names its folder. */
  snapshot(): Promise<string>
  /** Puts such a copy in the place of the database. The storage is closed: `reopen` it. */
  restore(copy: string): Promise<void>
  /** Closes and opens again, as a restart does. */
  reopen(more?: Partial<StorageOptions>): Promise<Storage>
}

interface State {
  storage: Storage
  postgres: PrivatePostgres | undefined
  folder: string
  options: StorageOptions
}

/** Tests get a storage with the first tenant in it, and a second one beside it. */
export function onBothEngines(
  title: string,
  tests: (bench: Bench) => void,
  settings: readonly string[] = ['fsync=off'],
): void {
  for (const engine of ['embedded', 'postgres'] as const) {
    describe(`${title} (${engine})`, () => {
      let state: State | undefined
      const now = () => {
        if (state === undefined) throw new Error('not started')
        return state
      }
      const bench: Bench = {
        engine,
        get storage() {
          return now().storage
        },
        get folder() {
          return now().folder
        },
        get options() {
          return now().options
        },
        get postgres() {
          return now().postgres
        },
        snapshot: async () => {
          const copy = await snapshot(now())
          copies.push(copy)
          return copy
        },
        restore: (copy) => restore(now(), copy),
        reopen: async (more = {}) => {
          const current = now()
          await current.storage.close()
          current.storage = await openStorage({ ...current.options, ...more })
          return current.storage
        },
      }
      const copies: string[] = []
      let beside: unknown
      before(async () => {
        state = await started(engine, settings)
        if (state === undefined) return
        await state.storage.createTenant({ id: first, name: 'First' })
        await state.storage.createTenant({ id: second, name: 'Second' })
        beside = await fingerprint(state.storage, second)
      })
      after(async () => {
        await state?.storage.close()
        state?.postgres?.remove()
        for (const copy of copies) rmSync(copy, { recursive: true, force: true })
        if (state !== undefined) rmSync(state.folder, { recursive: true, force: true })
      })
      if (engine === 'postgres' && !hasPostgres()) {
        it('runs on PostgreSQL', { skip: 'no PostgreSQL server on this machine' }, () => {})
        return
      }
      afterEach(() => assertApart(now().storage, beside))
      tests(bench)
    })
  }
}

async function snapshot(state: State): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'schouw-copy-'))
  await state.storage.close()
  state.postgres?.stop('fast')
  cpSync(state.folder, copy, { recursive: true })
  if (state.postgres !== undefined) {
    cpSync(join(state.postgres.folder, 'data'), join(copy, 'data'), { recursive: true })
    state.postgres.start()
  }
  state.storage = await openStorage(state.options)
  return copy
}

async function restore(state: State, copy: string): Promise<void> {
  await state.storage.close()
  if (state.postgres === undefined) {
    rmSync(join(state.folder, 'database'), { recursive: true })
    cpSync(join(copy, 'database'), join(state.folder, 'database'), { recursive: true })
    return
  }
  state.postgres.stop('fast')
  state.postgres.replaceData(join(copy, 'data'))
  state.postgres.start()
}

let isThere: boolean | undefined

function hasPostgres(): boolean {
  isThere ??= postgresBinaries() !== undefined
  return isThere
}

async function started(
  engine: Bench['engine'],
  settings: readonly string[],
): Promise<State | undefined> {
  const postgres = engine === 'postgres' ? privatePostgres(settings) : undefined
  if (engine === 'postgres' && postgres === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'schouw-storage-'))
  const options: StorageOptions =
    postgres === undefined
      ? { folder, template: await makeTemplate() }
      : { folder, databaseUrl: await postgres.database() }
  return { storage: await openStorage(options), postgres, folder, options }
}
