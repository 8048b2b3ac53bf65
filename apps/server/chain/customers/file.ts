// SPDX-License-Identifier: EUPL-1.2
import { customers } from '@schouw/core/chain'
import { type AskedFile, type AskedSheet, askedLimits } from '@schouw/formats/questionnaires'
import { columnName, columnOf } from '@schouw/formats/xlsx'
import { fileRow } from '../../files/rows.ts'
import { no } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { bytesOfFile } from '../../signing/table.ts'
import type { ChainAround } from '../around.ts'

/** Where questions stand, as a person said it; columns from one. */
export interface SaidLayout {
  readonly sheet: string
  readonly question: number
  readonly answer: number
  readonly explanation?: number | undefined
}

export interface LaidOut {
  readonly sheet: AskedSheet
  readonly layout: ReturnType<typeof customers.layoutOf>
}

/** The bytes of a customer's file; what is kept apart is not opened. */
export async function bytesOf(
  { storage, files }: Pick<ChainAround, 'storage' | 'files'>,
  { tenant }: Pick<Caller, 'tenant'>,
  digest: string,
) {
  const row = await storage.read(tenant, (db) => fileRow(db, digest))
  if (row === undefined || files === undefined) return { refused: no('file-absent') }
  if (row.state === 'quarantined') return { refused: no('file-quarantined') }
  if (row.size > askedLimits.fileBytes) return { refused: no('file-too-large') }
  const bytes = await bytesOfFile(files, tenant, digest, askedLimits.fileBytes)
  return bytes === undefined ? { refused: no('file-absent') } : { name: row.name ?? 'file', bytes }
}

/** Sheets that ask something; when a person said where, only that one. */
export function laidOut({ sheets }: AskedFile, said: SaidLayout | undefined): readonly LaidOut[] {
  if (said === undefined) {
    return sheets
      .map((sheet) => ({ sheet, layout: customers.layoutOf(sheet.rows) }))
      .filter(({ layout }) => layout.question !== null)
  }
  const sheet = sheets.find(({ name }) => name === said.sheet)
  if (sheet === undefined) return []
  const { heading } = customers.layoutOf(sheet.rows)
  const layout = {
    question: said.question - 1,
    answer: said.answer - 1,
    explanation: said.explanation === undefined ? null : said.explanation - 1,
    heading,
    isSaid: true,
  }
  return [{ sheet, layout }]
}

/** `Sheet1!B12`, from nought. */
export function placeOf(sheet: string, row: number, column: number): string {
  return `${sheet.slice(0, 100)}!${columnName(column + 1)}${row + 1}`
}

export function readPlace(place: string) {
  const [, sheet, letters = '', row] = /^(.*)!([A-Z]{1,3})(\d{1,7})$/s.exec(place) ?? []
  if (sheet === undefined) return undefined
  return { sheet, row: Number(row) - 1, column: columnOf(letters) - 1 }
}
