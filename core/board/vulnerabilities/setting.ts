// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { response } from '@schouw/core/vulns'
import { type Line, lineOf } from '../facts.ts'
import { Exposures, type Step } from './exposure.ts'

/** Registers in which it stands what a vulnerability in a device would mean. */
export const kindsOfSettings = [
  'organisation',
  'asset',
  'zone',
  'conduit',
  'remote-access',
  'crown-jewel',
  'process',
  'exception',
  'finding',
] as const satisfies readonly KindName[]

export interface SettingFacts {
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  /** The day it is for the organisation. */
  readonly today: string
}

/** What a device is in: how near an attacker is, what hangs on it, when it can be stopped. */
export interface Setting {
  readonly exposure: response.Exposure
  readonly path: readonly Step[]
  readonly isSafetyRelated: boolean | null
  readonly isCrownJewel: boolean | null
  readonly crownJewel: string | null
  readonly process: string | null
  readonly zone: string | null
  readonly supplier: string | null
  readonly window: { readonly on: string; readonly from: string; readonly to: string } | null
  /** An exception under which a measure stands in the place of the patch, and until when. */
  readonly shield: { readonly id: string; readonly until: string } | null
  /** A signed exception without such a measure: leave not to patch, and until when. */
  readonly exception: { readonly id: string; readonly until: string } | null
  readonly rule: string | null
}

/** The setting of each device of the register, by id; retired ones have none. */
export function settingsOf(facts: SettingFacts): ReadonlyMap<string, Setting> {
  const all = (kind: KindName) =>
    (facts.records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  const exposures = new Exposures({
    zones: all('zone'),
    conduits: all('conduit'),
    accesses: all('remote-access'),
    findings: all('finding'),
  })
  const processes = new Map(all('process').map((line) => [line.id, line]))
  const zones = new Map(all('zone').map((line) => [line.id, line]))
  const jewels = jewelsOf(all('crown-jewel'))
  const leave = leaveOf(all('exception'), facts.today)
  return new Map(
    all('asset').map((asset) => {
      const process = asset.text('process')
      const zone = asset.text('zone')
      const isOfZone = zones.get(zone ?? '')?.flag('is_safety_related') ?? null
      const crownJewel =
        jewels.assets.get(asset.id) ??
        jewels.zones.get(zone ?? '') ??
        jewels.processes.get(process ?? '') ??
        null
      const windows = windowsOf(processes.get(process ?? ''))
      const setting: Setting = {
        ...exposures.of(asset),
        isSafetyRelated: safetyOf(asset, isOfZone),
        isCrownJewel: jewels.isKnown ? crownJewel !== null : null,
        crownJewel,
        process,
        zone,
        supplier: asset.text('supplier'),
        window: response.nextWindow(windows, facts.today),
        shield: leave.shields.get(asset.id) ?? null,
        exception: leave.exceptions.get(asset.id) ?? null,
        rule: asset.text('patch_rule'),
      }
      return [asset.id, setting]
    }),
  )
}

const safetyRoles: readonly string[] = ['safety_plc']
/** Roles in which nothing moves: where nobody has said so, they are taken to hurt nobody. */
const stillRoles: readonly string[] = [
  'printer',
  'phone',
  'camera',
  'workstation',
  'mobile_device',
  'storage',
  'access_point',
  'cloud_service',
]

function safetyOf(asset: Line, isOfZone: boolean | null): boolean | null {
  const own = asset.flag('is_safety_related')
  if (own !== null) return own
  const role = asset.text('role') ?? ''
  if (safetyRoles.includes(role) || isOfZone === true) return true
  return stillRoles.includes(role) ? false : isOfZone
}

function jewelsOf(lines: readonly Line[]) {
  const assets = new Map<string, string>()
  const zones = new Map<string, string>()
  const processes = new Map<string, string>()
  for (const line of lines) {
    for (const id of line.list('assets')) assets.set(id, line.id)
    for (const id of line.list('zones')) zones.set(id, line.id)
    const process = line.text('process')
    if (process !== null && line.list('assets').length === 0) processes.set(process, line.id)
  }
  return { assets, zones, processes, isKnown: lines.length > 0 }
}

function windowsOf(process: Line | undefined): readonly response.PatchWindow[] {
  return (process?.rows('maintenance_windows') ?? []).map((row) => ({
    days: row.list('days'),
    from: row.text('from') ?? '',
    to: row.text('to') ?? '',
  }))
}

function leaveOf(lines: readonly Line[], today: string) {
  const shields = new Map<string, { id: string; until: string }>()
  const exceptions = new Map<string, { id: string; until: string }>()
  for (const line of lines) {
    const until = line.text('ends_on')
    if (line.state !== 'granted' || until === null || until < today) continue
    const isShield = line.list('compensating_measures').length > 0
    for (const asset of line.list('assets')) {
      const map = isShield ? shields : exceptions
      const known = map.get(asset)
      if (known === undefined || known.until < until) map.set(asset, { id: line.id, until })
    }
  }
  return { shields, exceptions }
}
