// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, mine, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A copy that is made again and again, and from which something can come back. */
export const backup = {
  name: 'backup',
  fields: {
    code: usual.code,
    name: usual.name,
    covers: usual.longText,
    assets: usual.assets,
    processes: usual.processes,
    type: {
      type: 'choice',
      options: [
        'full',
        'incremental',
        'image',
        'control_program',
        'hmi_project',
        'drive_parameters',
        'network_configuration',
        'configuration',
        'database',
      ],
    },
    /** Names under which backup software reports on it. */
    job_names: usual.texts,
    every_hours: usual.hours,
    keep_days: { type: 'whole', min: 0, max: 36_500, unit: 'days' },
    copies: { type: 'whole', min: 1, max: 100, unit: 'count' },
    location: usual.text,
    is_offline: usual.yesNo,
    is_off_site: usual.yesNo,
    is_unchangeable: usual.yesNo,
    is_encrypted: usual.yesNo,
    has_own_accounts: usual.yesNo,
    rpo_hours: usual.hours,
    last_success_at: usual.instant,
    last_result: { type: 'choice', options: ['passed', 'partly', 'failed'] },
    size_bytes: { type: 'whole', min: 0, max: Number.MAX_SAFE_INTEGER, unit: 'bytes' },
    restore_steps: usual.digest,
    test_months: { type: 'whole', min: 1, max: 60, unit: 'months' },
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    owner: usual.owner,
    note: usual.note,
  },
  title: ['name', 'code'],
  key: ['code'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: keeps,
    ot_engineer: keeps,
    process_owner: { ...reads, change: mine('me', 'owner') },
    consultant: prepares,
  },
  fourEyes: [],
  // A restore test of the old set-up says nothing about the new one.
  lapses: [
    {
      what: 'evidence',
      when: ['type', 'location', 'assets', 'is_encrypted'],
      of: { kind: 'restore-test', field: 'backup' },
    },
  ],
  evidence: 'said',
} as const satisfies RecordKind
