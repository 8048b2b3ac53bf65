// SPDX-License-Identifier: EUPL-1.2
import { always, boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** Work the company lives on: a business process, a production line or a cell of one. */
export const process = {
  name: 'process',
  fields: {
    code: usual.code,
    name: usual.name,
    nature: { type: 'choice', options: ['business_process', 'production_line', 'cell', 'utility'] },
    part_of: { type: 'reference', to: ['process'], onRetire: 'keep' },
    site: { type: 'reference', to: ['site'], onRetire: 'refuse' },
    legal_entity: { type: 'reference', to: ['legal-entity'], onRetire: 'keep' },
    brands: { type: 'reference', to: ['brand'], many: true, onRetire: 'keep' },
    owner: usual.owner,
    deputy: usual.person,
    description: usual.description,
    outage_cost_eur_per_hour: usual.euro,
    outage_cost_parts: {
      type: 'rows',
      maxRows: 20,
      fields: {
        part: {
          type: 'choice',
          options: ['contribution_margin', 'idle_people', 'overtime', 'penalties', 'other'],
          required: true,
        },
        eur_per_hour_low: { ...usual.euro, required: true },
        eur_per_hour_high: { ...usual.euro, required: true },
        basis: { type: 'choice', options: ['said', 'shown', 'tested'], required: true },
      },
    },
    production_hours_per_day: usual.hours,
    restart_cost_eur: usual.euro,
    scrap_loss_eur: usual.euro,
    contract_penalty_eur_per_day: usual.euro,
    outage_hours_low: usual.hours,
    outage_hours_high: usual.hours,
    max_outage_hours: usual.hours,
    rto_hours: usual.hours,
    rpo_hours: usual.hours,
    restart_hours: usual.hours,
    fallback: usual.longText,
    fallback_hours: usual.hours,
    restart_criteria: usual.longText,
    depends_on_assets: usual.assets,
    depends_on_zones: usual.zones,
    depends_on_suppliers: usual.suppliers,
    depends_on_processes: usual.processes,
    maintenance_windows: usual.windows,
    safety: usual.longText,
    safety_impact: usual.ladder,
    environment_impact: usual.ladder,
    reputation: usual.longText,
    impact_reviewed_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [
    ['outage_hours_low', 'outage_hours_high'],
    ['rto_hours', 'max_outage_hours'],
  ],
  either: [],
  acyclic: ['depends_on_processes', 'part_of'],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    director: { ...reads, approve: always },
    ciso: keeps,
    it_manager: prepares,
    ot_engineer: prepares,
    process_owner: {
      ...reads,
      change: mine('myProcesses', 'id'),
      approve: mine('myProcesses', 'id'),
    },
    consultant: prepares,
  },
  // Recovery targets bind the owner: whoever proposes them, a second person who answers agrees.
  fourEyes: [
    {
      on: 'change',
      fields: ['rto_hours', 'rpo_hours', 'max_outage_hours', 'restart_criteria'],
      in: ['in_use'],
      by: ['process_owner', 'director'],
    },
  ],
  lapses: [
    {
      what: 'acceptance',
      when: [
        'outage_cost_eur_per_hour',
        'outage_cost_parts',
        'outage_hours_high',
        'max_outage_hours',
      ],
      of: { kind: 'acceptance', field: 'processes' },
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
