// SPDX-License-Identifier: EUPL-1.2
// Data folders of a large organisation, made once and kept beside the captures of the benches:
// what they hold takes minutes to make and is the same in every run. Opening one brings its database
// up to date; delete them to have them made anew.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../../apps/server/storage/changes/change.ts'
import { makeTemplate } from '../../apps/server/storage/engine/template.ts'
import { openStorage } from '../../apps/server/storage/storage.ts'
import { changing, everything, fill, idOf, type Sizes, tenant } from './registers.ts'

export const sizes: Sizes = { assets: 10_000, measures: 10_000, answers: 200_000 }
export const manyEntries = 1_000_000

const kept = join(import.meta.dirname, '../files')
/** Changes of one go; their answers are waited for together. */
const atOnce = 2_000

export interface Filled {
  readonly folder: string
  /** What making it came to, when it was made just now. */
  readonly made: { readonly records: number; readonly wallS: number; readonly cpuS: number } | null
}

/** 10,000 assets, 10,000 measures, 200,000 answers, each in its first version. */
export async function registersFilled(): Promise<Filled> {
  return madeOnce('registers', async (folder) => {
    const storage = await openStorage({ folder, template: await makeTemplate() })
    await storage.createTenant({ id: tenant, name: 'Large' })
    const started = clocks()
    const count = await fill(storage, everything(sizes), atOnce)
    const spent = since(started)
    await storage.tidy()
    await storage.close()
    return { records: count, ...spent }
  })
}

/** The same registers after years: a million entries in the log. */
export async function historyFilled(): Promise<Filled> {
  const before = await registersFilled()
  return madeOnce('history', async (folder) => {
    cpSync(before.folder, folder, { recursive: true })
    const storage = await openStorage({ folder })
    const { size } = (await storage.log(tenant)).head
    const started = clocks()
    const count = await fill(storage, years(manyEntries - size), atOnce)
    const spent = since(started)
    await storage.tidy()
    await storage.close()
    return { records: count, ...spent }
  })
}

/** Half of the changes are of assets, a tenth of measures, the others of answers. */
function* years(count: number): Generator<Change> {
  for (let n = 0; n < count; n += 1) {
    const turn = n % 10
    if (turn < 5) {
      const place = (n * 7) % sizes.assets
      yield changing('asset', idOf(3, place), { firmware: `9.${n % 97}.${n}` })
    } else if (turn === 5) {
      yield changing('measure', idOf(4, (n * 11) % sizes.measures), {
        level: 1 + (n % 5),
        cost_eur_per_year: n,
      })
    } else {
      const note = `Seen again, round ${n}`
      yield changing('requirement-answer', idOf(5, (n * 13) % sizes.answers), { note })
    }
  }
}

async function madeOnce(
  name: string,
  make: (folder: string) => Promise<NonNullable<Filled['made']>>,
): Promise<Filled> {
  const folder = join(kept, name)
  if (existsSync(folder)) return { folder, made: null }
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  console.error(`bench: filling ${folder}`)
  const made = await make(unfinished)
  renameSync(unfinished, folder)
  return { folder, made }
}

export interface Clocks {
  readonly wallMs: number
  readonly cpu: NodeJS.CpuUsage
}

export function clocks(): Clocks {
  return { wallMs: performance.now(), cpu: process.cpuUsage() }
}

/** Processor time is of the whole process: the embedded engine's thread is in it. */
export function since({ wallMs, cpu }: Clocks): { readonly wallS: number; readonly cpuS: number } {
  const { user, system } = process.cpuUsage(cpu)
  return { wallS: (performance.now() - wallMs) / 1000, cpuS: (user + system) / 1e6 }
}
