// SPDX-License-Identifier: EUPL-1.2
import { boardroom, keeps, prepares, reads } from './grants.ts'
import type { RecordKind } from './kind.ts'
import * as usual from './usual.ts'

/** A piece of software in an asset or a product, as a component list or a person names it. */
export const softwareComponent = {
  name: 'software-component',
  fields: {
    name: usual.name,
    version: { type: 'text', max: 120, searchable: true },
    within: {
      type: 'reference',
      to: ['asset', 'brand', 'product'],
      required: true,
      onRetire: 'retire',
    },
    part_of: { type: 'reference', to: ['software-component'], onRetire: 'keep' },
    type: {
      type: 'choice',
      options: [
        'application',
        'library',
        'framework',
        'operating_system',
        'firmware',
        'container',
        'driver',
        'control_program',
        'other',
      ],
    },
    vendor: { type: 'text', max: 200, searchable: true },
    supplier: { type: 'reference', to: ['supplier'], onRetire: 'keep' },
    purl: { type: 'text', max: 1000, format: 'purl', searchable: true },
    cpe: { type: 'text', max: 1000, format: 'cpe', searchable: true },
    licence: { type: 'text', max: 200, searchable: true },
    sha256: usual.digest,
    support_until: usual.date,
    update_method: { type: 'choice', options: ['automatic', 'manual', 'supplier', 'none'] },
    source_file: usual.digest,
    stated_on: usual.date,
    note: usual.note,
  },
  title: ['name', 'version'],
  key: ['within', 'name', 'version', 'part_of'],
  order: [],
  either: [],
  lifecycle: usual.standing,
  may: {
    ...boardroom,
    ciso: keeps,
    it_manager: keeps,
    ot_engineer: keeps,
    process_owner: reads,
    consultant: prepares,
  },
  fourEyes: [],
  lapses: [],
  evidence: 'said',
} as const satisfies RecordKind
