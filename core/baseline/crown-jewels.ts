// SPDX-License-Identifier: EUPL-1.2
import type { CrownJewel } from './baseline.ts'
import type { ProcessInput } from './inputs.ts'
import { personNamed } from './people.ts'
import type { Scene } from './scene.ts'
import { compareTexts, unique } from './texts.ts'
import { isMeant, namesOf } from './zone-plan.ts'

/** A process with the devices and zones it stands on, as far as they are known. */
export interface Line {
  readonly process: ProcessInput
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
  return (processes?.processes ?? []).map((process) => {
    const assets = scene.assets.filter((asset) => {
      const match = scene.matches.get(asset.id)
      if (match?.row.process === process.id) return true
      return isMeant(process.depends_on.assets, namesOf(asset, match?.row.name))
    })
    const own = assets.flatMap(({ zone }) => zone ?? [])
    return {
      process,
      assets: unique(assets.map(({ id }) => id)),
      zones: unique([...process.depends_on.zones, ...own]),
      suppliers: process.depends_on.suppliers,
      costPerHour: process.outage_cost_eur_per_hour ?? organisation.outage_cost_eur_per_hour,
    }
  })
}

export function crownJewels(scene: Scene, all: readonly Line[]): CrownJewel[] {
  return all
    .filter(({ process }) => process.crown_jewel)
    .map((line) => ({
      process: line.process.id,
      name: line.process.name,
      owner: personNamed(scene.inputs.people, line.process.owner),
      site: line.process.site,
      outage_cost_eur_per_hour: line.costPerHour,
      max_outage_hours: line.process.max_outage_hours,
      recovery_hours: line.process.rto_hours,
      assets: line.assets,
      suppliers: line.suppliers,
      last_restore_test: lastTest(scene, line),
    }))
}

/** Of the process, or of a device it stands on; only tests that brought something back. */
function lastTest(scene: Scene, { process, assets }: Line): string | null {
  const names = new Set([
    ...process.depends_on.assets,
    ...assets.flatMap((id) => scene.assetOf(id)?.register?.name ?? []),
  ])
  const dates = (scene.inputs.answers?.restore_tests ?? [])
    .filter((test) => test.process === process.id || (test.asset !== null && names.has(test.asset)))
    .filter(
      ({ dated, result }) => dated !== null && dated <= scene.asOf.date && result !== 'failed',
    )
    .map(({ dated }) => dated ?? '')
    .sort(compareTexts)
  return dates.at(-1) ?? null
}
