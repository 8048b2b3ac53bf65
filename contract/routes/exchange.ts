// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const instant = z.string()
const id = z.string()
const text = z.string()
const language = z.enum(['nl', 'en'])
const format = z.enum(['csv', 'xlsx'])
const delimiter = z.enum(['comma', 'semicolon'])
const column = z.string().max(100)
const count = z.int().min(0)

/** Whose word counts where a record and a row differ. */
const rule = z.enum(['theirs', 'ours', 'fill', 'refuse'])

/** How the file is read; all of it can be adjusted before anything is judged. */
export const importSettings = z.object({
  /** From 1. */
  sheet: z.int().min(1).max(200),
  /** The line that names the columns. */
  head_line: z.int().min(1).max(1_048_576),
  /** What each column is: the stable name of a field, `id`, `state`, `retired`, or nothing. */
  columns: z.array(column.nullable()).max(512),
  /** The sign before a fraction. */
  decimal: z.enum([',', '.']),
  dates: z.enum(['dmy', 'mdy']),
  /** IANA name; times without an offset are of there. */
  time_zone: z.string().max(60),
  /** Whether an empty cell says nothing, or that there is no value. */
  empty: z.enum(['keep', 'clear']),
  rule,
  /** What a row about a record that was taken out of the register does. */
  retired: z.enum(['refuse', 'reinstate']),
})

const counts = z.object({ create: count, change: count, same: count, refused: count })
const results = z.object({
  created: count,
  changed: count,
  waiting: count,
  same: count,
  refused: count,
  undone: count,
  kept: count,
})

const fileProblem = z.object({
  line: z.int().nullable(),
  column: z.int().nullable(),
  expected: text,
  found: text,
})

export const importBody = z.object({
  id,
  register: text,
  state: z.enum([
    'reading',
    'refused',
    'mapping',
    'judging',
    'judged',
    'writing',
    'done',
    'undoing',
    'undone',
  ]),
  file: z.object({ name: text, format, sha256: text, bytes: count, rows: count }),
  sheets: z.array(z.object({ name: text, rows: count })),
  settings: importSettings.nullable(),
  /** What the columns were taken for at first sight; `near` ones ask for a look. */
  proposals: z.array(
    z.object({
      column: text,
      heading: text,
      name: text.nullable(),
      by: z.enum(['name', 'synonym', 'near', 'nothing']),
      /** The first filled cell below. */
      sample: text.nullable(),
    }),
  ),
  problems: z.array(fileProblem),
  judgement: z
    .object({ digest: text, log_size: count, counts, at: instant, waiting: count })
    .nullable(),
  result: z
    .object({ digest: text, counts: results, at: instant, is_cancelled: z.boolean() })
    .nullable(),
  /** Of the work under way. */
  progress: z.object({ done: count, of: count }).nullable(),
  made: z.object({ at: instant, by: text }),
  /** Index in the log of what was last said of it there. */
  entry: z.int().nullable(),
})

/** One thing that keeps a row from going in, at its cell where it has one. */
const rowError = z.looseObject({
  code: text,
  cell: text.optional(),
  column: text.optional(),
  field: text.optional(),
  expected: z.unknown().optional(),
  found: text.optional(),
  candidates: z.array(z.object({ kind: text, id, title: text })).optional(),
})

export const importRow = z.object({
  line: z.int(),
  plan: z.enum(['create', 'change', 'same', 'refused']),
  record: id.nullable(),
  version: z.int(),
  title: text.nullable(),
  changes: z.array(z.object({ field: text, from: z.unknown(), to: z.unknown() })),
  /** Fields that differ and stay as they are by the rule. */
  kept: z.array(text),
  errors: z.array(rowError),
  /** A second person has to approve. */
  waits: z.boolean(),
  outcome: text.nullable(),
})

const registerQuery = {
  format: format.default('csv'),
  language: language.default('nl'),
  delimiter: delimiter.default('semicolon'),
  /** Without it spreadsheet programs take the file for Windows-1252. */
  bom: z.enum(['yes', 'no']).default('yes'),
}

const tables = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/** Everybody who may put something into a register. */
const makers = [
  'director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'consultant',
] as const

export const exchangeRoutes = {
  getTemplate: {
    method: 'GET',
    path: '/api/v1/templates/{register}',
    tag: 'import and export',
    who: 'signed-in',
    query: z.strictObject(registerQuery),
    answer: { media: tables },
    statuses: [200],
  },
  exportRegister: {
    method: 'GET',
    path: '/api/v1/exports/{register}',
    tag: 'import and export',
    who: 'signed-in',
    query: z.strictObject({
      ...registerQuery,
      filter: z.union([z.string(), z.array(z.string())]).optional(),
      sort: z.string().optional(),
      q: z.string().optional(),
      fields: z.string().optional(),
      as_of: z.string().optional(),
      retired: z.enum(['no', 'yes', 'only']).optional(),
    }),
    answer: { media: tables },
    statuses: [200],
  },
  uploadImport: {
    method: 'POST',
    path: '/api/v1/imports',
    tag: 'import and export',
    who: makers,
    query: z.strictObject({
      register: z.string().max(100),
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u),
      language: language.default('nl'),
    }),
    body: { media: [...tables, 'application/octet-stream'] },
    answer: importBody,
    statuses: [201],
  },
  listImports: {
    method: 'GET',
    path: '/api/v1/imports',
    tag: 'import and export',
    who: makers,
    query: z.strictObject({ before: z.string().max(100).optional() }),
    answer: z.object({ items: z.array(importBody), next: z.string().nullable() }),
    statuses: [200],
  },
  getImport: {
    method: 'GET',
    path: '/api/v1/imports/{id}',
    tag: 'import and export',
    who: makers,
    answer: importBody,
    statuses: [200],
  },
  changeImport: {
    method: 'PATCH',
    path: '/api/v1/imports/{id}',
    tag: 'import and export',
    who: makers,
    body: importSettings.partial().strict(),
    answer: importBody,
    statuses: [200],
  },
  listImportRows: {
    method: 'GET',
    path: '/api/v1/imports/{id}/rows',
    tag: 'import and export',
    who: makers,
    query: z.strictObject({
      plan: z.enum(['create', 'change', 'same', 'refused']).optional(),
      outcome: z
        .enum(['created', 'changed', 'waiting', 'same', 'refused', 'undone', 'kept'])
        .optional(),
      after: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .optional(),
    }),
    answer: z.object({ items: z.array(importRow), next: z.int().nullable() }),
    statuses: [200],
  },
  judgeImport: {
    method: 'POST',
    path: '/api/v1/imports/{id}/dry-run',
    tag: 'import and export',
    who: makers,
    answer: importBody,
    statuses: [200, 202],
  },
  confirmImport: {
    method: 'POST',
    path: '/api/v1/imports/{id}/confirm',
    tag: 'import and export',
    who: makers,
    /** Of the dry run that was looked at. */
    body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: importBody,
    statuses: [200, 202],
  },
  cancelImport: {
    method: 'POST',
    path: '/api/v1/imports/{id}/cancel',
    tag: 'import and export',
    who: makers,
    answer: importBody,
    statuses: [200],
  },
  undoImport: {
    method: 'POST',
    path: '/api/v1/imports/{id}/undo',
    tag: 'import and export',
    who: makers,
    body: z.strictObject({ reason: z.string().trim().min(3).max(2_000) }),
    answer: importBody,
    statuses: [200, 202],
  },
} as const satisfies Routes
