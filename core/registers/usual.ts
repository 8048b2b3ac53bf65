// SPDX-License-Identifier: EUPL-1.2
// Fields that mean the same in every kind that has them.
import type { Lifecycle } from './kind.ts'

/** What people call it in lists and files: `line-2`, `R-014`. */
export const code = { type: 'text', max: 40, required: true, searchable: true } as const
export const name = { type: 'text', max: 200, required: true, searchable: true } as const
export const description = { type: 'long_text', searchable: true } as const
export const note = { type: 'long_text', searchable: true } as const
/** Who answers for it. */
export const owner = { type: 'reference', to: ['person'], onRetire: 'keep' } as const
export const address = { type: 'text', max: 300, searchable: true } as const
export const country = { type: 'text', max: 2, format: 'country' } as const
export const website = { type: 'text', max: 500, format: 'url' } as const
export const language = { type: 'text', max: 6, format: 'language' } as const
export const date = { type: 'date' } as const
export const instant = { type: 'instant' } as const
export const hours = { type: 'hours' } as const
export const euro = { type: 'euro' } as const
export const percent = { type: 'percent' } as const
export const yesNo = { type: 'yes_no' } as const
export const text = { type: 'text', max: 200, searchable: true } as const
export const texts = { type: 'text', max: 200, many: true, searchable: true } as const
export const longText = { type: 'long_text', searchable: true } as const
export const digest = { type: 'digest' } as const
export const digests = { type: 'digest', many: true } as const
export const link = { type: 'text', max: 500, format: 'url' } as const
export const services = { type: 'text', max: 40, format: 'service', many: true } as const
export const person = { type: 'reference', to: ['person'], onRetire: 'keep' } as const
export const persons = { ...person, many: true } as const
export const decision = { type: 'reference', to: ['decision'], onRetire: 'keep' } as const
export const sites = { type: 'reference', to: ['site'], many: true, onRetire: 'keep' } as const
export const processes = {
  type: 'reference',
  to: ['process'],
  many: true,
  onRetire: 'keep',
} as const
export const assets = { type: 'reference', to: ['asset'], many: true, onRetire: 'keep' } as const
export const zones = { type: 'reference', to: ['zone'], many: true, onRetire: 'keep' } as const
export const suppliers = {
  type: 'reference',
  to: ['supplier'],
  many: true,
  onRetire: 'keep',
} as const
export const measures = {
  type: 'reference',
  to: ['measure'],
  many: true,
  onRetire: 'keep',
} as const
export const actions = { type: 'reference', to: ['action'], many: true, onRetire: 'keep' } as const
export const evidence = {
  type: 'reference',
  to: [
    'evidence-file',
    'restore-test',
    'exercise',
    'audit',
    'kpi-value',
    'certificate',
    'access-review',
  ],
  many: true,
  onRetire: 'keep',
} as const
/** Requirements of the assurance pack, `A1` … `J8`. */
export const requirements = {
  type: 'text',
  max: 3,
  format: 'requirement',
  many: true,
  searchable: true,
} as const
/** The ten duties of care. */
export const duties = {
  type: 'choice',
  options: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
  many: true,
} as const
/** Shared with customers until then; absent is not shared. */
export const sharedUntil = { type: 'instant' } as const
/** Maturity, 0 absent to 5. */
export const maturity = { type: 'whole', min: 0, max: 5, unit: 'level' } as const
/** By what somebody is asked who delivers it. */
export const supplierTier = {
  type: 'choice',
  options: ['machine_builder', 'maintenance', 'software', 'msp', 'parts'],
} as const
/** IEC 62443 security level. */
export const securityLevel = { type: 'whole', min: 0, max: 4, unit: 'level' } as const
export const ladder = {
  type: 'choice',
  options: ['none', 'low', 'medium', 'high', 'critical'],
} as const
export const severity = { type: 'choice', options: ['low', 'medium', 'high', 'critical'] } as const
/** 0–5 of the reference model, 3.5 for the industrial DMZ. */
export const purdueLevel = {
  type: 'choice',
  options: ['0', '1', '2', '3', '3.5', '4', '5'],
} as const
export const yesPartlyNo = { type: 'choice', options: ['yes', 'partly', 'no'] } as const
/** Days and hours in the organisation's time zone; `to` before `from` runs past midnight. */
export const windows = {
  type: 'rows',
  maxRows: 21,
  fields: {
    days: {
      type: 'choice',
      options: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      many: true,
      required: true,
    },
    from: { type: 'text', max: 5, format: 'time', required: true },
    to: { type: 'text', max: 5, format: 'time', required: true },
  },
} as const

/** In use from the start until it retires. */
export const standing = {
  states: ['in_use'],
  initial: ['in_use'],
  frozen: [],
  transitions: [],
} as const satisfies Lifecycle

/** Written once: what was said stays said, a correction is a record of its own. */
export const written = {
  states: ['recorded'],
  initial: ['recorded'],
  frozen: ['recorded'],
  transitions: [],
} as const satisfies Lifecycle
