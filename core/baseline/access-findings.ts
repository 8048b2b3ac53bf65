// SPDX-License-Identifier: EUPL-1.2
import type { Detection } from '@schouw/core/capture'
import type { NamedAsset } from './baseline.ts'
import { type Finding, finding, row } from './finding.ts'
import type { Crossing } from './flows.ts'
import { type Access, grantLabel, grantsFor, supplierOf } from './grants.ts'
import type { RemoteAccessInput, WindowInput, ZoneKind, ZonesInput } from './inputs.ts'
import type { Scene } from './scene.ts'
import { sentence } from './sentences.ts'
import { serviceOf } from './talks.ts'
import { compareTexts, grouped } from './texts.ts'
import { isWithinWindow, localMoment } from './windows.ts'
import type { Zone } from './zone-plan.ts'

/**
 * Access from elsewhere against what is granted. Without `zones.yaml` nobody said what is
 * granted: then nothing is contradicted, and the detections speak for themselves.
 */
export function accessFindings(scene: Scene, found: readonly Crossing[]): Finding[] {
  const { zones } = scene.inputs
  if (zones === null) return []
  const sessions = (scene.inspection?.detections ?? [])
    .filter((detection) => isFromElsewhere(scene, detection))
    .map((detection) => ({ detection, access: accessOf(scene, detection) }))
  const granted = sessions.map((session) => ({
    ...session,
    grants: grantsFor(scene, session.access),
  }))
  const without = granted.filter(({ grants }) => grants.length === 0)
  const sessionsLate = outsideWindows(scene, granted)
  return [
    ...withoutGrant(scene, zones, without),
    ...granted.flatMap(({ detection, access, grants }) => ended(scene, detection, access, grants)),
    ...sessionsLate,
    ...conduitsOutsideWindow(scene, found).filter((late) => !isSaid(late, sessionsLate)),
  ]
}

/** A session through a conduit is one thing, not two. */
function isSaid({ assets }: Finding, others: readonly Finding[]): boolean {
  return others.some((other) => assets.every((id) => other.assets.includes(id)))
}

const inner: ReadonlySet<ZoneKind> = new Set<ZoneKind>(['ot', 'safety', 'dmz'])

function zonesOf(scene: Scene, { source, target }: Access): Zone[] {
  return [source, target].flatMap((asset) => {
    const zone = asset?.zone ? scene.plan.zone(asset.zone) : undefined
    return zone === undefined || asset?.external ? [] : [zone]
  })
}

interface Session {
  readonly detection: Detection
  readonly access: Access
}

interface Granted extends Session {
  readonly grants: readonly RemoteAccessInput[]
}

/** Screens shared within one office zone are housekeeping; what crosses or touches OT is access. */
function isFromElsewhere(scene: Scene, { kind, source, target, detail }: Detection): boolean {
  if (kind !== 'remote_access') return false
  if (detail['direction'] !== undefined) return true
  const zones = [scene.assetOf(source)?.zone, scene.assetOf(target)?.zone]
  const kinds = zones.map((zone) => (zone ? scene.plan.zone(zone)?.kind : undefined))
  if (kinds.some((one) => one === 'ot' || one === 'safety')) return true
  return zones[0] !== zones[1] && kinds.some((one) => one === 'supplier' || one === 'internet')
}

function accessOf(scene: Scene, { source, target, detail }: Detection): Access {
  return {
    tool: detail['tool'] ?? null,
    source: scene.assetOf(source),
    target: scene.assetOf(target),
  }
}

function withoutGrant(scene: Scene, zones: ZonesInput, sessions: readonly Session[]): Finding[] {
  const groups = grouped(sessions, ({ detection, access }) =>
    JSON.stringify([access.tool, detection.source]),
  )
  return [...groups.values()].map((group) => {
    const [{ detection, access }] = group
    const places = zonesOf(scene, access)
    const zone = places.find(({ kind }) => inner.has(kind)) ?? places[0]
    return finding({
      check: 'remote_access_without_grant',
      key: [access.tool ?? 'unknown', detection.source ?? 'unknown'],
      claim: sentence('claim.grants', {
        count: zones.remote_access.length,
        path: pathOf(zones),
      }),
      seen: sentence('seen.remote_access', {
        tool: access.tool ?? 'unknown',
        source: access.source?.label ?? access.target?.label ?? '?',
        target: access.source === undefined ? null : (access.target?.label ?? null),
        zone: zone?.name ?? null,
        at: detection.first,
      }),
      assets: group.flatMap(({ detection: { source, target } }) => idsOf(source, target)),
      frames: group.flatMap(({ detection: { frames } }) => frames),
      sources: zones.remote_access.slice(0, 5).map(({ at }) => row(at)),
      zones: places.map(({ id }) => id),
      words: [access.tool ?? 'unknown'],
      size: group.length,
      // In an office it is a way in; in the factory it is a way to the machines.
      ...(zone !== undefined && inner.has(zone.kind) ? {} : { severity: 'medium' as const }),
    })
  })
}

function ended(
  scene: Scene,
  detection: Detection,
  access: Access,
  grants: readonly RemoteAccessInput[],
): Finding[] {
  const day = detection.last?.slice(0, 10)
  if (day === undefined || grants.length === 0) return []
  const isRunning = ({ valid_until }: RemoteAccessInput) =>
    valid_until === null || valid_until >= day
  if (grants.some(isRunning)) return []
  const [grant] = grants
  const supplier = supplierOf(scene, grant)
  return [
    finding({
      check: 'grant_ended',
      key: [grant.id],
      claim: sentence('claim.grant_ended', {
        grant: grant.id,
        supplier: supplier.name,
        valid_until: grant.valid_until ?? '',
      }),
      seen: sentence('seen.remote_access', {
        tool: grant.tool,
        source: access.source?.label ?? '?',
        target: access.target?.label ?? null,
        zone: null,
        at: detection.last,
      }),
      ...placed(detection, grant, supplier.id),
      words: [grant.tool],
    }),
  ]
}

/** One finding a grant: a visit that hops over a jump server is one visit. */
function outsideWindows(scene: Scene, sessions: readonly Granted[]): Finding[] {
  const late = sessions.flatMap(({ detection, access, grants }) => {
    const windows = grants.filter(isWindowed)
    if (windows.length < grants.length) return []
    const moments = momentsOf(detection).filter((instant) =>
      windows.every(({ window }) => !isOpen(scene, instant, window)),
    )
    const [grant] = windows
    return grant === undefined || moments.length === 0
      ? []
      : [{ detection, access, grant, moments }]
  })
  const groups = grouped(late, ({ grant }) => grant.id)
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => compareTexts(a.moments[0], b.moments[0]))
    const [{ access, grant, moments }] = sorted
    const supplier = supplierOf(scene, grant)
    return finding({
      check: 'access_outside_window',
      key: [grant.id],
      claim: sentence('claim.window', {
        ...windowFacts(grant.id, grant.window),
        supplier: supplier.name,
      }),
      seen: sentence('seen.access_outside_window', {
        source: access.source?.label ?? '?',
        target: access.target?.label ?? access.source?.label ?? '?',
        service: access.tool ?? 'unknown',
        ...momentFacts(scene, moments[0]),
        times: daysOf(
          scene,
          sorted.flatMap((one) => one.moments),
        ),
      }),
      assets: group.flatMap(({ detection }) => idsOf(detection.source, detection.target)),
      frames: sorted.flatMap(({ detection }) => detection.frames.slice(0, 3)),
      sources: [row(grant.at)],
      suppliers: supplier.id === null ? [] : [supplier.id],
      zones: group.flatMap((one) => [one.access.source, one.access.target].flatMap(zoneIdOf)),
      words: [grantLabel(scene, grant)],
      size: group.length,
    })
  })
}

/** Visits are counted by day: what lies between first and last is not known. */
function daysOf(scene: Scene, instants: readonly string[]): number {
  const zone = scene.inputs.organisation.time_zone
  return new Set(instants.map((instant) => localMoment(instant, zone).text.slice(0, 10))).size
}

/** A conduit with hours is a promise too: what passes through it outside them breaks it. */
function conduitsOutsideWindow(scene: Scene, found: readonly Crossing[]): Finding[] {
  const late = found.flatMap((crossing) => {
    const window = crossing.conduit?.window ?? null
    if (window === null) return []
    const [instant] = momentsOf(crossing.talk).filter((at) => !isOpen(scene, at, window))
    return instant === undefined ? [] : [{ crossing, window, instant }]
  })
  const groups = grouped(late, ({ crossing }) => crossing.conduit?.id ?? '')
  return [...groups].map(([id, group]) => {
    const [{ crossing, window, instant }] = group
    const { source, target, talk, conduit } = crossing
    return finding({
      check: 'access_outside_window',
      key: [id],
      claim: sentence('claim.window', { ...windowFacts(id, window), supplier: null }),
      seen: sentence('seen.access_outside_window', {
        source: source.label,
        target: target.label,
        service: serviceOf(talk),
        ...momentFacts(scene, instant),
        times: daysOf(
          scene,
          group.map((one) => one.instant),
        ),
      }),
      assets: group.flatMap(({ crossing: one }) => [one.source.id, one.target.id]),
      frames: group.map(({ crossing: one }) => one.talk.frame),
      sources: conduit === null ? [] : [row(conduit.at)],
      zones: [crossing.from.id, crossing.to.id],
      words: [id],
      size: group.length,
    })
  })
}

type Windowed = RemoteAccessInput & { readonly window: WindowInput }

function isWindowed(grant: RemoteAccessInput): grant is Windowed {
  return grant.window !== null
}

/** What lies between first and last is not known to the minute: only these two are judged. */
function momentsOf({ first, last }: { first: string | null; last: string | null }): string[] {
  return [...new Set([first, last].filter((instant) => instant !== null))]
}

function isOpen(scene: Scene, instant: string, window: WindowInput): boolean {
  return isWithinWindow(instant, window, scene.inputs.organisation.time_zone)
}

function windowFacts(grant: string, { days, from, to }: WindowInput) {
  return { grant, days: days.join(', '), from, to }
}

function momentFacts(scene: Scene, instant: string) {
  const { text, weekday } = localMoment(instant, scene.inputs.organisation.time_zone)
  return { at: text, weekday }
}

function placed(detection: Detection, grant: RemoteAccessInput, supplier: string | null) {
  return {
    assets: idsOf(detection.source, detection.target),
    frames: detection.frames,
    sources: [row(grant.at)],
    suppliers: supplier === null ? [] : [supplier],
  }
}

function idsOf(...ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null)
}

function zoneIdOf(asset: NamedAsset | undefined): string[] {
  return asset?.zone ? [asset.zone] : []
}

function pathOf(zones: ZonesInput): string {
  return zones.zones[0]?.at.path ?? zones.remote_access[0]?.at.path ?? 'zones.yaml'
}
