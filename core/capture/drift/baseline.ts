// SPDX-License-Identifier: EUPL-1.2

import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import type { AssetConversation } from '../asset.ts'
import { deviationKinds, type MaintenanceWindow, type Suppression } from './deviation.ts'
import type { DriftAsset, DriftReport } from './drift-report.ts'

/**
 * What is usual on a site's network, learnt from inspections. Published shape
 * (`docs/formats/traffic-baseline.md`). It counts only once a person has approved it.
 */
export interface TrafficBaseline {
  readonly schema: 'schouw/traffic-baseline/1'
  readonly captures: readonly string[]
  /** ISO 8601; null when no packet had a time. */
  readonly first: string | null
  readonly last: string | null
  readonly approved: { readonly by: string; readonly at: string } | null
  readonly devices: readonly KnownDevice[]
  readonly conversations: readonly KnownConversation[]
  /** Written by people, kept when more is learnt. */
  readonly windows?: readonly MaintenanceWindow[]
  readonly suppressions?: readonly Suppression[]
}

export interface KnownDevice {
  readonly id: string
  readonly macs: readonly string[]
  readonly addresses: readonly string[]
  readonly firmware: string | null
  readonly model: string | null
  readonly serial: string | null
}

export interface KnownConversation {
  readonly from: string
  readonly to: string
  /** `s7comm`, `tcp/5026`; `tcp/*` where the port is given out by chance. */
  readonly service: string
  /** Names of operations that the client asked for. */
  readonly operations: readonly string[]
}

/** Ports from here on are given out by chance (RFC 6335). */
const firstDynamic = 49_152

/** What the inspection shows, added to what was learnt before. Nothing is forgotten. */
export function learn(report: DriftReport, before?: TrafficBaseline): TrafficBaseline {
  const devices = new Map((before?.devices ?? []).map((one) => [one.id, one]))
  for (const asset of report.assets) {
    if (asset.silent || asset.external) continue
    devices.set(asset.id, joined(knownDevice(asset), devices.get(asset.id)))
  }
  const conversations = new Map(
    (before?.conversations ?? []).map((one) => [conversationKey(one), one]),
  )
  for (const one of report.conversations) {
    const known = { from: one.from, to: one.to, service: serviceOf(one) }
    const key = conversationKey(known)
    const operations = new Set(conversations.get(key)?.operations ?? [])
    for (const { name } of one.operations) operations.add(name)
    conversations.set(key, { ...known, operations: [...operations].sort() })
  }
  const firsts = [before?.first, ...report.captures.map(({ first }) => first)].filter(isText)
  const lasts = [before?.last, ...report.captures.map(({ last }) => last)].filter(isText)
  return {
    schema: 'schouw/traffic-baseline/1',
    captures: [...(before?.captures ?? []), ...report.captures.map(({ file }) => file)],
    first: firsts.sort()[0] ?? null,
    last: lasts.sort().at(-1) ?? null,
    // What is added has not been looked at.
    approved: null,
    devices: sorted([...devices.values()], ({ id }) => id),
    conversations: sorted([...conversations.values()], conversationKey),
    ...(before?.windows === undefined ? {} : { windows: before.windows }),
    ...(before?.suppressions === undefined ? {} : { suppressions: before.suppressions }),
  }
}

/** Refuses with `not-a-baseline` and the place that is wrong. */
export function asBaseline(value: unknown): Outcome<TrafficBaseline, 'not-a-baseline'> {
  if (!isRecord(value) || value['schema'] !== 'schouw/traffic-baseline/1') {
    return refuse('not-a-baseline', { at: 'schema' })
  }
  const { devices, conversations, captures } = value
  const isDevices = Array.isArray(devices) && devices.every(isKnownDevice)
  if (!isDevices) return refuse('not-a-baseline', { at: 'devices' })
  const isTalk = Array.isArray(conversations) && conversations.every(isKnownConversation)
  if (!isTalk) return refuse('not-a-baseline', { at: 'conversations' })
  if (!isTexts(captures)) return refuse('not-a-baseline', { at: 'captures' })
  for (const at of ['first', 'last']) {
    if (value[at] !== null && typeof value[at] !== 'string') {
      return refuse('not-a-baseline', { at })
    }
  }
  for (const at of ['windows', 'suppressions'] as const) {
    const list = value[at] ?? []
    if (!Array.isArray(list) || !list.every(shapes[at])) return refuse('not-a-baseline', { at })
  }
  if (!isApproval(value['approved'])) return refuse('not-a-baseline', { at: 'approved' })
  return ok(value as unknown as TrafficBaseline)
}

/** What a conversation is about, without what differs from one connection to the next. */
export function serviceOf({
  transport,
  port,
  protocol,
}: Pick<AssetConversation, 'transport' | 'port' | 'protocol'>): string {
  if (protocol !== null) return protocol
  const isDynamic = (transport === 'tcp' || transport === 'udp') && port >= firstDynamic
  return `${transport}/${isDynamic ? '*' : port}`
}

export function conversationKey(one: Omit<KnownConversation, 'operations'>): string {
  return `${one.from} ${one.to} ${one.service}`
}

function knownDevice({ id, macs, ipv4, ipv6, firmware, model, serial }: DriftAsset): KnownDevice {
  return { id, macs, addresses: [...ipv4, ...ipv6], firmware, model, serial }
}

function joined(now: KnownDevice, before: KnownDevice | undefined): KnownDevice {
  if (before === undefined) return now
  return {
    id: now.id,
    macs: [...new Set([...before.macs, ...now.macs])].sort(),
    addresses: [...new Set([...before.addresses, ...now.addresses])].sort(),
    firmware: now.firmware ?? before.firmware,
    model: now.model ?? before.model,
    serial: now.serial ?? before.serial,
  }
}

function sorted<Item>(list: readonly Item[], key: (item: Item) => string): Item[] {
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function isText(value: string | null | undefined): value is string {
  return typeof value === 'string'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isKnownDevice(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false
  const isIdentity = ['firmware', 'model', 'serial'].every((name) => isTextOrNull(value[name]))
  return isIdentity && isTexts(value['macs']) && isTexts(value['addresses'])
}

function isKnownConversation(value: unknown): boolean {
  if (!isRecord(value)) return false
  const isNamed = ['from', 'to', 'service'].every((name) => typeof value[name] === 'string')
  return isNamed && isTexts(value['operations'])
}

const shapes = { windows: isWindow, suppressions: isSuppression } as const

function isWindow(value: unknown): boolean {
  if (!isRecord(value) || !isInstant(value['from']) || !isInstant(value['until'])) return false
  return value['targets'] === undefined || isTexts(value['targets'])
}

function isSuppression(value: unknown): boolean {
  if (!isRecord(value) || !isInstant(value['until'])) return false
  const isKind = deviationKinds.some((kind) => kind === value['kind'])
  return isKind && typeof value['reason'] === 'string' && value['reason'] !== ''
}

/** ISO 8601 in UTC, as inspections write: such texts compare as they follow in time. */
function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value)
}

function isApproval(value: unknown): boolean {
  if (value === null) return true
  return isRecord(value) && typeof value['by'] === 'string' && typeof value['at'] === 'string'
}
