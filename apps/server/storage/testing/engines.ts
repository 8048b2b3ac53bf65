// SPDX-License-Identifier: EUPL-1.2
// Every storage test runs on both engines, and under the eyes of a second tenant.
import { mkdtempSync, rmSync } from 'node:fs'
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
        reopen: async (more = {}) => {
          const current = now()
          await current.storage.close()
          current.storage = await openStorage({ ...current.options, ...more })
          return current.storage
        },
      }
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
