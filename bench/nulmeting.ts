// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alone, type Figure } from './figure.ts'
import { compared } from './measure.ts'
import { schouw } from './peers.ts'

/** The whole main job on the example factory, from the command to the last file. */
export async function* nulmetingFigures(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-bench-'))
  try {
    const example = join(import.meta.dirname, '../examples/factory')
    const best = await compared([schouw('nulmeting', example, '--out', folder)], 5)
    const own = best.get('schouw')
    const bench = 'nulmeting'
    yield alone({ bench, metric: 'wall', value: own?.wallS, unit: 's', goal: 5 })
    yield alone({ bench, metric: 'cpu', value: own?.cpuS, unit: 's' })
    yield alone({ bench, metric: 'peak_memory', value: own?.peakMB, unit: 'MB' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
