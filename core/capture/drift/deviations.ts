// SPDX-License-Identifier: EUPL-1.2
import type { Detection, FrameRef } from '../asset.ts'
import { serviceClass } from '../inventory/service-class.ts'
import { type KnownDevice, serviceOf, type TrafficBaseline } from './baseline.ts'
import {
  type Deviation,
  type DeviationKind,
  type MaintenanceWindow,
  type SeverityReason,
  type Suppression,
  severityOf,
  techniqueOf,
} from './deviation.ts'
import type { DriftAsset, DriftConversation, DriftReport } from './drift-report.ts'

/** Where the baseline has windows and suppressions of its own, those given here stand in for them. */
export interface DriftOptions {
  readonly windows?: readonly MaintenanceWindow[]
  readonly suppressions?: readonly Suppression[]
  /** ISO 8601: which suppressions still count. */
  readonly asOf: string
}

type Draft = Omit<Deviation, 'id' | 'severity' | 'technique' | 'suppressed'>

const arpType = 0x0806

/** Programming and changes of state, which belong into a maintenance window. */
const programming: ReadonlySet<string> = new Set([
  ...['download', 'firmware', 'stop', 'start', 'restart', 'configure'],
])
const changing: ReadonlySet<string> = new Set([...programming, 'write', 'force'])

/** What is not as the baseline has it, the heaviest first; nothing twice. */
export function deviations(
  baseline: TrafficBaseline,
  report: DriftReport,
  options: DriftOptions,
): readonly Deviation[] {
  const scene = new Scene(baseline, report, options.windows ?? baseline.windows ?? [])
  const drafts = [
    ...report.assets.flatMap((asset) => ofDevice(asset, scene)),
    ...report.conversations.flatMap((one) => ofConversation(one, scene)),
    ...report.detections.flatMap((one) => ofDetection(one, scene)),
    ...timeJumps(scene),
  ]
  const suppressions = options.suppressions ?? baseline.suppressions ?? []
  const found = new Map<string, Deviation>()
  for (const draft of drafts) {
    const one = published(draft, suppressions, options.asOf)
    const before = found.get(one.id)
    found.set(one.id, before === undefined ? one : { ...before, count: before.count + one.count })
  }
  return [...found.values()].sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.id < b.id ? -1 : 1),
  )
}

const order = { high: 0, medium: 1, low: 2 } as const

class Scene {
  readonly baseline: TrafficBaseline
  readonly report: DriftReport
  readonly windows: readonly MaintenanceWindow[]
  readonly assets: ReadonlyMap<string, DriftAsset>
  readonly devices: ReadonlyMap<string, KnownDevice>
  readonly byAddress = new Map<string, KnownDevice>()
  readonly talk = new Map<string, ReadonlySet<string>>()
  /** What these try in vain is one scan, not a thousand conversations. */
  readonly scanners: ReadonlySet<string | null>
  readonly #seen = new Map<string, FrameRef>()

  constructor(
    baseline: TrafficBaseline,
    report: DriftReport,
    windows: readonly MaintenanceWindow[],
  ) {
    this.baseline = baseline
    this.report = report
    this.windows = windows
    const scans = report.detections.filter(({ kind }) => kind === 'scan')
    this.scanners = new Set(scans.map(({ source }) => source))
    this.assets = new Map(report.assets.map((asset) => [asset.id, asset]))
    this.devices = new Map(baseline.devices.map((device) => [device.id, device]))
    for (const device of baseline.devices) {
      for (const address of device.addresses) this.byAddress.set(address, device)
    }
    for (const { from, to, frame } of report.conversations) {
      // Where nobody kept the frame there is none to look at.
      for (const id of frame.frame > 0 ? [from, to] : []) {
        const known = this.#seen.get(id)
        const isLater = known?.capture === frame.capture && known.frame < frame.frame
        if (known === undefined || (known.capture === frame.capture && !isLater)) {
          this.#seen.set(id, frame)
        }
      }
    }
    for (const { from, to, service, operations } of baseline.conversations) {
      this.talk.set(`${from} ${to} ${service}`, new Set(operations))
    }
  }

  /** Where a device is first seen speaking or spoken to; nowhere for what is in no conversation. */
  seen({ id, facts }: DriftAsset): readonly FrameRef[] {
    const frame = this.#seen.get(id) ?? facts[0]
    return frame === undefined ? [] : [{ capture: frame.capture, frame: frame.frame }]
  }

  /** A device by its id, or by one of its addresses: the smallest card may have been silent. */
  known(asset: DriftAsset): KnownDevice | undefined {
    const found = this.devices.get(asset.id)
    if (found !== undefined) return found
    const isSame = ({ macs }: KnownDevice) => macs.some((mac) => asset.macs.includes(mac))
    return this.baseline.devices.find(isSame)
  }

  isInWindow(target: string, first: string | null, last: string | null): boolean {
    if (first === null || last === null) return false
    return this.windows.some(
      ({ from, until, targets }) =>
        (targets === undefined || targets.includes(target)) && from <= first && last <= until,
    )
  }
}

function ofDevice(asset: DriftAsset, scene: Scene): Draft[] {
  if (asset.silent || asset.external) return []
  const known = scene.known(asset)
  const frames = scene.seen(asset)
  const base = { source: asset.id, target: null, service: null, count: 1, frames }
  const times = { first: asset.first_seen, last: asset.last_seen }
  if (known === undefined) {
    const taken = [...asset.ipv4, ...asset.ipv6].find((address) => scene.byAddress.has(address))
    const before = taken === undefined ? undefined : scene.byAddress.get(taken)
    const isCard = asset.macs.length > 0 && before !== undefined && before.macs.length > 0
    if (isCard && taken !== undefined) {
      const detail = { address: taken, before: before.macs.join(', '), now: asset.macs.join(', ') }
      return [{ ...base, ...times, kind: 'address_change', reasons: roleReasons(asset), detail }]
    }
    const detail = { vendor: asset.vendor ?? '', name: asset.hostnames[0] ?? '' }
    return [{ ...base, ...times, kind: 'new_device', reasons: roleReasons(asset), detail }]
  }
  const changes: Draft[] = []
  for (const field of ['firmware', 'model', 'serial'] as const) {
    const [before, now] = [known[field], asset[field]]
    if (before === null || now === null || before === now) continue
    const isFirmware = field === 'firmware'
    const kind: DeviationKind = isFirmware ? 'firmware_change' : 'changed_device'
    const reasons: SeverityReason[] = isFirmware ? ['firmware'] : roleReasons(asset)
    const stated = asset.facts.filter(({ value }) => value === now)
    const where = stated.map(({ capture, frame }) => ({ capture, frame })).slice(0, 10)
    const detail = { field, before, now }
    const shown = where.length > 0 ? where : frames
    changes.push({ ...base, ...times, frames: shown, kind, reasons, detail })
  }
  return changes
}

function roleReasons({ purdue_level, services_used }: DriftAsset): SeverityReason[] {
  const isController = purdue_level !== null && purdue_level <= 1
  const isControlling = services_used.some((use) => serviceClass(use) === 'control')
  return [
    ...(isController ? (['controller'] as const) : []),
    ...(isControlling ? (['control_service'] as const) : []),
  ]
}

function ofConversation(one: DriftConversation, scene: Scene): Draft[] {
  // Asking for an address says nothing that the conversation behind it does not say.
  if (one.transport === 'ethernet' && one.port === arpType) return []
  const service = serviceOf(one)
  const known = scene.talk.get(`${one.from} ${one.to} ${service}`)
  const base = {
    source: one.from,
    target: one.to,
    service,
    first: one.first,
    last: one.last,
    detail: { transport: one.transport, port: String(one.port) },
  }
  const drafts: Draft[] = []
  if (known === undefined) {
    // Where no handshake was seen, who opened is a guess that may turn round.
    const isTurned = one.direction_basis !== 'handshake'
    if (isTurned && scene.talk.has(`${one.to} ${one.from} ${service}`)) return []
    const reasons = talkReasons(one, scene)
    if (reasons.includes('never_answered') && scene.scanners.has(one.from)) return []
    drafts.push({ ...base, kind: 'new_conversation', reasons, count: 1, frames: [one.frame] })
  }
  for (const { name, effect, count, frames } of one.operations) {
    const isNew = known !== undefined && !known.has(name)
    const isProgramming = programming.has(effect) && serviceClass(one) === 'control'
    if (!isNew && !isProgramming) continue
    const isAllowed = scene.isInWindow(one.to, one.first, one.last)
    const reasons: SeverityReason[] = [
      ...(isProgramming
        ? (['programs_device'] as const)
        : changing.has(effect)
          ? (['changes_device'] as const)
          : []),
      ...(isAllowed ? (['maintenance_window'] as const) : []),
    ]
    const detail = { ...base.detail, operation: name, effect }
    const seen = { ...base, count, frames: frames.slice(0, 10), detail, reasons }
    // Programming says more than that it is new.
    if (isProgramming && !isAllowed) drafts.push({ ...seen, kind: 'programming_outside_window' })
    else if (isNew) drafts.push({ ...seen, kind: 'new_operation' })
  }
  return drafts
}

function talkReasons(one: DriftConversation, scene: Scene): SeverityReason[] {
  const kind = serviceClass(one)
  const ends = [scene.assets.get(one.from), scene.assets.get(one.to)]
  const isController = ends.some((end) => (end?.purdue_level ?? 9) <= 1)
  const isOutside = ends.some((end) => end?.external === true)
  return [
    ...(isController ? (['controller'] as const) : []),
    ...(kind === 'control' ? (['control_service'] as const) : []),
    ...(isOutside ? (['outside_site'] as const) : []),
    ...(kind === 'remote' ? (['remote_access'] as const) : []),
    ...(one.unanswered > 0 && one.unanswered === one.connections
      ? (['never_answered'] as const)
      : []),
  ]
}

/** What inspections find of themselves and no baseline makes usual, but for a rhythm that was learnt. */
function ofDetection(one: Detection, scene: Scene): Draft[] {
  const { kind, source, target, protocol, count, first, last, frames, detail } = one
  const base = { source, target, service: null, count, first, last, frames, detail }
  if (kind === 'scan') {
    const isKnown = source !== null && scene.devices.has(source)
    return [{ ...base, kind, reasons: isKnown ? [] : ['many_targets'] }]
  }
  if (kind === 'beaconing') {
    const isLearnt = scene.talk.has(`${source} ${target} ${protocol}`)
    return isLearnt ? [] : [{ ...base, kind, service: protocol, reasons: ['outside_site'] }]
  }
  if (kind !== 'clock_jump') return []
  const asset = source === null ? undefined : scene.assets.get(source)
  const isController = asset === undefined ? [] : roleReasons(asset)
  return [{ ...base, kind: 'time_jump', service: protocol, reasons: isController }]
}

/** Captures that begin long before what was learnt ended: a clock that was set back. */
function timeJumps({ baseline, report }: Scene): Draft[] {
  const learnt = baseline.last
  if (learnt === null) return []
  return report.captures.flatMap(({ file, first, last }) => {
    if (first === null || last === null || first >= learnt || baseline.captures.includes(file)) {
      return []
    }
    const detail = { capture: file, begins: first, learnt_until: learnt }
    const ends = { source: null, target: null, service: null, first, last }
    return [
      {
        kind: 'time_jump',
        ...ends,
        count: 1,
        frames: [{ capture: file, frame: 1 }],
        detail,
        reasons: [],
      },
    ]
  })
}

function published(draft: Draft, suppressions: readonly Suppression[], asOf: string): Deviation {
  const { kind, source, target, service, reasons, detail } = draft
  const aside = suppressions.find(
    (one) =>
      one.kind === kind &&
      one.until > asOf &&
      (one.source ?? source) === source &&
      (one.target ?? target) === target &&
      (one.service ?? service) === service,
  )
  const parts = [kind, source ?? '', target ?? '', service ?? '', detail['operation'] ?? '']
  return {
    ...draft,
    id: [...parts, detail['field'] ?? detail['capture'] ?? ''].join('|'),
    severity: severityOf(kind, reasons),
    technique: techniqueOf[kind],
    suppressed: aside === undefined ? null : { until: aside.until, reason: aside.reason },
  }
}
