// SPDX-License-Identifier: EUPL-1.2

export interface Hazard {
  readonly id: string
  /** Category of the register of risks. */
  readonly category: string
  /** Where it can strike, each apart. */
  readonly per: 'organisation' | 'site' | 'line'
}

/** What can stop a factory, cyber or not: the law asks for all of it (NIS2 art. 21, all hazards). */
export const hazards = [
  { id: 'fire', category: 'physical', per: 'site' },
  { id: 'water', category: 'physical', per: 'site' },
  { id: 'storm', category: 'physical', per: 'site' },
  { id: 'power_loss', category: 'physical', per: 'site' },
  { id: 'cooling_loss', category: 'technical_failure', per: 'site' },
  { id: 'telecom_loss', category: 'technical_failure', per: 'site' },
  { id: 'physical_access', category: 'sabotage', per: 'site' },
  { id: 'no_access', category: 'physical', per: 'site' },
  { id: 'machine_failure', category: 'technical_failure', per: 'line' },
  { id: 'wrong_change', category: 'human_error', per: 'line' },
  { id: 'key_person', category: 'human_error', per: 'line' },
  { id: 'supplier_failure', category: 'supplier_failure', per: 'line' },
  { id: 'cloud_loss', category: 'supplier_failure', per: 'organisation' },
  { id: 'ransomware', category: 'ransomware', per: 'organisation' },
  { id: 'insider', category: 'sabotage', per: 'organisation' },
  { id: 'sickness_wave', category: 'human_error', per: 'organisation' },
] as const satisfies readonly Hazard[]

export type HazardId = (typeof hazards)[number]['id']
