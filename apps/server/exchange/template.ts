// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import { csvLine } from '@schouw/formats/csv'
import { templateColumns, templateSheets } from '@schouw/formats/registers'
import type { Answer } from '../http/answer.ts'
import { attachment, type FileTerms, types } from './export.ts'
import { fileColumns, speechesIn } from './words.ts'
import { workbookBytes } from './workbook.ts'

/** The empty register. A workbook explains itself; a text file has room for its head alone. */
export async function template(kind: RecordKind, terms: FileTerms): Promise<Answer> {
  const { format, language, delimiter, bom } = terms
  const columns = fileColumns(kind, language)
  const headers = { 'content-disposition': attachment(kind, format, '-template') }
  if (format === 'xlsx') {
    const sheets = templateSheets(kind, columns, speechesIn(language)[0])
    return {
      status: 200,
      body: Buffer.from(await workbookBytes(sheets)),
      type: types.xlsx,
      headers,
    }
  }
  const head = csvLine(
    templateColumns(columns).map(({ heading }) => heading),
    delimiter === 'comma' ? ',' : ';',
  )
  const body = Buffer.from(bom === 'yes' ? `\uFEFF${head}` : head)
  return { status: 200, body, type: types.csv, headers }
}
