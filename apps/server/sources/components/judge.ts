// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { digestOf } from '../accept.ts'
import type { AssetIndex } from '../matching.ts'
import type { NumberedSighting, SourceRow } from '../store.ts'
import type { ComponentRow } from './store.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** What a person may accept of a component. */
export interface ComponentProposal {
  readonly number: number
  /** `choose` where nobody knows yet which asset it is in. */
  readonly action: 'create' | 'change' | 'choose'
  readonly asset: Named | null
  /** The record that it is already. */
  readonly component: string | null
  /** Number of the sighting, and of the component around it. */
  readonly within: number | null
  readonly part_of: number | null
  readonly path: string
  readonly set: Readonly<Record<string, string>>
  readonly differs: Readonly<Record<string, { readonly now: unknown; readonly seen: string }>>
  /** Said in a form that no register takes, such as a CPE of an older edition. */
  readonly unusable: readonly string[]
  /** Whether advisories can be matched by a name that is one everywhere. */
  readonly is_identified: boolean
  /** Other versions of it in the same asset, which may have gone. */
  readonly others: readonly { readonly id: string; readonly version: string | null }[]
  readonly digest: string
}

export type JudgedComponent = ComponentProposal | 'same' | 'device'

/** What components are held against. */
export interface Around {
  readonly source: Pick<SourceRow, 'digest' | 'made_at' | 'document'>
  readonly assets: AssetIndex
  readonly sightings: ReadonlyMap<number, NumberedSighting>
  readonly software: readonly RecordVersion[]
  /** Chosen for what the source does not place. */
  readonly chosen?: Named | undefined
}

const types: Readonly<Record<string, string>> = {
  application: 'application',
  framework: 'framework',
  library: 'library',
  container: 'container',
  'operating-system': 'operating_system',
  'device-driver': 'driver',
  firmware: 'firmware',
}
const formats: Readonly<Record<string, RegExp>> = {
  purl: /^pkg:[A-Za-z][A-Za-z0-9.+-]*\/\S+$/,
  cpe: /^cpe:2\.3:[aho*-](:([^\s:\\]|\\\S)*){10}$/,
  sha256: /^[0-9a-f]{64}$/,
}
const longest: Readonly<Record<string, number>> = {
  name: 200,
  version: 120,
  vendor: 200,
  licence: 200,
  purl: 1_000,
  cpe: 1_000,
}

export function judgeComponent(row: ComponentRow, around: Around): JudgedComponent {
  if (row.type === 'device') return 'device'
  const { values, unusable } = valuesOf(row, around.source)
  const asset = around.chosen ?? assetOf(row, around)
  const { number, within, part_of, path } = row
  const base = {
    number,
    within,
    part_of,
    path,
    unusable,
    is_identified: values['purl'] !== undefined || values['cpe'] !== undefined,
    component: null,
    others: [],
    differs: {},
  }
  if (asset === undefined) return sealed({ ...base, action: 'choose', asset: null, set: values })
  const same = around.software.filter((one) => isNamed(one, asset.id, values['name']))
  const record = same.find(({ values: own }) => (own['version'] ?? undefined) === values['version'])
  if (record === undefined) {
    const others = same.slice(0, 10).map(({ id, values: own }) => ({
      id,
      version: typeof own['version'] === 'string' ? own['version'] : null,
    }))
    return sealed({ ...base, action: 'create', asset, set: values, others })
  }
  const { set, differs } = compared(record, values)
  if (Object.keys(set).length + Object.keys(differs).length === 0) return 'same'
  return sealed({ ...base, action: 'change', asset, component: record.id, set, differs })
}

/** The record that a component is, when its asset has it. */
export function recordOfComponent(row: ComponentRow, around: Around): string | undefined {
  const asset = around.chosen ?? assetOf(row, around)
  if (asset === undefined) return undefined
  const { values } = valuesOf(row, around.source)
  return around.software.find(
    (one) =>
      isNamed(one, asset.id, values['name']) &&
      (one.values['version'] ?? undefined) === values['version'],
  )?.id
}

function isNamed({ values }: RecordVersion, asset: string, name: string | undefined): boolean {
  return values['within'] === asset && String(values['name']).toLowerCase() === name?.toLowerCase()
}

/** Only where the sighting is one asset: of several nobody can tell. */
function assetOf({ within }: ComponentRow, { assets, sightings }: Around): Named | undefined {
  const sighting = within === null ? undefined : sightings.get(within)
  const match = sighting === undefined ? undefined : assets.match(sighting)
  if (match?.kind !== 'one') return undefined
  return { id: match.asset.id, name: String(match.asset.values['name'] ?? '') }
}

function valuesOf(row: ComponentRow, source: Around['source']) {
  const unusable: string[] = []
  const found: Record<string, string> = { type: types[row.type] ?? 'other' }
  for (const field of ['name', 'version', 'vendor', 'purl', 'cpe', 'licence', 'sha256'] as const) {
    const text = row[field]?.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() ?? ''
    if (text === '') continue
    const format = formats[field]
    const max = longest[field] ?? 64
    // A name that is cut off is another name.
    if (format !== undefined && (!format.test(text) || text.length > max)) unusable.push(field)
    else found[field] = text.slice(0, max).trim()
  }
  const stated = (source.document as { readonly timestamp?: string } | null)?.timestamp
  const stated_on = (stated ?? source.made_at).slice(0, 10)
  const values = { ...found, source_file: source.digest, stated_on }
  return { values: values as Readonly<Record<string, string>>, unusable }
}

/** From which list it was first known stays as it is. */
const provenance = ['source_file', 'stated_on']

function compared({ values: own }: RecordVersion, values: Readonly<Record<string, string>>) {
  const set: Record<string, string> = {}
  const differs: Record<string, { now: unknown; seen: string }> = {}
  for (const [field, seen] of Object.entries(values)) {
    if (provenance.includes(field) || field === 'name') continue
    const now = own[field]
    if (now === undefined || now === null) set[field] = seen
    else if (now !== seen) differs[field] = { now, seen }
  }
  return { set, differs }
}

/** What it is part of is not in it: that is known only once the other is accepted. */
function sealed(proposal: Omit<ComponentProposal, 'digest'>): ComponentProposal {
  return { ...proposal, digest: digestOf(proposal) }
}
