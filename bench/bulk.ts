// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { openStorage } from '../apps/server/storage/storage.ts'
import { alone, type Figure, rate } from './figure.ts'
import { clocks, since } from './storage/filled.ts'
import { everything, fill, type Sizes, tenant } from './storage/registers.ts'

/** Records through the one way in which records change, in the proportions of a large organisation. */
const sizes: Sizes = { assets: 2_000, measures: 1_000, answers: 12_000 }
const rounds = 3

export async function* bulkFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const template = await makeTemplate()
  let best = { wallS: Number.POSITIVE_INFINITY, cpuS: Number.POSITIVE_INFINITY }
  let count = 0
  for (let round = 0; round <= (isQuick ? 1 : rounds); round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
    const storage = await openStorage({ folder, template })
    try {
      await storage.createTenant({ id: tenant, name: 'Bulk' })
      const started = clocks()
      count = await fill(storage, everything(sizes))
      const now = since(started)
      if (round === 0) continue
      best = { wallS: Math.min(best.wallS, now.wallS), cpuS: Math.min(best.cpuS, now.cpuS) }
    } finally {
      await storage.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const bench = 'bulk'
  const of = { bench, unit: '1/s', goal: 5_000, aim: 15_000 }
  yield rate({ ...of, metric: 'records_with_proofs', value: count / best.wallS })
  const value = (best.cpuS / count) * 1e6
  yield alone({ bench, metric: 'processor_time_a_record', value, unit: 'us' })
}
