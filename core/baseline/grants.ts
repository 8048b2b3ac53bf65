// SPDX-License-Identifier: EUPL-1.2
import { addressRange, isWithin } from '@schouw/core/network'
import type { NamedAsset } from './baseline.ts'
import type { RemoteAccessInput } from './inputs.ts'
import type { Scene } from './scene.ts'
import { plainWord } from './texts.ts'
import { isMeant, namesOf } from './zone-plan.ts'

/** Names under which one tool goes. */
const sameTool: readonly (readonly string[])[] = [
  ['ewon', 'talk2m', 'ecatcher', 'hmsewon'],
  ['vnc', 'rfb'],
  ['rdp', 'remotedesktop', 'msrdp'],
  ['vpn', 'openvpn', 'wireguard', 'wg', 'ipsec'],
  ['secomea', 'gatemanager', 'sitemanager'],
]

/** Somebody working on a machine of the site from elsewhere. */
export interface Access {
  /** Null: any. */
  readonly tool: string | null
  readonly source: NamedAsset | undefined
  readonly target: NamedAsset | undefined
}

/** Grants that cover tool, target and source, whether or not they still run or are open now. */
export function grantsFor(scene: Scene, access: Access): RemoteAccessInput[] {
  const grants = scene.inputs.zones?.remote_access ?? []
  return grants.filter((grant) => {
    if (access.tool !== null && !isTool(grant.tool, access.tool)) return false
    // A tool that calls out runs on the machine it opens: then the source is what is reached.
    const isTarget = isAmong(scene, grant.targets, access.target)
    const isOpened = isAmong(scene, grant.targets, access.source)
    if (grant.targets.length > 0 && !isTarget && !isOpened) return false
    return isOpened || isFrom(grant, access.source)
  })
}

function isTool(granted: string, seen: string): boolean {
  const a = plainWord(granted)
  const b = plainWord(seen)
  if (a === '' || b === '') return false
  if (a === 'any' || a.includes(b) || b.includes(a)) return true
  const has = (names: readonly string[], word: string) => names.some((name) => word.includes(name))
  return sameTool.some((names) => has(names, a) && has(names, b))
}

function isAmong(scene: Scene, words: readonly string[], asset: NamedAsset | undefined): boolean {
  if (asset === undefined) return false
  if (asset.zone !== null && words.includes(asset.zone)) return true
  if (isMeant(words, namesOf(asset, scene.matches.get(asset.id)?.row.name))) return true
  const ranges = words.flatMap((word) => addressRange(word) ?? [])
  return addressesOf(asset).some((address) => ranges.some((range) => isWithin(address, range)))
}

function isFrom(grant: RemoteAccessInput, source: NamedAsset | undefined): boolean {
  if (grant.sources.length === 0 || source === undefined) return true
  const ranges = grant.sources.flatMap((text) => addressRange(text) ?? [])
  return addressesOf(source).some((address) => ranges.some((range) => isWithin(address, range)))
}

function addressesOf({ ipv4, ipv6 }: NamedAsset): string[] {
  return [...ipv4, ...ipv6]
}

/** What people call a grant: whom it lets in, and its id. */
export function grantLabel(scene: Scene, grant: RemoteAccessInput): string {
  const { name } = supplierOf(scene, grant)
  return name === null ? grant.id : `${name} (${grant.id})`
}

/** Name of the supplier a grant is for, as the register spells it. */
export function supplierOf(
  scene: Scene,
  grant: RemoteAccessInput,
): { readonly id: string | null; readonly name: string | null } {
  if (grant.supplier === null) return { id: null, name: null }
  const wanted = plainWord(grant.supplier)
  const known = (scene.inputs.suppliers ?? []).find(
    ({ id, name }) => plainWord(id) === wanted || plainWord(name) === wanted,
  )
  return known === undefined
    ? { id: null, name: grant.supplier }
    : { id: known.id, name: known.name }
}
