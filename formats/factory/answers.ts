// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { date, entry, hours, id, level, listOf, optional, text } from './fields.ts'

const evidenceTypes = [
  'document',
  'record',
  'config',
  'log',
  'test',
  'interview',
  'observation',
] as const

const evidence = entry({
  file: optional(text),
  type: optional(z.enum(evidenceTypes, `one of ${evidenceTypes.join(', ')}`)),
  description: optional(text),
  dated: optional(date),
  received: optional(date),
  valid_until: optional(date),
  owner: optional(text),
})

const answer = entry({
  requirement: text.regex(/^[A-J][1-8]$/, 'a requirement: A1 … J8'),
  level: optional(level),
  evidence_level: optional(z.enum(['said', 'shown', 'tested'], 'said, shown or tested')),
  evidence: listOf(evidence),
  owner: optional(text),
  note: optional(text),
  not_applicable: optional(text),
}).refine((value) => (value.level === null) !== (value.not_applicable === null), {
  message: 'either level, or not_applicable with the reason',
  path: ['level'],
})

export const answers = entry({
  answers: listOf(answer),
  restore_tests: listOf(
    entry({
      system: text,
      process: optional(id),
      asset: optional(text),
      planned: optional(date),
      dated: optional(date),
      result: optional(z.enum(['passed', 'partly', 'failed'], 'passed, partly or failed')),
      restored_in_hours: optional(hours),
      owner: optional(text),
      file: optional(text),
    }),
  ),
})
