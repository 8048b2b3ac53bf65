// SPDX-License-Identifier: EUPL-1.2
import type { FrameRef } from '../asset.ts'
import { type Technique, techniques } from '../detections/techniques.ts'

export const deviationKinds = [
  'new_device',
  'changed_device',
  'firmware_change',
  'address_change',
  'new_conversation',
  'new_operation',
  'programming_outside_window',
  'scan',
  'beaconing',
  'time_jump',
] as const
export type DeviationKind = (typeof deviationKinds)[number]

export type Severity = 'low' | 'medium' | 'high'

/** Why it weighs what it weighs: what raises it, or `maintenance_window`, which lowers it. */
export type SeverityReason =
  | 'controller'
  | 'control_service'
  | 'changes_device'
  | 'programs_device'
  | 'outside_site'
  | 'remote_access'
  | 'firmware'
  | 'many_targets'
  | 'never_answered'
  | 'maintenance_window'

/** Published shape: something that is not as the approved baseline has it. */
export interface Deviation {
  readonly id: string
  readonly kind: DeviationKind
  readonly severity: Severity
  readonly reasons: readonly SeverityReason[]
  readonly source: string | null
  readonly target: string | null
  readonly service: string | null
  readonly count: number
  readonly first: string | null
  readonly last: string | null
  readonly frames: readonly FrameRef[]
  readonly technique: Technique | null
  readonly detail: Readonly<Record<string, string>>
  /** Set aside by a person until a day; it stays in the list. */
  readonly suppressed: { readonly until: string; readonly reason: string } | null
}

/** Set aside: what is left out counts for all. */
export interface Suppression {
  readonly kind: DeviationKind
  readonly source?: string
  readonly target?: string
  readonly service?: string
  /** ISO 8601; from then on it is shown again. */
  readonly until: string
  readonly reason: string
}

/** When controllers may be programmed. */
export interface MaintenanceWindow {
  readonly from: string
  readonly until: string
  /** Asset ids; absent: all. */
  readonly targets?: readonly string[]
}

export const techniqueOf: Readonly<Record<DeviationKind, Technique | null>> = {
  new_device: techniques.transientCyberAsset,
  changed_device: null,
  firmware_change: techniques.systemFirmware,
  address_change: techniques.adversaryInTheMiddle,
  new_conversation: null,
  new_operation: techniques.commandMessage,
  programming_outside_window: techniques.programDownload,
  scan: techniques.portScan,
  beaconing: techniques.standardApplicationProtocol,
  time_jump: null,
}

const weights: Readonly<Record<SeverityReason, number>> = {
  controller: 1,
  control_service: 1,
  changes_device: 1,
  programs_device: 2,
  outside_site: 1,
  remote_access: 1,
  firmware: 2,
  many_targets: 1,
  never_answered: -1,
  maintenance_window: -2,
}

const start: Readonly<Record<DeviationKind, number>> = {
  new_device: 1,
  changed_device: 1,
  firmware_change: 0,
  address_change: 1,
  new_conversation: 0,
  new_operation: 0,
  programming_outside_window: 1,
  scan: 1,
  beaconing: 1,
  time_jump: 0,
}

/** Below 1 low, from 2 on high. */
export function severityOf(kind: DeviationKind, reasons: readonly SeverityReason[]): Severity {
  const weight = reasons.reduce((sum, reason) => sum + weights[reason], start[kind])
  return weight < 1 ? 'low' : weight < 2 ? 'medium' : 'high'
}
