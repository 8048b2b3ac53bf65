// SPDX-License-Identifier: EUPL-1.2
import type { Severity } from './requirement.ts'

export interface Check {
  /** Requirements of which a finding lowers the status. */
  readonly requirements: readonly string[]
  readonly severity: Severity
  /**
   * What must be claimed for a finding to contradict it. `anything`: reality speaks for itself.
   * `everywhere`: rung 3 and higher; below it the claim is only "for part of the company".
   */
  readonly against: 'anything' | 'everywhere'
}

/**
 * Claims against reality: which requirement each check puts to the test. The checks themselves
 * are made where captures and registers meet (`core/baseline`); a finding carries the check's id.
 */
export const checks = {
  // The network against the register and the zones.
  unregistered_device: { requirements: ['I1'], severity: 'medium', against: 'anything' },
  registered_not_seen: { requirements: ['I1'], severity: 'low', against: 'anything' },
  attribute_differs: { requirements: ['I1', 'E3'], severity: 'low', against: 'anything' },
  office_to_controller: { requirements: ['E2'], severity: 'high', against: 'anything' },
  safety_reached: { requirements: ['E2'], severity: 'high', against: 'anything' },
  undocumented_flows: { requirements: ['E2'], severity: 'low', against: 'everywhere' },
  internet_from_ot: { requirements: ['E2'], severity: 'high', against: 'anything' },
  internet_to_ot: { requirements: ['E2', 'J1'], severity: 'high', against: 'anything' },
  remote_access_without_grant: {
    requirements: ['D5', 'J1', 'D1'],
    severity: 'high',
    against: 'anything',
  },
  access_outside_window: { requirements: ['D5', 'J4'], severity: 'medium', against: 'anything' },
  grant_ended: { requirements: ['D5', 'I6'], severity: 'medium', against: 'anything' },
  cleartext_login: { requirements: ['H3', 'H6'], severity: 'medium', against: 'anything' },
  default_credentials: { requirements: ['H5'], severity: 'medium', against: 'anything' },
  smb1: { requirements: ['E6', 'H8'], severity: 'medium', against: 'anything' },
  old_tls: { requirements: ['H8'], severity: 'low', against: 'anything' },
  certificate_expiry: { requirements: ['H4'], severity: 'medium', against: 'anything' },
  // Tests against the plan.
  restore_missed: { requirements: ['C4'], severity: 'medium', against: 'anything' },
  restore_failed: { requirements: ['C4'], severity: 'high', against: 'anything' },
  restore_slow: { requirements: ['C4', 'C1'], severity: 'medium', against: 'anything' },
  // One register against an answer.
  grant_without_mfa: { requirements: ['J1', 'D5'], severity: 'high', against: 'everywhere' },
  grant_not_recorded: { requirements: ['D5'], severity: 'medium', against: 'everywhere' },
  no_backup: { requirements: ['C2'], severity: 'medium', against: 'everywhere' },
  no_notice_clause: { requirements: ['D3'], severity: 'medium', against: 'everywhere' },
  no_exit_plan: { requirements: ['D8'], severity: 'medium', against: 'everywhere' },
  not_reviewed: { requirements: ['D4'], severity: 'medium', against: 'everywhere' },
  no_recovery_target: { requirements: ['C1'], severity: 'medium', against: 'everywhere' },
  no_crown_jewels: { requirements: ['A4'], severity: 'medium', against: 'everywhere' },
  director_without_certificate: { requirements: ['G1'], severity: 'low', against: 'everywhere' },
} as const satisfies Record<string, Check>

export type CheckId = keyof typeof checks
