// SPDX-License-Identifier: EUPL-1.2
// Words of what departs from the usual traffic.
import type { Deviation, DeviationKind, Severity } from '@schouw/core/capture/drift'
import type { Language } from '../language.ts'

interface DriftWords {
  readonly title: string
  readonly columns: readonly string[]
  readonly none: string
  readonly more: (count: number) => string
  readonly aside: (count: number) => string
  readonly notApproved: string
  readonly approved: (by: string, at: string) => string
  readonly severity: Readonly<Record<Severity, string>>
  readonly kind: Readonly<Record<DeviationKind, string>>
  readonly reason: Readonly<Record<Deviation['reasons'][number], string>>
}

export const driftWords: Readonly<Record<Language, DriftWords>> = {
  en: {
    title: 'Departs from the usual',
    columns: ['Weight', 'What', 'From', 'To', 'Service', 'Because'],
    none: 'Nothing departs from what was learnt.',
    more: (count) => `and ${count} more (--json has all)`,
    aside: (count) => `${count} set aside`,
    notApproved: 'Nobody has approved what was learnt.',
    approved: (by, at) => `Approved by ${by}, ${at.slice(0, 10)}.`,
    severity: { high: 'high', medium: 'medium', low: 'low' },
    kind: {
      new_device: 'new device',
      changed_device: 'device changed',
      firmware_change: 'other firmware',
      address_change: 'address at another card',
      new_conversation: 'new conversation',
      new_operation: 'new operation',
      programming_outside_window: 'programming outside a maintenance window',
      scan: 'scan',
      beaconing: 'calls out in an even rhythm',
      time_jump: 'clock jumped',
    },
    reason: {
      controller: 'a controller',
      control_service: 'control protocol',
      changes_device: 'changes values',
      programs_device: 'programs or stops',
      outside_site: 'outside the site',
      remote_access: 'remote access',
      firmware: 'firmware',
      many_targets: 'many targets',
      never_answered: 'never answered',
      maintenance_window: 'within a maintenance window',
    },
  },
  nl: {
    title: 'Wijkt af van het gewone',
    columns: ['Gewicht', 'Wat', 'Van', 'Naar', 'Dienst', 'Omdat'],
    none: 'Niets wijkt af van wat geleerd is.',
    more: (count) => `en nog ${count} (--json heeft ze alle)`,
    aside: (count) => `${count} opzijgelegd`,
    notApproved: 'Niemand heeft goedgekeurd wat geleerd is.',
    approved: (by, at) => `Goedgekeurd door ${by}, ${at.slice(0, 10)}.`,
    severity: { high: 'hoog', medium: 'midden', low: 'laag' },
    kind: {
      new_device: 'nieuw apparaat',
      changed_device: 'apparaat gewijzigd',
      firmware_change: 'andere firmware',
      address_change: 'adres bij een andere kaart',
      new_conversation: 'nieuw gesprek',
      new_operation: 'nieuwe opdracht',
      programming_outside_window: 'programmeren buiten een onderhoudsvenster',
      scan: 'scan',
      beaconing: 'belt in een vast ritme naar buiten',
      time_jump: 'klok versprongen',
    },
    reason: {
      controller: 'een besturing',
      control_service: 'besturingsprotocol',
      changes_device: 'wijzigt waarden',
      programs_device: 'programmeert of stopt',
      outside_site: 'buiten de locatie',
      remote_access: 'toegang op afstand',
      firmware: 'firmware',
      many_targets: 'veel doelen',
      never_answered: 'nooit beantwoord',
      maintenance_window: 'binnen een onderhoudsvenster',
    },
  },
}
