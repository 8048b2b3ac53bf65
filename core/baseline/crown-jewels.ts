// SPDX-License-Identifier: EUPL-1.2
import type { CrownJewel } from './baseline.ts'
import type { ProcessInput } from './inputs.ts'
import { personNamed } from './people.ts'
import type { Scene } from './scene.ts'
import { compareTexts, unique } from './texts.ts'
import { isMeant, namesOf } from './zone-plan.ts'

/** A process (`work`) with the devices and zones it stands on, as far as they are known. */
export interface Line {
  readonly work: ProcessInput
  /** Ids of assets seen on the network. */
  readonly assets: readonly string[]
  readonly zones: readonly string[]
  /** Ids, or names where the register does not know them. */
  readonly suppliers: readonly string[]
  /** Whole euros; the organisation's own figure where the process states none. */
  readonly costPerHour: number | null
}

export function lines(scene: Scene): Line[] {
  const { processes, organisation } = scene.inputs
  return (processes?.processes ?? []).map((work) => {
    const assets = scene.assets.filter((asset) => {
      const match = scene.matches.get(asset.id)
      if (match?.row.process === work.id) return true
      return isMeant(work.depends_on.assets, namesOf(asset, match?.row.name))
    })
    const own = assets.flatMap(({ zone }) => zone ?? [])
    return {
      work,
      assets: unique(assets.map(({ id }) => id)),
      zones: unique([...work.depends_on.zones, ...own]),
      suppliers: work.depends_on.suppliers,
      costPerHour: work.outage_cost_eur_per_hour ?? organisation.outage_cost_eur_per_hour,
    }
  })
}

export function crownJewels(scene: Scene, all: readonly Line[]): CrownJewel[] {
  return all
    .filter(({ work }) => work.crown_jewel)
    .map((line) => ({
      process: line.work.id,
      name: line.work.name,
      owner: personNamed(scene.inputs.people, line.work.owner),
      site: line.work.site,
      outage_cost_eur_per_hour: line.costPerHour,
      max_outage_hours: line.work.max_outage_hours,
      recovery_hours: line.work.rto_hours,
      assets: line.assets,
      suppliers: line.suppliers,
      last_restore_test: lastTest(scene, line),
    }))
}

/** Of the process, or of a device it stands on; only tests that brought something back. */
function lastTest(scene: Scene, { work, assets }: Line): string | null {
  const names = new Set([
    ...work.depends_on.assets,
    ...assets.flatMap((id) => scene.assetOf(id)?.register?.name ?? []),
  ])
  const dates = (scene.inputs.answers?.restore_tests ?? [])
    .filter((test) => test.process === work.id || (test.asset !== null && names.has(test.asset)))
    .filter(
      ({ dated, result }) => dated !== null && dated <= scene.asOf.date && result !== 'failed',
    )
    .map(({ dated }) => dated ?? '')
    .sort(compareTexts)
  return dates.at(-1) ?? null
}
