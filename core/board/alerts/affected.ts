// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from '../facts.ts'

/** Registers that say what a device belongs to. */
export const kindsOfAffected = [
  'asset',
  'zone',
  'process',
  'crown-jewel',
  'remote-access',
] as const satisfies readonly KindName[]

type Records = Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>

/** Fields of an incident, with the ids that belong in them. */
export interface Affected {
  readonly assets: readonly string[]
  readonly zones: readonly string[]
  readonly processes: readonly string[]
  readonly suppliers: readonly string[]
  readonly crown_jewels: readonly string[]
  readonly sites: readonly string[]
}

/** Devices that have one of the addresses. */
export function assetsAt(records: Records, addresses: readonly string[]): readonly string[] {
  const asked = new Set(addresses.map((one) => one.toLowerCase()))
  return standing(records, 'asset')
    .filter((line) => [...line.list('ips'), ...line.list('macs')].some((one) => asked.has(one)))
    .map(({ id }) => id)
}

/**
 * What the devices belong to: their zones, the lines that run on them or in those zones, who
 * supplies or reaches them from outside, and what the company cannot do without.
 */
export function affectedBy(records: Records, devices: readonly string[]): Affected {
  const own = standing(records, 'asset').filter(({ id }) => devices.includes(id))
  const assets = own.map(({ id }) => id)
  const zones = distinct(own.flatMap((line) => line.text('zone') ?? []))
  const touches = (line: Line, assetField: string, zoneField: string) =>
    line.list(assetField).some((id) => assets.includes(id)) ||
    line.list(zoneField).some((id) => zones.includes(id))
  const processes = distinct([
    ...own.flatMap((line) => line.text('process') ?? []),
    ...standing(records, 'process')
      .filter((line) => touches(line, 'depends_on_assets', 'depends_on_zones'))
      .map(({ id }) => id),
  ])
  const suppliers = distinct([
    ...own.flatMap((line) => line.text('supplier') ?? []),
    ...standing(records, 'remote-access')
      .filter((line) => touches(line, 'target_assets', 'target_zones'))
      .flatMap((line) => line.text('supplier') ?? []),
  ])
  const crown_jewels = standing(records, 'crown-jewel')
    .filter(
      (line) => touches(line, 'assets', 'zones') || processes.includes(line.text('process') ?? ''),
    )
    .map(({ id }) => id)
  const sites = distinct(own.flatMap((line) => line.text('site') ?? []))
  return { assets, zones, processes, suppliers, crown_jewels, sites }
}

function standing(records: Records, kind: KindName): readonly Line[] {
  return (records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)]
}
