// SPDX-License-Identifier: EUPL-1.2
import { csvText } from '@schouw/formats/csv'
import { planTemplate, writePdf } from '@schouw/formats/pdf'
import { paperFonts } from '@schouw/report/fonts'
import { type PlanTaken, planFileName, planPaper, planTables } from '@schouw/report/roadmap'
import { workbookBytes } from '../exchange/workbook.ts'
import type { Answer } from '../http/answer.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** The plan as a file: on paper for a board, as tables for a spreadsheet. */
export async function planFile(
  taken: PlanTaken,
  { format, language }: { readonly format: keyof typeof types; readonly language: 'nl' | 'en' },
): Promise<Answer> {
  const name = `${planFileName(taken, language)}.${format}`
  const headers = { 'content-disposition': `attachment; filename="${name}"` }
  return { status: 200, type: types[format], headers, body: await bodyOf(taken, format, language) }
}

async function bodyOf(
  taken: PlanTaken,
  format: keyof typeof types,
  language: 'nl' | 'en',
): Promise<Buffer | string> {
  const tables = planTables(taken, language)
  const [work] = tables
  if (format === 'csv') return csvText(work === undefined ? [] : [work.heads, ...work.rows])
  if (format === 'xlsx') {
    const sheets = tables.map(({ name, heads, rows, grow }) => ({
      name,
      rows: [heads.map((heading) => ({ heading })), ...rows],
      widths: grow.map((share) => (share === 0 ? 14 : 14 * share)),
      headRows: 1,
    }))
    return Buffer.from(await workbookBytes(sheets))
  }
  const { data, createdAt } = planPaper(taken, language)
  const made = writePdf({
    ...{ template: planTemplate(), data, fonts: paperFonts() },
    ...{ attachments: {}, createdAt },
  })
  if (!made.ok) throw new Error(`the plan was not made: ${String(made.facts['detail'])}`)
  return Buffer.from(made.value)
}
