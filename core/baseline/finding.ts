// SPDX-License-Identifier: EUPL-1.2
import { type CheckId, checks, type Severity } from '@schouw/core/assurance'
import type { FrameRef } from '@schouw/core/capture'
import type { Contradiction, Source } from './baseline.ts'
import type { Sentence } from './sentences.ts'
import { unique } from './texts.ts'

/** A contradiction before it is published: knows the check that made it and whom it concerns. */
export interface Finding extends Contradiction {
  readonly check: CheckId
  /** Zones it touches, for the risks. */
  readonly zones: readonly string[]
  /** Processes it is about, by id, where the check itself knows them. */
  readonly processes: readonly string[]
  /** Suppliers it touches, by id. */
  readonly suppliers: readonly string[]
  /** Words a sentence about several findings lists: tools, protocols, grants, systems. */
  readonly words: readonly string[]
  /** How many things it is about: pairs, devices, logins. */
  readonly size: number
}

export interface FindingDraft {
  readonly check: CheckId
  /** Makes the id together with the check: the same thing seen again later has the same id. */
  readonly key: readonly string[]
  readonly claim: Sentence
  readonly seen: Sentence
  readonly assets?: readonly string[]
  readonly frames?: readonly FrameRef[]
  readonly sources?: readonly Source[]
  readonly zones?: readonly string[]
  readonly processes?: readonly string[]
  readonly suppliers?: readonly string[]
  readonly words?: readonly string[]
  readonly size?: number
  /** Where the thing at hand is lighter or heavier than the check as such. */
  readonly severity?: Severity
}

const kindOf: Readonly<Record<CheckId, Contradiction['kind']>> = {
  unregistered_device: 'unregistered_device',
  registered_not_seen: 'registered_not_seen',
  attribute_differs: 'attribute_differs',
  office_to_controller: 'forbidden_conversation',
  safety_reached: 'forbidden_conversation',
  undocumented_flows: 'claim_contradicted',
  internet_from_ot: 'internet_from_ot',
  internet_to_ot: 'forbidden_conversation',
  remote_access_without_grant: 'remote_access_without_grant',
  access_outside_window: 'access_outside_window',
  grant_ended: 'remote_access_without_grant',
  cleartext_login: 'cleartext_management',
  default_credentials: 'claim_contradicted',
  smb1: 'claim_contradicted',
  old_tls: 'claim_contradicted',
  certificate_expiry: 'claim_contradicted',
  restore_missed: 'restore_test_missed',
  restore_failed: 'restore_test_missed',
  restore_slow: 'restore_test_missed',
  grant_without_mfa: 'claim_contradicted',
  grant_not_recorded: 'claim_contradicted',
  no_backup: 'claim_contradicted',
  no_notice_clause: 'claim_contradicted',
  no_exit_plan: 'claim_contradicted',
  not_reviewed: 'claim_contradicted',
  no_recovery_target: 'claim_contradicted',
  no_crown_jewels: 'claim_contradicted',
  director_without_certificate: 'claim_contradicted',
}

/** Enough to look it up; the whole list is in `inspect`. */
const mostFrames = 10

export function finding(draft: FindingDraft): Finding {
  const frames = (draft.frames ?? []).slice(0, mostFrames)
  return {
    id: [draft.check, ...draft.key].join('/'),
    check: draft.check,
    kind: kindOf[draft.check],
    severity: draft.severity ?? checks[draft.check].severity,
    claim: draft.claim,
    seen: draft.seen,
    requirements: checks[draft.check].requirements,
    assets: unique(draft.assets ?? []),
    frames,
    sources: [
      ...frames.map((frame) => ({ kind: 'frame' as const, ...frame })),
      ...(draft.sources ?? []),
    ],
    zones: unique(draft.zones ?? []),
    processes: unique(draft.processes ?? []),
    suppliers: unique(draft.suppliers ?? []),
    words: unique(draft.words ?? []),
    size: draft.size ?? 1,
  }
}

/** Row of a file as a source. */
export function row(at: { readonly path: string; readonly line: number }): Source {
  return { kind: 'row', path: at.path, line: at.line }
}
