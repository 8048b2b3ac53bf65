// SPDX-License-Identifier: EUPL-1.2
// From drafts to published assets: figures, facts, identity, role and level.
import type { Asset, ServiceUse } from '../asset.ts'
import type { Claims } from './claims.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Behaviours } from './evidence.ts'
import { type Identity, identity, publishedFacts, type Statement } from './facts.ts'
import type { Clock } from './instants.ts'
import { isOutside } from './judge.ts'
import { inventoryLimits } from './limits.ts'
import type { Lines } from './lines.ts'
import type { PurdueVerdict } from './purdue.ts'
import type { KnownService } from './services.ts'

export interface AssemblyParts {
  readonly drafts: Drafts
  readonly claims: Claims
  readonly lines: Lines
  readonly behaviours: Behaviours
  /** By number of the draft. */
  readonly levels: readonly (PurdueVerdict | undefined)[]
  readonly captureNames: readonly string[]
  readonly clock: Clock
}

/** What is known of a draft before its facts are written out; of those left out it is counted. */
export interface Outline extends Identity {
  readonly draft: Draft
  readonly isExternal: boolean
}

/** In order of ids. */
export function* outlines({ drafts, claims }: AssemblyParts): Generator<Outline> {
  const children = childrenOf(drafts)
  const inOrder = drafts.list.slice().sort((left, right) => (left.id < right.id ? -1 : 1))
  for (const draft of inOrder) {
    const isExternal = isOutside(draft, claims)
    const spoken = spokenFor(draft, children.get(draft))
    const statements = spoken.length === 0 ? draft.statements : [...draft.statements, ...spoken]
    yield { draft, isExternal, ...identity(statements, !isExternal) }
  }
}

export function assetOf(
  { drafts, behaviours, levels, captureNames, clock }: AssemblyParts,
  outline: Outline,
): { readonly asset: Asset; readonly factsLeftOut: number } {
  const { draft, isExternal, ...known } = outline
  const { id, number, parent, child, device, role } = draft
  const { facts, leftOut: factsLeftOut } = publishedFacts(draft.statements, captureNames)
  const { offered, used } = behaviours.of(number)
  const level = levels[number]
  const ips = device?.ips ?? []
  const asset: Asset = {
    id,
    parent: parent?.id ?? null,
    child,
    macs: device?.macs ?? [],
    ipv4: ips.filter(({ isV6 }) => !isV6).map(({ text }) => text),
    ipv6: ips.filter(({ isV6 }) => isV6).map(({ text }) => text),
    vlans: drafts.figures.vlans(number),
    external: isExternal,
    silent: device?.isSilent ?? false,
    first_seen: clock.text(drafts.figures.firstS[number] ?? Number.NaN),
    last_seen: clock.text(drafts.figures.lastS[number] ?? Number.NaN),
    packets: drafts.figures.packets[number] ?? 0,
    bytes: drafts.figures.bytes[number] ?? 0,
    ...known,
    role: role?.role ?? null,
    role_reason: role?.reason ?? null,
    purdue_level: level?.level ?? null,
    purdue_reason: level?.reason ?? null,
    services_offered: published(offered),
    services_used: published(used),
    facts,
  }
  return { asset, factsLeftOut }
}

function childrenOf(drafts: Drafts): ReadonlyMap<Draft, readonly Draft[]> {
  const children = new Map<Draft, Draft[]>()
  for (const one of drafts.children()) {
    if (one.parent === undefined) continue
    const known = children.get(one.parent)
    if (known === undefined) children.set(one.parent, [one])
    else known.push(one)
  }
  return children
}

// These children are the device itself under another number; slaves and modules are things apart.
const selfKinds: readonly string[] = ['ams-netid', 's7-slot', 'modbus-unit']

/** What its only child of such a kind says of itself, a device says too where it says nothing. */
function spokenFor(one: Draft, children: readonly Draft[] | undefined): readonly Statement[] {
  if (children === undefined) return none
  const own = new Set(one.statements.map(({ name }) => name))
  return selfKinds.flatMap((kind) => {
    const [only, ...others] = children.filter(({ child }) => child?.kind === kind)
    if (only === undefined || others.length > 0) return none
    return only.statements.filter(({ name }) => identityNames.has(name) && !own.has(name))
  })
}

const none: readonly Statement[] = []

const identityNames: ReadonlySet<string> = new Set([
  'model',
  'order_number',
  'firmware',
  'serial',
  'operating_system',
])

function published(services: readonly KnownService[]): readonly ServiceUse[] {
  if (services.length === 0) return noServices
  return services
    .map(({ use }) => use)
    .sort(
      (left, right) =>
        compareTexts(left.transport, right.transport) ||
        left.port - right.port ||
        compareTexts(left.protocol ?? '', right.protocol ?? ''),
    )
    .slice(0, inventoryLimits.services)
}

const noServices: readonly ServiceUse[] = []

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
