// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '@schouw/core/capture'
import type { NamedAsset, ZoneFlow } from './baseline.ts'
import { grantsFor } from './grants.ts'
import type { ConduitInput, ZoneKind } from './inputs.ts'
import type { Scene } from './scene.ts'
import type { Talk } from './talk.ts'
import { isControl, isHousekeeping, isReached, isService, isTunnel, serviceOf } from './talks.ts'
import { compareTexts, grouped, unique } from './texts.ts'
import type { Zone } from './zone-plan.ts'

export type ForbiddenBy =
  | 'office_to_controller'
  | 'safety_reached'
  | 'internet_from_ot'
  | 'internet_to_ot'

/** A conversation that crosses from one zone to another, judged. */
export interface Crossing {
  readonly talk: Talk
  readonly source: NamedAsset
  readonly target: NamedAsset
  readonly from: Zone
  readonly to: Zone
  readonly verdict: ZoneFlow['verdict']
  readonly forbiddenBy: ForbiddenBy | null
  /** The conduit that lets it pass. */
  readonly conduit: ConduitInput | null
}

/** What stops a line when it is told to, or starts what should not. */
const controllers: ReadonlySet<Role> = new Set<Role>([
  'plc',
  'safety_plc',
  'hmi',
  'scada_server',
  'drive',
  'remote_io',
  'robot',
  'cnc',
  'gateway',
])
const outerKinds: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['office', 'guest', 'supplier'])
const innerKinds: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['ot', 'safety'])

/** Conversations within one zone, from unknown places, and that nobody answered are no crossings. */
export function crossings(scene: Scene): Crossing[] {
  const found: Crossing[] = []
  for (const talk of scene.inspection?.conversations ?? []) {
    const source = scene.assetOf(talk.from)
    const target = scene.assetOf(talk.to)
    const from = zoneOf(scene, source)
    const to = zoneOf(scene, target)
    if (!source || !target || !from || !to || from.id === to.id) continue
    if (!isReached(talk) || isHousekeeping(talk)) continue
    found.push(judged(scene, { talk, source, target, from, to }))
  }
  return found
}

function zoneOf(scene: Scene, asset: NamedAsset | undefined): Zone | undefined {
  return asset?.zone ? scene.plan.zone(asset.zone) : undefined
}

type Bare = Pick<Crossing, 'talk' | 'source' | 'target' | 'from' | 'to'>

/** What is in a conduit or a grant is allowed; of the rest only what the rules name is forbidden. */
function judged(scene: Scene, crossing: Bare): Crossing {
  const conduit = conduitFor(scene, crossing)
  if (conduit !== undefined) return { ...crossing, verdict: 'allowed', forbiddenBy: null, conduit }
  const forbiddenBy = ruleAgainst(scene, crossing)
  const isGranted = forbiddenBy !== null && isUnderGrant(scene, crossing)
  if (isGranted) return { ...crossing, verdict: 'allowed', forbiddenBy: null, conduit: null }
  const verdict = forbiddenBy === null ? 'not_documented' : 'forbidden'
  return { ...crossing, verdict, forbiddenBy, conduit: null }
}

function conduitFor(scene: Scene, { talk, from, to }: Bare): ConduitInput | undefined {
  const isEitherWay = talk.direction_basis === 'first'
  return (scene.inputs.zones?.conduits ?? []).find((conduit) => {
    const isForth = conduit.from === from.id && conduit.to === to.id
    const isBack = isEitherWay && conduit.from === to.id && conduit.to === from.id
    return (isForth || isBack) && conduit.services.some((word) => isService(talk, word))
  })
}

function isUnderGrant(scene: Scene, { talk, source, target }: Bare): boolean {
  const tool = talk.protocol ?? `${talk.transport}/${talk.port}`
  if (grantsFor(scene, { tool, source, target }).length > 0) return true
  // A tool that calls out talks with many relays, encrypted: these belong to the session too.
  const isNamed = (scene.inspection?.detections ?? []).filter(
    ({ kind, source: by, target: at }) =>
      kind === 'remote_access' &&
      by === source.id &&
      (at === target.id || (at === null && isTunnel(talk))),
  )
  return isNamed.some(
    ({ detail }) => grantsFor(scene, { tool: detail['tool'] ?? null, source, target }).length > 0,
  )
}

/** Directive (EU) 2022/2555 names no zones; these are the lines requirement E2 draws. */
function ruleAgainst(scene: Scene, { talk, from, to, source, target }: Bare): ForbiddenBy | null {
  if (from.kind === 'internet' && innerKinds.has(to.kind)) return 'internet_to_ot'
  if (to.kind === 'internet' && innerKinds.has(from.kind)) return 'internet_from_ot'
  if (to.kind === 'safety') return 'safety_reached'
  if (!outerKinds.has(from.kind) || to.kind !== 'ot') return null
  if (!isController(target) && !isControl(talk)) return null
  // Where people have drawn a passage, another service in it is an omission, unless it commands.
  const conduits = scene.inputs.zones?.conduits ?? []
  const isPassage = conduits.some((one) => one.from === from.id && one.to === to.id)
  if (isPassage && !isControl(talk)) return null
  // Inferred zones rest on roles alone: only what plainly is no engineering station counts.
  const isPlain = source.role !== null && plainOfficeRoles.has(source.role)
  return from.isInferred && !isPlain ? null : 'office_to_controller'
}

const plainOfficeRoles: ReadonlySet<Role> = new Set<Role>([
  'workstation',
  'server',
  'printer',
  'camera',
  'phone',
])

function isController({ role, purdue_level }: NamedAsset): boolean {
  return (role !== null && controllers.has(role)) || (purdue_level !== null && purdue_level <= 1)
}

/** Traffic between two zones summed, worst verdict first to be seen. */
export function zoneFlows(
  found: readonly Crossing[],
  contradictionsOf: (from: string, to: string) => readonly string[],
): ZoneFlow[] {
  const groups = grouped(found, ({ from, to }) => JSON.stringify([from.id, to.id]))
  return [...groups.values()]
    .map((group): ZoneFlow => {
      const [{ from, to }] = group
      return {
        from: from.id,
        to: to.id,
        services: unique(group.map(({ talk }) => serviceOf(talk))),
        conversations: group.length,
        packets: group.reduce(
          (sum, { talk }) => sum + talk.packets_to_server + talk.packets_to_client,
          0,
        ),
        verdict: worst(group),
        contradictions: contradictionsOf(from.id, to.id),
      }
    })
    .sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.to, b.to))
}

function worst(group: readonly Crossing[]): ZoneFlow['verdict'] {
  if (group.some(({ verdict }) => verdict === 'forbidden')) return 'forbidden'
  return group.every(({ verdict }) => verdict === 'allowed') ? 'allowed' : 'not_documented'
}
