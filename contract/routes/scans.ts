// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { importBody } from './exchange.ts'

const count = z.int().min(0)
const named = z.object({
  id: z.uuid(),
  title: z.string(),
  version: z.int().min(1),
  state: z.string(),
})

/** What scanners and testers report: SARIF 2.1.0, DefectDojo's generic findings, a table. */
export const scanRoutes = {
  /** Read into findings, which are then an import like any other: nothing is recorded by this. */
  uploadScan: {
    method: 'POST',
    path: '/api/v1/scans',
    tag: 'scans',
    who: ['ciso', 'it_manager', 'ot_engineer', 'consultant'],
    query: z.strictObject({
      name: z
        .string()
        .min(1)
        .max(255)
        .regex(/^[^\p{Cc}/\\]+$/u),
      origin: z.enum(['scan', 'penetration_test']).default('scan'),
      /** Of the test, where the file does not say; what is known again is told apart by it. */
      tool: z.string().trim().min(1).max(120).optional(),
      found_on: z.iso.date(),
      language: z.enum(['nl', 'en']).default('nl'),
    }),
    body: { media: ['application/json', 'text/csv', 'application/octet-stream'] },
    answer: z.object({
      format: z.enum(['sarif', 'defectdojo', 'csv']),
      /** Not known yet, and known already. */
      fresh: count,
      known: count,
      /** Said of themselves that nothing is wrong. */
      skipped: count,
      /** Hosts that no asset in the register answers to. */
      unknown_hosts: z.array(z.string()),
      /** Open findings of the same tool on what was tested now, which it no longer reports. */
      fixed: z.array(named),
      /** Solved ones that it reports again. */
      back: z.array(named),
      problems: z.array(
        z.object({
          path: z.string(),
          line: z.int().nullable(),
          expected: z.string(),
          found: z.string(),
        }),
      ),
      import: importBody,
    }),
    statuses: [201],
  },
} as const satisfies Routes
