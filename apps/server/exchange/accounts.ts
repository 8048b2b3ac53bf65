// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import { kinds } from '@schouw/core/registers'
import { accountColumns, readAccounts } from '@schouw/formats/accounts'
import { csvText } from '@schouw/formats/csv'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { adjusted, type Imports, upload } from './imports.ts'
import { importRow } from './rows.ts'
import { quotedItem, wholeStream } from './whole-stream.ts'

/** An export of a directory of 50,000 people is some ten megabytes. */
const mostBytes = 24 * 1024 * 1024
const shownProblems = 50

export interface ExportBrought {
  readonly name: string
  readonly system: string
  readonly exported_on: string
  readonly language: 'nl' | 'en'
  readonly stream: Readable
}

/**
 * Reads an export and makes of it an import of accounts, in which an empty cell says nothing: what
 * one export does not tell, another one did.
 */
export async function uploadAccounts(
  imports: Imports,
  caller: Caller,
  { name, system, exported_on, language, stream }: ExportBrought,
): Promise<Answer> {
  const bytes = await wholeStream(stream, mostBytes)
  if (bytes === undefined) return no('file-too-large')
  if (bytes.length === 0) return no('file-empty')
  const read = readAccounts(name, bytes, { system, exportedOn: exported_on })
  const problems = read.problems.slice(0, shownProblems).map(({ path: _, ...one }) => one)
  if (read.format === null || read.rows.length === 0) {
    const errors = problems.map(({ expected, found }) => ({
      code: 'body-refused',
      path: '',
      expected,
      found,
    }))
    return no('body-refused', { errors })
  }
  const cells = read.rows.map((row) =>
    accountColumns.map((column) => {
      const value = row[column]
      return Array.isArray(value) ? value.map(quotedItem).join('; ') : (value as CellValue)
    }),
  )
  const text = csvText([[...accountColumns], ...cells])
  const kind = kinds['access-account']
  const table = Readable.from([Buffer.from(text)])
  const came = await upload(imports, caller, { kind, name, language, stream: table })
  if ('no' in came) return came
  const { id } = came.body as { readonly id: string }
  const { storage } = imports
  const made = await storage.read(caller.tenant, (db) => importRow(db, id))
  const settled =
    made === undefined
      ? came
      : await adjusted(imports, caller, made, {
          columns: [...accountColumns],
          empty: 'keep',
          rule: 'theirs',
        })
  if ('no' in settled) return settled
  return {
    ...came,
    body: { format: read.format, rows: read.rows.length, problems, import: settled.body },
  }
}

type CellValue = string | boolean | undefined
